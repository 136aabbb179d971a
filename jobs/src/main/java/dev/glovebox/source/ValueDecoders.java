package dev.glovebox.source;

import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.Part;
import java.util.List;

/** The decoder of each field of a source, made once from the catalogue. */
final class ValueDecoders {
  private final List<ValueDecoder> decoders;

  ValueDecoders(Fields fields) {
    this.decoders = fields.all().stream().map(ValueDecoders::of).toList();
  }

  ValueDecoder of(int fieldId) {
    return decoders.get(fieldId);
  }

  private static ValueDecoder of(Field field) {
    return switch (field.shape()) {
      case SCALAR, LINE -> ofScalar(field.parts().get(0));
      case POSITION -> new PositionDecoder(field);
      case PARTS -> new PartsDecoder(field);
    };
  }

  private static ValueDecoder ofScalar(Part part) {
    return switch (part.signal().type()) {
      case DOUBLE -> new DoubleDecoder(Conversion.of(part));
      case LONG -> new LongDecoder(Conversion.of(part));
      case BOOLEAN -> new BooleanDecoder();
      case TIMESTAMP -> new TimestampDecoder(part.scale());
      case TIME -> new TimeOfDayDecoder();
      case STRING ->
          part.signal().values().isEmpty() ? new TextDecoder() : new EnumerationDecoder(part);
    };
  }
}
