package dev.glovebox.registry;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a table of the registry. What it is asked for and does not have as it should be is a
 * fault. Blanks around a value do not count.
 *
 * @param number of the row, from 1
 * @param cells by column; a null value counts as empty
 */
record RegistryRow(long number, Map<String, String> cells, RowFaults faults) {

  /** Whether it has these columns; a fault otherwise. */
  boolean has(List<String> columns) {
    List<String> missing = columns.stream().filter(column -> !cells.containsKey(column)).toList();
    if (!missing.isEmpty()) {
      fault("has no column " + String.join(", ", missing) + ".");
    }
    return missing.isEmpty();
  }

  void fault(String problem) {
    faults.add(number, problem);
  }

  /** A text; empty where there is none. */
  String text(String column) {
    String text = cells.get(column);
    return text == null ? "" : text.strip();
  }

  /** A text that is not empty. */
  String required(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      fault(column + " is empty.");
    }
    return text;
  }

  /** An instant in microseconds since the epoch. */
  Optional<Long> requiredMicros(String column) {
    return micros(column, required(column));
  }

  /** An instant in microseconds since the epoch; {@code open} where the cell is empty. */
  Optional<Long> micros(String column, long open) {
    String text = text(column);
    return text.isEmpty() ? Optional.of(open) : micros(column, text);
  }

  private Optional<Long> micros(String column, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return Optional.of(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    } catch (DateTimeException | ArithmeticException e) {
      fault(column + " has to be an instant with its offset, such as 2026-01-01T00:00:00+08:00.");
      return Optional.empty();
    }
  }
}
