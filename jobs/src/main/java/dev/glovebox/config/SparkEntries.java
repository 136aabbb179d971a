package dev.glovebox.config;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tells Spark's plain settings from its secrets, which are taken by reference only. */
final class SparkEntries {

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*((secret|password|passphrase|token|(access|secret|encryption|private)[.-]?key)"
              + "|account\\.key(\\..*)?)");

  private final Faults faults;
  private final Map<String, String> settings = new TreeMap<>();
  private final Map<String, SecretReference> secrets = new TreeMap<>();

  SparkEntries(Faults faults) {
    this.faults = faults;
  }

  /** Whether a setting's value must not be shown. */
  static boolean isSecret(String key) {
    return SECRET.matcher(key).matches();
  }

  void add(Entry entry) {
    if (entry.shape() != Entry.Shape.SCALAR) {
      faults.add(entry.key(), entry.origin(), "\"" + entry.key() + "\" takes one value");
    } else if (isSecret(entry.key())) {
      addSecret(entry);
    } else {
      settings.put(entry.key(), entry.text());
    }
  }

  Config.Spark toSpark() {
    return new Config.Spark(
        Collections.unmodifiableMap(settings), Collections.unmodifiableMap(secrets));
  }

  private void addSecret(Entry entry) {
    Optional<SecretReference> reference = SecretReference.parse(entry.text());
    if (reference.isPresent()) {
      secrets.put(entry.key(), reference.get());
    } else {
      faults.add(
          entry.key(),
          entry.origin(),
          "\""
              + entry.key()
              + "\" holds a secret in plain text, where it would be read by others; write "
              + SecretReference.FORMS
              + ", or leave the key out and give the store's own environment variables");
    }
  }
}
