package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;

/** A place, sent as an object of latitude and longitude in degrees or as text. */
final class PositionDecoder implements ValueDecoder {
  private static final double MISSING = Double.NaN;

  private final Conversion latitudeConversion;
  private final Conversion longitudeConversion;
  private double latitude;
  private double longitude;

  PositionDecoder(Field field) {
    this.latitudeConversion = Conversion.of(field.parts().get(0));
    this.longitudeConversion = Conversion.of(field.parts().get(1));
  }

  @Override
  public Rejection decode(JsonParser value, ValueWriter writer) throws IOException {
    latitude = MISSING;
    longitude = MISSING;
    Rejection rejection =
        switch (value.currentToken()) {
          case START_OBJECT -> readObject(value);
          case VALUE_STRING -> readText(value);
          default -> TextDecoder.whyNot(value);
        };
    return rejection == null ? write(latitude, longitude, writer) : rejection;
  }

  private Rejection readObject(JsonParser value) throws IOException {
    Rejection fault = null;
    for (String name = value.nextFieldName(); name != null; name = value.nextFieldName()) {
      value.nextToken();
      Rejection halfFault = readHalf(name, value);
      fault = fault == null ? halfFault : fault;
    }
    return fault;
  }

  private Rejection readHalf(String name, JsonParser value) throws IOException {
    boolean ofLatitude = name.equals("latitude");
    if (!ofLatitude && !name.equals("longitude")) {
      value.skipChildren();
      return null;
    }
    if (value.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    boolean repeated = !Double.isNaN(ofLatitude ? latitude : longitude);
    if (repeated || !DoubleDecoder.isNumberOrText(value)) {
      value.skipChildren();
      return Rejection.WRONG_TYPE;
    }
    double degrees = DoubleDecoder.number(value);
    if (ofLatitude) {
      latitude = degrees;
    } else {
      longitude = degrees;
    }
    return Double.isFinite(degrees) ? null : DoubleDecoder.whyNotFinite(value, degrees);
  }

  private Rejection readText(JsonParser value) throws IOException {
    String text = value.getText();
    int comma = text.indexOf(", ");
    if (comma < 0 || !text.startsWith("(") || !text.endsWith(")")) {
      return TextDecoder.whyNot(value);
    }
    latitude = degrees(text.substring(1, comma), 'N', 'S');
    longitude = degrees(text.substring(comma + 2, text.length() - 1), 'E', 'W');
    boolean read = Double.isFinite(latitude) && Double.isFinite(longitude);
    return read ? null : Rejection.WRONG_TYPE;
  }

  /** Of text such as {@code 37.412374 N}; NaN if it is not of that form. */
  private static double degrees(String text, char positive, char negative) {
    int digits = text.length() - 2;
    if (digits < 1 || text.charAt(digits) != ' ' || !Character.isDigit(text.charAt(0))) {
      return Double.NaN;
    }
    double degrees = NumberText.parse(text.toCharArray(), 0, digits);
    char side = text.charAt(digits + 1);
    if (side != positive && side != negative) {
      return Double.NaN;
    }
    return side == positive ? degrees : -degrees;
  }

  /** Null if the place in degrees as sent, NaN where it has none, is added; else why not. */
  Rejection write(double sentLatitude, double sentLongitude, ValueWriter writer) {
    boolean half = Double.isNaN(sentLatitude) || Double.isNaN(sentLongitude);
    if (half || (sentLatitude == 0 && sentLongitude == 0)) {
      return Rejection.INVALID;
    }
    double north = latitudeConversion.apply(sentLatitude);
    double east = longitudeConversion.apply(sentLongitude);
    if (!latitudeConversion.accepts(north) || !longitudeConversion.accepts(east)) {
      return Rejection.OUT_OF_RANGE;
    }
    writer.addDouble(north);
    writer.addDouble(east);
    return null;
  }
}
