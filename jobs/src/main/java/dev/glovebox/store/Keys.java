package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigException;
import dev.glovebox.config.SecretReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hadoop.conf.Configuration;

/**
 * The keys of a run.
 *
 * <p>Whoever has the pseudonym key can tell which owner a pseudonym stands for: keeping it from
 * analysts is the operator's duty.
 *
 * @param made the folder where this run made them; empty when they were there
 */
public record Keys(Pseudonym pseudonym, SigningKey signing, Optional<Path> made) {

  private static final String HMAC = "HmacSHA256";

  /**
   * The key of pseudonyms and owner digests.
   *
   * @param id may be shown, as may the version
   * @param period how long one pseudonym lasts
   */
  public record Pseudonym(String id, int version, Period period, Secret secret) {}

  /**
   * A key of 32 bytes for one purpose, derived from the pseudonym key (HMAC-SHA-256): whoever
   * learns it learns nothing of the key itself or of other purposes.
   */
  public Secret derived(String purpose) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(pseudonym.secret().bytes(), HMAC));
      return Secret.of(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256.", impossible);
    }
  }

  /**
   * Reads the keys that the configuration refers to. Where it refers to none and everything lies on
   * this machine, they are kept beside the configuration file, and made there by the first run.
   *
   * @throws ConfigException if a key cannot be had
   */
  public static Keys open(Config config, Map<String, String> environment) {
    if (config.keys().given().isPresent()) {
      return given(config, config.keys().given().get(), environment);
    }
    if (!config.isLocal()) {
      throw new ConfigException(config.file().toString(), List.of(missing()));
    }
    return KeyFolder.of(config).open(config.keys().pseudonymPeriod());
  }

  /** What is wrong with the keys, found without making any; none when {@link #open} will do. */
  public static List<String> faults(Config config, Map<String, String> environment) {
    if (config.keys().given().isPresent()) {
      try {
        open(config, environment);
        return List.of();
      } catch (ConfigException refused) {
        return refused.faults();
      }
    }
    return config.isLocal() ? List.of() : List.of(missing());
  }

  private static String missing() {
    return "\"keys\" is missing: keys are made by the first run only where every location is of"
        + " this machine; give keys.pseudonym and keys.signing, each an id and a secret ("
        + SecretReference.FORMS
        + ")";
  }

  private static Keys given(
      Config config, Config.GivenKeys given, Map<String, String> environment) {
    Configuration hadoop = HadoopSettings.plain(config);
    SecretReader reader = new SecretReader(config.folder(), environment, hadoop);
    List<String> faults = new ArrayList<>();
    Secret pseudonym = null;
    SigningKey signing = null;
    try {
      pseudonym = KeyText.secret(reader.read(given.pseudonym().secret()));
    } catch (IllegalArgumentException refused) {
      faults.add("\"keys.pseudonym.secret\" " + refused.getMessage());
    }
    try {
      signing = SigningKey.parse(given.signing().id(), reader.read(given.signing().secret()));
    } catch (IllegalArgumentException refused) {
      faults.add("\"keys.signing.secret\" " + refused.getMessage());
    }
    if (!faults.isEmpty()) {
      throw new ConfigException(config.file().toString(), faults);
    }
    return new Keys(
        new Pseudonym(
            given.pseudonym().id(),
            given.pseudonym().version(),
            config.keys().pseudonymPeriod(),
            pseudonym),
        signing,
        Optional.empty());
  }
}
