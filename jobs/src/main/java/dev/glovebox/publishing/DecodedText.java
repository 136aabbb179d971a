package dev.glovebox.publishing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.source.RawText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes a decoded value out again, for the quarantine of what was read but not trusted. */
final class DecodedText {

  private static final JsonFactory JSON = new JsonFactory();

  private final ValueCursor cursor = new ValueCursor();

  /**
   * The value as JSON: its source's name and its columns in the catalogue's units; at most 4 KiB.
   *
   * <p>Such as <code>{"key":"VehicleSpeed","decoded":{"speed_kmh":40.0}}</code>.
   */
  String of(Field field, byte[] block, int valueStart, int valueEnd) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("key", field.name());
      json.writeObjectFieldStart("decoded");
      cursor.resetToValue(block, valueStart, valueEnd);
      for (Part part : field.parts()) {
        json.writeFieldName(part.signal().column());
        writePart(json, part);
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RawText.of(text.toString());
  }

  private void writePart(JsonGenerator json, Part part) throws IOException {
    if (!cursor.nextPart()) {
      json.writeNull();
      return;
    }
    switch (part.signal().type()) {
      case DOUBLE -> json.writeNumber(cursor.readDouble());
      case LONG, TIMESTAMP -> json.writeNumber(cursor.readLong());
      case BOOLEAN -> json.writeBoolean(cursor.readBoolean());
      case STRING, TIME -> json.writeString(cursor.readString());
    }
  }
}
