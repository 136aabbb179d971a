package dev.glovebox.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that everything is said at once. */
final class Faults {

  /** Stands for a key where the file as a whole is faulty. */
  static final String WHOLE_FILE = "";

  private final List<String> sentences = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /**
   * @param origin where the fault stands: {@code line 7}, {@code --set}
   */
  void add(String key, String origin, String sentence) {
    sentences.add(origin + ": " + sentence);
    keys.add(key);
  }

  void add(String key, String sentence) {
    sentences.add(sentence);
    keys.add(key);
  }

  /** Of a file that broke off nothing more can be told than that: its keys may all be there. */
  void addMissing(String key, String sentence) {
    if (!keys.contains(WHOLE_FILE)) {
      sentences.add(sentence);
    }
    keys.add(key);
  }

  List<String> sentences() {
    return List.copyOf(sentences);
  }

  Set<String> keys() {
    return Set.copyOf(keys);
  }
}
