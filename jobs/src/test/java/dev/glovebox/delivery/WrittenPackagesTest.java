package dev.glovebox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.request.Request.Language;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Leaves packages in {@code target/packages}, for other readers and for eyes. */
class WrittenPackagesTest {

  private static final Path FOLDER = Path.of("target", "packages");

  @Test
  void leavesPackagesForOtherReaders() throws Exception {
    Files.createDirectories(FOLDER);
    write("full-en", Language.ENGLISH, MadePackages.rows());
    write("full-zh", Language.SIMPLIFIED_CHINESE, MadePackages.rows());
    write("empty", Language.ENGLISH, List.of());
  }

  private static void write(String id, Language language, List<MadePackages.Made> rows)
      throws Exception {
    Path zip = FOLDER.resolve(id + ".zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      MadePackages.write(MadePackages.request(id, language), MadePackages.terms(), rows, out);
    }
    assertThat(PackageCheck.of(zip, Optional.empty()).findings()).isEmpty();
  }
}
