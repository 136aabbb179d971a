package dev.glovebox.job;

import static dev.glovebox.job.PublishedFolder.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SharedSpark;
import dev.glovebox.signal.Catalogue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of telemetry holds the columns that a batch date has values of, and no others. */
class SparseTelemetryTest {

  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final String VIN = "LRW3E7EK0PC000001";

  @TempDir Path temporary;

  private PublishedFolder folder;

  @BeforeEach
  void publishTwoDates() {
    folder =
        new PublishedFolder(temporary)
            .tenures(VIN + ",owner-1,owner,2020-01-01T00:00:00Z,")
            .arrived(FIRST, 10, "a.jsonl", message(FIRST, speed(20)))
            .arrived(SECOND, 10, "a.jsonl", message(SECOND, speed(30) + "," + location()));
    folder.publish(FIRST);
    folder.publish(SECOND);
  }

  @Test
  void holdsInItsFilesOnlyColumnsThatOccur() {
    assertThat(columnsOfFile(FIRST))
        .containsExactly("owner_id", "vin", "captured_at", "batch_date", "speed_kmh", "withheld");
    assertThat(columnsOfFile(SECOND))
        .contains("speed_kmh", "latitude_deg", "longitude_deg")
        .hasSize(8);
  }

  @Test
  void readsEveryColumnOfTheCatalogueWithNullsInIt() {
    int signals = Catalogue.packaged().signals().size();
    List<Row> rows = folder.table("telemetry").orderBy("batch_date").collectAsList();

    assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row.size()).isEqualTo(signals + 7));
    assertThat(rows.get(0).<Double>getAs("speed_kmh")).isEqualTo(20, within());
    assertThat(rows.get(0).<Double>getAs("latitude_deg")).isNull();
    assertThat(rows.get(0).<String>getAs("gear")).isNull();
    assertThat(rows.get(1).<Double>getAs("latitude_deg")).isEqualTo(31.5);
    assertThat(rows.get(1).<String>getAs("gear")).isNull();
    assertThat(folder.table("telemetry").filter("gear = 'D'").count()).isZero();
    assertThat(folder.table("telemetry").filter("gear IS NULL").count()).isEqualTo(2);
    assertThat(folder.table("telemetry").filter("latitude_deg > 0").count()).isEqualTo(1);
  }

  @Test
  void keepsItsRowsWhenFilesOfDifferentColumnsAreCompacted() {
    List<String> before = folder.rows("telemetry", "*");
    folder.tables("telemetry").optimize().executeCompaction();
    assertThat(folder.table("telemetry").inputFiles()).hasSize(1);
    assertThat(folder.rows("telemetry", "*")).isEqualTo(before);

    folder.publish(FIRST);

    assertThat(folder.rows("telemetry", "*")).isEqualTo(before);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  private String[] columnsOfFile(LocalDate date) {
    String file =
        folder
            .table("telemetry")
            .filter("batch_date = DATE'" + date + "'")
            .selectExpr("input_file_name()")
            .head()
            .getString(0);
    return SharedSpark.session()
        .read()
        .parquet(file)
        .drop("event_month", "owner_partition")
        .schema()
        .fieldNames();
  }

  private static String speed(double kmh) {
    return "{\"key\":\"VehicleSpeed\",\"value\":{\"doubleValue\":" + kmh / 1.609344 + "}}";
  }

  private static String location() {
    return "{\"key\":\"Location\",\"value\":{\"locationValue\":"
        + "{\"latitude\":31.5,\"longitude\":121.5}}}";
  }

  private static String message(LocalDate day, String values) {
    return "{\"data\":[%s],\"createdAt\":\"%sT10:00:00+08:00\",\"vin\":\"%s\",\"isResend\":false}"
        .formatted(values, day, VIN);
  }
}
