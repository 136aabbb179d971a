package dev.glovebox.delivery.incident;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes instants, in microseconds since the epoch, in the zone and in UTC. */
final class Times {

  private static final long MICROS = 1_000_000;
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT);
  private static final DateTimeFormatter DATED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter FINE_CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final ZoneId zone;

  Times(ZoneId zone) {
    this.zone = zone;
  }

  /** Such as {@code 2026-11-02T08:12:03.250007+08:00}. */
  String local(long micros) {
    return ISO.format(instant(micros).atZone(zone));
  }

  /** Such as {@code 2026-11-02T00:12:03.250007Z}. */
  static String utc(long micros) {
    return ISO.format(instant(micros).atZone(ZoneOffset.UTC));
  }

  /** For people, without the zone: {@code 2026-11-02 08:12:03.250}. */
  String dated(long micros) {
    return DATED.format(instant(micros).atZone(zone));
  }

  /** {@code 08:12:03}. */
  String clock(long micros) {
    return CLOCK.format(instant(micros).atZone(zone));
  }

  /** {@code 08:12:03.250}. */
  String fineClock(long micros) {
    return FINE_CLOCK.format(instant(micros).atZone(zone));
  }

  /** The zone with its offset at an instant: {@code Asia/Shanghai (+08:00)}. */
  String zoneAt(long micros) {
    return zone.getId() + " (" + zone.getRules().getOffset(instant(micros)) + ")";
  }

  /** Seconds to the microsecond, such as {@code -9.750000}. */
  static String seconds(long micros) {
    return BigDecimal.valueOf(micros, 6).toPlainString();
  }

  static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
  }
}
