package dev.glovebox.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is true of one cell; not yet to be shown.
 *
 * @param people distinct holders
 * @param values by metric; a metric that says nothing here is absent
 */
public record Cell(long people, Map<String, Double> values) {

  /** A cell in which there is nobody. */
  public static final Cell EMPTY = new Cell(0, Map.of());

  public Cell {
    values = Map.copyOf(values);
  }

  /** The value of a metric. */
  public OptionalDouble value(String metric) {
    Double value = values.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The same with one more value. */
  public Cell with(String metric, double value) {
    Map<String, Double> more = new HashMap<>(values);
    more.put(metric, value);
    return new Cell(people, more);
  }
}
