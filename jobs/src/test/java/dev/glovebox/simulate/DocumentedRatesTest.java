package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentedRatesTest {

  @Test
  void documentsEveryRateWithItsDefault() throws IOException {
    List<String> documented =
        Files.readAllLines(page()).stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| [a-z]+ \\| .*"))
            .map(line -> line.substring(0, line.lastIndexOf(" | ")))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Stream.of(Rate.values())
                .map(
                    rate ->
                        "| `%s` | %s | %s"
                            .formatted(
                                rate.code(),
                                rate.per().name().toLowerCase(java.util.Locale.ROOT),
                                rate.usual()))
                .toList());
  }

  private static Path page() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("docs/simulate.md"))) {
      folder = folder.getParent();
      assertThat(folder).as("Run the tests inside the repository.").isNotNull();
    }
    return folder.resolve("docs/simulate.md");
  }
}
