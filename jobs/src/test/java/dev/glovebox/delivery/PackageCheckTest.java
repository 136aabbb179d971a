package dev.glovebox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.delivery.PackageCheck.Finding;
import dev.glovebox.store.VerifyingKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageCheckTest {

  private static final long SEED = 20261125;

  @TempDir static Path shared;
  private static Path zip;
  private static byte[] whole;

  @TempDir Path folder;

  @BeforeAll
  static void makeAPackage() throws IOException {
    zip = MadePackages.in(shared, "r-1");
    whole = Files.readAllBytes(zip);
  }

  @Test
  void findsNothingInAWholePackage() {
    PackageCheck.Report report = PackageCheck.of(zip, Optional.empty());

    assertThat(report.findings()).isEmpty();
    assertThat(report.files()).isEqualTo(25);
    assertThat(report.keyId()).isEqualTo(MadePackages.key().id());
  }

  @Test
  @DisplayName("finds every flipped byte (1000 of them, seed " + SEED + ", and the last 500)")
  void findsEveryFlippedByte() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 1000; i++) {
      assertThat(flipped(random.nextInt(whole.length), 1 << random.nextInt(8))).isNotEmpty();
    }
    for (int place = whole.length - 500; place < whole.length; place++) {
      assertThat(flipped(place, 1)).as("byte %d", place).isNotEmpty();
    }
  }

  @Test
  void namesTheFileOfAFlippedByte() throws IOException {
    try (var places =
        org.apache.commons.compress.archivers.zip.ZipFile.builder().setPath(zip).get()) {
      for (var entry : java.util.Collections.list(places.getEntries())) {
        int middle = (int) (entry.getDataOffset() + entry.getCompressedSize() / 2);
        String path = entry.getName().substring("r-1/".length());
        assertThat(flipped(middle, 16)).extracting(Finding::file).as(path).contains(path);
      }
    }
  }

  @Test
  void findsWhatWasCutOff() throws IOException {
    for (int length : List.of(0, 1, 63, 64, 100, whole.length / 2, whole.length - 1)) {
      assertThat(check(Arrays.copyOf(whole, length))).as("%d bytes", length).isNotEmpty();
    }
  }

  @Test
  void findsWhatWasAddedTakenOrChangedWhateverTheSealOfTheZipSays() {
    assertThat(rezipped(Map.of("data/extra.csv", "x")))
        .contains(new Finding("data/extra.csv", "is in no manifest: added"));
    assertThat(rezipped(Map.of("data/trips.csv", "")))
        .contains(new Finding("data/trips.csv", "is missing"));
    assertThat(rezipped(Map.of("data/charges.csv", "other")))
        .contains(new Finding("data/charges.csv", "is not what the manifest says: altered"));
    assertThat(rezipped(Map.of("signature.json", "")))
        .contains(new Finding("signature.json", "is missing or is no signature"));
    assertThat(rezipped(Map.of("bagit.txt", "BagIt-Version: 2.0\n")))
        .contains(new Finding("bagit.txt", "is not what the manifest says: altered"));
    assertThat(rezipped(Map.of("manifest-sha256.txt", "garbage")))
        .contains(
            new Finding("manifest-sha256.txt", "has a line that is no entry or stands twice"));
  }

  @Test
  void refusesNamesThatLeadElsewhere() {
    assertThat(rezipped(Map.of("../../etc/passwd", "x")))
        .contains(new Finding("r-1/../../etc/passwd", "has a name that could lead elsewhere"));
    assertThat(rezipped(Map.of("data\\x", "x")))
        .contains(new Finding("r-1/data\\x", "has a name that could lead elsewhere"));
    assertThat(rezipped(Map.of("DATA/trips.csv", "x")))
        .extracting(Finding::problem)
        .contains("is there twice");
  }

  @Test
  void refusesAnotherFolder() throws IOException {
    Path other = folder.resolve("other.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(other))) {
      for (String name : List.of("r-1/bagit.txt", "r-2/bagit.txt", "bagit.txt")) {
        out.putNextEntry(new ZipEntry(name));
        out.write('x');
      }
    }
    assertThat(PackageCheck.of(other, Optional.empty()).findings())
        .contains(
            new Finding("r-2/bagit.txt", "does not lie in the one folder of the package"),
            new Finding("bagit.txt", "does not lie in the one folder of the package"));
  }

  @Test
  @DisplayName("fails for no garbage (seed " + SEED + ")")
  void failsForNoGarbage() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      byte[] garbage = new byte[random.nextInt(5000)];
      random.nextBytes(garbage);
      assertThat(check(garbage)).isNotEmpty();
    }
  }

  @Test
  void believesKnownKeysOnlyWhereTheyAreGiven() {
    VerifyingKey own =
        VerifyingKey.parse(Base64.getEncoder().encodeToString(MadePackages.key().publicKey()));
    String id = MadePackages.key().id();

    assertThat(PackageCheck.of(zip, Optional.of(Map.of(id, own))).findings()).isEmpty();
    for (Map<String, VerifyingKey> others :
        List.of(Map.<String, VerifyingKey>of(), Map.of("x", own))) {
      assertThat(PackageCheck.of(zip, Optional.of(others)).findings())
          .containsExactly(
              new Finding("signature.json", "is by a key that is not among those that are known"));
    }
  }

  private List<Finding> flipped(int place, int bits) throws IOException {
    byte[] bytes = whole.clone();
    bytes[place] ^= (byte) bits;
    return check(bytes);
  }

  private List<Finding> check(byte[] bytes) throws IOException {
    Path file = folder.resolve("changed.zip");
    Files.write(file, bytes);
    return PackageCheck.of(file, Optional.empty()).findings();
  }

  /** What is found in the same package with other contents; a file that is "" is left out. */
  private List<Finding> rezipped(Map<String, String> changes) {
    Path file = folder.resolve("rezipped.zip");
    try (ZipFile from = new ZipFile(zip.toFile());
        OutputStream to = Files.newOutputStream(file);
        ZipOutputStream out = new ZipOutputStream(to)) {
      for (ZipEntry entry : java.util.Collections.list(from.entries())) {
        String path = entry.getName().substring("r-1/".length());
        if (!changes.containsKey(path)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          from.getInputStream(entry).transferTo(out);
        }
      }
      for (Map.Entry<String, String> change : changes.entrySet()) {
        if (!change.getValue().isEmpty()) {
          out.putNextEntry(new ZipEntry("r-1/" + change.getKey()));
          out.write(change.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return PackageCheck.of(file, Optional.empty()).findings();
  }
}
