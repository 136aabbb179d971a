package dev.glovebox.simulate;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Texts that vehicles send; among them such as need care in JSON, in CSV and in HTML. */
final class Texts {

  static final byte[][] ARTISTS =
      json("邓丽君", "周杰伦", "Simon & Garfunkel", "=1+1", "<b>The Bold</b>", "Beyond");

  static final byte[][] TITLES =
      json(
          "月亮代表我的心",
          "稻香",
          "The \"Boxer\"",
          "海阔天空",
          "Back\\Slash, and a comma",
          "Line one; line two",
          "青花瓷");

  static final byte[][] COLORS = json("MidnightSilver", "PearlWhite", "DeepBlue", "SolidBlack");
  static final byte[][] TRIMS = json("50", "74D", "50Y", "74DY");
  static final byte[][] VERSIONS = json("2024.20.9 1a2b3c4d", "2025.26.3 5e6f7a8b");
  static final byte[][] DESTINATIONS = json("家", "公司", "充电站", "商场");

  private Texts() {}

  static byte[] of(FleetSignal signal, long value) {
    return switch (signal) {
      case MEDIA_NOW_PLAYING_ARTIST -> ARTISTS[(int) value];
      case MEDIA_NOW_PLAYING_TITLE -> TITLES[(int) value];
      case EXTERIOR_COLOR -> COLORS[(int) value];
      case TRIM -> TRIMS[(int) value];
      case VERSION -> VERSIONS[(int) value];
      case DESTINATION_NAME -> DESTINATIONS[(int) value];
      case VEHICLE_NAME -> ("小" + value).getBytes(StandardCharsets.UTF_8);
      default -> throw new IllegalArgumentException("No texts for " + signal);
    };
  }

  private static byte[][] json(String... texts) {
    return Stream.of(texts)
        .map(text -> text.replace("\\", "\\\\").replace("\"", "\\\""))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }
}
