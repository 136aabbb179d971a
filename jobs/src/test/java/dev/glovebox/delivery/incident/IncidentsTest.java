package dev.glovebox.delivery.incident;

import static dev.glovebox.delivery.incident.IncidentOrder.micros;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.SharedSpark;
import dev.glovebox.delivery.incident.IncidentAnswer.Reason;
import dev.glovebox.privacy.Coarsening;
import dev.glovebox.privacy.CoarseningRule;
import dev.glovebox.privacy.Policy;
import dev.glovebox.privacy.PrivacyView;
import dev.glovebox.privacy.Rule;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.privacy.ViewName;
import dev.glovebox.publishing.Replay;
import dev.glovebox.registry.Tenures;
import dev.glovebox.request.Request.Language;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.simulate.Fleet;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.simulate.ObjectKey;
import dev.glovebox.simulate.Rate;
import dev.glovebox.simulate.SideFile;
import dev.glovebox.source.FleetTelemetryAdapter;
import dev.glovebox.store.RawObjects;
import dev.glovebox.table.Lake;
import dev.glovebox.table.OwnerPartitions;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Catalogue CATALOGUE = Catalogue.packaged();
  private static final Policy POLICY = Policy.packaged();
  private static final long MINUTE = 60_000_000;
  private static final double KM_PER_MILE = 1.609344;
  private static final String VIN = "LRWTEST0000000001";
  private static final Instant SOLD = Instant.parse("2026-11-02T04:00:00Z");

  /** A square of about two kilometres round 31.20 N, 121.40 E. */
  private static final String PLACE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"p"},
       "geometry":{"type":"Polygon","coordinates":[[[121.39,31.19],[121.41,31.19],[121.41,31.21],
       [121.39,31.21],[121.39,31.19]]]}}]}
      """;

  @TempDir Path folder;

  @Test
  void readsWhatSeed7PlantedAsItWasPlanted() throws Exception {
    simulate(FleetOptions.defaults().withVehicles(16).withDays(2).withSeed(7));
    List<Map<String, String>> planted = planted();
    List<IncidentOrder> orders = orders(planted);
    assertThat(orders).isNotEmpty();

    List<IncidentAnswer> answers = incidents(POLICY.view(ViewName.OWNER)).serve(orders, shelf());

    int packed = 0;
    for (int i = 0; i < orders.size(); i++) {
      IncidentOrder order = orders.get(i);
      assertThat(answers.get(i).requestId()).isEqualTo(order.requestId());
      if (answers.get(i).receipt().isPresent()) {
        assertReadsAs(planted, order);
        packed++;
      } else {
        assertThat(answers.get(i).reason()).contains(Reason.NO_TENURE);
      }
    }
    assertThat(packed).isPositive();
  }

  private void assertReadsAs(List<Map<String, String>> planted, IncidentOrder order)
      throws IOException {
    Map<String, Map<String, String>> rows =
        unpacked(order).rows("data/readings.csv").stream()
            .collect(Collectors.toMap(row -> row.get("captured_at_utc"), row -> row));
    List<Map<String, String>> sent =
        planted.stream().filter(row -> row.get("request_id").equals(order.requestId())).toList();
    assertThat(sent).hasSizeGreaterThan(40);
    for (Map<String, String> each : sent) {
      Map<String, String> row = rows.get(Times.utc(micros(Instant.parse(each.get("captured_at")))));
      assertThat(row).as(each.get("captured_at")).isNotNull();
      assertThat(number(row, "speed_kmh"))
          .isCloseTo(number(each, "VehicleSpeed") * KM_PER_MILE, within(1e-6));
      assertThat(number(row, "accelerator_pedal_percent")).isEqualTo(number(each, "PedalPosition"));
      assertThat(row.get("brake_pedal_pressed")).isEqualTo(each.get("BrakePedal"));
      assertThat(number(row, "brake_master_cylinder_pressure_bar"))
          .isEqualTo(number(each, "BrakePedalPos"));
      assertThat(number(row, "longitudinal_acceleration_mps2"))
          .isEqualTo(number(each, "LongitudinalAcceleration"));
    }
    assertThat(unpacked(order).rows("data/alerts.csv"))
        .anySatisfy(
            alert -> {
              assertThat(alert.get("name")).isEqualTo("ESP_a021_emergencyBraking");
              assertThat(Instant.parse(alert.get("captured_at_utc")))
                  .isBetween(at(order), at(order).plusMillis(1));
            });
  }

  @Test
  void keepsEveryInstantThatSeed9Sent() throws Exception {
    simulate(FleetOptions.clean(6, 1, 9).withRate(Rate.HARD_BRAKING, 1));
    IncidentOrder order = orders(planted()).get(3);

    List<IncidentAnswer> answers =
        incidents(POLICY.view(ViewName.OWNER)).serve(List.of(order), shelf());

    assertThat(answers.get(0).receipt()).isPresent();
    Set<String> read =
        unpacked(order).rows("data/readings.csv").stream()
            .map(row -> row.get("captured_at_utc"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(read).isEqualTo(sent(order)).hasSizeGreaterThan(80);
  }

  @Test
  void givesAHolderTheirOwnAndNothingOfTheOneBefore() throws Exception {
    writeSale();
    IncidentOrder before = order("before", "seller", SOLD.minusSeconds(60));
    IncidentOrder after = order("after", "buyer", SOLD.plusSeconds(60));
    IncidentOrder strange = order("strange", "seller", SOLD.plusSeconds(60));
    IncidentOrder silent = order("silent", "buyer", SOLD.plusSeconds(40_000));

    List<IncidentAnswer> answers =
        incidents(coarse()).serve(List.of(before, after, strange, silent), shelf());

    assertThat(answers.get(2).reason()).contains(Reason.NO_TENURE);
    assertThat(answers.get(3).reason()).contains(Reason.NO_READINGS);
    assertThat(speeds(before)).containsExactly("2026-11-02T03:59:00.000000Z=41.5");
    assertThat(speeds(after))
        .containsExactly("2026-11-02T04:00:00.000000Z=42.5", "2026-11-02T04:02:00.000000Z=44.5");
    assertThat(counts(after))
        .contains("vehicle-data,withheld,sensitive-place,0,1")
        .contains("vehicle-data,duplicate,repeated-value,1,1")
        .contains("vehicle-data,rejected,conflicting-value,1,1");
    assertThat(unpacked(after).text("data/readings.csv")).doesNotContain("41.5");
  }

  @Test
  void failsAloneWhereAPackageCannotBeKept() throws Exception {
    writeSale();
    IncidentOrder before = order("before", "seller", SOLD.minusSeconds(60));
    IncidentOrder after = order("after", "buyer", SOLD.plusSeconds(60));
    Shelf kept = shelf();
    Shelf full =
        (id, writing) -> {
          if (id.equals("before")) {
            throw new IOException("the shelf is full");
          }
          return kept.keep(id, writing);
        };

    List<IncidentAnswer> answers =
        incidents(POLICY.view(ViewName.OWNER)).serve(List.of(before, after), full);

    assertThat(answers.get(0).reason()).contains(Reason.STORE_FAILED);
    assertThat(answers.get(1).receipt()).isPresent();
  }

  @Test
  void findsWhatArrivedWeeksLater() throws Exception {
    writeSale();
    write(
        "raw/date=2026-11-20/hour=09/a",
        line("2026-11-02T04:03:00Z", "{\"key\":\"Gear\",\"value\":{\"stringValue\":\"D\"}}"));
    IncidentOrder after = order("after", "buyer", SOLD.plusSeconds(60));
    assertThat(gears(after)).isEmpty();

    publishedOn(LocalDate.of(2026, 11, 20));

    assertThat(gears(after)).containsExactly("D");
  }

  private List<String> gears(IncidentOrder order) throws IOException {
    incidents(POLICY.view(ViewName.OWNER)).serve(List.of(order), shelf());
    return unpacked(order).rows("data/readings.csv").stream()
        .map(row -> row.getOrDefault("gear", ""))
        .filter(gear -> !gear.isEmpty())
        .toList();
  }

  /** Says in the lake's counts that a message of the day of the sale arrived on a date. */
  private void publishedOn(LocalDate batchDate) {
    String row =
        "SELECT 'buyer' owner_id, '%s' vin, DATE'2026-11-02' event_date, DATE'%s' batch_date, '2026-11' event_month"
            .formatted(VIN, batchDate);
    String table = folder.resolve("lake/completeness").toUri().toString();
    SharedSpark.session().sql(row).write().format("delta").save(table);
  }

  private void writeSale() throws IOException {
    write(
        "registry/tenures.csv",
        "vin,owner_id,role,valid_from,valid_to",
        VIN + ",seller,owner,2020-01-01T00:00:00Z," + SOLD,
        VIN + ",buyer,owner," + SOLD + ",");
    write("registry/sensitive-places.geojson", PLACE);
    String speed = "{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":%s}}";
    String place =
        "{\"key\":\"Location\",\"value\":{\"locationValue\":{\"latitude\":31.2,\"longitude\":121.4}}}";
    String home = "{\"key\":\"LocatedAtHome\",\"value\":{\"booleanValue\":true}}";
    write(
        "raw/date=2026-11-02/hour=11/a",
        line("2026-11-02T03:59:00Z", place + "," + speed.formatted(41.5 / KM_PER_MILE)));
    write(
        "raw/date=2026-11-02/hour=12/a",
        line("2026-11-02T04:00:00Z", home + "," + speed.formatted(42.5 / KM_PER_MILE)),
        line("2026-11-02T04:30:00Z", speed.formatted(1)),
        line("2026-11-02T04:02:00Z", speed.formatted(44.5 / KM_PER_MILE)).replace(VIN, "OTHER"));
    write(
        "raw/date=2026-11-03/hour=09/a",
        line("2026-11-02T04:00:00Z", speed.formatted(42.5 / KM_PER_MILE)),
        line("2026-11-02T04:00:00Z", speed.formatted(99)),
        line("2026-11-02T04:02:00Z", speed.formatted(44.5 / KM_PER_MILE)));
  }

  private static String line(String createdAt, String items) {
    return "{\"data\":[" + items + "],\"createdAt\":\"" + createdAt + "\",\"vin\":\"" + VIN + "\"}";
  }

  /** The owner's view, with a rule on top that makes speeds whole tens. */
  private static PrivacyView coarse() {
    PrivacyView view = POLICY.view(ViewName.OWNER);
    List<Rule> rules = new ArrayList<>(view.rules());
    Set<PrivacyClass> driving = Set.of(PrivacyClass.DRIVING);
    rules.add(new CoarseningRule("coarse", "basis", driving, new Coarsening(10, 0)));
    return PrivacyView.of(view.allowed(), rules);
  }

  private List<String> speeds(IncidentOrder order) throws IOException {
    return unpacked(order).rows("data/readings.csv").stream()
        .map(
            row ->
                row.get("captured_at_utc") + "=" + Math.rint(number(row, "speed_kmh") * 1e6) / 1e6)
        .toList();
  }

  private List<String> counts(IncidentOrder order) throws IOException {
    return unpacked(order).rows("data/counts.csv").stream()
        .map(row -> String.join(",", row.values()))
        .toList();
  }

  private static IncidentOrder order(String id, String owner, Instant at) {
    long micros = micros(at);
    return new IncidentOrder(
        id, owner, VIN, micros, micros - 30 * MINUTE, micros + 5 * MINUTE, Language.ENGLISH);
  }

  private static Instant at(IncidentOrder order) {
    return Times.instant(order.atMicros());
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** When the vehicle sent data in the order's time, by its raw lines. */
  private Set<String> sent(IncidentOrder order) throws IOException {
    Set<String> instants = new TreeSet<>();
    for (String line : Files.readAllLines(folder.resolve("lines"))) {
      JsonNode record = new ObjectMapper().readTree(line);
      if (record.has("data") && record.get("vin").asText().equals(order.vin())) {
        long micros = micros(Instant.parse(record.get("createdAt").asText()));
        if (order.fromMicros() <= micros && micros < order.untilMicros()) {
          instants.add(Times.utc(micros));
        }
      }
    }
    return instants;
  }

  private List<Map<String, String>> planted() throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    String text = Files.readString(folder.resolve("truth/incidents.csv"));
    try (var csv = format.parse(new StringReader(text))) {
      return csv.stream().map(CSVRecord::toMap).toList();
    }
  }

  private static List<IncidentOrder> orders(List<Map<String, String>> planted) {
    return planted.stream()
        .map(
            row -> {
              long at = micros(Instant.parse(row.get("at")));
              return new IncidentOrder(
                  row.get("request_id"),
                  row.get("owner_id"),
                  row.get("vin"),
                  at,
                  at - 30 * MINUTE,
                  at + 5 * MINUTE,
                  Language.ENGLISH);
            })
        .distinct()
        .toList();
  }

  private void simulate(FleetOptions options) throws IOException {
    FleetOptions plain = options.withCompression(FleetOptions.Compression.NONE);
    Fleet fleet = Fleet.of(plain, CATALOGUE.fields(FleetTelemetryAdapter.SOURCE));
    for (SideFile file : fleet.sideFiles()) {
      StringBuilder text = new StringBuilder();
      file.content().writeTo(text);
      Files.createDirectories(folder.resolve(file.path()).getParent());
      Files.writeString(folder.resolve(file.path()), text);
    }
    StringBuilder lines = new StringBuilder();
    for (ObjectKey key : fleet.objects()) {
      Path path = folder.resolve(key.path());
      Files.createDirectories(path.getParent());
      try (OutputStream out = Files.newOutputStream(path)) {
        fleet.writeObject(key, out);
      }
      if (options.rates().of(Rate.TRUNCATED_OBJECT) == 0) {
        lines.append(Files.readString(path));
      }
    }
    Files.writeString(folder.resolve("lines"), lines);
  }

  private void write(String path, String... lines) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n", UTF_8);
  }

  private Incidents incidents(PrivacyView view) throws IOException {
    var spark = SharedSpark.session();
    Tenures tenures =
        Tenures.parseCsv(Files.newBufferedReader(folder.resolve("registry/tenures.csv")));
    String places = Files.readString(folder.resolve("registry/sensitive-places.geojson"));
    Replay replay =
        new Replay(
            spark,
            CATALOGUE,
            new FleetTelemetryAdapter(
                CATALOGUE.fields(FleetTelemetryAdapter.SOURCE), 4 * 1024 * 1024),
            tenures,
            view,
            SensitivePlaces.parse(places, POLICY.marginMeters()),
            ZONE,
            5 * MINUTE,
            POLICY.positionCarryMicros());
    RawObjects raw =
        new RawObjects(
            folder.resolve("raw").toUri().toString(),
            ZONE,
            spark.sparkContext().hadoopConfiguration());
    Lake lake =
        new Lake(spark, folder.resolve("lake").toUri().toString(), OwnerPartitions.perOwner());
    IncidentTerms terms = SampleIncident.terms(Unpacked.key(folder));
    return new Incidents(spark, lake, raw, tenures, replay, 2, terms);
  }

  private Shelf shelf() {
    String packages = folder.toString();
    return (id, writing) -> {
      try (OutputStream out = Files.newOutputStream(Path.of(packages, id + ".zip"))) {
        return writing.writeTo(out);
      }
    };
  }

  private Unpacked unpacked(IncidentOrder order) throws IOException {
    byte[] zip = Files.readAllBytes(folder.resolve(order.requestId() + ".zip"));
    return Unpacked.of(zip, order.requestId());
  }
}
