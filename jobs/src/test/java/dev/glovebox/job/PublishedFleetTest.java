package dev.glovebox.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.S3ProxyServer;
import dev.glovebox.SharedSpark;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.simulate.Fleet;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.simulate.PlantedTruth;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A simulated fleet with every trap, seed 11: what is counted is what was planted. */
class PublishedFleetTest {

  @RegisterExtension static final S3ProxyServer SERVER = S3ProxyServer.onDirectory();

  private static final long SEED = 11;

  @TempDir Path temporary;

  private final SparkSession spark = SharedSpark.session();

  @Test
  void countsWhatSeed11PlantedOnFiles() throws IOException {
    assertThatCountsAreThosePlanted(12, 3, "file:" + temporary.resolve("fleet"), Map.of());
  }

  @Test
  void countsWhatSeed11PlantedOnS3() throws IOException {
    SERVER.configure(spark.sparkContext().hadoopConfiguration());
    assertThatCountsAreThosePlanted(6, 2, SERVER.location() + "/fleet", SERVER.sparkSettings());
  }

  @Test
  @Tag("full")
  void countsWhatSeed11PlantedInALargeFleetOnS3() throws IOException {
    SERVER.configure(spark.sparkContext().hadoopConfiguration());
    assertThatCountsAreThosePlanted(200, 3, SERVER.location() + "/large", SERVER.sparkSettings());
  }

  private void assertThatCountsAreThosePlanted(
      int vehicles, int days, String base, Map<String, String> settings) throws IOException {
    FleetOptions options =
        FleetOptions.defaults().withVehicles(vehicles).withDays(days).withSeed(SEED);
    Fleet fleet = Fleet.of(options, Catalogue.packaged().fields("fleet-telemetry"));
    PlantedTruth truth = new SimulateJob(spark).run(fleet, base);
    LocalDate[] dates =
        options.start().datesUntil(options.start().plusDays(days)).toArray(LocalDate[]::new);

    new PublishedFolder(temporary).publish(base, settings, dates);

    JsonNode planted = new ObjectMapper().readTree(truth.json());
    assertThat(found(base, "ledger", LEDGER)).isEqualTo(expected(planted, "ledger"));
    assertThat(counted(base, "telemetry", "batch_date")).isEqualTo(expected(planted, "telemetry"));
    assertThat(counted(base, "alerts", "batch_date")).isEqualTo(expected(planted, "alerts"));
    assertThat(counted(base, "connectivity", "batch_date"))
        .isEqualTo(expected(planted, "connectivity"));
    assertThat(counted(base, "quarantine", "batch_date", "reason"))
        .isEqualTo(expected(planted, "quarantine"));
  }

  private static final String[] LEDGER = {
    "string(batch_date)", "record_kind", "outcome", "reason", "messages", "`values`"
  };

  private List<String> found(String base, String table, String... columns) {
    return texts(read(base, table).selectExpr(columns));
  }

  private List<String> counted(String base, String table, String... by) {
    Dataset<Row> rows = read(base, table);
    var columns =
        java.util.Arrays.stream(by).map(rows::col).toArray(org.apache.spark.sql.Column[]::new);
    return texts(rows.groupBy(columns).count());
  }

  private Dataset<Row> read(String base, String table) {
    return spark.read().format("delta").load(base + "/lake/" + table);
  }

  private static List<String> texts(Dataset<Row> rows) {
    List<String> texts = new ArrayList<>();
    rows.collectAsList().forEach(row -> texts.add(row.mkString(",")));
    Collections.sort(texts);
    return texts;
  }

  private static List<String> expected(JsonNode planted, String section) {
    List<String> texts = new ArrayList<>();
    for (JsonNode row : planted.get(section)) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.isNull() ? "null" : cell.asText()));
      texts.add(String.join(",", cells));
    }
    Collections.sort(texts);
    return texts;
  }
}
