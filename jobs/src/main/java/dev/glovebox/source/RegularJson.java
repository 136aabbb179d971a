package dev.glovebox.source;

import java.util.Arrays;

/**
 * Reads JSON of a plain kind straight from ASCII bytes: text without escapes, numbers of few
 * digits, no blanks but spaces. It refuses all else, sound or not; then {@link StrictJson} is to be
 * asked. Whatever it takes is JSON by the letter. Reused.
 */
final class RegularJson {

  /** So many decimal digits always fit the 53 bits of a double. */
  private static final int EXACT_DIGITS = 15;

  private static final int LONG_DIGITS = 18;

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  /** Far fewer than the library's limit: what lies deeper is not regular. */
  private static final int DEEPEST = 100;

  /** What {@link #whole()} gives for what is no regular integer; no regular integer is so small. */
  static final long NOT_WHOLE = Long.MIN_VALUE;

  private byte[] bytes = {};
  private int at;
  private int end;
  private int textStart;
  private int textEnd;

  /** Of the number taken last: its digits as one integer, how many, and how many are decimals. */
  private long digits;

  private int digitCount;
  private int decimals;
  private boolean negative;

  void reset(byte[] newBytes, int start, int newEnd) {
    bytes = newBytes;
    at = start;
    end = newEnd;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the next token starts. */
  int start() {
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    return at;
  }

  /** Where what was taken last ends. */
  int at() {
    return at;
  }

  /** Goes back to a place. */
  void returnTo(int place) {
    at = place;
  }

  boolean isAtEnd() {
    return start() == end;
  }

  /** Takes this one character. */
  boolean take(char expected) {
    boolean there = isNext(expected);
    at += there ? 1 : 0;
    return there;
  }

  boolean isNext(char expected) {
    return start() < end && bytes[at] == expected;
  }

  /** Takes a text and keeps where its characters lie. */
  boolean takeText() {
    if (!take('"')) {
      return false;
    }
    int from = at;
    for (int i = from; i < end; i++) {
      byte next = bytes[i];
      if (next == '"') {
        textStart = from;
        textEnd = i;
        at = i + 1;
        return true;
      }
      if (next < ' ' || next == '\\') { // no ASCII, which is negative, neither
        return false;
      }
    }
    return false;
  }

  /** Takes a text of these characters. */
  boolean takeText(byte[] expected) {
    return takeText() && textIs(expected);
  }

  boolean textIs(byte[] expected) {
    return Arrays.equals(bytes, textStart, textEnd, expected, 0, expected.length);
  }

  /** Where the text taken last starts, without its quote. */
  int textStart() {
    return textStart;
  }

  int textEnd() {
    return textEnd;
  }

  /** What the text taken last means among these names; null if nothing. */
  <T> T find(NamesInBytes<T> names) {
    return names.find(bytes, textStart, textEnd);
  }

  /** Takes a number or the text of one; NaN if it is not regular. */
  double decimal() {
    boolean regular = takeNumberOrItsText() && digitCount <= EXACT_DIGITS;
    // Digits and power of ten are exact doubles, so one division rounds once.
    double magnitude = digits / POWERS_OF_TEN[Math.min(decimals, EXACT_DIGITS)];
    return regular ? (negative ? -magnitude : magnitude) : Double.NaN;
  }

  /** Takes an integer or the text of one; {@link #NOT_WHOLE} if it is not regular. */
  long whole() {
    boolean regular = takeNumberOrItsText() && decimals == 0;
    return regular ? (negative ? -digits : digits) : NOT_WHOLE;
  }

  private boolean takeNumberOrItsText() {
    boolean text = take('"'); // within it no blank is skipped
    return takeNumber() && (!text || (at < end && bytes[at++] == '"'));
  }

  private boolean takeNumber() {
    int first = at;
    negative = first < end && bytes[first] == '-';
    int from = negative ? first + 1 : first;
    digits = 0;
    at = from;
    takeDigits();
    digitCount = at - from;
    decimals = 0;
    boolean sound = digitCount > 0 && (digitCount == 1 || bytes[from] != '0');
    if (sound && at < end && bytes[at] == '.') {
      at++;
      int fraction = at;
      takeDigits();
      decimals = at - fraction;
      digitCount += decimals;
      sound = decimals > 0;
    }
    return sound && digitCount <= LONG_DIGITS && !(at < end && (bytes[at] | ' ') == 'e');
  }

  private void takeDigits() {
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      digits = digits * 10 + (bytes[at++] - '0');
    }
  }

  /** Takes this word. */
  boolean takeWord(byte[] word) {
    int from = start();
    boolean there =
        end - from >= word.length
            && Arrays.equals(bytes, from, from + word.length, word, 0, word.length);
    at += there ? word.length : 0;
    return there;
  }

  /** Takes an object or a list to where its brackets close, whatever lies between them. */
  boolean takeToClosing() {
    int depth = 0;
    for (int i = start(); i < end && depth <= DEEPEST; i++) {
      switch (bytes[i]) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> i = closingQuote(i + 1);
        default -> {}
      }
      if (depth == 0) {
        at = i + 1;
        return i < end;
      }
    }
    return false;
  }

  private int closingQuote(int from) {
    int i = from;
    while (i < end && bytes[i] != '"') {
      i += bytes[i] == '\\' ? 2 : 1;
    }
    return i;
  }
}
