package dev.glovebox.publishing;

import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.ValueCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** An outcome row, readable. */
record Found(InternalRow row) {

  boolean is(Output output) {
    return text(Cell.OUTPUT).equals(output.name());
  }

  String text(Cell cell) {
    return row.isNullAt(cell.ordinal()) ? null : row.getUTF8String(cell.ordinal()).toString();
  }

  long number(Cell cell) {
    return row.getLong(cell.ordinal());
  }

  byte[] content() {
    return row.getBinary(Cell.CONTENT.ordinal());
  }

  String reading() {
    return text(Cell.OWNER_ID) + " " + text(Cell.EVENT_MONTH) + " " + values() + " " + withheld();
  }

  Map<String, Object> values() {
    Map<String, Object> values = new TreeMap<>();
    ValueCursor cursor = new ValueCursor();
    cursor.reset(content());
    while (cursor.next()) {
      for (Part part : JudgedReadings.FIELDS.at(cursor.fieldId()).parts()) {
        if (cursor.nextPart()) {
          values.put(part.signal().column(), read(part, cursor));
        }
      }
    }
    return values;
  }

  private static Object read(Part part, ValueCursor cursor) {
    return switch (part.signal().type()) {
      case DOUBLE -> cursor.readDouble();
      case LONG, TIMESTAMP -> cursor.readLong();
      case BOOLEAN -> cursor.readBoolean();
      case STRING, TIME -> cursor.readString();
    };
  }

  private List<String> withheld() {
    ArrayData reasons = row.getArray(Cell.WITHHELD.ordinal());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < reasons.numElements(); i++) {
      texts.add(reasons.getUTF8String(i).toString());
    }
    return texts;
  }
}
