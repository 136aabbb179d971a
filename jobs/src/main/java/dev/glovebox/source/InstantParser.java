package dev.glovebox.source;

/**
 * Reads RFC 3339 date-times from characters, without garbage. Digits of a second beyond the sixth
 * are cut, so an instant is never moved into the future. A leap second (second 60) is refused: no
 * sender of these records makes one, and folding it would invent a moment.
 */
final class InstantParser {
  /** Stands for text that is no date-time. */
  static final long NONE = Message.NO_INSTANT;

  static final long MICROS_PER_SECOND = 1_000_000L;

  private static final int SHORTEST = "2026-01-02T03:04:05Z".length();
  private static final int FRACTION_START = "2026-01-02T03:04:05".length();
  private static final int OFFSET_LENGTH = "+08:00".length();
  private static final int MICRO_DIGITS = 6;
  private static final int DAYS_PER_ERA = 146_097;
  private static final int DAYS_TO_1970 = 719_468;
  private static final int[] DAYS_OF_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private InstantParser() {}

  /** Microseconds since the epoch, or {@link #NONE}. */
  static long parse(String text) {
    return parse(text.toCharArray(), 0, text.length());
  }

  /** Microseconds since the epoch, or {@link #NONE}. */
  static long parse(char[] text, int from, int length) {
    if (length < SHORTEST || !isDateTime(text, from)) {
      return NONE;
    }
    int end = from + length;
    int fractionEnd = fractionEnd(text, from + FRACTION_START, end);
    int offsetSeconds = fractionEnd < 0 ? Integer.MIN_VALUE : offset(text, fractionEnd, end);
    long seconds = localSeconds(text, from);
    if (offsetSeconds == Integer.MIN_VALUE || seconds == Long.MIN_VALUE) {
      return NONE;
    }
    return (seconds - offsetSeconds) * MICROS_PER_SECOND
        + micros(text, from + FRACTION_START + 1, fractionEnd);
  }

  private static boolean isDateTime(char[] text, int from) {
    return text[from + 4] == '-'
        && text[from + 7] == '-'
        && (text[from + 10] == 'T' || text[from + 10] == 't')
        && text[from + 13] == ':'
        && text[from + 16] == ':';
  }

  private static long localSeconds(char[] text, int from) {
    int century = twoDigits(text, from);
    int yearOfCentury = twoDigits(text, from + 2);
    int month = twoDigits(text, from + 5);
    int day = twoDigits(text, from + 8);
    int secondOfDay = secondOfDay(text, from + 11);
    int year = century * 100 + yearOfCentury;
    if ((century | yearOfCentury | month | day | secondOfDay) < 0 || !isDay(year, month, day)) {
      return Long.MIN_VALUE;
    }
    return epochDay(year, month, day) * 86_400L + secondOfDay;
  }

  /** Of {@code HH:MM:SS}; negative if it is none. */
  static int secondOfDay(char[] text, int from) {
    int hour = twoDigits(text, from);
    int minute = twoDigits(text, from + 3);
    int second = twoDigits(text, from + 6);
    boolean valid = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
    return valid ? (hour * 60 + minute) * 60 + second : -1;
  }

  private static boolean isDay(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1) {
      return false;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= DAYS_OF_MONTH[month - 1] + (leap && month == 2 ? 1 : 0);
  }

  /** Counts in eras of 400 years whose years begin in March, so that leap days end a year. */
  private static long epochDay(int year, int month, int day) {
    int marchYear = month > 2 ? year : year - 1;
    int era = Math.floorDiv(marchYear, 400);
    int yearOfEra = marchYear - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (long) era * DAYS_PER_ERA + dayOfEra - DAYS_TO_1970;
  }

  /** Where the fraction ends; negative if it is malformed. */
  private static int fractionEnd(char[] text, int from, int end) {
    if (text[from] != '.') {
      return from;
    }
    int at = from + 1;
    while (at < end && isDigit(text[at])) {
      at++;
    }
    return at > from + 1 ? at : -1;
  }

  private static long micros(char[] text, int from, int fractionEnd) {
    long micros = 0;
    for (int i = 0; i < MICRO_DIGITS; i++) {
      micros = micros * 10 + (from + i < fractionEnd ? text[from + i] - '0' : 0);
    }
    return micros;
  }

  /** Seconds east of UTC, or {@code Integer.MIN_VALUE} if the rest of the text is no offset. */
  private static int offset(char[] text, int from, int end) {
    if (end - from == 1 && (text[from] == 'Z' || text[from] == 'z')) {
      return 0;
    }
    boolean shaped = end - from == OFFSET_LENGTH && text[from + 3] == ':';
    if (!shaped || (text[from] != '+' && text[from] != '-')) {
      return Integer.MIN_VALUE;
    }
    int hours = twoDigits(text, from + 1);
    int minutes = twoDigits(text, from + 4);
    if ((hours | minutes) < 0 || hours > 23 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = (hours * 60 + minutes) * 60;
    return text[from] == '-' ? -seconds : seconds;
  }

  /** Negative if they are not both digits. */
  static int twoDigits(char[] text, int from) {
    return isDigit(text[from]) && isDigit(text[from + 1])
        ? (text[from] - '0') * 10 + text[from + 1] - '0'
        : -1;
  }

  private static boolean isDigit(char next) {
    return next >= '0' && next <= '9';
  }
}
