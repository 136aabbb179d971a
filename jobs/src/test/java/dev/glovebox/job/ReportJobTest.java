package dev.glovebox.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.glovebox.SharedSpark;
import dev.glovebox.config.ConfigReader;
import dev.glovebox.config.Sources;
import dev.glovebox.privacy.Policy;
import dev.glovebox.reporting.NoiseOrder;
import dev.glovebox.reporting.Period;
import dev.glovebox.reporting.noise.BudgetException;
import dev.glovebox.reporting.noise.Price;
import dev.glovebox.signal.Catalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of a planted year is what plain Java makes of what was planted. */
@Tag("slow")
class ReportJobTest {

  private static final int K = 10;
  private static final SparkSession SPARK = SharedSpark.session();

  @TempDir static Path folder;

  private static PlantedYear planted;
  private static JsonNode year;

  @BeforeAll
  static void plantAndReport() throws IOException {
    planted = new PlantedYear(folder).plant();
    report("2026");
    year = json("2026");
  }

  @Test
  void tellsWhatWasPlantedOrNothing() {
    Map<String, String> families =
        Map.of(
            "class_rows", "held-by-class",
            "class_values", "held-by-class",
            "table_rows", "held-by-table",
            "treated_values", "treatment",
            "requests", "requests",
            "distance_km", "carbon",
            "driving_energy_kwh", "carbon",
            "charged_energy_kwh", "carbon",
            "energy_throughput_kwh", "battery",
            "equivalent_full_cycles", "battery");
    families.forEach(
        (metric, family) -> {
          List<JsonNode> figures = figures(year, metric);
          assertThat(figures).as(metric).isNotEmpty();
          figures.forEach(figure -> assertThatIsPlanted(figure, family));
        });
    for (String metric : List.of("connected_hours", "connections", "alarms")) {
      String family = metric.equals("alarms") ? "battery-alarms" : "v2x";
      figures(year, metric).forEach(figure -> assertThatIsPlanted(figure, family));
    }
  }

  @Test
  void computesWhatFollows() {
    assertThat(value(year, "energy_kwh_per_100km", Map.of()))
        .isCloseTo(80 * 20 / (2 * (40 * 100 + 780.0)) * 100, within(1e-9));
    double east =
        sum("carbon", Map.of("region", "east"), each -> amount(each, "charged_energy_kwh"));
    assertThat(value(year, "co2_kg", Map.of("region", "east")))
        .isCloseTo(east * 0.55, within(1e-6));
    assertThat(value(year, "alarms_per_million_km", Map.of()))
        .isCloseTo(40 / (2 * (40 * 100 + 780.0)) * 1e6, within(1e-6));
    // Estimates are 88, 92, 96 and 100 percent, of ten packs each.
    assertThat(value(year, "state_of_health_percent", Map.of())).isCloseTo(94, within(1e-9));
    assertThat(value(year, "state_of_health_standard_error_percent", Map.of()))
        .isCloseTo(Math.sqrt(20.0 * 40 / 39 / 40), within(1e-9));
    assertThat(value(year, "vehicles_leaving_service", Map.of())).isEqualTo(12);
    assertThat(value(year, "class_first_day", Map.of("data_class", "driving"))).isEqualTo(20261005);
    assertThat(value(year, "median_days", Map.of())).isEqualTo(4);
  }

  @Test
  void hidesSmallCellsAndOnesBesideThem() {
    for (JsonNode figure : figures(year, "treated_values")) {
      if (members(figure).getOrDefault("outcome", "").equals("withheld:sensitive-place")) {
        assertThat(figure.get("suppressed").asBoolean()).isTrue();
      }
    }
    assertThat(
            figure(year, "treated_values", Map.of("outcome", "withheld:sensitive-place"))
                .get("value")
                .isNull())
        .isTrue();
    assertThat(figures(year, "treated_values"))
        .filteredOn(figure -> figure.get("suppressed").asBoolean())
        .extracting(ReportJobTest::members)
        .anyMatch(members -> !members.containsValue("withheld:sensitive-place"));
    assertThat(figure(year, "distance_km", Map.of("region", "south")).get("people").isNull())
        .isTrue();
  }

