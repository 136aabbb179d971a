package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Period;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

  private static final String REMOTE = "raw: raw\nlake: s3a://bucket/lake\nregistry: registry\n";
  private static final String GIVEN =
      """
      keys:
        pseudonym: {id: owners, version: 2, secret: "env:OWNERS", period: P7D}
        signing: {id: seal, secret: "file:seal.pem"}
      """;
  private static final String SECRET = "0f".repeat(32);

  @TempDir Path folder;

  @Test
  void firstRunMakesKeysAndLaterOnesReadThem() {
    Config config = Configs.of(folder, Configs.LOCAL);

    Keys first = Keys.open(config, Map.of());
    Keys second = Keys.open(config, Map.of());

    assertThat(first.made()).contains(folder.resolve(".glovebox/keys"));
    assertThat(second.made()).isEmpty();
    assertThat(second.pseudonym()).isEqualTo(first.pseudonym());
    assertThat(second.signing().publicKey()).isEqualTo(first.signing().publicKey());
    assertThat(second.signing().id()).isEqualTo(first.signing().id()).startsWith("local-");
    assertThat(first.pseudonym().secret().bytes()).hasSize(32);
  }

  @Test
  void madeKeysAreTheUsersOnly() throws IOException {
    Keys.open(Configs.of(folder, Configs.LOCAL), Map.of());

    Path keys = folder.resolve(".glovebox/keys");
    assertThat(permissions(keys)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    try (Stream<Path> files = Files.list(keys)) {
      assertThat(files)
          .hasSize(3)
          .allSatisfy(
              file ->
                  assertThat(permissions(file))
                      .isEqualTo(PosixFilePermissions.fromString("rw-------")));
    }
    assertThat(folder.resolve(".glovebox/.gitignore")).hasContent("*");
  }

  @Test
  void firstRunsAtOnceAgree() throws Exception {
    Config config = Configs.of(folder, Configs.LOCAL);
    int runs = 8;
    CyclicBarrier start = new CyclicBarrier(runs);
    Callable<Keys> run =
        () -> {
          start.await();
          return Keys.open(config, Map.of());
        };
    ExecutorService pool = Executors.newFixedThreadPool(runs);
    List<Keys> opened = new ArrayList<>();
    for (Future<Keys> keys : pool.invokeAll(Collections.nCopies(runs, run))) {
      opened.add(keys.get());
    }
    pool.shutdown();

    assertThat(opened).extracting(Keys::pseudonym).containsOnly(opened.get(0).pseudonym());
    assertThat(opened)
        .extracting(keys -> keys.signing().id())
        .containsOnly(opened.get(0).signing().id());
    assertThat(opened).filteredOn(keys -> keys.made().isPresent()).hasSize(1);
    try (Stream<Path> files = Files.list(folder.resolve(".glovebox"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("keys", ".gitignore");
    }
  }

  @Test
  void refusesMadeKeysThatOthersCanRead() throws IOException {
    Config config = Configs.of(folder, Configs.LOCAL);
    Keys.open(config, Map.of());
    Path key = folder.resolve(".glovebox/keys/pseudonym.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> Keys.open(config, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("pseudonym.key can be read by other users");
  }

  @Test
  void makesNoneWhereALocationIsElsewhere() {
    Config config = Configs.of(folder, REMOTE);

    assertThatThrownBy(() -> Keys.open(config, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("\"keys\" is missing")
        .hasMessageContaining("give keys.pseudonym and keys.signing");
    assertThat(Keys.faults(config, Map.of())).hasSize(1);
    assertThat(folder.resolve(".glovebox")).doesNotExist();
  }

  @Test
  void lookingForFaultsMakesNone() {
    assertThat(Keys.faults(Configs.of(folder, Configs.LOCAL), Map.of())).isEmpty();
    assertThat(folder.resolve(".glovebox")).doesNotExist();
  }

  @Test
  void readsKeysThatAreGiven() throws IOException, GeneralSecurityException {
    writeSigningKey();
    Keys keys = Keys.open(Configs.of(folder, REMOTE + GIVEN), Map.of("OWNERS", SECRET));

    assertThat(keys.pseudonym())
        .isEqualTo(
            new Keys.Pseudonym(
                "owners", 2, Period.ofDays(7), Secret.of(HexFormat.of().parseHex(SECRET))));
    assertThat(keys.signing().id()).isEqualTo("seal");
    assertThat(keys.made()).isEmpty();
  }

  @Test
  void signsWhatThePublicHalfVerifies() throws IOException, GeneralSecurityException {
    Keys keys = Keys.open(Configs.of(folder, Configs.LOCAL), Map.of());
    byte[] text = "manifest".getBytes(StandardCharsets.UTF_8);

    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(keys.signing().publicKey())));
    verifier.update(text);

    assertThat(verifier.verify(keys.signing().sign(text))).isTrue();
    String kept = Files.readString(folder.resolve(".glovebox/keys/signing.pub.pem"));
    assertThat(KeyText.base64(kept)).isEqualTo(keys.signing().publicKey());
  }

  @Test
  void tellsEveryKeyThatCannotBeHad() {
    assertThat(Keys.faults(Configs.of(folder, REMOTE + GIVEN), Map.of("OWNERS", "hunter2")))
        .containsExactly(
            "\"keys.pseudonym.secret\" leads to a key that is not written in base64 or is too"
                + " short; make one of 32 bytes, by \"openssl rand -base64 32\"",
            "\"keys.signing.secret\" leads to file:seal.pem, but the file cannot be read; put it"
                + " there, readable by this user");
  }

  @Test
  void refusesAnotherKindOfSigningKey() throws IOException {
    Files.writeString(folder.resolve("seal.pem"), Base64.getEncoder().encodeToString(new byte[48]));

    assertThat(Keys.faults(Configs.of(folder, REMOTE + GIVEN), Map.of("OWNERS", SECRET)))
        .singleElement()
        .asString()
        .contains("something else than an Ed25519 private key");
  }

  @Test
  void derivesAKeyForEveryPurpose() {
    Keys keys = Keys.open(Configs.of(folder, Configs.LOCAL), Map.of());

    assertThat(keys.derived("a")).isEqualTo(keys.derived("a")).isNotEqualTo(keys.derived("b"));
    assertThat(keys.derived("a")).isNotEqualTo(keys.pseudonym().secret());
  }

  @Test
  void showsNoSecret() throws IOException {
    writeSigningKey();
    Keys keys = Keys.open(Configs.of(folder, REMOTE + GIVEN), Map.of("OWNERS", SECRET));

    assertThat(keys.toString()).contains("(secret)", "signing key seal").doesNotContain(SECRET);
    assertThat(Secret.of(SECRET.getBytes(StandardCharsets.UTF_8))).hasToString("(secret)");
    assertThat(Secret.of(new byte[1])).hasSameHashCodeAs(Secret.of(new byte[2]));
  }

  private void writeSigningKey() throws IOException {
    String pem = KeyText.pem("PRIVATE KEY", SigningKey.generate().getPrivate().getEncoded());
    Files.writeString(folder.resolve("seal.pem"), pem);
  }

  private static Set<PosixFilePermission> permissions(Path path) throws IOException {
    return Files.getPosixFilePermissions(path);
  }
}
