package dev.glovebox.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.reporting.noise.BudgetException;
import dev.glovebox.reporting.noise.Price;
import dev.glovebox.table.Lake;
import dev.glovebox.table.ReportTables;
import dev.glovebox.table.TableDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What the reports with noise of each year have cost, in the table {@code noise_budget}. What was
 * asked before is answered as before, at no cost; what would go beyond the budget is refused; and
 * what is answered was paid for first.
 */
public final class NoiseBudget {

  private static final TableDefinition TABLE = ReportTables.noiseBudget();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Lake lake;
  private final Price budget;

  /**
   * @param budget of each year
   */
  public NoiseBudget(Lake lake, Price budget) {
    this.lake = lake;
    this.budget = budget;
  }

  /**
   * What is asked for.
   *
   * @param asked identifies it: the same text, the same answer
   */
  public record Question(Period period, NoiseOrder order, String asked) {

    /** A report with noise of these tables: other versions of them are another question. */
    public static Question of(
        Report exact, Reading reading, NoiseOrder order, Map<String, Long> bounds) {
      Map<String, Long> versions = new TreeMap<>();
      reading
          .leaves()
          .keySet()
          .forEach(
              family ->
                  reading
                      .sources()
                      .get(family)
                      .forEach(table -> versions.put(table, reading.versions().get(table))));
      String asked =
          String.join(
              " ",
              exact.period().toString(),
              order.mechanism(),
              order.price().epsilon().stripTrailingZeros().toPlainString(),
              order.price().delta().stripTrailingZeros().toPlainString(),
              "k=" + exact.least(),
              "reference=" + exact.reference(),
              new TreeMap<>(bounds).toString(),
              versions.toString());
      return new Question(exact.period(), order, asked);
    }
  }

  /**
   * Answers, and pays where that is new.
   *
   * @param runId the run that pays
   * @throws BudgetException if it would cost more than is left of its year
   */
  public List<Figure> answer(Question question, String runId, Supplier<List<Figure>> drawn) {
    lake.prepare(List.of(TABLE));
    long version = lake.version(TABLE);
    List<Row> rows = lake.read(TABLE, version).collectAsList();
    Optional<List<Figure>> answered =
        rows.stream()
            .filter(row -> row.getAs("asked").equals(question.asked()))
            .map(row -> figures(row.getAs("answers")))
            .findFirst();
    return answered.orElseGet(() -> pay(question, runId, drawn, rows, version));
  }

  private List<Figure> pay(
      Question question, String runId, Supplier<List<Figure>> drawn, List<Row> rows, long version) {
    int year = question.period().year();
    Price price = question.order().price();
    Price spent =
        rows.stream()
            .filter(row -> row.<Integer>getAs("year") == year)
            .map(NoiseBudget::price)
            .reduce(Price.NOTHING, Price::plus);
    if (!spent.plus(price).isWithin(budget)) {
      throw BudgetException.beyond(year, price, spent, budget);
    }
    List<Figure> figures = drawn.get();
    Row row =
        RowFactory.create(
            year,
            question.period().toString(),
            question.order().mechanism(),
            price.epsilon().toPlainString(),
            price.delta().toPlainString(),
            question.asked(),
            text(figures),
            runId);
    lake.appendTo(TABLE, version, lake.write(TABLE, List.of(row)), "{}");
    return figures;
  }

  private static Price price(Row row) {
    return new Price(
        new BigDecimal(row.<String>getAs("epsilon")), new BigDecimal(row.<String>getAs("delta")));
  }

  /** A figure as it is kept; null for a value that is suppressed. */
  private record Kept(
      String section, String metric, Map<String, String> dimensions, Double value, String unit) {

    static Kept of(Figure figure) {
      return new Kept(
          figure.section(),
          figure.metric(),
          figure.dimensions(),
          figure.value().orElse(null),
          figure.unit());
    }

    Figure figure() {
      return new Figure(
          section,
          metric,
          dimensions,
          Optional.ofNullable(value),
          unit,
          Optional.empty(),
          value == null ? Figure.Standing.SUPPRESSED : Figure.Standing.SHOWN);
    }
  }

  private static List<Figure> figures(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<Kept>>() {}).stream()
          .map(Kept::figure)
          .toList();
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("The table noise_budget holds no list of figures.", broken);
    }
  }

  private static String text(List<Figure> figures) {
    try {
      return JSON.writeValueAsString(figures.stream().map(Kept::of).toList());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A list of plain records is written.", impossible);
    }
  }
}
