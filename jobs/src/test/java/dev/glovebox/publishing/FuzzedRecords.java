package dev.glovebox.publishing;

import dev.glovebox.signal.Field;
import dev.glovebox.signal.SignalType;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records of a few vehicles by seed, as JSON text: mostly sound, close to whatever a rule looks at
 * (the start of a tenure, of a month, of a place), now and then of a wrong type.
 */
final class FuzzedRecords {

  /** Of vehicles with a holder, with several, with none, and what is hardly a VIN. */
  static final List<String> VINS =
      List.of(
          "LRWTEST0000000001",
          "LRWTEST0000000002",
          "lrwtest0000000001",
          "0",
          "\\u8f66-1",
          "a/b%2F=c",
          "\\ud83d",
          "\\u0000",
          " ",
          "");

  /** Starts of a month in Shanghai, of tenures, and of nothing. */
  static final List<Instant> EDGES =
      List.of(
          Instant.parse("2026-10-31T16:00:00Z"),
          Instant.parse("2026-11-01T04:00:00Z"),
          Instant.parse("2026-11-01T05:00:00Z"),
          Instant.parse("2026-11-01T06:30:00Z"));

  private static final List<Long> NEAR_MICROS =
      List.of(0L, 0L, 0L, 1L, -1L, 999L, 1_000_000L, -1_000_000L, 600_000_000L, 600_000_001L);

  private static final List<String> ODD_INSTANTS =
      List.of(
          "null",
          "\"\"",
          "\"soon\"",
          "1767323045",
          "\"2026-02-30T00:00:00Z\"",
          "\"0000-00-00T00:00:00Z\"",
          "\"9999-12-31T23:59:59.999999999Z\"",
          "\"+292278994-08-17T07:12:55Z\"",
          "\"2026-11-01T04:00:60Z\"",
          "\"2026-11-01T04:00:00+99:99\"",
          "\"2026-11-01T04:00:00.1234567890123456789Z\"");

  static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0.0",
          "12",
          "71.25",
          "1e400",
          "-1e-400",
          "9223372036854775808",
          "123456789012345678901234567890",
          "\"\"",
          "\"12\"",
          "\"NaN\"",
          "NaN",
          "-Infinity",
          "\"0x1F\"",
          "\"true\"",
          "\"ShiftStateD\"",
          "\"\\u8f66\\ud83d\\ude97\"",
          "\"\\ud800\"",
          "\"\\u0000\"",
          "\"_p~iF~ps|U_ulLnnqC_mqNvxq`@\"",
          "\"(31.2 N, 121.4 E)\"",
          "[]",
          "{}");

  private final Random random;
  private final List<Field> fields = JudgedReadings.FIELDS.all();
  private final List<String> unpublished = List.copyOf(JudgedReadings.FIELDS.unpublished());

  FuzzedRecords(Random random) {
    this.random = random;
  }

  String record() {
    String vin = "\"vin\":" + (once(40) ? oneOf(SCALARS) : "\"" + oneOf(VINS) + "\"");
    return "{" + body() + ",\"createdAt\":" + instant() + "," + vin + "}";
  }

  private String body() {
    return switch (random.nextInt(12)) {
      case 0 -> "\"alerts\":" + list(3, this::alert);
      case 1 -> connection();
      case 2 -> "\"" + oneOf(List.of("errors", "metrics", "other")) + "\":" + list(3, this::scalar);
      default -> "\"isResend\":" + once(2) + ",\"data\":" + list(7, this::item);
    };
  }

  private String instant() {
    if (once(50)) {
      return oneOf(ODD_INSTANTS);
    }
    Instant edge = oneOf(EDGES);
    return "\"" + edge.plusNanos(1000 * oneOf(NEAR_MICROS)) + "\"";
  }

  private String alert() {
    return "{\"name\":%s,\"audiences\":%s,\"startedAt\":%s,\"endedAt\":%s}"
        .formatted(
            once(10) ? scalar() : "\"A" + random.nextInt(3) + "\"",
            once(10) ? scalar() : "[\"Customer\"]",
            instant(),
            once(2) ? "null" : instant());
  }

  private String connection() {
    return "\"connectionId\":%s,\"status\":%s,\"networkInterface\":\"wifi\""
        .formatted(once(20) ? scalar() : "\"c\"", once(20) ? scalar() : "\"CONNECTED\"");
  }

  private String item() {
    int draw = random.nextInt(20);
    if (draw == 0) {
      return item(oneOf(List.of("NoSuch", "", "vehiclespeed", "VehicleSpeed ")), arm(scalar()));
    }
    if (draw == 1 && !unpublished.isEmpty()) {
      return item(oneOf(unpublished), arm(scalar()));
    }
    if (draw < 6) {
      return item("Location", position());
    }
    // Of a few fields much, so that values of one instant repeat and contradict each other.
    Field field = fields.get(random.nextInt(once(2) ? 12 : fields.size()));
    return item(field.name(), value(field));
  }

  private String value(Field field) {
    if (once(12)) {
      return once(2) ? scalar() : "{\"invalid\":true}";
    }
    return switch (field.shape()) {
      case POSITION -> position();
      case PARTS ->
          arm(
              field.parts().stream()
                  .map(part -> "\"" + part.name() + "\":" + once(2))
                  .collect(Collectors.joining(",", "{", "}")));
      default -> arm(once(3) ? scalar() : likely(field.parts().get(0).signal().type()));
    };
  }

  private String likely(SignalType type) {
    return switch (type) {
      case BOOLEAN -> Boolean.toString(once(2));
      case TIME -> "\"0%d:00:00\"".formatted(random.nextInt(10));
      case TIMESTAMP -> instant();
      default -> Integer.toString(random.nextInt(4));
    };
  }

  /** In the place, on its edge, within its margin, clear of it, or nowhere. */
  private String position() {
    String latitude = oneOf(List.of("31.2", "31.19", "31.1887", "31.1886", "31.0", "0", "91"));
    String longitude = oneOf(List.of("121.4", "121.41", "121.0", "-0.0", "181"));
    return once(8)
        ? "{\"stringValue\":\"(" + latitude + " N, " + longitude + " E)\"}"
        : "{\"locationValue\":{\"latitude\":" + latitude + ",\"longitude\":" + longitude + "}}";
  }

  private String arm(String value) {
    return "{\""
        + oneOf(List.of("doubleValue", "stringValue", "futureValue"))
        + "\":"
        + value
        + "}";
  }

  private static String item(String key, String value) {
    return "{\"key\":\"" + key + "\",\"value\":" + value + "}";
  }

  private String scalar() {
    return oneOf(SCALARS);
  }

  private String list(int most, Supplier<String> maker) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(i -> maker.get())
        .collect(Collectors.joining(",", "[", "]"));
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
