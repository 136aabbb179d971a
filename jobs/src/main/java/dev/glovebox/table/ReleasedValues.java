package dev.glovebox.table;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.PrivacyClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** A table of released data, seen as values that are counted and that expire. */
public interface ReleasedValues {

  /** The table. */
  TableDefinition table();

  /** The kind under which the ledger counts its values. */
  String recordKind();

  /** Which classes are in it; empty for all. */
  Optional<Set<PrivacyClass>> classes();

  /** What is left of its rows. */
  Dataset<Row> kept(Expiry expiry, Dataset<Row> rows);

  /** How many values a row is. */
  Column count(Dataset<Row> rows);

  /**
   * Readings, a value a field.
   *
   * @param fields that say which columns are one value
   */
  static ReleasedValues readings(Catalogue catalogue, Fields fields, String recordKind) {
    return new Readings(LakeTables.telemetry(catalogue), recordKind, catalogue, fields);
  }

  /** Alerts, each of which is a value. */
  static ReleasedValues alerts(String recordKind) {
    return new Items(LakeTables.alerts(), recordKind, LakeTables.ALERTS_CLASS);
  }

  /** Connects and disconnects, each of which is a value. */
  static ReleasedValues connectivity(String recordKind) {
    return new Items(LakeTables.connectivity(), recordKind, LakeTables.CONNECTIVITY_CLASS);
  }

  /** Rows of many values. */
  record Readings(TableDefinition table, String recordKind, Catalogue catalogue, Fields fields)
      implements ReleasedValues {

    @Override
    public Optional<Set<PrivacyClass>> classes() {
      return Optional.empty();
    }

    @Override
    public Dataset<Row> kept(Expiry expiry, Dataset<Row> rows) {
      return expiry.readings(rows, values(rows));
    }

    @Override
    public Column count(Dataset<Row> rows) {
      return values(rows).stream()
          .map(value -> value.isPresent().cast("long"))
          .reduce(functions.lit(0L), Column::plus);
    }

    private List<ValueColumns> values(Dataset<Row> rows) {
      return ValueColumns.of(rows.schema().fieldNames(), catalogue, fields);
    }
  }

  /** Rows of one value each, all of one class. */
  record Items(TableDefinition table, String recordKind, PrivacyClass privacyClass)
      implements ReleasedValues {

    @Override
    public Optional<Set<PrivacyClass>> classes() {
      return Optional.of(Set.of(privacyClass));
    }

    @Override
    public Dataset<Row> kept(Expiry expiry, Dataset<Row> rows) {
      return expiry.items(rows);
    }

    @Override
    public Column count(Dataset<Row> rows) {
      return functions.lit(1L);
    }
  }
}
