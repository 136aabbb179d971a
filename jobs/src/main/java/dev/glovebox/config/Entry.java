package dev.glovebox.config;

import java.util.List;

/**
 * One key as one source gives it.
 *
 * @param key dotted
 * @param items the value's texts: one, several in a list, none when the key stands empty
 * @param origin {@code line 7}, {@code --set}, {@code GLOVEBOX_RAW}
 */
record Entry(String key, List<String> items, Shape shape, String origin) {

  enum Shape {
    SCALAR,
    LIST,
    EMPTY
  }

  static Entry scalar(String key, String text, String origin) {
    return new Entry(key, List.of(text), Shape.SCALAR, origin);
  }

  Entry renamed(String other) {
    return new Entry(other, items, shape, origin);
  }

  String text() {
    return items.get(0);
  }
}
