package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.signal.Part;
import dev.glovebox.signal.Signal;
import dev.glovebox.source.Json.Form;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the plain twin makes of one scalar: regular expressions, big decimals, java.time. */
final class TwinScalars {
  static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private static final Pattern NONE = Pattern.compile("(?i)[+-]?(nan|inf|infinity|<invalid>)");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2})(?:\\.([0-9]+))?"
              + "(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");
  private static final Pattern CLOCK = Pattern.compile("[0-9]{2}:[0-9]{2}:[0-9]{2}");

  /** Leaves a decoder with a reason. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    final Rejection reason;

    Refused(Rejection reason) {
      this.reason = reason;
    }
  }

  private TwinScalars() {}

  static void check(boolean sound, Rejection otherwise) {
    if (!sound) {
      throw new Refused(otherwise);
    }
  }

  static boolean isText(Json json) {
    return json.is(Form.TEXT) && UTF_8.newEncoder().canEncode(json.text());
  }

  static String scalar(Part part, Json arm) {
    return switch (part.signal().type()) {
      case DOUBLE -> Double.toString(inRange(part.signal(), converted(part, number(arm))) + 0.0);
      case LONG -> Long.toString(count(part, arm));
      case BOOLEAN -> Boolean.toString(truth(arm));
      case TIMESTAMP -> Long.toString(timestamp(part, arm));
      case TIME -> timeOfDay(arm);
      case STRING -> part.signal().values().isEmpty() ? text(arm) : enumeration(part, arm);
    };
  }

  private static BigDecimal decimal(Json arm) {
    check(arm.isNumberOrText(), Rejection.WRONG_TYPE);
    check(!NONE.matcher(arm.text()).matches(), Rejection.INVALID);
    boolean decimal = arm.text().length() <= 1000 && DECIMAL.matcher(arm.text()).matches();
    check(decimal, Rejection.WRONG_TYPE);
    return new BigDecimal(arm.text());
  }

  static double number(Json arm) {
    double number = decimal(arm).doubleValue();
    check(Double.isFinite(number), Rejection.INVALID);
    return number;
  }

  private static double converted(Part part, double sent) {
    return sent * part.scale() + part.offset();
  }

  static double inRange(Signal signal, double value) {
    boolean inside =
        Double.isFinite(value)
            && signal
                .range()
                .map(range -> value >= range.min() && value <= range.max())
                .orElse(true);
    check(inside, Rejection.OUT_OF_RANGE);
    return value;
  }

  private static long count(Part part, Json arm) {
    if (part.scale() != 1 || part.offset() != 0) {
      double converted = inRange(part.signal(), converted(part, number(arm)));
      check(converted == Math.rint(converted), Rejection.WRONG_TYPE);
      return (long) converted;
    }
    long whole = whole(arm);
    inRange(part.signal(), (double) whole);
    return whole;
  }

  private static long whole(Json arm) {
    BigDecimal decimal = decimal(arm);
    boolean huge = decimal.abs().compareTo(BigDecimal.TEN.pow(19)) >= 0;
    check(!huge, Rejection.OUT_OF_RANGE);
    check(decimal.stripTrailingZeros().scale() <= 0, Rejection.WRONG_TYPE);
    boolean fits = decimal.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0;
    check(
        fits && decimal.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0, Rejection.OUT_OF_RANGE);
    return decimal.longValueExact();
  }

  static boolean truth(Json arm) {
    check(!arm.text().equals("<invalid>") && !isNoNumber(arm), Rejection.INVALID);
    String word = arm.is(Form.NUMBER) ? "" : arm.text().toLowerCase(Locale.ROOT);
    check(word.equals("true") || word.equals("false"), Rejection.WRONG_TYPE);
    return word.equals("true");
  }

  private static boolean isNoNumber(Json arm) {
    return arm.is(Form.NUMBER) && NONE.matcher(arm.text()).matches();
  }

  static void checkMark(Json arm) {
    boolean marked = arm.text().equalsIgnoreCase("<invalid>") || isNoNumber(arm);
    check(!marked, Rejection.INVALID);
  }

  private static String text(Json arm) {
    checkMark(arm);
    boolean scalar = arm.isNumberOrText() || arm.is(Form.BOOLEAN);
    check(scalar && UTF_8.newEncoder().canEncode(arm.text()), Rejection.WRONG_TYPE);
    return arm.text();
  }

  private static String enumeration(Part part, Json arm) {
    checkMark(arm);
    check(arm.is(Form.TEXT), Rejection.WRONG_TYPE);
    return part.signal().values().stream()
        .filter(name -> arm.text().equals(name) || arm.text().equals(part.prefix() + name))
        .findFirst()
        .orElseThrow(() -> new Refused(Rejection.OUT_OF_RANGE));
  }

  private static long timestamp(Part part, Json arm) {
    check(arm.isNumberOrText(), Rejection.WRONG_TYPE);
    long dateTime = arm.is(Form.TEXT) ? instant(arm.text()) : Message.NO_INSTANT;
    BigDecimal micros =
        dateTime != Message.NO_INSTANT
            ? BigDecimal.valueOf(dateTime)
            : BigDecimal.valueOf(whole(arm))
                .multiply(BigDecimal.valueOf(Math.round(part.scale() * 1_000_000)));
    long first = instant("0001-01-01T00:00:00Z");
    long last = instant("9999-12-31T23:59:59.999999Z");
    boolean datable =
        micros.compareTo(BigDecimal.valueOf(first)) >= 0
            && micros.compareTo(BigDecimal.valueOf(last)) <= 0;
    check(datable, Rejection.OUT_OF_RANGE);
    return micros.longValueExact();
  }

  static long instant(String text) {
    Matcher matcher = DATE_TIME.matcher(text);
    if (!matcher.matches()) {
      return Message.NO_INSTANT;
    }
    try {
      long seconds =
          LocalDateTime.parse(matcher.group(1).toUpperCase(Locale.ROOT))
              .toEpochSecond(ZoneOffset.UTC);
      if (matcher.group(3) != null) {
        int east =
            (Integer.parseInt(matcher.group(4)) * 60 + Integer.parseInt(matcher.group(5))) * 60;
        seconds -= matcher.group(3).equals("-") ? -east : east;
      }
      String fraction = (matcher.group(2) == null ? "" : matcher.group(2)) + "000000";
      return seconds * 1_000_000 + Long.parseLong(fraction.substring(0, 6));
    } catch (DateTimeException noDate) {
      return Message.NO_INSTANT;
    }
  }

  private static String timeOfDay(Json arm) {
    if (arm.is(Form.OBJECT)) {
      return clock(arm);
    }
    checkMark(arm);
    check(arm.is(Form.TEXT) && CLOCK.matcher(arm.text()).matches(), Rejection.WRONG_TYPE);
    int[] hands = Stream.of(arm.text().split(":")).mapToInt(Integer::parseInt).toArray();
    check(hands[0] < 24 && hands[1] < 60 && hands[2] < 60, Rejection.OUT_OF_RANGE);
    return arm.text();
  }

  private static String clock(Json arm) {
    Map<String, Long> hands = new HashMap<>();
    for (Map.Entry<String, Json> member : arm.members()) {
      boolean counts = List.of("hour", "minute", "second").contains(member.getKey());
      if (counts && !member.getValue().is(Form.NULL)) {
        check(!hands.containsKey(member.getKey()), Rejection.WRONG_TYPE);
        hands.put(member.getKey(), whole(member.getValue()));
      }
    }
    check(hands.size() == 3, Rejection.INVALID);
    check(hands.values().stream().allMatch(hand -> hand >= 0 && hand < 60), Rejection.OUT_OF_RANGE);
    check(hands.get("hour") < 24, Rejection.OUT_OF_RANGE);
    return String.format(
        "%02d:%02d:%02d", hands.get("hour"), hands.get("minute"), hands.get("second"));
  }
}
