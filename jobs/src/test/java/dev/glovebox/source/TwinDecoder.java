package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.source.Json.Form;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decodes a record the plain way, from a tree: slow, short, and written apart from the fast one.
 */
final class TwinDecoder {
  private static final Map<String, RecordKind> KINDS =
      Map.of(
          "data", RecordKind.VEHICLE_DATA,
          "alerts", RecordKind.ALERTS,
          "errors", RecordKind.ERRORS,
          "metrics", RecordKind.METRICS,
          "connectionId", RecordKind.CONNECTIVITY);

  private TwinDecoder() {}

  static Reading decode(byte[] line) {
    String raw = cut(new String(line, UTF_8));
    Reading broken =
        Reading.refused(
            RecordKind.UNKNOWN, null, Message.NO_INSTANT, 0, Rejection.BROKEN_RECORD, raw);
    Optional<Json> json = strictText(line).flatMap(Json::parse);
    if (json.isEmpty() || !json.get().is(Form.OBJECT) || repeatsAKey(json.get())) {
      return broken;
    }
    List<Map.Entry<String, Json>> kinds =
        json.get().members().stream().filter(member -> KINDS.containsKey(member.getKey())).toList();
    if (kinds.size() != 1 || !isListed(kinds.get(0))) {
      return broken;
    }
    return decode(json.get(), kinds.get(0), raw);
  }

  private static Optional<String> strictText(byte[] line) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException malformed) {
      return Optional.empty();
    }
  }

  private static boolean repeatsAKey(Json record) {
    return List.of("vin", "createdAt", "status", "networkInterface").stream()
        .anyMatch(key -> record.all(key).size() > 1);
  }

  private static boolean isListed(Map.Entry<String, Json> kind) {
    Form form = kind.getValue().form();
    return kind.getKey().equals("connectionId") || form == Form.ARRAY || form == Form.NULL;
  }

  private static Reading decode(Json record, Map.Entry<String, Json> said, String raw) {
    RecordKind kind = KINDS.get(said.getKey());
    List<Json> items = kind == RecordKind.CONNECTIVITY ? List.of(record) : said.getValue().items();
    String vin =
        record.given("vin").stream()
            .filter(value -> TwinScalars.isText(value) && !value.text().isBlank())
            .map(Json::text)
            .findFirst()
            .orElse(null);
    long micros =
        record.given("createdAt").stream()
            .filter(value -> value.is(Form.TEXT))
            .map(value -> TwinScalars.instant(value.text()))
            .findFirst()
            .orElse(Message.NO_INSTANT);
    Rejection rejection = rejection(vin, micros, items.size());
    return rejection == null
        ? decodeItems(kind, vin, micros, items, raw)
        : Reading.refused(kind, vin, micros, items.size(), rejection, raw);
  }

  private static Rejection rejection(String vin, long micros, int items) {
    if (vin == null) {
      return Rejection.NO_VIN;
    }
    if (micros == Message.NO_INSTANT) {
      return Rejection.NO_INSTANT;
    }
    if (micros > Readings.LATEST_MICROS) {
      return Rejection.CLOCK_AHEAD;
    }
    return items == 0 ? Rejection.NO_VALUES : null;
  }

  private static Reading decodeItems(
      RecordKind kind, String vin, long micros, List<Json> items, String line) {
    List<String> content = new ArrayList<>();
    List<RejectedValue> rejected = new ArrayList<>();
    int unlisted = 0;
    int unpublished = 0;
    for (Json item : items) {
      String raw = kind == RecordKind.CONNECTIVITY ? line : cut(item.raw());
      TwinValues.Result result = TwinValues.decode(kind, item);
      switch (result.fate()) {
        case READ -> content.add(result.text());
        case UNLISTED -> unlisted++;
        case UNPUBLISHED -> unpublished++;
        case REJECTED -> rejected.add(new RejectedValue(result.signal(), result.reason(), raw));
      }
    }
    int size = items.size();
    return new Reading(
        kind, vin, micros, size, null, null, content, unlisted, unpublished, rejected);
  }

  private static String cut(String text) {
    TreeMap<Integer, Integer> ends = new TreeMap<>(Map.of(0, 0));
    int bytes = 0;
    for (int at = 0; at < text.length() && bytes <= 4096; at = ends.get(bytes)) {
      int next = text.offsetByCodePoints(at, 1);
      bytes += text.substring(at, next).getBytes(UTF_8).length;
      ends.put(bytes, next);
    }
    return text.substring(0, ends.floorEntry(4096).getValue());
  }
}
