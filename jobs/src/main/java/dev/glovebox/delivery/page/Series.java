package dev.glovebox.delivery.page;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Values of one kind along an axis.
 *
 * @param name as the legend has it
 * @param cssClass that gives it its colour
 * @param values one for each step of the axis; empty where nothing is known
 */
record Series(String name, String cssClass, List<OptionalDouble> values) {

  Series {
    values = List.copyOf(values);
  }

  double highest() {
    return values.stream().mapToDouble(value -> value.orElse(0)).max().orElse(0);
  }
}