  @Test
  void fitsItsSchemaAndNamesVersionsAndWhatIsMissing() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(getClass().getResourceAsStream("/schemas/report/report.schema.json"));
    assertThat(schema.validate(year.toString(), InputFormat.JSON)).isEmpty();
    assertThat(year.get("tables"))
        .extracting(table -> table.get("name").asText())
        .contains("telemetry", "trips", "charges", "completeness", "requests");
    assertThat(section(year, "art13-1").get("missing")).hasSize(2);
    assertThat(section(year, "art13-4").get("missing"))
        .extracting(JsonNode::asText)
        .contains("no rows of the year in disclosures");
  }

  @Test
  void keepsTheFiguresInTheTable() {
    List<Row> rows =
        SPARK
            .read()
            .format("delta")
            .load(table("policy_report"))
            .where("period = '2026' AND epsilon IS NULL")
            .collectAsList();
    List<String> told = new ArrayList<>();
    for (JsonNode section : year.get("sections")) {
      for (JsonNode figure : section.get("metrics")) {
        told.add(
            section.get("id").asText()
                + figure.get("metric").asText()
                + members(figure)
                + (figure.get("value").isNull() ? null : figure.get("value").asDouble())
                + figure.get("suppressed"));
      }
    }
    assertThat(rows)
        .extracting(
            row ->
                row.<String>getAs("section")
                    + row.getAs("metric")
                    + new TreeMap<String, String>(row.getJavaMap(row.fieldIndex("dimensions")))
                    + row.getAs("value")
                    + row.getAs("suppressed"))
        .containsExactlyInAnyOrderElementsOf(told);
  }

  @Test
  void tellsAMonthOfTheYear() throws IOException {
    report("2026-11");
    JsonNode month = json("2026-11");

    assertThat(figures(month, "treated_values")).isNotEmpty();
    for (JsonNode figure : figures(month, "treated_values")) {
      assertThatIsPlanted(figure, "treatment", Map.of("month", "2026-11"));
    }
    for (JsonNode figure : figures(month, "requests")) {
      assertThatIsPlanted(figure, "requests", Map.of("month", "2026-11"));
    }
    assertThat(folder.resolve("reports/2026-11/report.zh-Hans.pdf")).isNotEmptyFile();
    assertThat(folder.resolve("reports/2026-11/report.en.html")).isNotEmptyFile();
  }

  @Test
  void saysTheSameAgain() throws IOException {
    report("2026");
    JsonNode again = json("2026");

    assertThat(again.get("sections")).isEqualTo(year.get("sections"));
  }

  @Test
  void paysForNoiseOnceAndRefusesWhatIsBeyondTheBudget() throws IOException {
    NoiseOrder order = new NoiseOrder(new Price(new BigDecimal("0.75"), BigDecimal.ZERO));
    report("2026", Optional.of(order));
    JsonNode noised = json("2026/noised");
    report("2026", Optional.of(order));

    assertThat(json("2026/noised")).isEqualTo(noised);
    assertThat(noised.get("privacy").get("epsilon").asDouble()).isEqualTo(0.75);
    assertThat(figures(noised, "distance_km"))
        .isNotEmpty()
        .allSatisfy(figure -> assertThat(figure.get("people").isNull()).isTrue());
    assertThat(figures(noised, "requests")).isEmpty();
    assertThat(value(noised, "distance_km", Map.of()))
        .isNotEqualTo(value(year, "distance_km", Map.of()));
    assertThat(SPARK.read().format("delta").load(table("noise_budget")).count()).isEqualTo(1);

    assertThatThrownBy(
            () ->
                report(
                    "2026-11",
                    Optional.of(new NoiseOrder(new Price(new BigDecimal("0.3"), BigDecimal.ZERO)))))
        .isInstanceOf(BudgetException.class)
        .hasMessageContaining("costs ε 0.3, δ 0")
        .hasMessageContaining("ε 0.75, δ 0 are spent");
    assertThat(SPARK.read().format("delta").load(table("noise_budget")).count()).isEqualTo(1);
  }

  private static String table(String name) {
    return folder.resolve("lake/" + name).toString();
  }

  private void assertThatIsPlanted(JsonNode figure, String family) {
    assertThatIsPlanted(figure, family, Map.of());
  }

  private void assertThatIsPlanted(JsonNode figure, String family, Map<String, String> within) {
    Map<String, String> members = members(figure);
    members.putAll(within);
    long people =
        planted.facts(family).stream()
            .filter(fact -> isIn(fact, members))
            .map(PlantedYear.Fact::owner)
            .distinct()
            .count();
    if (figure.get("suppressed").asBoolean()) {
      assertThat(figure.get("value").isNull()).isTrue();
      assertThat(figure.get("people").isNull()).isTrue();
    } else {
      String metric = figure.get("metric").asText();
      assertThat(people).as(figure.toString()).isGreaterThanOrEqualTo(K);
      assertThat(figure.get("people").asLong()).as(figure.toString()).isEqualTo(people);
      assertThat(figure.get("value").asDouble())
          .as(figure.toString())
          .isCloseTo(sum(family, members, fact -> amount(fact, metric)), within(1e-6));
    }
    if (people < K) {
      assertThat(figure.get("suppressed").asBoolean()).as(figure.toString()).isTrue();
    }
  }

  private static double sum(
      String family, Map<String, String> members, ToDoubleFunction<PlantedYear.Fact> amount) {
    return planted.facts(family).stream()
        .filter(fact -> isIn(fact, members))
        .mapToDouble(amount)
        .sum();
  }

  private static boolean isIn(PlantedYear.Fact fact, Map<String, String> members) {
    return members.entrySet().stream()
        .allMatch(
            each ->
                each.getKey().equals("month")
                    ? fact.month().equals(each.getValue())
                    : each.getValue().equals(fact.members().get(each.getKey())));
  }

  private static double amount(PlantedYear.Fact fact, String metric) {
    return fact.amounts().getOrDefault(metric, 0.0);
  }

  private static double value(JsonNode report, String metric, Map<String, String> members) {
    return figure(report, metric, members).get("value").asDouble();
  }

  private static JsonNode figure(JsonNode report, String metric, Map<String, String> members) {
    return figures(report, metric).stream()
        .filter(figure -> members(figure).equals(members))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> figures(JsonNode report, String metric) {
    List<JsonNode> figures = new ArrayList<>();
    for (JsonNode section : report.get("sections")) {
      for (JsonNode figure : section.get("metrics")) {
        if (figure.get("metric").asText().equals(metric)) {
          figures.add(figure);
        }
      }
    }
    return figures;
  }

  private static JsonNode section(JsonNode report, String id) {
    for (JsonNode section : report.get("sections")) {
      if (section.get("id").asText().equals(id)) {
        return section;
      }
    }
    throw new AssertionError(id);
  }

  private static Map<String, String> members(JsonNode figure) {
    Map<String, String> members = new TreeMap<>();
    figure
        .get("dimensions")
        .properties()
        .forEach(each -> members.put(each.getKey(), each.getValue().asText()));
    return members;
  }

  private static JsonNode json(String period) throws IOException {
    return new ObjectMapper()
        .readTree(folder.resolve("reports/" + period + "/report.json").toFile());
  }

  private static RunReport report(String period) {
    return report(period, Optional.empty());
  }

  private static RunReport report(String period, Optional<NoiseOrder> order) {
    String yaml =
        "raw: %1$s/raw%nregistry: %1$s/registry%nlake: %1$s/lake%nreports: %1$s/reports%nlayout: {owner-partitions: 4}%n"
            .formatted("file:" + folder);
    Sources sources =
        new Sources(Map.of(), yaml, folder.resolve("glovebox.yaml"), Map.of(), List.of());
    Ground ground =
        new Ground(ConfigReader.read(sources).config(), Policy.packaged(), Catalogue.packaged());
    RunContext context = new RunContext("run-" + period, Instant.EPOCH, "test", Progress.none());
    return new Assembly(SPARK, ground).report(Period.parse(period), order).run(context);
  }
}
