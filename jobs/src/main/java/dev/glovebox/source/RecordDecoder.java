package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.glovebox.signal.Fields;
import java.io.IOException;

/**
 * Reads one line in one pass. The keys come in any order, the vehicle and the instant mostly last:
 * values are decoded as they come, and the record's fate is decided at the end.
 */
final class RecordDecoder {
  private final RawObject about;
  private final DataDecoder data;
  private final AlertsDecoder alerts = new AlertsDecoder();
  private final ConnectivityDecoder connectivity = new ConnectivityDecoder();
  private final Contents contents = new Contents();

  private RecordKind kind;
  private String vin;
  private boolean vinMet;
  private long capturedAtMicros;
  private boolean capturedAtMet;

  RecordDecoder(Fields fields, RawObject about) {
    this.about = about;
    this.data = new DataDecoder(fields);
  }

  /** The message of a line, of whatever bytes it may be. */
  Message decode(Line line) {
    if (line.extent() == Line.Extent.TOO_LONG) {
      return unread(line, Rejection.TOO_LONG);
    }
    if (!isUtf8(line)) {
      return unread(line, Rejection.BROKEN_RECORD);
    }
    try (LineParser parser = LineParser.of(line)) {
      return read(parser) ? judge(line) : unread(line, Rejection.BROKEN_RECORD);
    } catch (IOException notJson) {
      // The bytes are in memory: it is the JSON that is at fault, never the storage.
      return unread(line, Rejection.BROKEN_RECORD);
    }
  }

  private static boolean isUtf8(Line line) {
    return line.encoding() == Line.Encoding.ASCII
        || RawText.isUtf8(line.bytes(), line.start(), line.end());
  }

  private Message unread(Line line, Rejection rejection) {
    return Message.unread(about.name(), line.position(), rejection, line.raw());
  }

  /** False if the line is not one object of exactly one kind. */
  private boolean read(LineParser line) throws IOException {
    clear();
    JsonParser json = line.json();
    if (json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      if (!readKey(key, line)) {
        return false;
      }
    }
    if (kind == RecordKind.CONNECTIVITY) {
      connectivity.finish(line.line(), contents);
    }
    return json.nextToken() == null && kind != RecordKind.UNKNOWN;
  }

  private void clear() {
    kind = RecordKind.UNKNOWN;
    vin = null;
    vinMet = false;
    capturedAtMicros = Message.NO_INSTANT;
    capturedAtMet = false;
    contents.clear();
    connectivity.clear();
  }

  private boolean readKey(String key, LineParser line) throws IOException {
    return switch (key) {
      case "data" -> isFirst(RecordKind.VEHICLE_DATA) && readList(line);
      case "alerts" -> isFirst(RecordKind.ALERTS) && readList(line);
      case "errors" -> isFirst(RecordKind.ERRORS) && readList(line);
      case "metrics" -> isFirst(RecordKind.METRICS) && readList(line);
      case "connectionId" ->
          isFirst(RecordKind.CONNECTIVITY) && connectivity.readConnectionId(line);
      case "status" -> connectivity.readStatus(line);
      case "networkInterface" -> connectivity.readNetworkInterface(line);
      case "vin" -> readVin(line);
      case "createdAt" -> readCapturedAt(line);
      default -> {
        line.json().skipChildren();
        yield true;
      }
    };
  }

  /** False if the record has said its kind before. */
  private boolean isFirst(RecordKind said) {
    boolean first = kind == RecordKind.UNKNOWN;
    kind = said;
    return first;
  }

  private boolean readList(LineParser line) throws IOException {
    JsonToken token = line.json().currentToken();
    if (token != JsonToken.START_ARRAY) {
      return token == JsonToken.VALUE_NULL;
    }
    switch (kind) {
      case VEHICLE_DATA -> data.decode(line, contents);
      case ALERTS -> alerts.decode(line, contents);
      default -> countItems(line.json());
    }
    return true;
  }

  private void countItems(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      contents.meet();
      contents.addUnpublished();
      json.skipChildren();
    }
  }

  private boolean readVin(LineParser line) throws IOException {
    boolean first = !vinMet;
    vinMet = true;
    String text = line.textOrNull();
    vin = text == null || text.isBlank() ? null : text;
    line.json().skipChildren();
    return first;
  }

  private boolean readCapturedAt(LineParser line) throws IOException {
    boolean first = !capturedAtMet;
    capturedAtMet = true;
    JsonParser json = line.json();
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      capturedAtMicros =
          InstantParser.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }
    json.skipChildren();
    return first;
  }

  private Message judge(Line line) {
    Rejection rejection = rejection();
    if (rejection != null) {
      return Message.refused(
          kind,
          about.name(),
          line.position(),
          vin,
          capturedAtMicros,
          contents.values(),
          rejection,
          line.raw());
    }
    return new Message(
        kind,
        about.name(),
        line.position(),
        vin,
        capturedAtMicros,
        contents.values(),
        null,
        null,
        contents.content(),
        contents.unlisted(),
        contents.unpublished(),
        contents.rejected());
  }

  private Rejection rejection() {
    if (vin == null) {
      return Rejection.NO_VIN;
    }
    if (capturedAtMicros == Message.NO_INSTANT) {
      return Rejection.NO_INSTANT;
    }
    if (capturedAtMicros > about.latestInstantMicros()) {
      return Rejection.CLOCK_AHEAD;
    }
    return contents.values() == 0 ? Rejection.NO_VALUES : null;
  }
}
