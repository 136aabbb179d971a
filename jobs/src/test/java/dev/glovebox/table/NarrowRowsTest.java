package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NarrowRowsTest {

  private static final LocalDate DATE = LocalDate.of(2026, 11, 1);

  @TempDir Path folder;

  @Test
  void keepsWhatAFileFillsOrIsNeededInItsOrder() {
    Alerts alerts = new Alerts(folder);
    alerts.replace(DATE, 1, "a", null);
    alerts.replace(DATE.plusDays(1), 1, (String) null);

    assertThat(narrow(alerts, "ended_at").columns())
        .containsExactly(
            "owner_id", "vin", "captured_at", "batch_date", "name", "ended_at", "audiences");
    assertThat(narrow(alerts, "name").select("name").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("a", null, null);
  }

  @Test
  void keepsNoColumnThatNoFileFills() {
    Alerts alerts = new Alerts(folder);
    alerts.replace(DATE, 1, (String) null);

    assertThat(narrow(alerts, "vin").columns())
        .containsExactly("owner_id", "vin", "captured_at", "batch_date", "audiences");
  }

  private static Dataset<Row> narrow(Alerts alerts, String needed) {
    Snapshot snapshot = alerts.snapshot();
    return NarrowRows.of(
        alerts.log(), snapshot, snapshot.allFiles().collectAsList(), List.of(needed));
  }
}
