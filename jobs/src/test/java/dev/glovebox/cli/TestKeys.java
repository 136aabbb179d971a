package dev.glovebox.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Keys for a test whose locations are not this machine's. */
final class TestKeys {

  private TestKeys() {}

  /** Writes {@code pseudonym.key} and {@code signing.pem}. */
  static void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pseudonym.key"), Base64.getEncoder().encodeToString(new byte[32]));
    try {
      byte[] key =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
      Files.writeString(folder.resolve("signing.pem"), Base64.getEncoder().encodeToString(key));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has Ed25519.", impossible);
    }
  }
}
