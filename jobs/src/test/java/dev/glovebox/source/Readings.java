package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.Part;
import dev.glovebox.signal.ValueCursor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Reads text with the adapter and the tests' own catalogue, and shows what came out. */
final class Readings {
  static final Fields FIELDS = fields();
  static final int LINE_BYTES = 64 * 1024;
  static final long LATEST_MICROS = InstantParser.parse("2026-12-31T23:59:59Z");
  static final String VIN = "LRWTEST0000000001";
  static final String ENDING =
      ",\"createdAt\":\"2026-01-02T03:04:05.678Z\",\"vin\":\"" + VIN + "\",\"isResend\":false}";

  private Readings() {}

  static List<Message> read(byte[] stored, String name) {
    return read(new ByteArrayInputStream(stored), name);
  }

  static List<Message> read(InputStream stored, String name) {
    List<Message> messages = new ArrayList<>();
    new FleetTelemetryAdapter(FIELDS, LINE_BYTES)
        .read(stored, new RawObject(name, LATEST_MICROS))
        .forEachRemaining(messages::add);
    return messages;
  }

  static List<Message> readText(String text) {
    return read(text.getBytes(UTF_8), "plain.jsonl");
  }

  /** The message of one line. */
  static Message readLine(String line) {
    List<Message> messages = readText(line);
    if (messages.size() != 1) {
      throw new AssertionError("Not one message but " + messages.size());
    }
    return messages.get(0);
  }

  /** The message of one record whose list {@code data} has these items. */
  static Message readItems(String... items) {
    return readLine(record(items));
  }

  static String record(String... items) {
    return "{\"data\":[" + String.join(",", items) + "]" + ENDING;
  }

  /** The message of one record with one value, whose arm is given as JSON. */
  static Message readValue(String signal, String armName, String arm) {
    return readItems(item(signal, "{\"" + armName + "\":" + arm + "}"));
  }

  static String item(String signal, String value) {
    return "{\"key\":\"" + signal + "\",\"value\":" + value + "}";
  }

  /** The values that were read, {@code Location=31.2|121.4}, a missing part as {@code -}. */
  static List<String> values(Message message) {
    List<String> values = new ArrayList<>();
    ValueCursor cursor = new ValueCursor();
    cursor.reset(message.content());
    while (cursor.next()) {
      Field field = FIELDS.at(cursor.fieldId());
      StringJoiner parts = new StringJoiner("|", field.name() + "=", "");
      field.parts().forEach(part -> parts.add(part(part, cursor)));
      values.add(parts.toString());
    }
    return values;
  }

  private static String part(Part part, ValueCursor cursor) {
    if (!cursor.nextPart()) {
      return "-";
    }
    return switch (part.signal().type()) {
      case DOUBLE -> Double.toString(cursor.readDouble());
      case LONG, TIMESTAMP -> Long.toString(cursor.readLong());
      case BOOLEAN -> Boolean.toString(cursor.readBoolean());
      case STRING, TIME -> cursor.readString();
    };
  }

  /** What became of the one value of a message: its text, or the reason why there is none. */
  static String outcome(Message message) {
    if (message.rejection() != null) {
      return "message " + message.rejection().code();
    }
    if (!message.rejectedValues().isEmpty()) {
      return message.rejectedValues().get(0).reason().code();
    }
    return message.unlisted() + message.unpublished() > 0 ? "unread" : values(message).get(0);
  }

  private static Fields fields() {
    try (InputStream yaml = Readings.class.getResourceAsStream("/source/signals.yaml")) {
      return Catalogue.parse(new String(yaml.readAllBytes(), UTF_8)).fields("fleet-telemetry");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
