package dev.glovebox.store;

import dev.glovebox.config.SecretReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.security.alias.CredentialProviderFactory;

/** Fetches secrets from where references say they are. */
final class SecretReader {

  private final Path folder;
  private final Map<String, String> environment;
  private final Configuration hadoop;

  /**
   * @param folder that {@code file:} references are relative to
   * @param hadoop says where credential providers are
   */
  SecretReader(Path folder, Map<String, String> environment, Configuration hadoop) {
    this.folder = folder;
    this.environment = environment;
    this.hadoop = hadoop;
  }

  /**
   * The text that a reference leads to, without blanks around it.
   *
   * @throws IllegalArgumentException that says why there is none and where it was looked for
   */
  String read(SecretReference reference) {
    String text =
        switch (reference.kind()) {
          case FILE -> fromFile(reference);
          case ENVIRONMENT -> environment.get(reference.name());
          case CREDENTIAL -> fromProvider(reference);
        };
    if (text == null || text.isBlank()) {
      throw refusal(reference, "nothing is there", "put the secret there");
    }
    return text.strip();
  }

  private String fromFile(SecretReference reference) {
    try {
      String name = reference.name().replaceFirst("^//(?=/)", "");
      return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException unreadable) {
      throw refusal(reference, "the file cannot be read", "put it there, readable by this user");
    }
  }

  private String fromProvider(SecretReference reference) {
    try {
      char[] password = hadoop.getPassword(reference.name());
      return password == null ? null : new String(password);
    } catch (IOException unreadable) {
      throw refusal(
          reference,
          "the credential provider cannot be read",
          "see spark.hadoop." + CredentialProviderFactory.CREDENTIAL_PROVIDER_PATH);
    }
  }

  private static IllegalArgumentException refusal(
      SecretReference reference, String why, String wayOut) {
    return new IllegalArgumentException("leads to " + reference + ", but " + why + "; " + wayOut);
  }
}
