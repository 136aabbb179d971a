package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How long data is kept. A class that no rule names is kept until its holder has it erased.
 *
 * <p>It says when data goes, not that it is gone: copies that were handed out, and files that wait
 * for their deletion, are the duty of others.
 *
 * @param rules no class in two of them
 * @param quarantine how long rejected records, and what repeats are known by, are kept
 */
public record Retention(List<RetentionRule> rules, Quarantine quarantine) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * How long records that name a vehicle without having been released are kept.
   *
   * @param days counted from the batch date
   * @param basis the legal basis
   */
  public record Quarantine(int days, String basis) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Records of batch dates before this one are kept no longer. */
    public LocalDate keptFrom(LocalDate asOf) {
      return asOf.minusDays(days);
    }
  }

  public Retention {
    rules = List.copyOf(rules);
  }

  /**
   * From which instant on values are kept, by class; earlier ones are kept no longer. A day counts
   * whole: a value is kept for at least the days of its rule.
   *
   * @param asOf the day to go by
   * @param zone in which it is a day
   */
  public Map<PrivacyClass, Instant> keptFrom(LocalDate asOf, ZoneId zone) {
    Map<PrivacyClass, Instant> keptFrom = new EnumMap<>(PrivacyClass.class);
    for (RetentionRule rule : rules) {
      Instant from = asOf.minusDays(rule.days()).atStartOfDay(zone).toInstant();
      rule.classes().forEach(each -> keptFrom.put(each, from));
    }
    return keptFrom;
  }
}
