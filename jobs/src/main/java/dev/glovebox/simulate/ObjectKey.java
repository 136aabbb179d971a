package dev.glovebox.simulate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One object: what some vehicles send in one hour of arrival.
 *
 * @param date of arrival
 * @param hour of arrival, 0 to 23
 * @param shard of the fleet
 * @param part whether it is whole
 * @param suffix of its compression: {@code .gz}, {@code .zst} or none
 */
public record ObjectKey(LocalDate date, int hour, int shard, Part part, String suffix)
    implements Serializable {

  /** What an object is. */
  public enum Part {
    WHOLE,
    /** Resent values, of which the end is missing. */
    CUT
  }

  /** The object's path below the location that is written to. */
  public String path() {
    return String.format(
        Locale.ROOT,
        "raw/date=%s/hour=%02d/%s-%05d.jsonl%s",
        date,
        hour,
        part == Part.WHOLE ? "fleet" : "resent",
        shard,
        suffix);
  }
}
