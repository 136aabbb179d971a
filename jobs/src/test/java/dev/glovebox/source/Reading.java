package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** A message in a form that can be compared and read: the content as a list of texts. */
record Reading(
    RecordKind kind,
    String vin,
    long capturedAtMicros,
    int values,
    Rejection rejection,
    String raw,
    List<String> content,
    int unlisted,
    int unpublished,
    List<RejectedValue> rejectedValues) {

  static Reading of(Message message) {
    return new Reading(
        message.kind(),
        message.vin(),
        message.capturedAtMicros(),
        message.values(),
        message.rejection(),
        message.raw(),
        content(message),
        message.unlisted(),
        message.unpublished(),
        message.rejectedValues());
  }

  static Reading refused(
      RecordKind kind, String vin, long micros, int values, Rejection rejection, String raw) {
    return new Reading(kind, vin, micros, values, rejection, raw, List.of(), 0, 0, List.of());
  }

  private static List<String> content(Message message) {
    if (message.kind() == RecordKind.VEHICLE_DATA) {
      return Readings.values(message);
    }
    String json = new String(message.content(), UTF_8);
    if (json.isEmpty()) {
      return List.of();
    }
    return switch (message.kind()) {
      case ALERTS -> Json.parse(json).orElseThrow().items().stream().map(Json::raw).toList();
      default -> List.of(json);
    };
  }
}
