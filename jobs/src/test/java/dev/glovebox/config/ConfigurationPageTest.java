package dev.glovebox.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  @Test
  void pageSaysWhatTheTableOfKeysSays() throws IOException {
    Path page = repository().resolve("docs/configuration.md");
    if ("write".equals(System.getProperty("configuration.page"))) {
      Files.writeString(page, ConfigurationPage.text());
    }
    assertThat(page).hasContent(ConfigurationPage.text());
  }

  @Test
  void exampleIsAccepted() throws IOException {
    Path example = repository().resolve("schemas/glovebox.example.yaml");
    String yaml = Files.readString(example);

    ConfigReading reading =
        ConfigReader.read(new Sources(Map.of(), yaml, example, Map.of(), List.of()));

    assertThat(reading.faults()).isEmpty();
  }

  /** What is commented out in the example is taken too, and it shows every key there is. */
  @Test
  void exampleShowsEveryKeyAsItIsWritten() throws IOException {
    Path example = repository().resolve("schemas/glovebox.example.yaml");
    String yaml = Files.readString(example).replaceAll("(?m)^#(?=[ a-z])", "");
    Faults faults = new Faults();

    List<Entry> entries = YamlEntries.read(yaml, faults);

    assertThat(faults.sentences()).isEmpty();
    assertThat(entries).extracting(Entry::key).containsAll(Settings.keys());
    assertThat(
            ConfigReader.read(new Sources(Map.of(), yaml, example, Map.of(), List.of())).faults())
        .isEmpty();
  }

  private static Path repository() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("schemas/signals.yaml"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
