package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.Asked;
import dev.glovebox.delivery.page.PageFacts.Column;
import dev.glovebox.delivery.page.PageFacts.Completeness;
import dev.glovebox.delivery.page.PageFacts.Count;
import dev.glovebox.delivery.page.PageFacts.Kept;
import dev.glovebox.delivery.page.PageFacts.PackageFile;
import dev.glovebox.delivery.page.PageFacts.Seal;
import dev.glovebox.delivery.page.PageFacts.Terms;
import dev.glovebox.delivery.page.PageFacts.Vehicle;
import dev.glovebox.request.Request.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Facts of pages, from a rich year to nothing at all. */
final class PageFixtures {

  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Instant ANSWERED = Instant.parse("2026-11-25T06:00:00Z");

  /** The VINs of the fixtures; no real vehicle has them. */
  static final String FIRST_VIN = "LRW3E7EK0NC000042";

  static final String SECOND_VIN = "LRWYGCEK7PC001337";

  private PageFixtures() {}

  /** The page of these facts. */
  static String page(PageFacts facts) {
    StringBuilder page = new StringBuilder();
    try {
      OwnerPage.write(facts, page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  /** A year of two vehicles with everything there can be. */
  static PageFacts rich(Language language) {
    return facts(language, new DrivenYears(2025, 1).journal(), richCompleteness());
  }

  /** Ten years of two vehicles, more than a page lists. */
  static PageFacts decade(Language language) {
    return facts(language, new DrivenYears(2016, 10).journal(), richCompleteness());
  }

  /** Vehicles that were held and sent nothing. */
  static PageFacts nothing(Language language) {
    Journal empty = new PageNotes(ZONE).journal();
    Completeness none = new Completeness(0, 0, List.of(), List.of(), 0, 0);
    return new PageFacts(
        asked(language),
        List.of(),
        empty,
        none,
        List.of(),
        List.of(),
        List.of(),
        seal(),
        plainTerms());
  }

  /** Trips without a single position. */
  static PageFacts placeless(Language language) {
    return facts(language, new DrivenYears(2025, 1).placeless().journal(), richCompleteness());
  }

  /** Everything withheld. */
  static PageFacts withheld(Language language) {
    List<Count> all = List.of(new Count("ambiguous-tenure", 5120, Optional.of("PIPL Art. 45")));
    Completeness counts = new Completeness(5120, 0, all, List.of(), 0, 0);
    PageFacts nothing = nothing(language);
    Vehicle vehicle =
        new Vehicle(FIRST_VIN, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    return new PageFacts(
        nothing.asked(),
        List.of(vehicle),
        nothing.journal(),
        counts,
        files(0),
        List.of(),
        List.of(),
        seal(),
        plainTerms());
  }

  static PageFacts facts(Language language, Journal journal, Completeness completeness) {
    return new PageFacts(
        asked(language),
        List.of(
            vehicle(FIRST_VIN, language == Language.ENGLISH ? "Model 3 2022" : "Model 3 2022 款"),
            vehicle(SECOND_VIN, language == Language.ENGLISH ? "Model Y 2023" : "Model Y 2023 款")),
        journal,
        completeness,
        files(12),
        columns(language),
        List.of(
            column(
                language,
                "telemetry",
                "brake_pressure_kpa",
                "kPa",
                "Pressure in the brake circuit",
                "制动管路压力")),
        seal(),
        new Terms(
            "1",
            "0.1.0",
            Optional.of(language == Language.ENGLISH ? "Example Motors" : "示例汽车有限公司"),
            Optional.of("privacy@example.com"),
            List.of(new Kept(List.of("location", "route"), 1095, "PIPL Art. 19")),
            90,
            10));
  }

  static Completeness richCompleteness() {
    List<Count> withheld =
        List.of(
            new Count(
                "sensitive-place",
                18_204,
                Optional.of("Automotive data provisions (Order 7, 2021) Art. 3")),
            new Count(
                "place-unknown",
                40_911,
                Optional.of("Automotive data provisions (Order 7, 2021) Art. 3")),
            new Count(
                "other-person",
                210_333,
                Optional.of("Automotive data provisions (Order 7, 2021) Art. 3")),
            new Count(
                "not-published",
                3_120,
                Optional.of("Automotive data provisions (Order 7, 2021) Art. 6")),
            new Count("night-rule", 77, Optional.of("Works agreement of 2024, § 4")));
    List<Count> rejected =
        List.of(
            new Count("out-of-range", 412, Optional.empty()),
            new Count("invalid", 9_015, Optional.empty()),
            new Count("clock-ahead", 60, Optional.empty()));
    long counted = Completeness.sum(withheld) + Completeness.sum(rejected);
    return new Completeness(counted + 8_400_120 + 5_233, 8_400_120, withheld, rejected, 5_233, 7);
  }

  static Asked asked(Language language) {
    return new Asked(
        "req-2026-11-000123",
        language,
        ZONE,
        Instant.parse("2026-11-24T01:30:00Z"),
        ANSWERED,
        Optional.of(Instant.parse("2025-11-23T16:00:00Z")),
        Optional.empty());
  }

  private static Vehicle vehicle(String vin, String model) {
    return new Vehicle(
        vin,
        Optional.of(model),
        Optional.of(Instant.parse("2025-11-24T00:12:31Z")),
        Optional.of(Instant.parse("2026-11-23T14:48:00Z")),
        1_204_331);
  }

  private static List<PackageFile> files(int months) {
    List<PackageFile> files = new ArrayList<>();
    for (YearMonth month : lastMonths(months)) {
      files.add(
          new PackageFile("data/telemetry/" + month + ".csv", 48_201_337, Optional.of(101_220L)));
      files.add(
          new PackageFile(
              "data/telemetry/" + month + ".parquet", 3_201_337, Optional.of(101_220L)));
    }
    for (String table : List.of("trips", "charges", "alerts", "connectivity")) {
      files.add(new PackageFile("data/" + table + ".csv", 412_000, Optional.of(2_950L)));
      files.add(new PackageFile("data/" + table + ".parquet", 98_000, Optional.of(2_950L)));
    }
    files.add(new PackageFile("data/trips.gpx", 9_120_000, Optional.empty()));
    files.add(new PackageFile("data/trips.geojson", 4_120_000, Optional.empty()));
    files.add(new PackageFile("data/trips.gcj02.geojson", 4_120_000, Optional.empty()));
    files.add(new PackageFile("data/completeness.json", 88_000, Optional.empty()));
    files.add(new PackageFile("data/datapackage.json", 512, Optional.empty()));
    return files;
  }

  private static List<YearMonth> lastMonths(int count) {
    return IntStream.range(0, count).mapToObj(i -> YearMonth.of(2025, 12).plusMonths(i)).toList();
  }

  private static List<Column> columns(Language language) {
    return List.of(
        column(
            language,
            "telemetry",
            "captured_at",
            "",
            "Instant at which the vehicle captured it",
            "车辆采集的时刻"),
        column(language, "telemetry", "speed_kmh", "km/h", "Speed of the vehicle", "车速"),
        column(language, "telemetry", "soc_percent", "%", "State of charge", "电池电量"),
        column(language, "trips", "distance_km", "km", "Distance driven", "行驶里程"));
  }

  private static Column column(
      Language language, String table, String name, String unit, String english, String chinese) {
    return new Column(
        table,
        name,
        unit.isEmpty() ? "datetime" : "number",
        Optional.of(unit).filter(text -> !text.isEmpty()),
        language == Language.ENGLISH ? english : chinese);
  }

  static Seal seal() {
    return new Seal(
        "signing-2026-01",
        "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
        List.of(
            "sha256sum --check --quiet tagmanifest-sha256.txt manifest-sha256.txt",
            "jq -r .public_key signature.json | base64 -d > key.der",
            "jq -r .signature signature.json | base64 -d > signature.bin",
            "openssl pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin \\",
            "  -in tagmanifest-sha256.txt -sigfile signature.bin"));
  }

  private static Terms plainTerms() {
    return new Terms("1", "0.1.0", Optional.empty(), Optional.empty(), List.of(), 90, 10);
  }
}
