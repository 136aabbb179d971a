package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.job.JobFailure.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ExportJobTest {

  private static final String VIN = "LRW3E7EK0PC000001";
  private static final String OTHER_VIN = "LRW3E7EK0PC000002";
  private static final Instant SOLD = Instant.parse("2026-11-01T02:00:00Z");
  private static final Instant AS_OF = Instant.parse("2026-11-05T00:00:00Z");
  private static final String RECEIVED = "2026-11-04T00:00:00Z";

  @TempDir Path temporary;

  private PublishedFolder folder;

  /** One vehicle that anna sells to bert at ten in the morning, and one that anna keeps. */
  @BeforeEach
  void publish() {
    folder =
        new PublishedFolder(temporary)
            .tenures(
                VIN + ",anna,owner,2020-01-01T00:00:00Z," + SOLD,
                VIN + ",bert,owner," + SOLD + ",",
                OTHER_VIN + ",anna,owner,2020-01-01T00:00:00Z,")
            .arrived(
                FIRST,
                10,
                "one.jsonl",
                speed(VIN, "2026-11-01T01:58:00Z", 10),
                speed(VIN, "2026-11-01T01:59:59.999999Z", 11),
                speed(VIN, "2026-11-01T02:00:00Z", 12),
                speed(VIN, "2026-11-01T02:01:00Z", 13),
                speed(OTHER_VIN, "2026-11-01T01:30:00Z", 20),
                speed(OTHER_VIN, "2026-10-31T15:59:59Z", 21),
                alert(OTHER_VIN, "2026-11-01T01:31:00Z"));
    folder.publish(FIRST);
  }

  @Test
  void givesEveryHolderTheirOwnAndNoMore() throws IOException {
    folder.requested("a.jsonl", export("r-anna", "anna", ""), export("r-bert", "bert", ""));

    RunReport report = folder.export(AS_OF);

    assertThat(report.answers().served()).isEqualTo(2);
    assertThat(report.answers().bytesRead()).isPositive();
    assertThat(instants("r-anna"))
        .containsExactly(
            VIN + " 2026-11-01T01:58:00Z",
            VIN + " 2026-11-01T01:59:59.999999Z",
            OTHER_VIN + " 2026-10-31T15:59:59Z",
            OTHER_VIN + " 2026-11-01T01:30:00Z");
    assertThat(instants("r-bert"))
        .containsExactly(VIN + " 2026-11-01T02:00:00Z", VIN + " 2026-11-01T02:01:00Z");
    assertThat(entries("r-anna")).anyMatch(name -> name.contains("telemetry/2026-10"));
    assertThat(entries("r-anna")).anyMatch(name -> name.contains("telemetry/2026-11"));
  }

  @Test
  void saysInTheTablesWhatWasGivenToWhom() throws IOException, GeneralSecurityException {
    folder.requested("a.jsonl", export("r-anna", "anna", ""));

    folder.export(AS_OF);

    Row request = request("r-anna");
    assertThat(request.<String>getAs("state")).isEqualTo("done");
    assertThat(request.<String>getAs("reason")).isNull();
    assertThat(request.getAs("due_on").toString()).isEqualTo("2026-11-25");
    assertThat(instant(request, "completed_at")).isEqualTo(AS_OF);
    assertThat(instant(request, "link_expires_at")).isEqualTo(AS_OF.plus(Duration.ofDays(7)));
    Path zip = zip("r-anna");
    assertThat(request.<String>getAs("link")).isEqualTo(zip.toUri().toString().replace("///", "/"));
    assertThat(zip.getParent().getFileName().toString()).matches("[0-9a-f]{32}");
    Row given = folder.table("disclosures").collectAsList().get(0);
    assertThat(given.<String>getAs("owner_id")).isEqualTo("anna");
    assertThat(given.<Long>getAs("bytes")).isEqualTo(Files.size(zip));
    assertThat(given.<String>getAs("sha256")).isEqualTo(sha256(zip));
    assertThat(given.<String>getList(given.fieldIndex("vins"))).containsExactly(VIN, OTHER_VIN);
  }

  @Test
  void cutsAtTheEndsOfWhatIsAskedFor() throws IOException {
    folder.requested(
        "a.jsonl",
        export(
            "r-1",
            "anna",
            ",\"vins\":[\""
                + VIN
                + "\"],\"from\":\"2026-11-01T01:59:00Z\","
                + "\"to\":\"2026-11-02T00:00:00Z\""),
        export("r-2", "anna", ",\"to\":\"2026-11-01T01:30:00Z\""));

    folder.export(AS_OF);

    assertThat(instants("r-1")).containsExactly(VIN + " 2026-11-01T01:59:59.999999Z");
    assertThat(instants("r-2")).containsExactly(OTHER_VIN + " 2026-10-31T15:59:59Z");
  }

  @Test
  void answersEveryLineWithItsReason() {
    folder
        .holds("bert," + VIN + ",litigation,2026-01-01T00:00:00Z,2026-11-06T00:00:00Z")
        .requested(
            "a.jsonl",
            "broken",
            export("../up", "anna", ""),
            export("r-foreign", "bert", ",\"vins\":[\"" + OTHER_VIN + "\"]"),
            export("r-nobody", "carl", ""),
            export("r-held", "bert", ""),
            export("r-early", "anna", "").replace(RECEIVED, "2026-11-05T00:00:01Z"),
            export("r-twice", "anna", ",\"to\":\"2020-06-01T00:00:00Z\""),
            export("r-twice", "anna", ""),
            export("r-erase", "anna", "").replace("export", "erase"));

    RunReport report = folder.export(AS_OF);

    assertThat(folder.rows("requests", "request_id", "state", "reason"))
        .containsExactlyInAnyOrder(
            "[a.jsonl:1,refused,malformed]",
            "[a.jsonl:2,refused,unsafe-id]",
            "[r-foreign,refused,never-held]",
            "[r-nobody,refused,nothing-held]",
            "[r-held,delayed,legal-hold]",
            "[r-early,delayed,received-ahead]",
            "[r-twice,done,null]",
            "[a.jsonl:8,refused,repeated-id]",
            "[r-erase,open,null]");
    assertThat(report.answers().refused()).hasSize(5).allSatisfy((why, n) -> assertThat(n).isOne());
    assertThat(report.answers().delayed()).containsOnlyKeys("legal-hold", "received-ahead");

    RunReport later = folder.export(Instant.parse("2026-11-06T00:00:00Z"));

    assertThat(later.answers().served()).isEqualTo(2);
    assertThat(later.answers().refused()).isEmpty();
    assertThat(later.answers().delayed()).isEmpty();
    assertThat(request("r-held").<String>getAs("state")).isEqualTo("done");
  }

  @Test
  void buildsNothingThatIsThereAndWhole() throws IOException {
    folder.requested("a.jsonl", export("r-anna", "anna", ""), export("r-bert", "bert", ""));
    folder.export(AS_OF);
    FileTime made = Files.getLastModifiedTime(zip("r-anna"));
    long version = version("requests");

    RunReport report = folder.export(AS_OF.plusSeconds(3600));

    assertThat(report.answers().served()).isZero();
    assertThat(report.answers().standing()).isEqualTo(2);
    assertThat(Files.getLastModifiedTime(zip("r-anna"))).isEqualTo(made);
    assertThat(version("requests")).isEqualTo(version);
    assertThat(version("disclosures")).isEqualTo(1);
  }

  @Test
  void buildsAgainWhatIsGoneOrDamaged() throws IOException {
    folder.requested("a.jsonl", export("r-anna", "anna", ""), export("r-bert", "bert", ""));
    folder.export(AS_OF);
    Row before = request("r-anna");
    byte[] bytes = Files.readAllBytes(zip("r-anna"));
    Files.delete(zip("r-anna"));
    byte[] other = Files.readAllBytes(zip("r-bert"));
    byte[] flipped = other.clone();
    flipped[other.length / 2] ^= 1;
    Files.write(zip("r-bert"), flipped);

    RunReport report = folder.export(AS_OF);

    assertThat(report.answers().served()).isEqualTo(2);
    assertThat(Files.readAllBytes(zip("r-anna"))).isEqualTo(bytes);
    assertThat(Files.readAllBytes(zip("r-bert"))).isEqualTo(other);
    assertThat(request("r-anna")).isEqualTo(before);
  }

  @Test
  void finishesWhatAKilledRunHasBegun() throws IOException {
    folder.requested("a.jsonl", export("r-anna", "anna", ""));
    folder.export(AS_OF);
    FileTime made = Files.getLastModifiedTime(zip("r-anna"));
    folder.rollBack("requests");
    assertThat(request("r-anna").<String>getAs("state")).isEqualTo("open");
    Path left = zip("r-anna").resolveSibling(".r-anna.zip.f00.part");
    Files.write(left, new byte[10]);
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

    RunReport report = folder.export(AS_OF);

    assertThat(request("r-anna").<String>getAs("state")).isEqualTo("done");
    assertThat(report.answers().standing()).isEqualTo(1);
    assertThat(Files.getLastModifiedTime(zip("r-anna"))).isEqualTo(made);
    assertThat(left).doesNotExist();
  }

  @Test
  void failsOneRequestAloneAndServesTheRest() throws IOException {
    folder.requested("a.jsonl", export("r-anna", "anna", ""), export("r-bert", "bert", ""));
    folder.export(AS_OF);
    Path held = zip("r-bert").getParent();
    Files.delete(zip("r-bert"));
    Files.delete(held);
    Files.write(held, new byte[] {1});
    Files.delete(zip("r-anna"));

    assertThatThrownBy(() -> folder.export(AS_OF))
        .isInstanceOfSatisfying(
            JobFailure.class,
            failure -> {
              assertThat(failure.category()).isEqualTo(Category.STORAGE);
              assertThat(failure.report().orElseThrow().answers().served()).isEqualTo(1);
              assertThat(failure.report().orElseThrow().answers().failed())
                  .isEqualTo(Map.of("store-failed", 1L));
            })
        .hasMessageStartingWith("1 of 2 packages could not be made")
        .hasMessageNotContainingAny("anna", "bert", VIN);
    assertThat(instants("r-anna")).hasSize(4);
    assertThat(request("r-bert").<String>getAs("state")).isEqualTo("open");
    assertThat(request("r-bert").<String>getAs("reason")).isEqualTo("store-failed");

    Files.delete(held);
    assertThat(folder.export(AS_OF).answers().served()).isEqualTo(1);
    assertThat(request("r-bert").<String>getAs("state")).isEqualTo("done");
    assertThat(request("r-bert").<String>getAs("reason")).isNull();
  }

  @Test
  void letsGoOfPackagesThatWereKeptLongEnough() throws IOException {
    folder.requested("a.jsonl", export("r-anna", "anna", ""));
    Map<String, String> settings =
        Map.of("delivery.link-expires", "1d", "delivery.keep-packages", "3d");
    folder.export(AS_OF, settings);
    Path zip = zip("r-anna");

    folder.export(AS_OF.plus(Duration.ofDays(1)), settings);
    assertThat(zip).exists();
    assertThat(request("r-anna").<String>getAs("link")).isNull();

    RunReport report = folder.export(AS_OF.plus(Duration.ofDays(3)), settings);
    assertThat(zip).doesNotExist();
    assertThat(report.answers().expired()).isEqualTo(1);
    assertThat(request("r-anna").<String>getAs("package")).isNull();
    assertThat(request("r-anna").<String>getAs("state")).isEqualTo("done");

    RunReport after = folder.export(AS_OF.plus(Duration.ofDays(4)), settings);
    assertThat(after.answers().served() + after.answers().expired()).isZero();
    assertThat(version("disclosures")).isEqualTo(1);
  }

  @Test
  void countsWhatIsLateAndWarnsOfAYearThatNobodyKnows() {
    folder
        .holds("anna,,litigation,2026-01-01T00:00:00Z,")
        .requested(
            "a.jsonl",
            export("r-1", "anna", ""),
            export("r-2", "anna", "").replace(RECEIVED, "2026-12-20T00:00:00Z"));

    RunReport report = folder.export(Instant.parse("2026-12-21T00:00:00Z"));

    assertThat(report.answers().late()).isEqualTo(1);
    assertThat(report.warnings()).singleElement().asString().contains("holidays of 2027");
  }

  @Test
  void servesALakeThatIsEmptyAndARunWithoutRequests() {
    PublishedFolder empty =
        new PublishedFolder(temporary.resolve("empty"))
            .tenures("V1,anna,owner,2020-01-01T00:00:00Z,");

    assertThat(empty.export(AS_OF).answers().served()).isZero();
    empty.requested("a.jsonl", export("r-1", "anna", ""));
    assertThat(empty.export(AS_OF).answers().served()).isEqualTo(1);
  }

  private List<String> instants(String requestId) throws IOException {
    List<String> instants = new ArrayList<>();
    try (ZipFile zip = new ZipFile(zip(requestId).toFile())) {
      for (String name : entries(requestId)) {
        if (name.contains("/telemetry/") && name.endsWith(".csv")) {
          String text =
              new String(
                  zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
          rows(text).forEach(instants::add);
        }
      }
    }
    return instants.stream().sorted().toList();
  }

  private static List<String> rows(String csv) {
    List<String> lines = csv.replace("\uFEFF", "").lines().toList();
    List<String> header = List.of(lines.get(0).split(","));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(
            cells ->
                cells[header.indexOf("vin")] + " " + micros(cells[header.indexOf("captured_at")]))
        .toList();
  }

  private static Instant micros(String text) {
    return text.matches("\\d+")
        ? Instant.EPOCH.plus(Long.parseLong(text), java.time.temporal.ChronoUnit.MICROS)
        : java.time.OffsetDateTime.parse(text).toInstant();
  }

  private Set<String> entries(String requestId) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (ZipFile zip = new ZipFile(zip(requestId).toFile())) {
      zip.stream().forEach(entry -> names.add(entry.getName()));
    }
    return names;
  }

  private Path zip(String requestId) throws IOException {
    try (Stream<Path> files = Files.walk(temporary.resolve("packages"))) {
      return files
          .filter(file -> file.getFileName().toString().equals(requestId + ".zip"))
          .findFirst()
          .orElseThrow();
    }
  }

  private Row request(String id) {
    return folder.table("requests").filter("request_id = '" + id + "'").collectAsList().get(0);
  }

  private long version(String table) {
    return folder.tables(table).history(1).head().<Long>getAs("version");
  }

  private static Instant instant(Row row, String column) {
    return row.<java.sql.Timestamp>getAs(column).toInstant();
  }

  private static String sha256(Path file) throws IOException, GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  private static String export(String id, String owner, String more) {
    return "{\"request_id\":\"%s\",\"kind\":\"export\",\"owner_id\":\"%s\",\"received_at\":\"%s\"%s}"
        .formatted(id, owner, RECEIVED, more);
  }

  private static String speed(String vin, String instant, double mph) {
    return message(
        "\"data\":[{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":" + mph + "}}]",
        vin,
        instant);
  }

  private static String alert(String vin, String instant) {
    return message("\"alerts\":[{\"name\":\"A\",\"audiences\":[\"Customer\"]}]", vin, instant);
  }

  private static String message(String content, String vin, String instant) {
    return "{%s,\"createdAt\":\"%s\",\"vin\":\"%s\"}".formatted(content, instant, vin);
  }
}
