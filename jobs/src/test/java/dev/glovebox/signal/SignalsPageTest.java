package dev.glovebox.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the documentation and the catalogue together. */
class SignalsPageTest {

  private static final Path PAGE = RepositoryFiles.find("docs/signals.md");
  private static final Catalogue CATALOGUE = Catalogue.packaged();

  @BeforeAll
  static void writeThePageWhenAsked() throws IOException {
    if ("write".equals(System.getProperty("signals.page"))) {
      Files.writeString(PAGE, SignalsPage.of(CATALOGUE));
    }
  }

  @Test
  void isWhatTheCatalogueSays() throws IOException {
    assertThat(PAGE).content().isEqualTo(SignalsPage.of(CATALOGUE));
  }

  @Test
  void hasARowForEachColumnAndEachNameThatIsNotPublished() throws IOException {
    Fields fields = CATALOGUE.fields("fleet-telemetry");

    assertThat(Files.readAllLines(PAGE))
        .filteredOn(line -> line.startsWith("| `"))
        .hasSameSizeAs(CATALOGUE.signals());
    assertThat(fields.unpublished())
        .allSatisfy(name -> assertThat(PAGE).content().contains("\n| " + name + " | "));
  }

  @Test
  void isMadeOfTheFileInTheRepository() throws IOException {
    Catalogue written =
        Catalogue.parse(Files.readString(RepositoryFiles.find("schemas/signals.yaml")));

    assertThat(CATALOGUE.digest()).isEqualTo(written.digest());
  }
}
