package dev.glovebox.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is kept; never the secret itself.
 *
 * @param name a path, relative to the configuration file's folder; a variable's name; an alias
 */
public record SecretReference(Kind kind, String name) {

  /** The ways to refer to a secret. */
  public enum Kind {
    FILE("file"),
    ENVIRONMENT("env"),
    CREDENTIAL("credential");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** How a reference is written. */
  public static final String FORMS = "file:PATH, env:NAME or credential:ALIAS";

  private static final Pattern FORM = Pattern.compile("(file|env|credential):(.+)");

  /** The reference that the text is; empty if it is none, a secret in plain text perhaps. */
  public static Optional<SecretReference> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new SecretReference(kind(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  private static Kind kind(String prefix) {
    for (Kind kind : Kind.values()) {
      if (kind.prefix.equals(prefix)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("A kind of reference is known. Provided kind: " + prefix);
  }

  @Override
  public String toString() {
    return kind.prefix + ":" + name;
  }
}
