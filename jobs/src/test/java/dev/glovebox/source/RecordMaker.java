package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.signal.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes records as cars send them, as they should not be sent, and broken ones; by seed. */
final class RecordMaker {
  private static final List<String> SCALARS =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "1",
          "85",
          "71.25",
          "12.5e1",
          "-273.15",
          "1e999",
          "1E-7",
          "NaN",
          "-Infinity",
          "9223372036854775807",
          "9223372036854775808",
          "12345678901234567890.5",
          "1767323045",
          "1767323045.5",
          "\"\"",
          "\"85\"",
          "\"71.25\"",
          "\"+1.5e1\"",
          "\"NaN\"",
          "\"nan\"",
          "\"<invalid>\"",
          "\"true\"",
          "\"FALSE\"",
          "\"D\"",
          "\"ShiftStateD\"",
          "\"ShiftStateX\"",
          "\"DetailedChargeStateCharging\"",
          "\"22:30:00\"",
          "\"24:00:00\"",
          "\"1767323045\"",
          "\"2026-01-02T03:04:05.678901234Z\"",
          "\"2026-02-30T03:04:05Z\"",
          "\"2026-01-02t03:04:05+23:59\"",
          "\"(37.412374 N, 122.145867 W)\"",
          "\"(97.4 N, 122.1 W)\"",
          "\"(0 N, 0.0 E)\"",
          "\"(1e999 N, 0.0 E)\"",
          "\"DriverFront|TrunkRear\"",
          "\"DriverFront|\"",
          "\"\u5c0f\u767d\"",
          "\"\\u5c0f\\ud83d\\ude97\"",
          "\"\\ud83d\"",
          "\"a\\\"b\\\\\"");
  private static final List<String> NAMES =
      List.of(
          "latitude",
          "longitude",
          "hour",
          "minute",
          "second",
          "DriverFront",
          "DriverRear",
          "TrunkRear",
          "frontLeft",
          "rearRight",
          "more",
          "invalid",
          "stringValue",
          "doubleValue");
  private static final List<String> TOP =
      List.of("vin", "createdAt", "isResend", "status", "networkInterface", "data", "more");

  private final Random random;

  RecordMaker(Random random) {
    this.random = random;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  /** A line that is a record, sound or not, or the ruin of one. */
  byte[] line() {
    byte[] line = record().getBytes(UTF_8);
    int ruins = once(2) ? 0 : 1 + random.nextInt(3);
    for (int i = 0; i < ruins; i++) {
      line = ruin(line);
    }
    return line;
  }

  String record() {
    List<String> members = new ArrayList<>(List.of(body(), createdAt(), vin()));
    if (once(2)) {
      members.add("\"isResend\":" + once(2));
    }
    if (once(20)) {
      members.add("\"" + oneOf(TOP) + "\":" + json(2));
    }
    if (once(20)) {
      members.remove(random.nextInt(members.size()));
    }
    if (once(3)) {
      Collections.shuffle(members, random);
    }
    String comma = once(10) ? " ,\t" : ",";
    return "{" + String.join(comma, members) + "}";
  }

  private String vin() {
    return "\"vin\":" + (once(20) ? json(1) : "\"LRWTEST000000000" + random.nextInt(10) + "\"");
  }

  private String createdAt() {
    return "\"createdAt\":"
        + (once(20) ? json(1) : "\"202" + random.nextInt(8) + "-01-02T03:04:05.678Z\"");
  }

  private String body() {
    return switch (random.nextInt(8)) {
      case 0 -> "\"alerts\":" + list(this::alert);
      case 1 -> "\"" + oneOf(List.of("errors", "metrics")) + "\":" + list(() -> json(2));
      case 2 ->
          "\"connectionId\":\"c\",\"status\":"
              + (once(5) ? json(1) : "\"CONNECTED\"")
              + (once(3) ? ",\"networkInterface\":" + json(1) : "");
      default -> "\"data\":" + list(this::item);
    };
  }

  private String list(Supplier<String> maker) {
    if (once(30)) {
      return json(1);
    }
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(i -> maker.get())
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String alert() {
    List<String> members = new ArrayList<>();
    for (String key : List.of("name", "audiences", "startedAt", "endedAt")) {
      String sound =
          switch (key) {
            case "name" -> "\"Alert\u8b66\ud83d\ude97\"";
            case "audiences" -> "[\"Customer\",\"Service\"]";
            default -> "\"2026-01-02T03:04:05.678Z\"";
          };
      int copies = once(15) ? random.nextInt(3) : 1;
      for (int i = 0; i < copies; i++) {
        members.add("\"" + key + "\":" + (once(10) ? json(2) : sound));
      }
    }
    return once(20) ? json(1) : "{" + String.join(",", members) + "}";
  }

  private String item() {
    List<Field> fields = Readings.FIELDS.all();
    String name =
        once(10) ? oneOf(List.of("Unheard", "Experimental_1", "Soc ")) : oneOf(fields).name();
    List<String> members = new ArrayList<>();
    members.add("\"key\":" + (once(30) ? json(1) : "\"" + name + "\""));
    members.add("\"value\":" + (once(20) ? json(2) : "{\"arm\":" + arm() + "}"));
    if (once(20)) {
      members.add("\"" + oneOf(List.of("key", "value", "more")) + "\":" + json(2));
    }
    if (once(20)) {
      members.remove(random.nextInt(members.size()));
    }
    if (once(5)) {
      Collections.shuffle(members, random);
    }
    return once(40) ? json(1) : "{" + String.join(",", members) + "}";
  }

  private String arm() {
    return switch (random.nextInt(6)) {
      case 0 -> NumberTextTest.decimal(random);
      case 1 -> "\"" + NumberTextTest.decimal(random) + "\"";
      case 2 -> "{\"latitude\":" + half() + ",\"longitude\":" + half() + "}";
      case 3 -> "{\"hour\":" + hand() + ",\"minute\":" + hand() + ",\"second\":" + hand() + "}";
      default -> json(2);
    };
  }

  private String half() {
    return once(8) ? json(1) : Double.toString(random.nextInt(180_000) / 1000.0 - 90);
  }

  private String hand() {
    return once(8) ? json(1) : Integer.toString(random.nextInt(25));
  }

  private String json(int depth) {
    int shape = random.nextInt(depth > 0 ? 10 : 8);
    if (shape < 8) {
      return oneOf(SCALARS);
    }
    int size = random.nextInt(4);
    return IntStream.range(0, size)
        .mapToObj(i -> (shape == 8 ? "\"" + oneOf(NAMES) + "\":" : "") + json(depth - 1))
        .collect(Collectors.joining(",", shape == 8 ? "{" : "[", shape == 8 ? "}" : "]"));
  }

  private byte[] ruin(byte[] line) {
    int at = random.nextInt(line.length + 1);
    int end = Math.min(line.length, at + 1 + random.nextInt(8));
    byte[] before = Arrays.copyOf(line, at);
    byte[] after = Arrays.copyOfRange(line, end, line.length);
    return switch (random.nextInt(6)) {
      case 0 -> Archives.join(before, after);
      case 1 -> before.length == 0 ? line : before;
      case 2 -> Archives.join(before, oneOf(SCALARS).getBytes(UTF_8), after);
      case 3 -> Archives.join(before, noise(), after);
      case 4 -> Archives.join(line, Arrays.copyOfRange(line, at, line.length));
      default -> at == line.length ? line : Archives.flip(line, at);
    };
  }

  private byte[] noise() {
    byte[] noise = new byte[1 + random.nextInt(4)];
    random.nextBytes(noise);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = noise[i] == '\n' ? 0 : noise[i];
    }
    return noise;
  }
}
