package dev.glovebox.config;

import java.util.List;

/** Says what may have been meant by a key that is not in the table. */
final class UnknownKey {

  private UnknownKey() {}

  static String sentence(String key) {
    return "\"" + key + "\" is no key; " + hint(key);
  }

  private static String hint(String key) {
    List<String> known = Settings.keys();
    if (Settings.isSection(key)) {
      return "it holds keys of its own: " + String.join(", ", inSection(key, known));
    }
    for (String leaf : known) {
      if (key.startsWith(leaf + ".")) {
        return "\"" + leaf + "\" takes one value and has no keys of its own";
      }
    }
    return Nearest.to(key, known)
        .map(near -> "did you mean \"" + near + "\"?")
        .orElse("see docs/configuration.md for the keys");
  }

  private static List<String> inSection(String section, List<String> known) {
    return section.equals("spark")
        ? List.of("spark.…, by Spark's own names")
        : known.stream().filter(key -> key.startsWith(section + ".")).toList();
  }
}
