package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;
import java.util.Arrays;

/** A time of day, sent as an object of hour, minute and second or as {@code HH:MM:SS}. */
final class TimeOfDayDecoder implements ValueDecoder {
  private static final int TEXT_LENGTH = "22:30:00".length();
  private static final long MISSING = Long.MIN_VALUE;

  private final WholeNumber number = new WholeNumber();
  private final long[] clock = new long[3];

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    if (value.currentToken() == JsonToken.VALUE_STRING) {
      return decodeText(value, writer);
    }
    if (value.currentToken() != JsonToken.START_OBJECT) {
      return TextDecoder.whyNot(value);
    }
    Rejection rejection = readClock(value);
    return rejection == null ? write(writer) : rejection;
  }

  private static Rejection decodeText(JsonParser value, ValueWriter writer) throws IOException {
    String text = value.getText();
    if (!isShaped(text.toCharArray())) {
      return TextDecoder.whyNot(value);
    }
    if (InstantParser.secondOfDay(text.toCharArray(), 0) < 0) {
      return Rejection.OUT_OF_RANGE;
    }
    writer.addString(text);
    return null;
  }

  private static boolean isShaped(char[] text) {
    return text.length == TEXT_LENGTH
        && text[2] == ':'
        && text[5] == ':'
        && InstantParser.twoDigits(text, 0) >= 0
        && InstantParser.twoDigits(text, 3) >= 0
        && InstantParser.twoDigits(text, 6) >= 0;
  }

  private Rejection readClock(JsonParser value) throws IOException {
    Arrays.fill(clock, MISSING);
    Rejection fault = null;
    for (String name = value.nextFieldName(); name != null; name = value.nextFieldName()) {
      value.nextToken();
      int hand = handOf(name);
      Rejection handFault = hand < 0 ? skip(value) : readHand(value, hand);
      fault = fault == null ? handFault : fault;
    }
    return fault;
  }

  private static int handOf(String name) {
    return switch (name) {
      case "hour" -> 0;
      case "minute" -> 1;
      case "second" -> 2;
      default -> -1;
    };
  }

  private static Rejection skip(JsonParser value) throws IOException {
    value.skipChildren();
    return null;
  }

  private Rejection readHand(JsonParser value, int hand) throws IOException {
    if (value.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    if (clock[hand] != MISSING || !DoubleDecoder.isNumberOrText(value)) {
      value.skipChildren();
      return Rejection.WRONG_TYPE;
    }
    Rejection rejection = number.read(value);
    clock[hand] = number.value();
    return rejection;
  }

  private Rejection write(ValueWriter writer) {
    if (clock[0] == MISSING || clock[1] == MISSING || clock[2] == MISSING) {
      return Rejection.INVALID;
    }
    if (outside(clock[0], 23) || outside(clock[1], 59) || outside(clock[2], 59)) {
      return Rejection.OUT_OF_RANGE;
    }
    char[] text = "00:00:00".toCharArray();
    for (int hand = 0; hand < clock.length; hand++) {
      text[3 * hand] += (char) (clock[hand] / 10);
      text[3 * hand + 1] += (char) (clock[hand] % 10);
    }
    writer.addString(new String(text));
    return null;
  }

  private static boolean outside(long hand, int largest) {
    return hand < 0 || hand > largest;
  }
}
