package dev.glovebox.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms that values come in. */
final class ValueForms {

  static final ValueForm<Location> LOCATION = ValueForm.of("URI or path", Location::parse);
  static final ValueForm<ZoneId> ZONE = ValueForm.of("time zone", (text, folder) -> zone(text));
  static final ValueForm<String> NAME = ValueForm.of("name", (text, folder) -> name(text));
  static final ValueForm<Double> SHARE = ValueForm.of("share", (text, folder) -> share(text));
  static final ValueForm<Integer> LINE_SIZE = ValueForm.of("size", (text, folder) -> size(text));
  static final ValueForm<Integer> VERSION =
      ValueForm.of("whole number", (text, folder) -> wholeNumber(text, 1, Integer.MAX_VALUE));
  static final ValueForm<Integer> PEOPLE =
      ValueForm.of("whole number of people", (text, folder) -> wholeNumber(text, 1, 1_000_000));
  static final ValueForm<BigDecimal> NUMBER =
      ValueForm.of("decimal number", (text, folder) -> number(text));
  static final ValueForm<Integer> DAYS =
      ValueForm.of("whole number of days", (text, folder) -> wholeNumber(text, 0, 366));
  static final ValueForm<Integer> OWNER_BUCKETS =
      ValueForm.of("`per-owner` or a number of buckets", (text, folder) -> ownerBuckets(text));
  static final ValueForm<Config.Commits.Guard> COMMIT_GUARD =
      ValueForm.of("`conditional-write` or `lease`", (text, folder) -> commitGuard(text));
  static final ValueForm<Duration> DURATION =
      ValueForm.of("duration", (text, folder) -> duration(text));
  static final ValueForm<Period> PERIOD = ValueForm.of("period", (text, folder) -> period(text));
  static final ValueForm<SecretReference> SECRET =
      ValueForm.of("secret reference", (text, folder) -> secret(text));
  static final ValueForm<List<String>> NAMES =
      ValueForm.listOf("list of names", (items, folder) -> names(items));

  private static final Pattern DIGITS = Pattern.compile("\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,18})?");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,10})\\s*([KMG]iB|B)?");
  private static final Map<String, Long> BYTES =
      Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
  private static final long SMALLEST_LINE = 1L << 10;
  private static final long LARGEST_LINE = 1L << 30;
  private static final int MOST_BUCKETS = 10_000;
  private static final Pattern DURATION_WORDS =
      Pattern.compile("(\\d{1,9})\\s*(s|m|min|h|d|seconds?|minutes?|hours?|days?)");

  private static final Pattern PERIOD_TEXT = Pattern.compile("P[1-9]\\d{0,3}[YMWD]");

  private ValueForms() {}

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      String hint =
          Nearest.to(text, ZoneId.getAvailableZoneIds())
              .map(zone -> "did you mean \"" + zone + "\"?")
              .orElse("write one as Asia/Shanghai or UTC");
      throw refusal("is \"" + text + "\", which is no time zone; " + hint);
    }
  }

  private static String name(String text) {
    if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw refusal("is no name; write 1 to 64 letters, digits, dots, dashes or underscores");
    }
    return text;
  }

  private static double share(String text) {
    double share = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!(share >= 0 && share <= 1)) {
      throw refusal("is \"" + text + "\"; write a share from 0 to 1, 0.05 for five in a hundred");
    }
    return share;
  }

  private static BigDecimal number(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw refusal("is \"" + text + "\"; write a decimal number, as 0.5");
    }
    return new BigDecimal(text);
  }

  private static int size(String text) {
    Matcher matcher = SIZE.matcher(text);
    long bytes =
        matcher.matches() ? Long.parseLong(matcher.group(1)) * BYTES.get(unit(matcher)) : -1;
    if (bytes < SMALLEST_LINE || bytes > LARGEST_LINE) {
      throw refusal("is \"" + text + "\"; write a size from 1KiB to 1GiB, as 4MiB or 4194304");
    }
    return (int) bytes;
  }

  private static String unit(Matcher matcher) {
    return matcher.group(2) == null ? "B" : matcher.group(2);
  }

  private static int wholeNumber(String text, int least, int most) {
    long number = DIGITS.matcher(text).matches() ? Long.parseLong(text) : -1;
    if (number < least || number > most) {
      String range = most == Integer.MAX_VALUE ? least + " on" : least + " to " + most;
      throw refusal("is \"" + text + "\"; write a whole number from " + range);
    }
    return (int) number;
  }

  private static int ownerBuckets(String text) {
    if (text.equals("per-owner")) {
      return 0;
    }
    try {
      return wholeNumber(text, 1, MOST_BUCKETS);
    } catch (IllegalArgumentException refused) {
      throw refusal(
          "is \"" + text + "\"; write per-owner, or a number of buckets from 1 to " + MOST_BUCKETS);
    }
  }

  private static Config.Commits.Guard commitGuard(String text) {
    return switch (text) {
      case "conditional-write" -> Config.Commits.Guard.CONDITIONAL_WRITE;
      case "lease" -> Config.Commits.Guard.LEASE;
      default -> throw refusal("is \"" + text + "\"; write conditional-write or lease");
    };
  }

  private static Duration duration(String text) {
    Matcher words = DURATION_WORDS.matcher(text.toLowerCase(Locale.ROOT));
    try {
      Duration duration =
          words.matches()
              ? duration(Long.parseLong(words.group(1)), words.group(2).charAt(0))
              : Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException refused) {
      // told below, like a negative one
    }
    throw refusal("is \"" + text + "\"; write a duration with its unit, as 5m, 7 days or PT5M");
  }

  private static Duration duration(long amount, char unit) {
    return switch (unit) {
      case 's' -> Duration.ofSeconds(amount);
      case 'm' -> Duration.ofMinutes(amount);
      case 'h' -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Period period(String text) {
    if (!PERIOD_TEXT.matcher(text).matches()) {
      throw refusal("is \"" + text + "\"; write months or days, as P1M, P1Y or P7D");
    }
    return Period.parse(text);
  }

  private static SecretReference secret(String text) {
    return SecretReference.parse(text)
        .orElseThrow(
            () ->
                refusal(
                    "is no reference; keep the secret elsewhere and write "
                        + SecretReference.FORMS));
  }

  private static List<String> names(List<String> items) {
    List<String> names =
        items.stream()
            .flatMap(item -> Arrays.stream(item.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    if (names.isEmpty()) {
      throw refusal("names none; leave the key out, or write a list");
    }
    return names;
  }

  private static IllegalArgumentException refusal(String predicate) {
    return new IllegalArgumentException(predicate);
  }
}
