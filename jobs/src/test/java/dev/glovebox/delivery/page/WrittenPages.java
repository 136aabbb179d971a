package dev.glovebox.delivery.page;

import dev.glovebox.request.Request.Language;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Pages on disk, for a browser to open. */
final class WrittenPages {

  /** The pages by name. */
  static final Map<String, Function<Language, PageFacts>> ALL =
      Map.of(
          "rich", PageFixtures::rich,
          "decade", PageFixtures::decade,
          "nothing", PageFixtures::nothing,
          "placeless", PageFixtures::placeless,
          "withheld", PageFixtures::withheld);

  private WrittenPages() {}

  /** Writes every page in every language, as {@code <name>.<tag>.html}. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, Function<Language, PageFacts>> page : ALL.entrySet()) {
      for (Language language : Language.values()) {
        Path file = folder.resolve(page.getKey() + "." + language.tag() + ".html");
        try (Writer out = Files.newBufferedWriter(file)) {
          OwnerPage.write(page.getValue().apply(language), out);
        }
      }
    }
  }

  public static void main(String[] folder) throws IOException {
    write(Path.of(folder[0]));
  }
}
