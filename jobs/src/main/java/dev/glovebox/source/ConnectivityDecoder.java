package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Gathers a connect or disconnect, whose keys lie among the record's own, into one canonical JSON
 * object: {@code {"connection_id":…,"status":…,"network_interface":…}}.
 */
final class ConnectivityDecoder {

  /** One text of the event, as far as it has been met. */
  private static final class Text {
    private boolean met;
    private boolean sound = true;
    private String value;

    /** False if it comes a second time. */
    boolean read(LineParser line) throws IOException {
      boolean first = !met;
      met = true;
      value = line.textOrNull();
      sound = value != null || line.json().currentToken() == JsonToken.VALUE_NULL;
      line.skip();
      return first;
    }
  }

  private Text connectionId = new Text();
  private Text status = new Text();
  private Text networkInterface = new Text();

  void clear() {
    connectionId = new Text();
    status = new Text();
    networkInterface = new Text();
  }

  /** Reads the value at hand. False if its key has been there before. */
  boolean readConnectionId(LineParser line) throws IOException {
    return connectionId.read(line);
  }

  /** Reads the value at hand. False if its key has been there before. */
  boolean readStatus(LineParser line) throws IOException {
    return status.read(line);
  }

  /** Reads the value at hand. False if its key has been there before. */
  boolean readNetworkInterface(LineParser line) throws IOException {
    return networkInterface.read(line);
  }

  /** Makes the event the one value of its record. */
  void finish(Line line, Contents contents) throws IOException {
    contents.meet();
    boolean sound = connectionId.sound && status.sound && networkInterface.sound;
    if (sound && status.value != null) {
      contents.keep(canonical());
    } else {
      contents.reject("status", Rejection.WRONG_TYPE, line.raw());
    }
  }

  private byte[] canonical() throws IOException {
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
    try (JsonGenerator canonical = StrictJson.generator(utf8)) {
      canonical.writeStartObject();
      canonical.writeStringField("connection_id", connectionId.value);
      canonical.writeStringField("status", status.value);
      canonical.writeStringField("network_interface", networkInterface.value);
      canonical.writeEndObject();
    }
    return utf8.toByteArray();
  }
}
