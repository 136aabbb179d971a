package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.ValueWriter;

/**
 * Decodes values in the form in which nearly all come: an object of one arm, and in it a plain
 * number, name, yes or no, or position. What is not of that form, or not acceptable, is left to
 * {@link ValueDecoders}.
 */
final class RegularValues {

  private static final byte[] INVALID = ascii("invalid");
  private static final byte[] TRUE = ascii("true");
  private static final byte[] FALSE = ascii("false");
  private static final byte[] LATITUDE = ascii("latitude");
  private static final byte[] LONGITUDE = ascii("longitude");

  /** Takes what is in the arm and adds it; false if it is not regular or not acceptable. */
  @FunctionalInterface
  private interface Arm {
    boolean decode(RegularJson json, ValueWriter writer);
  }

  private final Arm[] arms;

  RegularValues(Fields fields) {
    arms = fields.all().stream().map(RegularValues::arm).toArray(Arm[]::new);
  }

  static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  /**
   * Takes a value and adds its parts to the entry begun. If it gives false, some may have been
   * added, and the place in the JSON is anywhere.
   */
  boolean decode(int fieldId, RegularJson json, ValueWriter writer) {
    Arm arm = arms[fieldId];
    return arm != null && takeArm(json) && arm.decode(json, writer) && json.take('}');
  }

  private static boolean takeArm(RegularJson json) {
    return json.take('{') && json.takeText() && !json.textIs(INVALID) && json.take(':');
  }

  /** Null for a field whose values are not read here. */
  private static Arm arm(Field field) {
    return switch (field.shape()) {
      case SCALAR -> scalar(field.parts().get(0));
      case POSITION -> position(new PositionDecoder(field));
      case LINE, PARTS -> null;
    };
  }

  private static Arm scalar(Part part) {
    Conversion conversion = Conversion.of(part);
    return switch (part.signal().type()) {
      case DOUBLE -> decimal(conversion);
      case LONG -> conversion.isIdentity() ? whole(conversion) : null;
      case BOOLEAN -> RegularValues::yesOrNo;
      case STRING -> part.signal().values().isEmpty() ? null : name(new EnumerationDecoder(part));
      case TIMESTAMP, TIME -> null;
    };
  }

  private static Arm decimal(Conversion conversion) {
    return (json, writer) -> {
      double converted = conversion.apply(json.decimal());
      if (!conversion.accepts(converted)) { // which no NaN is
        return false;
      }
      writer.addDouble(converted);
      return true;
    };
  }

  private static Arm whole(Conversion conversion) {
    return (json, writer) -> {
      long value = json.whole();
      if (value == RegularJson.NOT_WHOLE || !conversion.accepts((double) value)) {
        return false;
      }
      writer.addLong(value);
      return true;
    };
  }

  private static boolean yesOrNo(RegularJson json, ValueWriter writer) {
    boolean text = json.isNext('"') && json.takeText();
    boolean yes = text ? json.textIs(TRUE) : json.takeWord(TRUE);
    boolean known = yes || (text ? json.textIs(FALSE) : json.takeWord(FALSE));
    if (known) {
      writer.addBoolean(yes);
    }
    return known;
  }

  private static Arm name(EnumerationDecoder enumeration) {
    NamesInBytes<String> names = new NamesInBytes<>(enumeration.namesAsSent());
    return (json, writer) -> {
      String name = json.takeText() ? json.find(names) : null;
      if (name != null) {
        writer.addString(name);
      }
      return name != null;
    };
  }

  private static Arm position(PositionDecoder decoder) {
    return (json, writer) -> {
      if (!json.take('{') || !json.takeText(LATITUDE) || !json.take(':')) {
        return false;
      }
      double latitude = json.decimal();
      if (!json.take(',') || !json.takeText(LONGITUDE) || !json.take(':')) {
        return false;
      }
      double longitude = json.decimal();
      return json.take('}') && decoder.write(latitude, longitude, writer) == null;
    };
  }
}
