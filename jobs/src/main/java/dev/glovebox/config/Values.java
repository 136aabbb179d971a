package dev.glovebox.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries by key, read by the form of their setting; what cannot be read is a fault. */
final class Values {

  private final Map<String, Entry> entries;
  private final Path folder;
  private final Faults faults;

  Values(Map<String, Entry> entries, Path folder, Faults faults) {
    this.entries = entries;
    this.folder = folder;
    this.faults = faults;
  }

  boolean has(Setting<?> setting) {
    return entries.containsKey(setting.key());
  }

  /** The value as given; empty when it is not, or cannot be read. */
  <T> Optional<T> given(Setting<T> setting) {
    Entry entry = entries.get(setting.key());
    if (entry == null) {
      return Optional.empty();
    }
    String sentence = shapeFault(setting, entry);
    if (sentence == null) {
      try {
        return Optional.of(setting.form().parser().parse(entry.items(), folder));
      } catch (IllegalArgumentException refused) {
        sentence = refused.getMessage();
      }
    }
    faults.add(setting.key(), entry.origin(), "\"" + setting.key() + "\" " + sentence);
    return Optional.empty();
  }

  /** The value as given, or its default. */
  <T> T orDefault(Setting<T> setting) {
    return given(setting)
        .orElseGet(() -> setting.form().parser().parse(List.of(text(setting)), folder));
  }

  private static String text(Setting<?> setting) {
    return setting.defaultText().orElseThrow();
  }

  private static String shapeFault(Setting<?> setting, Entry entry) {
    if (entry.shape() == Entry.Shape.EMPTY) {
      return "has no value; write a " + setting.form().name() + ", or leave the key out";
    }
    if (entry.shape() == Entry.Shape.LIST && setting.form().takes() == ValueForm.Takes.ONE_VALUE) {
      return "is a list; write one " + setting.form().name();
    }
    return null;
  }
}
