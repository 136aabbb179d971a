package dev.glovebox.publishing;

import dev.glovebox.privacy.Coarsening;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.Signal;
import dev.glovebox.signal.SignalType;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.signal.ValueWriter;

/** Writes a value again, coarser. */
final class CoarsenedEntry {

  private final ValueCursor cursor = new ValueCursor();

  /** Whether a value of this field can be made as coarse as that; otherwise it must not go out. */
  static boolean can(Field field, Coarsening coarsening) {
    if (coarsening.equals(Coarsening.NONE)) {
      return true;
    }
    return field.shape() == Field.Shape.POSITION
        ? coarsening.gridMeters() > 0
        : coarsening.step() > 0 && field.parts().stream().allMatch(CoarsenedEntry::isNumber);
  }

  private static boolean isNumber(Part part) {
    return part.signal().type() == SignalType.DOUBLE || part.signal().type() == SignalType.LONG;
  }

  /** Appends {@code block[valueStart, valueEnd)}, coarsened, to the values written so far. */
  void write(
      ValueWriter into,
      Field field,
      byte[] block,
      int valueStart,
      int valueEnd,
      Coarsening coarsening) {
    cursor.resetToValue(block, valueStart, valueEnd);
    into.begin(field);
    if (field.shape() == Field.Shape.POSITION) {
      writePosition(into, coarsening);
    } else {
      for (Part part : field.parts()) {
        writePart(into, part.signal(), coarsening);
      }
    }
    into.end();
  }

  private void writePosition(ValueWriter into, Coarsening coarsening) {
    cursor.nextPart();
    double latitudeDeg = cursor.readDouble();
    cursor.nextPart();
    Coarsening.Position coarse = coarsening.position(latitudeDeg, cursor.readDouble());
    into.addDouble(coarse.latitudeDeg());
    into.addDouble(coarse.longitudeDeg());
  }

  private void writePart(ValueWriter into, Signal signal, Coarsening coarsening) {
    if (!cursor.nextPart()) {
      into.addMissing();
      return;
    }
    if (signal.type() == SignalType.LONG) {
      into.addLong(Math.round(coarsening.number((double) cursor.readLong())));
    } else {
      into.addDouble(coarsening.number(cursor.readDouble()));
    }
  }
}
