package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.SharedSpark;
import dev.glovebox.registry.RegistryException;
import dev.glovebox.registry.Role;
import dev.glovebox.registry.Tenure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFilesTest {

  private static final long NEW_YEAR_MICROS = 1_767_225_600_000_000L;
  private static final Tenure HELD =
      new Tenure("VIN1", "owner-1", Role.LESSEE, NEW_YEAR_MICROS + 1, Long.MAX_VALUE);

  @TempDir Path folder;

  private final SparkSession spark = SharedSpark.session();

  @Test
  void readsTenuresFromCsv() throws IOException {
    Files.writeString(
        folder.resolve("tenures.csv"),
        """
        vin,owner_id,role,valid_from,valid_to
        VIN1,owner-1,lessee,2026-01-01T00:00:00.000001Z,
        """);

    assertThat(registry().tenures()).containsExactly(HELD);
  }

  @Test
  void readsVehiclesAndLeavesOutWhatCannotBeRead() throws IOException {
    Files.writeString(
        folder.resolve("vehicles.csv"),
        """
        vin,model,model_year,battery_id,battery_kwh,v2x,province
        VIN1,M,2024,B1,60.5,true,上海
        VIN2,M,new,B2,,,
        """);

    assertThat(registry().vehicles().orderBy("vin").collectAsList())
        .extracting(row -> row.mkString(","))
        .containsExactly("VIN1,2024,60.5,true,上海", "VIN2,null,null,null,null");
  }

  @Test
  void knowsNoVehiclesAndNoStatementsWithoutTheirFiles() throws IOException {
    assertThat(registry().vehicles().count()).isZero();
    assertThat(registry().statements()).isEmpty();
  }

  @Test
  void readsTenuresFromADeltaTableOfInstants() throws IOException {
    spark
        .sql(
            "SELECT 'VIN1' AS vin, 'owner-1' AS owner_id, 'lessee' AS role,"
                + " TIMESTAMP'2026-01-01 00:00:00.000001Z' AS valid_from,"
                + " CAST(NULL AS TIMESTAMP) AS valid_to")
        .write()
        .format("delta")
        .save(folder.resolve("tenures").toString());

    assertThat(registry().tenures()).containsExactly(HELD);
  }

  @Test
  void readsTenuresFromADeltaTableOfTexts() throws IOException {
    spark
        .sql(
            "SELECT 'VIN1' AS vin, 'owner-1' AS owner_id, 'lessee' AS role,"
                + " '2026-01-01T08:00:00.000001+08:00' AS valid_from, '' AS valid_to")
        .write()
        .format("delta")
        .save(folder.resolve("tenures").toString());

    assertThat(registry().tenures()).containsExactly(HELD);
  }

  @Test
  void refusesARowThatIsNoTenureByItsNumber() throws IOException {
    Files.writeString(
        folder.resolve("tenures.csv"),
        """
        vin,owner_id,role,valid_from,valid_to
        VIN1,owner-1,thief,2026-01-01T00:00:00Z,
        """);

    assertThatThrownBy(() -> registry().tenures())
        .isInstanceOf(RegistryException.class)
        .hasMessageContaining("role")
        .hasMessageNotContaining("owner-1")
        .hasMessageNotContaining("VIN1");
  }

  private RegistryFiles registry() {
    return new RegistryFiles(spark, folder.toUri().toString());
  }
}
