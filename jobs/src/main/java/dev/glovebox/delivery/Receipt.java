package dev.glovebox.delivery;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a package that was made holds.
 *
 * @param rows of every section, 0 where there are none
 * @param vins the vehicles of which there are rows, in ascending order
 * @param first the first instant of its rows; null when there are none
 * @param last the last one; null likewise
 * @param bytes the size of the zip
 * @param sha256 of the zip, hexadecimal
 */
public record Receipt(
    Map<Section, Long> rows,
    List<String> vins,
    Instant first,
    Instant last,
    long bytes,
    String sha256)
    implements Serializable {

  public Receipt {
    rows = Collections.unmodifiableMap(new EnumMap<Section, Long>(rows));
    vins = List.copyOf(vins);
  }

  /** The first instant of its rows. */
  public Optional<Instant> firstInstant() {
    return Optional.ofNullable(first);
  }

  /** The last instant of its rows. */
  public Optional<Instant> lastInstant() {
    return Optional.ofNullable(last);
  }

  /** Rows of all its tables. */
  public long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
