package dev.glovebox.signal;

/** Small catalogues for the tests. */
final class Catalogues {

  static final String SPEED =
      """
        - column: speed_kmh
          type: double
          unit: km/h
          range: [0, 400]
          class: driving
          description: {en: Speed, zh-Hans: 车速}
          sources:
            test: {name: VehicleSpeed, scale: 1.609344}
      """;

  /** One signal of each type, and one of each shape. */
  static final String EVERY_KIND =
      SPEED
          + signal("count", "long", "name: Count")
          + signal("flag", "boolean", "name: Flag")
          + signal("word", "string", "name: Word")
          + signal("seen_at", "timestamp", "name: SeenAt")
          + signal("leaves_at", "time", "name: LeavesAt")
          + signal("latitude_deg", "double", "name: Location, part: latitude")
          + signal("longitude_deg", "double", "name: Location, part: longitude")
          + signal("front_open", "boolean", "name: Doors, part: front")
          + signal("rear_open", "boolean", "name: Doors, part: rear")
          + signal("line", "string", "name: Line, encoding: polyline");

  private Catalogues() {}

  static String yaml(String signals) {
    return "version: 1\nsignals:\n" + signals;
  }

  /** A signal of class body, sent by the source "test" as described. */
  static String signal(String column, String type, String sent) {
    return signal(column, type, "body", sent);
  }

  static String signal(String column, String type, String privacyClass, String sent) {
    return """
      - column: %s
        type: %s
        class: %s
        description: {en: Something, zh-Hans: 某物}
        sources: {test: {%s}}
    """
        .formatted(column, type, privacyClass, sent);
  }
}
