package dev.glovebox.source;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes the items of {@code alerts} into one canonical JSON array: {@code
 * [{"name":…,"audiences":[…],"started_at":<µs or null>,"ended_at":<µs or null>}]}.
 */
final class AlertsDecoder {
  private String name;
  private List<String> audiences;
  private long startedAtMicros;
  private long endedAtMicros;
  private boolean sound;

  /** Reads the array at hand; an alert that is not as it should be is rejected alone. */
  void decode(LineParser line, Contents contents) throws IOException {
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
    try (JsonGenerator canonical = StrictJson.generator(utf8)) {
      canonical.writeStartArray();
      while (line.json().nextToken() != JsonToken.END_ARRAY) {
        contents.meet();
        decodeAlert(line, canonical, contents);
      }
      canonical.writeEndArray();
    }
    contents.keep(utf8.toByteArray());
  }

  private void decodeAlert(LineParser line, JsonGenerator canonical, Contents contents)
      throws IOException {
    int start = line.start();
    startAlert();
    if (line.json().currentToken() == JsonToken.START_OBJECT) {
      readKeys(line);
    }
    line.skip();
    if (sound && name != null) {
      write(canonical);
    } else {
      String known = name == null ? "" : name;
      contents.reject(known, Rejection.WRONG_TYPE, line.rawFrom(start));
    }
  }

  private void startAlert() {
    name = null;
    audiences = null;
    startedAtMicros = InstantParser.NONE;
    endedAtMicros = InstantParser.NONE;
    sound = true;
  }

  private void readKeys(LineParser line) throws IOException {
    JsonParser json = line.json();
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      if (json.nextToken() == JsonToken.VALUE_NULL) {
        continue;
      }
      switch (key) {
        case "name" -> readName(line);
        case "audiences" -> readAudiences(line);
        case "startedAt" -> startedAtMicros = readInstant(line, startedAtMicros);
        case "endedAt" -> endedAtMicros = readInstant(line, endedAtMicros);
        default -> json.skipChildren();
      }
    }
  }

  private void readName(LineParser line) throws IOException {
    String text = line.textOrNull();
    sound &= name == null && text != null;
    name = name == null ? text : name;
    line.skip();
  }

  private void readAudiences(LineParser line) throws IOException {
    if (audiences != null || line.json().currentToken() != JsonToken.START_ARRAY) {
      sound = false;
      line.skip();
      return;
    }
    audiences = new ArrayList<>();
    while (line.json().nextToken() != JsonToken.END_ARRAY) {
      String audience = line.textOrNull();
      sound &= audience != null;
      audiences.add(audience);
      line.skip();
    }
  }

  private long readInstant(LineParser line, long earlierMicros) throws IOException {
    String text = line.textOrNull();
    line.skip();
    long micros = text == null ? InstantParser.NONE : InstantParser.parse(text);
    sound &= micros != InstantParser.NONE && earlierMicros == InstantParser.NONE;
    return micros;
  }

  private void write(JsonGenerator canonical) throws IOException {
    canonical.writeStartObject();
    canonical.writeStringField("name", name);
    canonical.writeArrayFieldStart("audiences");
    for (String audience : audiences == null ? List.<String>of() : audiences) {
      canonical.writeString(audience);
    }
    canonical.writeEndArray();
    writeInstant(canonical, "started_at", startedAtMicros);
    writeInstant(canonical, "ended_at", endedAtMicros);
    canonical.writeEndObject();
  }

  private static void writeInstant(JsonGenerator canonical, String name, long micros)
      throws IOException {
    if (micros == InstantParser.NONE) {
      canonical.writeNullField(name);
    } else {
      canonical.writeNumberField(name, micros);
    }
  }
}
