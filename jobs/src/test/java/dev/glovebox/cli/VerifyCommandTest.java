package dev.glovebox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.delivery.BagWriter;
import dev.glovebox.store.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

  @TempDir Path folder;

  private CommandLineTrial trial;
  private SigningKey key;

  @BeforeEach
  void sealAPackage() throws IOException {
    trial = new CommandLineTrial(folder, new StandardJobs());
    key = LocalKeys.in(folder).signing();
    try (OutputStream out = Files.newOutputStream(folder.resolve("r-1.zip"))) {
      BagWriter bag = BagWriter.open(out, "r-1", Map.of("External-Identifier", "r-1"), key);
      try (OutputStream file = bag.payload("trips.csv")) {
        file.write("vin\r\n".getBytes(StandardCharsets.UTF_8));
      }
      bag.finish();
    }
  }

  @Test
  void passesAWholePackage() {
    assertThat(trial.run("verify", "r-1.zip")).isZero();
    assertThat(trial.out.toString()).contains("Whole and untampered", key.id());
  }

  @Test
  void namesWhatWasChanged() throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("r-1.zip"));
    int place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("trips.csv");
    bytes[place + 12] ^= 1;
    Files.write(folder.resolve("r-1.zip"), bytes);

    assertThat(trial.run("verify", "r-1.zip")).isEqualTo(1);
    assertThat(trial.out.toString()).contains("data/trips.csv: ", "do not rely on it");
    assertThat(trial.err.toString()).doesNotContain("Exception");
  }

  @Test
  void believesNoOtherKeyThanThoseThatAreGiven() throws IOException {
    String known = Base64.getEncoder().encodeToString(key.publicKey());
    trial.write("keys.json", "{\"" + key.id() + "\": \"" + known + "\"}");
    trial.write("none.json", "{}");

    assertThat(trial.run("verify", "r-1.zip", "--keys", "keys.json")).isZero();
    assertThat(trial.run("verify", "r-1.zip", "--keys", "none.json")).isEqualTo(1);
    assertThat(trial.run("verify", "r-1.zip", "--keys", "missing.json")).isEqualTo(2);
  }

  @Test
  void saysWhatItCannotVerify() throws IOException {
    trial.write("certificate.json", "{}").write("garbage.zip", "garbage");

    assertThat(trial.run("verify", "certificate.json")).isEqualTo(2);
    assertThat(trial.err.toString()).contains("Certificates cannot be verified by this version");
    assertThat(trial.run("verify", "missing.zip")).isEqualTo(2);
    assertThat(trial.run("verify", "garbage.zip")).isEqualTo(1);
    assertThat(trial.out.toString()).contains("garbage.zip: cannot be read as a zip");
  }
}
