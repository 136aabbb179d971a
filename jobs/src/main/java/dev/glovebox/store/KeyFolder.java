package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Period;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of a machine that has been given none: {@code .glovebox/keys} beside the configuration
 * file, readable by its user only.
 */
public final class KeyFolder {

  private static final String PSEUDONYM = "pseudonym.key";
  private static final String SIGNING = "signing.pem";
  private static final String SIGNING_PUBLIC = "signing.pub.pem";
  private static final int ID_DIGITS = 12;

  private static final FileAttribute<Set<PosixFilePermission>> USERS_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> USERS_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private final Path folder;

  private KeyFolder(Path folder) {
    this.folder = folder;
  }

  public static KeyFolder of(Config config) {
    return new KeyFolder(config.folder().resolve(".glovebox").resolve("keys"));
  }

  public Path path() {
    return folder;
  }

  /** Whether a run has made the keys. */
  public boolean exists() {
    return Files.isDirectory(folder);
  }

  /**
   * The keys, made if there are none.
   *
   * @throws ConfigException if they can be neither read nor made
   */
  Keys open(Period pseudonymPeriod) {
    try {
      Optional<Path> made = exists() ? Optional.empty() : make();
      refuseOpenToOthers();
      return read(pseudonymPeriod, made);
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException refused) {
      throw new ConfigException(
          folder.toString(),
          List.of(
              "the keys can be neither read nor made ("
                  + refused.getClass().getSimpleName()
                  + "); let this user write there, or give keys in the configuration"));
    }
  }

  private Keys read(Period pseudonymPeriod, Optional<Path> made) throws IOException {
    Secret secret = KeyText.secret(Files.readString(folder.resolve(PSEUDONYM)).strip());
    SigningKey unnamed = SigningKey.parse("", Files.readString(folder.resolve(SIGNING)));
    SigningKey signing =
        SigningKey.parse(id(unnamed.publicKey()), Files.readString(folder.resolve(SIGNING)));
    var pseudonym = new Keys.Pseudonym(id(secret.bytes()), 1, pseudonymPeriod, secret);
    return new Keys(pseudonym, signing, made);
  }

  /** Whole or not at all: of two first runs the slower one finds the folder and drops its own. */
  private Optional<Path> make() throws IOException {
    Path parent = Files.createDirectories(folder.getParent());
    keepFromVersionControl(parent);
    Path draft = Files.createTempDirectory(parent, "keys-", USERS_FOLDER);
    try {
      fill(draft);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(folder);
    } catch (IOException taken) {
      drop(draft);
      if (exists()) {
        return Optional.empty();
      }
      throw taken;
    }
  }

  private static void fill(Path draft) throws IOException {
    byte[] secret = new byte[KeyText.SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    KeyPair pair = SigningKey.generate();
    write(draft.resolve(PSEUDONYM), Base64.getEncoder().encodeToString(secret) + "\n");
    write(draft.resolve(SIGNING), KeyText.pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    write(draft.resolve(SIGNING_PUBLIC), KeyText.pem("PUBLIC KEY", pair.getPublic().getEncoded()));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createFile(file, USERS_FILE);
    Files.writeString(
        file, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }

  private static void keepFromVersionControl(Path parent) throws IOException {
    try {
      Files.writeString(parent.resolve(".gitignore"), "*\n", StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException kept) {
      // an earlier run's, or the user's own
    }
  }

  private static void drop(Path draft) throws IOException {
    try (Stream<Path> files = Files.list(draft)) {
      files.forEach(KeyFolder::delete);
    }
    Files.delete(draft);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("A draft of the keys cannot be deleted.", failed);
    }
  }

  private void refuseOpenToOthers() throws IOException {
    for (String name : List.of(PSEUDONYM, SIGNING)) {
      Set<PosixFilePermission> open = Files.getPosixFilePermissions(folder.resolve(name));
      open.retainAll(OTHERS);
      if (!open.isEmpty()) {
        throw new ConfigException(
            folder.toString(),
            List.of(name + " can be read by other users; take their rights away: chmod 600"));
      }
    }
  }

  /** Tells keys apart; of 256 random bits it gives nothing away. */
  private static String id(byte[] key) {
    byte[] digest = Digests.sha256().digest(key);
    return "local-" + HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
  }
}
