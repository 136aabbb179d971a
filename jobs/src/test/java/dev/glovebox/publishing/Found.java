package dev.glovebox.publishing;

import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.ValueCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.util.ArrayData;

/** An outcome row, readable. */
record Found(OutcomeRow row) {

  boolean is(Output output) {
    return row.output() == output;
  }

  String text(Cell cell) {
    Object text = row.cell(cell);
    return text == null ? null : text.toString();
  }

  long number(Cell cell) {
    return ((Number) row.cell(cell)).longValue();
  }

  byte[] bytes(Cell cell) {
    return (byte[]) row.cell(cell);
  }

  String reading() {
    return text(Cell.OWNER_ID) + " " + row.partition().get(0) + " " + values() + " " + withheld();
  }

  Map<String, Object> values() {
    Map<String, Object> values = new TreeMap<>();
    ValueCursor cursor = new ValueCursor();
    cursor.reset(bytes(Cell.CONTENT));
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
    ArrayData reasons = (ArrayData) row.cell(Cell.WITHHELD);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < reasons.numElements(); i++) {
      texts.add(reasons.getUTF8String(i).toString());
    }
    return texts;
  }
}
