package dev.glovebox.config;

import java.util.List;
import java.util.Set;

/**
 * What came of reading a configuration: checks that look further add their faults to these, so that
 * a person is told all of them at once.
 *
 * @param draft usable where {@link #isSound} says so; where a key is faulty, its default or a
 *     stand-in
 * @param faults one sentence each
 * @param faultyKeys the keys that they are about
 */
public record ConfigReading(Config draft, List<String> faults, Set<String> faultyKeys) {

  /** Whether the key's value in the draft is what the person meant. */
  public boolean isSound(String key) {
    return !faultyKeys.contains(key);
  }

  /**
   * The configuration.
   *
   * @throws ConfigException if there is any fault
   */
  public Config config() {
    if (!faults.isEmpty()) {
      throw new ConfigException(draft.file().toString(), faults);
    }
    return draft;
  }
}
