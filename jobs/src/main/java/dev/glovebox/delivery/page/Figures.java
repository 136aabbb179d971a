package dev.glovebox.delivery.page;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.OptionalDouble;

/** Numbers and times as people of the page's language write them. For one page at a time. */
final class Figures {

  /** Stands where nothing is known. */
  static final String UNKNOWN = "—";

  private static final double KIBI = 1024;

  private final Wording words;
  private final NumberFormat whole;
  private final NumberFormat tenths;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;
  private final DateTimeFormatter instant;
  private final DateTimeFormatter month;
  private final DateTimeFormatter day;

  Figures(Wording words, ZoneId zone) {
    this.words = words;
    this.whole = NumberFormat.getIntegerInstance(words.locale());
    this.tenths = NumberFormat.getNumberInstance(words.locale());
    tenths.setMinimumFractionDigits(1);
    tenths.setMaximumFractionDigits(1);
    this.date = formatter("format.date").withZone(zone);
    this.time = formatter("format.time").withZone(zone);
    this.instant = formatter("format.instant").withZone(zone);
    this.month = formatter("format.month").withZone(zone);
    this.day = formatter("format.day").withZone(zone);
  }

  private DateTimeFormatter formatter(String key) {
    return DateTimeFormatter.ofPattern(words.text(key), words.locale());
  }

  String count(long number) {
    return whole.format(number);
  }

  String tenths(double number) {
    return tenths.format(number);
  }

  String tenths(OptionalDouble number) {
    return number.isPresent() ? tenths(number.getAsDouble()) : UNKNOWN;
  }

  String tenths(OptionalDouble number, String unit) {
    return number.isPresent() ? tenths(number.getAsDouble()) + " " + unit : UNKNOWN;
  }

  String whole(OptionalDouble number, String unit) {
    return number.isPresent() ? whole(number.getAsDouble()) + " " + unit : UNKNOWN;
  }

  String whole(double number) {
    return whole.format(Math.round(number));
  }

  /** From one state of charge to another. */
  String soc(OptionalDouble from, OptionalDouble to) {
    boolean known = from.isPresent() || to.isPresent();
    return known ? percent(from) + " → " + percent(to) + " %" : UNKNOWN;
  }

  private String percent(OptionalDouble share) {
    return share.isPresent() ? whole(share.getAsDouble()) : UNKNOWN;
  }

  /** Energy over distance, per 100 km; unknown where either is, or the distance is next to none. */
  String consumption(double energyKwh, double distanceKm) {
    return distanceKm < 0.1 ? UNKNOWN : tenths(energyKwh / distanceKm * 100);
  }

  String date(Instant at) {
    return date.format(at);
  }

  /** The day within its month. */
  String day(Instant at) {
    return day.format(at);
  }

  String time(Instant at) {
    return time.format(at);
  }

  String instant(Instant at) {
    return instant.format(at);
  }

  String month(YearMonth of) {
    return month.format(of);
  }

  /** The month alone, as short as can be. */
  String shortMonth(YearMonth of) {
    return of.getMonth().getDisplayName(TextStyle.SHORT, words.locale());
  }

  String duration(Instant from, Instant to) {
    long minutes = (Duration.between(from, to).toSeconds() + 30) / 60;
    return minutes < 60
        ? words.text("format.minutes", minutes)
        : words.text("format.hours", count(minutes / 60), minutes % 60);
  }

  String bytes(long number) {
    if (number < KIBI) {
      return whole.format(number) + " B";
    }
    double kibibytes = number / KIBI;
    return kibibytes < KIBI
        ? tenths.format(kibibytes) + " KiB"
        : tenths.format(kibibytes / KIBI) + " MiB";
  }
}
