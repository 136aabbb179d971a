package dev.glovebox.reporting.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.privacy.Policy;
import dev.glovebox.reporting.Figure;
import dev.glovebox.reporting.Language;
import dev.glovebox.reporting.Period;
import dev.glovebox.reporting.Report;
import dev.glovebox.reporting.Sections;
import dev.glovebox.reporting.Statements;
import dev.glovebox.reporting.Text;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JSON, HTML and PDF hold the same figures, in both languages. */
class FormsTest {

  private static final Path PICTURES = Path.of("target", "report-pictures");
  private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>");
  private static final Pattern CELL = Pattern.compile("<t[hd][^>]*>(.*?)</t[hd]>");

  private final Report report = report();
  private final Map<String, byte[]> files = files(report);

  @Test
  void areAFileALanguageAndOneOfData() {
    assertThat(files.keySet())
        .containsExactly(
            "report.en.html",
            "report.en.pdf",
            "report.json",
            "report.zh-Hans.html",
            "report.zh-Hans.pdf");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void holdTheSameFigures(Language language) throws IOException {
    String html =
        new String(files.get("report." + language.tag() + ".html"), StandardCharsets.UTF_8);
    String pdf = pdfText(language);
    for (JsonNode section : json().get("sections")) {
      for (JsonNode figure : section.get("metrics")) {
        if (!figure.get("value").isNull()) {
          String number = Numbers.text(figure.get("value").asDouble(), figure.get("unit").asText());
          assertThat(cells(html)).as(figure.toString()).contains(number);
          assertThat(pdf).as(figure.toString()).contains(number);
        }
      }
    }
    for (String row : rows(html)) {
      assertThat(pdf).contains(row);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void showNoSuppressedFigure(Language language) throws IOException {
    assertThat(pdfText(language)).contains(language == Language.CHINESE ? "不予公布" : "hidden");
    assertThat(json().toString()).contains("\"value\":null");
  }

  @Test
  void setChineseInAFontThatTheyCarry() throws IOException {
    assertThat(pdfText(Language.CHINESE))
        .contains("汽车数据处理情况报告 2026")
        .contains("张玥")
        .contains("数据安全事件");
    try (PDDocument document = Loader.loadPDF(files.get("report.zh-Hans.pdf"))) {
      for (var page : document.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
    }
    assertThat(files.get("report.zh-Hans.pdf").length).isLessThan(600_000);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void landAsPictures(Language language) throws IOException {
    Files.createDirectories(PICTURES);
    try (PDDocument document = Loader.loadPDF(files.get("report." + language.tag() + ".pdf"))) {
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page, 80);
        Path file = PICTURES.resolve("report." + language.tag() + "." + (page + 1) + ".png");
        assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
        assertThat(file).isNotEmptyFile();
      }
    }
  }

  @Test
  void needNoNetworkAndRunNothing() {
    String html = new String(files.get("report.en.html"), StandardCharsets.UTF_8);
    assertThat(html).doesNotContain("http:", "https:", "<script", "src=", "@import");
    assertThat(html).contains("&lt;b&gt;not bold&lt;/b&gt;");
  }

  @Test
  void compareWithTheYearBefore() throws IOException {
    assertThat(pdfText(Language.ENGLISH))
        .contains("Year before")
        .contains("2025")
        .contains("1,111");
  }

  @Test
  void areTheSameBytesEachTime() {
    assertThat(files(report))
        .allSatisfy((name, bytes) -> assertThat(bytes).isEqualTo(files.get(name)));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(files.get("report.json"));
  }

  private String pdfText(Language language) throws IOException {
    try (PDDocument document = Loader.loadPDF(files.get("report." + language.tag() + ".pdf"))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static List<String> cells(String html) {
    List<String> cells = new ArrayList<>();
    Matcher matcher = CELL.matcher(html);
    while (matcher.find()) {
      cells.add(matcher.group(1));
    }
    return cells;
  }

  /** Rows of figures, as the PDF has them in a line. */
  private static List<String> rows(String html) {
    List<String> rows = new ArrayList<>();
    Matcher matcher = ROW.matcher(html);
    while (matcher.find()) {
      List<String> cells = cells(matcher.group(1));
      if (matcher.group(1).startsWith("<td")
          && cells.stream().allMatch(cell -> cell.length() < 12)) {
        rows.add(String.join(" ", cells).replaceAll(" +", " ").strip());
      }
    }
    return rows;
  }

  private static Map<String, byte[]> files(Report report) {
    try {
      return Forms.of(report);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static Report report() {
    Statements statements =
        Statements.parse(
            """
            responsible:
              data-security: {name: {en: Zhang Yue, zh-Hans: 张玥}, contact: security@example.com}
            measures: ["<b>not bold</b>"]
            incidents: []
            """);
    List<Figure> figures = new ArrayList<>();
    int number = 1_234;
    for (String region : List.of("east", "south", "north")) {
      figures.add(figure("distance_km", "km", region, number * 7.125, 40));
      figures.add(figure("co2_kg", "kgCO2", region, number * 0.55, 40));
      number *= 3;
    }
    figures.add(
        new Figure(
            "carbon",
            "distance_km",
            Map.of("region", "central"),
            Optional.empty(),
            "km",
            Optional.empty(),
            Figure.Standing.SUPPRESSED));
    figures.add(figure("energy_kwh_per_100km", "kWh/100 km", null, 15.25, 120));
    List<Figure> before = List.of(figure("energy_kwh_per_100km", "kWh/100 km", null, 1_111, 99));
    return new Report(
        Period.parse("2026"),
        10,
        new Report.Policy("1", "0".repeat(64)),
        "1",
        Optional.empty(),
        Map.of("trips", 3L, "charges", 4L),
        List.of(
            new Report.Query(
                "carbon",
                List.of("trips", "charges"),
                List.of("distance_km", "co2_kg", "energy_kwh_per_100km"))),
        new Sections(statements, Policy.packaged()).with(figures).all(),
        List.of(new Text("Near a limit.", "接近门槛。")),
        before);
  }

  private static Figure figure(
      String metric, String unit, String region, double value, long people) {
    return new Figure(
        "carbon",
        metric,
        region == null ? Map.of() : Map.of("region", region),
        Optional.of(value),
        unit,
        Optional.of(people),
        Figure.Standing.SHOWN);
  }
}
