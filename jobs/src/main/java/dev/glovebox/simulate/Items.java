package dev.glovebox.simulate;

import dev.glovebox.simulate.FleetSignal.Wire;
import dev.glovebox.simulate.JsonBytes.Zeros;
import java.nio.charset.StandardCharsets;

/** Writes single items of a message's data, in whatever arm. */
final class Items {

  /** Which arm of the one-of a value comes in. */
  enum Arm {
    /** The field's own. */
    TYPED,
    /** Text, as older firmware sends nearly everything. */
    TEXT,
    /** Another number's, or text in another form. */
    OTHER
  }

  private static final byte[] DOUBLE = ascii("\"doubleValue\":");
  private static final byte[] FLOAT = ascii("\"floatValue\":");
  private static final byte[] INT = ascii("\"intValue\":");
  private static final byte[] STRING = ascii("\"stringValue\":\"");
  private static final byte[] CLOSING = ascii("}}");

  private final JsonBytes json;

  Items(JsonBytes json) {
    this.json = json;
  }

  /** An item without what follows it; a line's value is not among what this writes. */
  void item(FleetSignal signal, long value, Arm arm) {
    json.raw(signal.opening);
    if (arm == Arm.TYPED || signal.wire == Wire.DOORS || signal.wire == Wire.TYRES) {
      typed(signal, value);
    } else if (arm == Arm.OTHER) {
      other(signal, value);
    } else {
      text(signal, value);
    }
    json.raw(CLOSING);
  }

  void line(byte[] text) {
    json.raw(FleetSignal.ROUTE_LINE.opening);
    json.raw(STRING).raw(text).ascii("\"}}");
  }

  private void typed(FleetSignal signal, long value) {
    switch (signal.wire) {
      case DECIMAL -> {
        json.raw(signal.decimals == 0 ? INT : DOUBLE);
        json.decimal(value, signal.decimals, Zeros.CUT);
      }
      case INTEGER -> json.raw(INT).number(value);
      case LONG -> json.ascii("\"longValue\":\"").number(value).put('"');
      case BOOLEAN -> json.ascii("\"booleanValue\":").ascii(value == 1 ? "true" : "false");
      case ENUMERATION -> json.raw(signal.arm).raw(signal.prefixed[(int) value]).put('"');
      case TIME -> time(value);
      case POSITION -> position(value);
      case DOORS -> doors(value);
      case TYRES -> tyres(value);
      default -> text(signal, value);
    }
  }

  private void other(FleetSignal signal, long value) {
    switch (signal.wire) {
      case DECIMAL -> json.raw(FLOAT).decimal(value, signal.decimals, Zeros.CUT);
      case INTEGER -> json.ascii("\"longValue\":\"").number(value).put('"');
      case ENUMERATION -> {
        json.raw(STRING).raw(signal.prefixed[(int) value]).put('"');
      }
      default -> text(signal, value);
    }
  }

  private void text(FleetSignal signal, long value) {
    json.raw(STRING);
    switch (signal.wire) {
      case DECIMAL -> json.decimal(value, signal.decimals, Zeros.KEPT);
      case INTEGER, LONG -> json.number(value);
      case BOOLEAN -> json.ascii(value == 1 ? "true" : "false");
      case ENUMERATION -> json.raw(signal.bare[(int) value]);
      case TIME -> {
        json.padded(value / 3_600, 2).put(':').padded(value / 60 % 60, 2).put(':');
        json.padded(value % 60, 2);
      }
      case POSITION -> {
        json.put('(').decimal(FleetSignal.latitudeE6(value), 6, Zeros.KEPT).ascii(" N, ");
        json.decimal(FleetSignal.longitudeE6(value), 6, Zeros.KEPT).ascii(" E)");
      }
      default -> json.raw(Texts.of(signal, value));
    }
    json.put('"');
  }

  private void time(long second) {
    json.ascii("\"timeValue\":{\"hour\":").number(second / 3_600);
    json.ascii(",\"minute\":").number(second / 60 % 60);
    json.ascii(",\"second\":").number(second % 60).put('}');
  }

  private void position(long packed) {
    json.ascii("\"locationValue\":{\"latitude\":");
    json.decimal(FleetSignal.latitudeE6(packed), 6, Zeros.CUT).ascii(",\"longitude\":");
    json.decimal(FleetSignal.longitudeE6(packed), 6, Zeros.CUT).put('}');
  }

  private void doors(long open) {
    json.ascii("\"doorValue\":{\"DriverFront\":").ascii(open == 1 ? "true" : "false");
    json.ascii(",\"DriverRear\":false,\"PassengerFront\":false,\"PassengerRear\":false");
    json.ascii(",\"TrunkFront\":false,\"TrunkRear\":false}");
  }

  private void tyres(long warning) {
    json.ascii("\"tireLocationValue\":{\"frontLeft\":").ascii(warning == 1 ? "true" : "false");
    json.ascii(",\"frontRight\":false,\"rearLeft\":false,\"rearRight\":false");
    json.ascii(",\"semiMiddleAxleLeft2\":false,\"semiMiddleAxleRight2\":false");
    json.ascii(",\"semiRearAxleLeft\":false,\"semiRearAxleRight\":false");
    json.ascii(",\"semiRearAxleLeft2\":false,\"semiRearAxleRight2\":false}");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
