package dev.glovebox.table;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SharedSpark;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.PrivacyClass;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class ExpiryTest {

  private static final Catalogue CATALOGUE = Catalogue.packaged();
  private static final Fields FIELDS = CATALOGUE.fields("fleet-telemetry");
  private static final String[] COLUMNS = LakeTables.telemetry(CATALOGUE).schema().fieldNames();
  private static final Instant KEPT_FROM = Instant.parse("2026-11-01T00:00:00Z");

  @Test
  void keepsWhatIsJustOldEnoughToStay() {
    assertThat(left(Map.of(PrivacyClass.LOCATION, KEPT_FROM), "2026-11-01T00:00:00Z"))
        .containsExactly("[31.0,121.0,50.0,ArraySeq()]");
  }

  @Test
  void letsGoOfAValueWholeAndSaysWhy() {
    assertThat(left(Map.of(PrivacyClass.LOCATION, KEPT_FROM), "2026-10-31T23:59:59.999999Z"))
        .containsExactly("[null,null,50.0,ArraySeq(retention)]");
  }

  @Test
  void letsGoOfAReadingOfWhichNothingIsLeft() {
    assertThat(
            left(
                Map.of(PrivacyClass.LOCATION, KEPT_FROM, PrivacyClass.DRIVING, KEPT_FROM),
                "2026-10-01T00:00:00Z"))
        .isEmpty();
  }

  @Test
  void saysNothingOfAReadingThatHadNoneOfIt() {
    assertThat(left(Map.of(PrivacyClass.MEDIA, KEPT_FROM), "2026-10-01T00:00:00Z"))
        .containsExactly("[31.0,121.0,50.0,ArraySeq()]");
  }

  @Test
  void addsItsReasonToOthersInOrder() {
    Dataset<Row> rows =
        reading("2026-10-01T00:00:00Z")
            .withColumn("withheld", array(lit("no-tenure"), lit("sensitive-place")));

    assertThat(
            expiry(Map.of(PrivacyClass.LOCATION, KEPT_FROM))
                .readings(rows, ValueColumns.of(rows.columns(), CATALOGUE, FIELDS))
                .select("withheld")
                .head()
                .<String>getList(0))
        .containsExactly("no-tenure", "retention", "sensitive-place");
  }

  @Test
  void keepsAColumnThatNobodyKnowsNoLongerThanOthers() {
    Dataset<Row> rows = reading("2026-10-01T00:00:00Z").withColumn("dropped", lit(1));
    List<ValueColumns> values = ValueColumns.of(rows.columns(), CATALOGUE, FIELDS);

    Row left = expiry(Map.of(PrivacyClass.MEDIA, KEPT_FROM)).readings(rows, values).head();

    assertThat(left.<Integer>getAs("dropped")).isNull();
    assertThat(left.<Double>getAs("speed_kmh")).isEqualTo(50.0);
    assertThat(values).contains(new ValueColumns(Optional.empty(), List.of("dropped")));
  }

  @Test
  void countsAPositionAsOneValue() {
    List<ValueColumns> values = ValueColumns.of(COLUMNS, CATALOGUE, FIELDS);

    assertThat(values)
        .contains(
            new ValueColumns(
                Optional.of(PrivacyClass.LOCATION), List.of("latitude_deg", "longitude_deg")));
    assertThat(values.stream().flatMap(value -> value.columns().stream()))
        .doesNotHaveDuplicates()
        .hasSize(CATALOGUE.signals().size());
  }

  private static List<String> left(Map<PrivacyClass, Instant> keptFrom, String capturedAt) {
    Dataset<Row> rows = reading(capturedAt);
    return expiry(keptFrom)
        .readings(rows, ValueColumns.of(COLUMNS, CATALOGUE, FIELDS))
        .select("latitude_deg", "longitude_deg", "speed_kmh", "withheld")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  private static Expiry expiry(Map<PrivacyClass, Instant> keptFrom) {
    return new Expiry(keptFrom, "retention");
  }

  private static Dataset<Row> reading(String capturedAt) {
    var schema = LakeTables.telemetry(CATALOGUE).schema();
    Object[] cells = new Object[schema.length()];
    Arrays.fill(cells, null);
    Row row = org.apache.spark.sql.RowFactory.create(cells);
    return SharedSpark.session()
        .createDataFrame(List.of(row), schema)
        .withColumn("captured_at", lit(Instant.parse(capturedAt)))
        .withColumn("latitude_deg", lit(31.0))
        .withColumn("longitude_deg", lit(121.0))
        .withColumn("speed_kmh", lit(50.0))
        .withColumn("withheld", array().cast("array<string>"))
        .select(col("*"));
  }
}
