package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.ValueWriter;
import java.io.IOException;

/** Decodes the items of {@code data}: {@code {"key":"VehicleSpeed","value":{"<arm>":…}}}. */
final class DataDecoder {
  private static final int NOT_MET = -1;

  private final Fields fields;
  private final FieldNames names;
  private final ValueDecoders decoders;
  private final ValueWriter writer = new ValueWriter();

  private LineParser parser;
  private JsonParser json;
  private Contents contents;

  /** Of the item at hand. */
  private String name;

  private Field field;
  private int keys;
  private int itemValues;
  private int laterStart;
  private int laterEnd;
  private Rejection fault;

  DataDecoder(Fields fields) {
    this.fields = fields;
    this.names = new FieldNames(fields);
    this.decoders = new ValueDecoders(fields);
  }

  /** Reads the array at hand and keeps its values as one block. */
  void decode(LineParser line, Contents target) throws IOException {
    parser = line;
    json = line.json();
    contents = target;
    writer.clear();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      contents.meet();
      decodeItem(line.start());
    }
    contents.keep(writer.toBytes());
  }

  private void decodeItem(int start) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      parser.skip();
      contents.reject("", Rejection.WRONG_TYPE, parser.rawFrom(start));
      return;
    }
    startItem();
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      switch (key) {
        case "key" -> readName();
        case "value" -> readValue();
        default -> json.skipChildren();
      }
    }
    settle(start);
  }

  private void startItem() {
    name = null;
    field = null;
    keys = 0;
    itemValues = 0;
    laterStart = NOT_MET;
    fault = null;
  }

  private void readName() throws IOException {
    keys++;
    if (keys == 1) {
      field = publishedField();
      name = field == null ? parser.textOrNull() : field.name();
    }
    json.skipChildren();
  }

  private Field publishedField() throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? names.find(json.getTextCharacters(), json.getTextOffset(), json.getTextLength())
        : null;
  }

  private void readValue() throws IOException {
    itemValues++;
    if (itemValues > 1 || (name != null && field == null)) {
      json.skipChildren();
    } else if (field == null) {
      laterStart = parser.start();
      laterEnd = parser.skip();
    } else {
      writer.begin(field);
      fault = OneOf.decode(json, decoders.of(field.id()), writer);
    }
  }

  private void settle(int start) throws IOException {
    if (laterStart != NOT_MET && field != null) {
      readLater();
    }
    boolean begun = itemValues > 0 && field != null;
    Rejection rejection = rejection();
    if (begun && rejection == null) {
      writer.end();
    } else if (begun) {
      writer.cancel();
    }
    if (rejection != null) {
      contents.reject(keys == 1 && name != null ? name : "", rejection, parser.rawFrom(start));
    } else if (field == null) {
      countUnread();
    }
  }

  /** Reads a value that came before its name. */
  private void readLater() throws IOException {
    try (JsonParser later = StrictJson.parser(parser.line().bytes(), laterStart, laterEnd)) {
      later.nextToken();
      writer.begin(field);
      fault = OneOf.decode(later, decoders.of(field.id()), writer);
    }
  }

  private Rejection rejection() {
    if (name == null || keys > 1) {
      return Rejection.WRONG_TYPE;
    }
    if (field == null) {
      return null;
    }
    if (itemValues != 1) {
      return itemValues == 0 ? Rejection.INVALID : Rejection.WRONG_TYPE;
    }
    return fault;
  }

  private void countUnread() {
    if (fields.listedUnpublished(name)) {
      contents.addUnpublished();
    } else {
      contents.addUnlisted();
    }
  }
}
