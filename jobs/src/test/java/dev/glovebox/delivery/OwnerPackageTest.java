package dev.glovebox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.delivery.MadePackages.Made;
import dev.glovebox.request.Request;
import dev.glovebox.request.Request.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class OwnerPackageTest {

  private static final Request REQUEST = MadePackages.request("r-1", Language.ENGLISH);

  @Test
  void holdsEveryFileOfTheContract() throws IOException {
    assertThat(files(MadePackages.rows()).keySet())
        .containsExactlyInAnyOrder(
            "bagit.txt",
            "bag-info.txt",
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
            "signature.json",
            "index.html",
            "README.txt",
            "data/datapackage.json",
            "data/completeness.json",
            "data/trips.csv",
            "data/trips.parquet",
            "data/trips.gpx",
            "data/trips.gcj02.gpx",
            "data/trips.geojson",
            "data/trips.gcj02.geojson",
            "data/charges.csv",
            "data/charges.parquet",
            "data/alerts.csv",
            "data/alerts.parquet",
            "data/connectivity.csv",
            "data/connectivity.parquet",
            "data/telemetry/2026-11.csv",
            "data/telemetry/2026-11.parquet",
            "data/telemetry/2026-12.csv",
            "data/telemetry/2026-12.parquet");
  }

  @Test
  void givesTheSameBytesForTheSameRows() throws IOException {
    assertThat(zip(REQUEST, MadePackages.rows())).isEqualTo(zip(REQUEST, MadePackages.rows()));
  }

  @Test
  void writesTablesThatSpreadsheetsOpen() throws IOException {
    String csv = files(MadePackages.rows()).get("data/telemetry/2026-11.csv");

    assertThat(csv.lines().toList())
        .hasSize(5)
        .startsWith(
            "\ufeffowner_id,vin,captured_at,captured_at_local,batch_date,speed_kmh,soc_percent,"
                + "latitude_deg,longitude_deg,withheld",
            "owner-1,LRW3E7FS0RC000001,2026-11-03T08:00:00Z,2026-11-03T16:00:00+08:00,2026-11-30,"
                + ",81.5,31.3115,121.47,",
            "owner-1,LRW3E7FS0RC000001,2026-11-03T08:00:01.123456Z,"
                + "2026-11-03T16:00:01.123456+08:00,2026-11-30,,81.4,31.3114,121.47,");
    assertThat(csv).contains("\r\n").contains(",,0.0000001,31.23");
  }

  @Test
  void runsNoCellAsAFormula() throws IOException {
    assertThat(files(MadePackages.rows()).get("data/alerts.csv"))
        .contains(",'=1+cmd|' /C calc'!A0,")
        .contains("Customer;Service");
  }

  @Test
  void writesHeadersOnlyWhereThereIsNothing() throws IOException {
    Map<String, String> files = files(List.of());

    for (String table : List.of("trips", "charges", "alerts", "connectivity")) {
      assertThat(files.get("data/" + table + ".csv").lines()).hasSize(1);
      assertThat(files).containsKey("data/" + table + ".parquet");
    }
    assertThat(files.keySet()).noneMatch(path -> path.contains("telemetry"));
  }

  @Test
  void drawsTripsInBothDatumsAndCutsThemAtGaps() throws IOException {
    Map<String, String> files = files(MadePackages.rows());
    JsonNode wgs84 = new ObjectMapper().readTree(files.get("data/trips.geojson"));
    JsonNode gcj02 = new ObjectMapper().readTree(files.get("data/trips.gcj02.geojson"));

    JsonNode first = wgs84.at("/features/0/geometry");
    assertThat(first.get("type").asText()).isEqualTo("MultiLineString");
    assertThat(first.get("coordinates")).hasSize(3);
    assertThat(first.at("/coordinates/0/0/0").doubleValue()).isEqualTo(121.5272106);
    assertThat(gcj02.at("/features/0/geometry/coordinates/0/0/0").doubleValue())
        .isEqualTo(121.5315419);
    assertThat(wgs84.at("/features/1/geometry").isNull()).isTrue();
    assertThat(files.get("data/trips.gpx")).contains("<name>trip-1</name>", "lat=\"31.1774276\"");
  }

  @Test
  void statesWhatBecameOfEveryValue() throws IOException {
    JsonNode statement =
        new ObjectMapper().readTree(files(MadePackages.rows()).get("data/completeness.json"));
    JsonNode day = statement.at("/days/0");

    assertThat(day.get("date").asText()).isEqualTo("2026-11-03");
    assertThat(day.get("received").asLong()).isEqualTo(9 + 4 + 1 + 3);
    assertThat(day.get("released").asLong()).isEqualTo(9);
    assertThat(day.at("/withheld/sensitive-place").asLong()).isEqualTo(4);
    assertThat(day.at("/rejected/out-of-range").asLong()).isEqualTo(1);
    assertThat(day.get("duplicate").asLong()).isEqualTo(3);
    assertThat(day.get("gaps"))
        .extracting(gap -> gap.get("from").asText() + " " + gap.get("to").asText())
        .containsExactly(
            "2026-11-03T08:00:01.123456Z 2026-11-03T11:00:00Z",
            "2026-11-03T11:00:00Z 2026-11-03T13:00:00Z");
    assertThat(statement.at("/totals/received").asLong()).isEqualTo(17 + 2 + 2);
  }

  @Test
  void givesAReceipt() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Receipt receipt = MadePackages.write(REQUEST, MadePackages.terms(), MadePackages.rows(), out);

    assertThat(receipt.bytes()).isEqualTo(out.size());
    assertThat(receipt.rows())
        .containsEntry(Section.TELEMETRY, 5L)
        .containsEntry(Section.TRIPS, 2L);
    assertThat(receipt.vins()).containsExactly(MadePackages.VIN, MadePackages.OTHER_VIN);
    assertThat(receipt.firstInstant()).contains(Instant.parse("2026-11-03T07:00:00Z"));
    assertThat(receipt.lastInstant()).contains(Instant.parse("2026-11-30T16:00:00Z"));
  }

  @Test
  void refusesAnotherHoldersRow() {
    assertThatThrownBy(() -> zip(REQUEST, List.of(foreign("owner_id", "owner-2"))))
        .isInstanceOf(ForeignRowException.class)
        .hasMessageContaining("is not the holder's who asked")
        .hasMessageNotContaining("owner-2");
    assertThatThrownBy(() -> zip(REQUEST, List.of(foreign("owner_id", null))))
        .isInstanceOf(ForeignRowException.class);
  }

  @Test
  void refusesAnotherHoldersRowOfEverySection() {
    for (Section section : Section.values()) {
      Map<String, Object> values = new HashMap<>(Map.of("owner_id", "owner-2"));
      values.put("vin", MadePackages.VIN);
      assertThatThrownBy(() -> zip(REQUEST, List.of(MadePackages.row(section, values))))
          .as("%s", section)
          .isInstanceOf(ForeignRowException.class);
    }
  }

  @Test
  void refusesAVehicleThatWasNotAskedFor() {
    Request narrow =
        MadePackages.between(
            "r-2", "2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z", List.of(MadePackages.VIN));

    assertThatThrownBy(() -> zip(narrow, List.of(foreign("vin", MadePackages.OTHER_VIN))))
        .isInstanceOf(ForeignRowException.class)
        .hasMessageContaining("is of a vehicle that was not asked for");
  }

  @Test
  void refusesAnInstantThatWasNotAskedFor() throws IOException {
    Request narrow =
        MadePackages.between("r-2", "2026-11-03T09:00:00Z", "2026-11-03T10:00:00Z", List.of());

    for (String outside : List.of("2026-11-03T08:59:59.999999Z", "2026-11-03T10:00:00Z")) {
      assertThatThrownBy(
              () -> zip(narrow, List.of(MadePackages.reading(MadePackages.VIN, outside, 1))))
          .isInstanceOf(ForeignRowException.class)
          .hasMessageContaining("is of an instant that was not asked for");
    }
    zip(narrow, List.of(MadePackages.reading(MadePackages.VIN, "2026-11-03T09:00:00Z", 1)));
    zip(narrow, List.of(MadePackages.reading(MadePackages.VIN, "2026-11-03T09:59:59.999999Z", 1)));
  }

  @Test
  void refusesDaysThatWereNotAskedFor() {
    Request narrow =
        MadePackages.between("r-2", "2026-11-02T16:00:00Z", "2026-11-03T16:00:00Z", List.of());

    for (String day : List.of("2026-11-02", "2026-11-04")) {
      Made outside = MadePackages.counted(MadePackages.VIN, day, "alerts", "released", "", 1);
      assertThatThrownBy(() -> zip(narrow, List.of(outside)))
          .isInstanceOf(ForeignRowException.class);
    }
  }

  @Test
  void refusesToStateWhatIsNotSo() {
    List<Made> rows = MadePackages.rows();
    rows.remove(rows.size() - 1);

    assertThatThrownBy(() -> zip(REQUEST, rows))
        .isInstanceOf(IncompleteRowsException.class)
        .hasMessageContaining("rows of 1 vehicle days");
  }

  @Test
  void refusesRowsOutOfOrder() {
    List<Made> rows = new ArrayList<>(MadePackages.rows());
    Made first = rows.remove(0);
    rows.add(first);

    assertThatThrownBy(() -> zip(REQUEST, rows))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("came after");
  }

  @Test
  void explainsEveryColumnInTheHoldersLanguage() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MadePackages.write(
        MadePackages.request("r-3", Language.SIMPLIFIED_CHINESE),
        MadePackages.terms(),
        MadePackages.rows(),
        out);
    JsonNode resources =
        new ObjectMapper()
            .readTree(unzipped(out.toByteArray()).get("data/datapackage.json"))
            .get("resources");

    assertThat(resources).hasSize(17);
    for (JsonNode resource : resources) {
      for (JsonNode field : resource.at("/schema/fields")) {
        assertThat(field.get("description").asText()).as("%s", field).matches(".*\\p{IsHan}.*");
      }
    }
  }

  private static Made foreign(String column, String value) {
    Map<String, Object> values = new HashMap<>();
    values.put("owner_id", MadePackages.OWNER);
    values.put("vin", MadePackages.VIN);
    values.put("captured_at", Instant.parse("2026-11-03T08:00:00Z"));
    values.put("batch_date", LocalDate.parse("2026-11-03"));
    values.put(column, value);
    return MadePackages.row(Section.TELEMETRY, values);
  }

  private static byte[] zip(Request request, List<Made> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MadePackages.write(request, MadePackages.terms(), rows, out);
    return out.toByteArray();
  }

  private static Map<String, String> files(List<Made> rows) throws IOException {
    return unzipped(zip(REQUEST, rows));
  }

  private static Map<String, String> unzipped(byte[] zip) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String path = entry.getName().substring(entry.getName().indexOf('/') + 1);
        files.put(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
