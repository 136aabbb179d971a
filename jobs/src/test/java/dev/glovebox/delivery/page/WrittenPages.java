package dev.glovebox.delivery.page;

import static dev.glovebox.request.Request.Language.ENGLISH;
import static dev.glovebox.request.Request.Language.SIMPLIFIED_CHINESE;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Pages on disk, for a browser to open. */
final class WrittenPages {

  /** What each page is made from, by its name; large ones in one language only. */
  static final Map<String, PageFacts> ALL =
      Map.of(
          "rich.en", PageFixtures.rich(ENGLISH),
          "rich.zh-Hans", PageFixtures.rich(SIMPLIFIED_CHINESE),
          "decade.en", PageFixtures.decade(ENGLISH),
          "hostile.en", HostileFacts.facts(),
          "placeless.zh-Hans", PageFixtures.placeless(SIMPLIFIED_CHINESE),
          "nothing.en", PageFixtures.nothing(ENGLISH),
          "nothing.zh-Hans", PageFixtures.nothing(SIMPLIFIED_CHINESE),
          "withheld.en", PageFixtures.withheld(ENGLISH),
          "withheld.zh-Hans", PageFixtures.withheld(SIMPLIFIED_CHINESE));

  private WrittenPages() {}

  /** Writes every page as {@code <name>.html}. */
  static void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, PageFacts> page : ALL.entrySet()) {
      try (Writer out = Files.newBufferedWriter(folder.resolve(page.getKey() + ".html"))) {
        OwnerPage.write(page.getValue(), out);
      }
    }
  }
}
