package dev.glovebox.job;

import dev.glovebox.SharedSpark;
import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.Sources;
import dev.glovebox.privacy.Policy;
import dev.glovebox.store.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A folder with raw objects and a registry, published as the command would. */
final class PublishedFolder {

  static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  static final String NOWHERE = "{\"type\":\"FeatureCollection\",\"features\":[]}";

  private final SparkSession spark = SharedSpark.session();
  private final Path folder;
  private String layout = "per-owner";
  private String zone = "Asia/Shanghai";
  private double tolerance = 1;
  private Policy policy = Policy.packaged();
  private int runs;

  PublishedFolder(Path folder) {
    this.folder = folder;
    write("registry/sensitive-places.geojson", NOWHERE);
  }

  PublishedFolder tenures(String... rows) {
    String header = "vin,owner_id,role,valid_from,valid_to\n";
    return write("registry/tenures.csv", header + String.join("\n", rows) + "\n");
  }

  PublishedFolder places(String geoJson) {
    return write("registry/sensitive-places.geojson", geoJson);
  }

  PublishedFolder layout(String ownerPartitions) {
    layout = ownerPartitions;
    return this;
  }

  PublishedFolder zone(String id) {
    zone = id;
    return this;
  }

  /** The packaged policy with rules of retention, each as one line of YAML. */
  PublishedFolder retention(String... rules) {
    try (var yaml = Policy.class.getResourceAsStream(Policy.PACKAGED)) {
      String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
      String classes = "retention:\n  classes:\n    - " + String.join("\n    - ", rules) + "\n";
      policy = Policy.parse(text.replace("\nretention:\n", "\n" + classes));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PublishedFolder tolerance(double rejectedShare) {
    tolerance = rejectedShare;
    return this;
  }

  /** Puts an object into the folder of its arrival. */
  PublishedFolder arrived(LocalDate date, int hour, String name, String... lines) {
    String path = "raw/date=%s/hour=%02d/%s".formatted(date, hour, name);
    return write(path, String.join("\n", lines) + "\n");
  }

  /** Takes away what arrived on a date. */
  PublishedFolder emptied(LocalDate date) throws IOException {
    Path day = folder.resolve("raw/date=" + date);
    try (var paths = Files.walk(day)) {
      paths.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
    }
    return this;
  }

  RunReport publish(LocalDate... dates) {
    return publish("file:" + folder, Map.of(), dates);
  }

  /** Publishes with raw, registry and lake below {@code base}, and keys of this folder. */
  RunReport publish(String base, Map<String, String> settings, LocalDate... dates) {
    Map<String, String> environment = Map.of();
    Keys keys =
        Keys.open(ConfigReader.read(sources("file:" + folder, Map.of())).config(), environment);
    var reading = ConfigReader.read(sources(base, settings));
    Ground ground = new Ground(reading.draft(), policy, dev.glovebox.signal.Catalogue.packaged());
    return new Assembly(spark, ground).publish(keys, Arrays.asList(dates)).run(context());
  }

  /** Derives trips and charges as the command would. */
  RunReport derive(LocalDate... dates) {
    return derivation(dates).run(context());
  }

  /** The job that derives, not yet run. */
  DeriveJob derivation(LocalDate... dates) {
    var reading = ConfigReader.read(sources("file:" + folder, Map.of()));
    Ground ground = new Ground(reading.draft(), policy, dev.glovebox.signal.Catalogue.packaged());
    return new Assembly(spark, ground).derive(Arrays.asList(dates));
  }

  /** A request file of the portal. */
  PublishedFolder requested(String file, String... lines) {
    return write("requests/" + file, String.join("\n", lines) + "\n");
  }

  PublishedFolder holds(String... rows) {
    return write(
        "registry/holds.csv", "owner_id,vin,reason,from,to\n" + String.join("\n", rows) + "\n");
  }

  /** Serves requests as the command would. */
  RunReport export(Instant asOf) {
    return export("file:" + folder, Map.of(), asOf);
  }

  RunReport export(Instant asOf, Map<String, String> settings) {
    return export("file:" + folder, settings, asOf);
  }

  /** Serves requests with everything below {@code base}, and keys of this folder. */
  RunReport export(String base, Map<String, String> settings, Instant asOf) {
    Keys keys =
        Keys.open(ConfigReader.read(sources("file:" + folder, Map.of())).config(), Map.of());
    var reading = ConfigReader.read(sources(base, settings));
    Ground ground = new Ground(reading.draft(), policy, dev.glovebox.signal.Catalogue.packaged());
    RunContext context = new RunContext("run-" + ++runs, Instant.now(), "test", Progress.none());
    return new Assembly(spark, ground).export(keys, asOf).run(context);
  }

  /** Tidies the lake as the command would, at this machine's time. */
  RunReport maintain(Instant asOf) {
    return maintain(asOf, Map.of());
  }

  RunReport maintain(Instant asOf, Map<String, String> settings) {
    var reading = ConfigReader.read(sources("file:" + folder, settings));
    Ground ground = new Ground(reading.draft(), policy, dev.glovebox.signal.Catalogue.packaged());
    RunContext context = new RunContext("run-" + ++runs, Instant.now(), "test", Progress.none());
    return new Assembly(spark, ground).maintain(asOf).run(context);
  }

  private RunContext context() {
    return new RunContext("run-" + ++runs, Instant.EPOCH, "test", Progress.none());
  }

  private Sources sources(String base, Map<String, String> settings) {
    List<String> yaml = new ArrayList<>();
    yaml.add("raw: " + base + "/raw");
    yaml.add("registry: " + base + "/registry");
    yaml.add("lake: " + base + "/lake");
    yaml.add("packages: " + base + "/packages");
    yaml.add("requests: " + base + "/requests");
    yaml.add("layout: {owner-partitions: " + layout + "}");
    yaml.add("time-zone: " + zone);
    yaml.add("tolerance: {rejected-share: " + tolerance + "}");
    List<Sources.Assignment> overrides =
        settings.entrySet().stream()
            .map(entry -> new Sources.Assignment(entry.getKey(), entry.getValue()))
            .toList();
    return new Sources(
        Map.of(), String.join("\n", yaml), folder.resolve("glovebox.yaml"), Map.of(), overrides);
  }

  /** Takes the newest commit of a table away, as if the run had ended before it. */
  void rollBack(String table) throws IOException {
    Path log = folder.resolve("lake/" + table + "/_delta_log");
    try (var files = Files.list(log)) {
      Path newest =
          files
              .filter(file -> file.getFileName().toString().matches("\\d+\\.json"))
              .max(java.util.Comparator.naturalOrder())
              .orElseThrow();
      String version = newest.getFileName().toString().replace(".json", "");
      try (var all = Files.list(log)) {
        for (Path file : all.filter(it -> it.toString().contains(version)).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(log.resolve("_last_checkpoint"));
    org.apache.spark.sql.delta.DeltaLog.clearCache();
  }

  Path folder() {
    return folder;
  }

  boolean has(String table) {
    return Files.exists(folder.resolve("lake/" + table + "/_delta_log"));
  }

  io.delta.tables.DeltaTable tables(String name) {
    return io.delta.tables.DeltaTable.forPath(spark, folder.resolve("lake/" + name).toString());
  }

  Dataset<Row> table(String name) {
    return spark.read().format("delta").load(folder.resolve("lake/" + name).toString());
  }

  /** Rows as text, sorted, of these columns or expressions. */
  List<String> rows(String table, String... columns) {
    return table(table).selectExpr(columns).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** The ledger such as {@code vehicle-data,released,null,1,12}. */
  List<String> ledger(LocalDate date) {
    return table("ledger")
        .filter("batch_date = DATE'" + date + "'")
        .selectExpr("record_kind", "outcome", "reason", "messages", "`values`")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(","))
        .sorted()
        .toList();
  }

  private PublishedFolder write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
