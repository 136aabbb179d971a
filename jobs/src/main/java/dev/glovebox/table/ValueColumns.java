package dev.glovebox.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.signal.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;

/**
 * The columns of {@code telemetry} that one value fills.
 *
 * @param privacyClass empty for a column that the catalogue does not know any more
 * @param columns one, or those of a position or of parts
 */
record ValueColumns(Optional<PrivacyClass> privacyClass, List<String> columns) {

  private static final Set<String> OF_THE_READING =
      Set.of(
          "owner_id",
          "vin",
          "captured_at",
          "batch_date",
          "withheld",
          "event_month",
          "owner_partition");

  ValueColumns {
    columns = List.copyOf(columns);
  }

  /**
   * The values of a table as it was made.
   *
   * @param stored names of its columns
   * @param fields that say which columns are one value
   */
  static List<ValueColumns> of(String[] stored, Catalogue catalogue, Fields fields) {
    Set<String> left = new LinkedHashSet<>(Arrays.asList(stored));
    left.removeAll(OF_THE_READING);
    List<ValueColumns> values = new ArrayList<>();
    for (Field field : fields.all()) {
      List<String> columns =
          field.parts().stream().map(part -> part.signal().column()).filter(left::remove).toList();
      if (!columns.isEmpty()) {
        values.add(new ValueColumns(Optional.of(field.privacyClass()), columns));
      }
    }
    left.forEach(
        column -> values.add(new ValueColumns(classOf(column, catalogue), List.of(column))));
    return values;
  }

  /** Whether a row has this value. */
  Column isPresent() {
    return columns.stream().map(name -> col(name).isNotNull()).reduce(lit(false), Column::or);
  }

  private static Optional<PrivacyClass> classOf(String column, Catalogue catalogue) {
    return catalogue.signals().stream()
        .filter(signal -> signal.column().equals(column))
        .map(Signal::privacyClass)
        .findFirst();
  }
}
