package dev.glovebox.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.delivery.page.PageFacts.Completeness;
import dev.glovebox.delivery.page.PageFacts.Count;
import dev.glovebox.request.Request.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OwnerPageTest {

  private static final Pattern OUTSIDE =
      Pattern.compile("(?i)(src|href|action|srcset|data|poster)\\s*=\\s*\"(?!#|data/)[^\"]*\"");

  /** For a browser to open, here and in {@code scripts/tests/test_pages.py}. */
  @Test
  void writesPagesForABrowser() throws IOException {
    WrittenPages.write(Path.of("target", "pages"));
    assertThat(Path.of("target", "pages", "rich.zh-Hans.html")).isNotEmptyFile();
  }

  static Set<String> pages() {
    return WrittenPages.ALL.keySet();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void needsNothingFromOutside(String name) {
    PageFacts facts = WrittenPages.ALL.get(name);
    String page = PageFixtures.page(facts);
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"" + facts.asked().language().tag() + "\">")
        .doesNotContain("<script", "http://", "https://", "@import", "url(", "style=\"", "onclick");
    assertThat(OUTSIDE.matcher(page).results()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void staysSmallEnoughToOpen(String name) {
    assertThat(PageFixtures.page(WrittenPages.ALL.get(name))).hasSizeLessThan(4_000_000);
  }

  @Test
  void allowsItsOwnStyleOnly() {
    String page = PageFixtures.page(PageFixtures.nothing(Language.ENGLISH));
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src '"
                + StyleSheet.DIGEST
                + "'; base-uri 'none'; form-action 'none'\"")
        .contains("<style>" + StyleSheet.TEXT + "</style>");
  }

  @Test
  void isTheSameForTheSameFacts() {
    assertThat(PageFixtures.page(PageFixtures.rich(Language.ENGLISH)))
        .isEqualTo(PageFixtures.page(PageFixtures.rich(Language.ENGLISH)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void showsAVinMaskedExceptOnceBehindADoor(Language language) {
    String page = PageFixtures.page(PageFixtures.rich(language));
    assertThat(page.split(PageFixtures.FIRST_VIN, -1)).hasSize(2);
    int door = page.indexOf("<details class=\"screen-only\">");
    assertThat(page.indexOf(PageFixtures.FIRST_VIN))
        .isGreaterThan(door)
        .isLessThan(page.indexOf("</details>", door));
    assertThat(page).contains("LRW••••••0042");
  }

  @Test
  void escapesWhatComesFromData() {
    String page = PageFixtures.page(HostileFacts.facts());
    assertThat(page)
        .doesNotContain("<img", "</script", "\"'&$", "&${")
        .contains("&lt;/script&gt;&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;")
        .contains("data/%3C/script%3E");
    assertThat(count(page, "</title>")).isEqualTo(count(page, "<title"));
  }

  @Test
  void tellsWhatItLeavesOutAndWhereThatIs() {
    String page = PageFixtures.page(PageFixtures.decade(Language.ENGLISH));
    assertThat(page)
        .contains("The newest 3,000 are listed here; 6,734 older ones are left out")
        .contains("data/trips.csv and data/trips.parquet have every trip")
        .contains("6,734 older trips are not drawn");
  }

  @Test
  void breaksTheLineWherePositionsLack() {
    List<Journal.Line> track =
        List.of(
            new Journal.Line(
                List.of(new Journal.Spot(31.2, 121.4), new Journal.Spot(31.21, 121.41))),
            new Journal.Line(
                List.of(new Journal.Spot(31.25, 121.45), new Journal.Spot(31.26, 121.46))));
    PageNotes notes = new PageNotes(PageFixtures.ZONE);
    notes.trip(PageNotesTest.trip("t", PageFixtures.ANSWERED, 9, 1, 5, track));

    String page = PageFixtures.page(with(notes.journal()));
    assertThat(page)
        .containsPattern("class=\"track r0\" d=\"M\\d+ \\d+l-?\\d+ -?\\d+M\\d+ \\d+l")
        .contains("On one trip positions are missing on the way");
  }

  @Test
  void listsTripsWithoutPositionsAndDrawsNone() {
    String page = PageFixtures.page(PageFixtures.placeless(Language.ENGLISH));
    assertThat(page)
        .doesNotContain("class=\"map\"")
        .contains("There is no map: none of these trips has a position that may be released.")
        .contains("974 trips have no released position and are not drawn.");
  }

  @Test
  void saysThatThereIsNothing() {
    String page = PageFixtures.page(PageFixtures.nothing(Language.ENGLISH));
    assertThat(page)
        .contains("No vehicle was found for this request.")
        .contains("There are no trips in this period.")
        .contains("Nothing was withheld.")
        .contains("An earlier package of yours explained every column.")
        .contains("turn to whoever gave you this package.");
  }

  @Test
  void tellsReasonsInPlainWordsWithCountsThatAddUp() {
    String page = PageFixtures.page(PageFixtures.rich(Language.SIMPLIFIED_CHINESE));
    assertThat(page)
        .contains("靠近敏感场所 <span class=\"tally\">18,204</span>")
        .contains("<td class=\"n\">272,645</td>")
        .contains("<td class=\"n\">8,687,485</td>")
        .contains("运营方自定的规则 <span class=\"tally\">77</span>", "Works agreement of 2024");
  }

  @Test
  void refusesCountsThatDoNotAddUp() {
    List<Count> withheld = List.of(new Count("erased", 2, Optional.empty()));
    assertThatThrownBy(() -> new Completeness(10, 7, withheld, List.of(), 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The counts do not add up: received 10, counted 9. Count every value once.");
  }

  @Test
  void givesEveryDrawingATitleAndEveryTableHeads() {
    String page = PageFixtures.page(PageFixtures.rich(Language.ENGLISH));
    assertThat(count(page, "<svg ")).isEqualTo(count(page, "<title id=")).isGreaterThan(8);
    assertThat(count(page, "<svg ")).isEqualTo(count(page, "<desc id="));
    assertThat(count(page, "<table")).isEqualTo(count(page, "<caption>"));
    assertThat(count(page, "<tr>")).isEqualTo(count(page, "<tr><th scope="));
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static PageFacts with(Journal journal) {
    return PageFixtures.facts(Language.ENGLISH, journal, PageFixtures.richCompleteness());
  }
}
