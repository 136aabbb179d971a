package dev.glovebox.delivery;

import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.Sources;
import dev.glovebox.request.Request;
import dev.glovebox.request.Request.Language;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.store.Keys;
import dev.glovebox.store.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.InternalRow;

/** Packages for tests: two vehicles of one holder in two months, with everything that is odd. */
final class MadePackages {

  static final String OWNER = "owner-1";
  static final String VIN = "LRW3E7FS0RC000001";
  static final String OTHER_VIN = "LRW3E7FS0RC000002";
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  static final String FORMULA = "=1+cmd|' /C calc'!A0";
  static final Catalogue CATALOGUE = Catalogue.packaged();
  static final List<String> COLUMNS =
      List.of("soc_percent", "speed_kmh", "latitude_deg", "longitude_deg");

  private static final SigningKey KEY = key();
  private static final Map<Section, RowMaker> MAKERS = makers();

  private MadePackages() {}

  /** A row of a section. */
  record Made(Section section, InternalRow row) {}

  static SigningKey key() {
    if (KEY != null) {
      return KEY;
    }
    try {
      Path folder = Files.createTempDirectory("glovebox-keys");
      var sources =
          new Sources(
              Map.of(),
              "raw: raw\nlake: lake\nregistry: registry\n",
              folder.resolve("glovebox.yaml"),
              Map.of(),
              List.of());
      return Keys.open(ConfigReader.read(sources).config(), Map.of()).signing();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  static Request request(String id, Language language) {
    return new Request(
        id,
        Request.Kind.EXPORT,
        OWNER,
        Instant.parse("2026-12-01T00:00:00Z"),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        language);
  }

  static Request between(String id, String from, String to, List<String> vins) {
    return new Request(
        id,
        Request.Kind.EXPORT,
        OWNER,
        Instant.parse("2026-12-01T00:00:00Z"),
        vins,
        Optional.of(Instant.parse(from)),
        Optional.of(Instant.parse(to)),
        Optional.empty(),
        Language.ENGLISH);
  }

  static PackageTerms terms() {
    return new PackageTerms(
        SHANGHAI,
        CATALOGUE,
        COLUMNS,
        "2026-11",
        "0".repeat(64),
        "0.1.0",
        Instant.parse("2026-12-02T01:00:00Z"),
        KEY,
        PackageTerms.Occasion.FIRST_PACKAGE,
        new PageTerms(Map.of(), Map.of(), null, null, List.of(), 30, 10));
  }

  static Made row(Section section, Map<String, Object> values) {
    return new Made(section, MAKERS.get(section).of(values));
  }

  static Made reading(String vin, String at, double soc) {
    return row(
        Section.TELEMETRY,
        Map.of(
            "owner_id",
            OWNER,
            "vin",
            vin,
            "captured_at",
            Instant.parse(at),
            "batch_date",
            java.time.LocalDate.parse("2026-11-30"),
            "soc_percent",
            soc,
            "latitude_deg",
            31.23 + soc / 1000,
            "longitude_deg",
            121.47,
            "withheld",
            List.of()));
  }

  static Made counted(String vin, String day, String kind, String outcome, String reason, long n) {
    Map<String, Object> values =
        new java.util.HashMap<>(
            Map.of(
                "owner_id", OWNER,
                "vin", vin,
                "event_date", java.time.LocalDate.parse(day),
                "batch_date", java.time.LocalDate.parse(day),
                "record_kind", kind,
                "outcome", outcome,
                "values", n));
    if (!reason.isEmpty()) {
      values.put("reason", reason);
    }
    return row(Section.COMPLETENESS, values);
  }

  /** Two trips, a charge, an alert, connections and readings of two months. */
  static List<Made> rows() {
    List<Made> rows = new ArrayList<>();
    rows.add(OwnerRows.trip(VIN, "trip-1", "2026-11-03T08:00:00Z", OwnerRows.TRACK));
    rows.add(OwnerRows.trip(VIN, "trip-2", "2026-11-03T12:00:00.250Z", List.of()));
    rows.add(OwnerRows.charge(VIN, "charge-1", "2026-11-03T14:00:00Z"));
    rows.add(OwnerRows.alert(VIN, FORMULA, "2026-11-03T09:00:00Z"));
    rows.add(OwnerRows.connection(VIN, "2026-11-03T07:00:00Z", "CONNECTED"));
    rows.add(OwnerRows.connection(VIN, "2026-11-03T13:00:00Z", "DISCONNECTED"));
    rows.add(counted(VIN, "2026-11-03", "alerts", "released", "", 1));
    rows.add(counted(VIN, "2026-11-03", "connectivity", "released", "", 2));
    rows.add(counted(VIN, "2026-11-03", "vehicle-data", "released", "", 6));
    rows.add(counted(VIN, "2026-11-03", "vehicle-data", "withheld", "sensitive-place", 4));
    rows.add(counted(VIN, "2026-11-03", "vehicle-data", "rejected", "out-of-range", 1));
    rows.add(counted(VIN, "2026-11-03", "vehicle-data", "duplicate", "repeated-value", 3));
    rows.add(counted(VIN, "2026-12-01", "vehicle-data", "released", "", 2));
    rows.add(counted(OTHER_VIN, "2026-11-04", "vehicle-data", "released", "", 2));
    rows.add(reading(VIN, "2026-11-03T08:00:00Z", 81.5));
    rows.add(reading(VIN, "2026-11-03T08:00:01.123456Z", 81.4));
    rows.add(reading(VIN, "2026-11-03T11:00:00Z", 80));
    rows.add(reading(OTHER_VIN, "2026-11-04T08:00:00Z", 1e-7));
    rows.add(reading(VIN, "2026-11-30T16:00:00Z", 50));
    return rows;
  }

  static Receipt write(Request request, PackageTerms terms, List<Made> rows, OutputStream out)
      throws IOException {
    try (OwnerPackage content = OwnerPackage.begin(request, terms, out)) {
      for (Made made : rows) {
        content.add(made.section(), made.row());
      }
      return content.finish();
    }
  }

  /** A package of {@link #rows} in a folder. */
  static Path in(Path folder, String id) throws IOException {
    Path zip = folder.resolve(id + ".zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      write(request(id, Language.ENGLISH), terms(), rows(), out);
    }
    return zip;
  }

  private static Map<Section, RowMaker> makers() {
    Map<Section, RowMaker> makers = new java.util.EnumMap<>(Section.class);
    for (Section section : Section.values()) {
      makers.put(section, new RowMaker(PackageTables.schema(section, CATALOGUE, COLUMNS)));
    }
    return makers;
  }
}
