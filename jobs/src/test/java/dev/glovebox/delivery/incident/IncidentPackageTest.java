package dev.glovebox.delivery.incident;

import static dev.glovebox.delivery.incident.SampleIncident.AT;
import static dev.glovebox.delivery.incident.SampleIncident.MINUTE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.delivery.Receipt;
import dev.glovebox.delivery.Section;
import dev.glovebox.request.Request.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IncidentPackageTest {

  private static final String FOLDER = "incident-7";

  @TempDir Path temporary;

  @Test
  void holdsEveryFileAndSaysWhatItHolds() throws Exception {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    Receipt receipt = write(Language.ENGLISH, zip);
    Unpacked files = Unpacked.of(zip.toByteArray(), FOLDER);

    assertThat(files.files().keySet())
        .contains("bagit.txt", "bag-info.txt", "index.html", "signature.json")
        .contains("data/readings.csv", "data/alerts.csv", "data/connectivity.csv")
        .contains("data/channels.csv", "data/counts.csv", "data/chart.svg")
        .contains("data/datapackage.json");
    assertThat(receipt.vins()).containsExactly(SampleIncident.VIN);
    assertThat(receipt.rows())
        .containsEntry(Section.TELEMETRY, (long) files.rows("data/readings.csv").size())
        .containsEntry(Section.ALERTS, 2L)
        .containsEntry(Section.CONNECTIVITY, 1L);
    assertThat(receipt.firstInstant()).contains(Times.instant(AT - 28 * MINUTE));
    assertThat(receipt.bytes()).isEqualTo(zip.size());
    assertThat(receipt.sha256()).isEqualTo(sha256(zip.toByteArray()));
    Path packages = Files.createDirectories(Path.of("target/incident"));
    Files.write(packages.resolve(FOLDER + ".zip"), zip.toByteArray());
  }

  @Test
  void writesTheSameBytesAgain() throws Exception {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    write(Language.ENGLISH, one);
    write(Language.ENGLISH, other);

    assertThat(one.toByteArray()).isEqualTo(other.toByteArray());
  }

  @ParameterizedTest
  @EnumSource
  void namesTheWholeVehicleInTheBagsInfoAlone(Language language) throws Exception {
    Unpacked files = unpacked(language);

    assertThat(files.files())
        .allSatisfy(
            (path, bytes) -> {
              boolean named = new String(bytes, UTF_8).contains(SampleIncident.VIN);
              assertThat(named).as(path).isEqualTo(path.equals("bag-info.txt"));
            });
    assertThat(files.text("bag-info.txt"))
        .contains("Vehicle-Identification-Number: " + SampleIncident.VIN);
    assertThat(files.rows("data/readings.csv"))
        .allSatisfy(row -> assertThat(row).containsEntry("vin", "LRW**********0042"));
  }

  @Test
  void tellsEachChannelsRateAndWhatThereIsNot() throws Exception {
    List<Map<String, String>> rows = unpacked(Language.ENGLISH).rows("data/channels.csv");

    assertThat(channel(rows, "speed_kmh"))
        .containsEntry("state", "sent")
        .containsEntry("count", Integer.toString(SampleIncident.found().readings().size()))
        .containsEntry("longest_interval_s", "320.000000")
        .containsEntry("gaps", "3");
    assertThat(channel(rows, "steering_wheel_heat_level")).containsEntry("state", "not-sent");
    assertThat(rows)
        .filteredOn(row -> row.get("state").equals("never-recorded"))
        .extracting(row -> row.get("description"))
        .contains("Angle of the steering wheel", "Travel of the brake pedal", "Airbags")
        .doesNotContain("Pressure in the brake master cylinder");
    assertThat(rows)
        .filteredOn(row -> row.get("state").equals("not-released"))
        .extracting(row -> row.get("not_released"))
        .contains("other-person=1", "out-of-range=1");
  }

  @Test
  void letsNoTextRunAsAFormula() throws Exception {
    assertThat(unpacked(Language.ENGLISH).rows("data/alerts.csv"))
        .extracting(row -> row.get("name"))
        .containsExactly("ESP_a021_emergencyBraking", "'=1+1");
  }

  @Test
  void describesEveryFileWithItsBytesAndHash() throws Exception {
    Unpacked files = unpacked(Language.SIMPLIFIED_CHINESE);
    JsonNode described = new ObjectMapper().readTree(files.files().get("data/datapackage.json"));

    List<String> paths = new ArrayList<>();
    for (JsonNode resource : described.get("resources")) {
      byte[] bytes = files.files().get("data/" + resource.get("path").asText());
      assertThat(resource.get("bytes").longValue()).isEqualTo(bytes.length);
      assertThat(resource.get("hash").asText()).isEqualTo("sha256:" + sha256(bytes));
      paths.add("data/" + resource.get("path").asText());
    }
    paths.add("data/datapackage.json");
    assertThat(files.files().keySet().stream().filter(path -> path.startsWith("data/")))
        .containsExactlyInAnyOrderElementsOf(paths);
    List<Map<String, String>> rows = files.rows("data/readings.csv");
    assertThat(described.get("hash_chain").get("last").asText())
        .isEqualTo(rows.get(rows.size() - 1).get("sha256"));
  }

  @ParameterizedTest
  @EnumSource
  void explainsItselfOnAPageThatNeedsNothing(Language language) throws Exception {
    String page = unpacked(language).text("index.html");

    assertThat(page).contains("<html lang=\"" + language.tag() + "\">", "<svg", "0042");
    assertThat(page).doesNotContain("<script", "src=", "href=", "@import");
    assertThat(page).contains("hashlib.sha256", "data/readings.csv");
    Path pictures = Files.createDirectories(Path.of("target/incident"));
    Files.writeString(pictures.resolve("index." + language.tag() + ".html"), page);
  }

  @Test
  void isCheckedByTheLinesOnItsPage() throws Exception {
    Unpacked files = unpacked(Language.ENGLISH);
    List<Map<String, String>> rows = files.rows("data/readings.csv");
    files.writeTo(temporary);

    String told = check();

    String last = rows.get(rows.size() - 1).get("sha256");
    assertThat(told).isEqualTo("0 " + rows.size() + " rows, the last " + last);
    assertThat(files.text("index.html")).contains(rows.size() + " rows, the last " + last);
    String lines = unescaped(files.text("index.html"));
    assertThat(lines).contains(ChainCheck.PYTHON);
    assertThat(Files.readString(Path.of("../docs/incidents.md"))).contains(ChainCheck.PYTHON);
  }

  @Test
  void showsARowThatIsRemovedSwappedOrAltered() throws Exception {
    String wrong = "was altered, or rows before it are missing or moved.";
    assertThat(checkedAfter(lines -> lines.remove(5))).contains("Row 5 " + wrong).startsWith("1 ");
    assertThat(checkedAfter(lines -> Collections.swap(lines, 7, 8))).contains("Row 7 " + wrong);
    assertThat(checkedAfter(lines -> lines.set(9, lines.get(9).replaceFirst(",(\\d)", ",9$1"))))
        .contains("Row 9 " + wrong);
    assertThat(checkedAfter(lines -> {})).startsWith("0 ");
  }

  private String checkedAfter(Consumer<List<String>> change) throws Exception {
    unpacked(Language.ENGLISH).writeTo(temporary);
    Path readings = temporary.resolve("data/readings.csv");
    List<String> lines = new ArrayList<>(List.of(Files.readString(readings).split("\r\n")));
    change.accept(lines);
    Files.writeString(readings, String.join("\r\n", lines) + "\r\n");
    return check();
  }

  /** Exit code and output of the lines that the page prints, run where the package lies. */
  private String check() throws IOException, InterruptedException {
    Files.writeString(temporary.resolve("check.py"), ChainCheck.PYTHON);
    Process python =
        new ProcessBuilder("python3", "check.py")
            .directory(temporary.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(python.getInputStream().readAllBytes(), UTF_8).strip();
    assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return python.exitValue() + " " + told;
  }

  private static String unescaped(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&gt;", ">")
        .replace("&lt;", "<")
        .replace("&amp;", "&");
  }

  private static Map<String, String> channel(List<Map<String, String>> rows, String column) {
    return rows.stream().filter(row -> row.get("channel").equals(column)).findFirst().orElseThrow();
  }

  private Unpacked unpacked(Language language) throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    write(language, zip);
    return Unpacked.of(zip.toByteArray(), FOLDER);
  }

  private Receipt write(Language language, ByteArrayOutputStream zip) throws IOException {
    IncidentTerms terms = SampleIncident.terms(Unpacked.key(temporary));
    return IncidentPackage.write(
        SampleIncident.order(language), terms, SampleIncident.found(), zip);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
