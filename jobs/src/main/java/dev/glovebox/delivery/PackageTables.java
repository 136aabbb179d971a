package dev.glovebox.delivery;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.table.DerivedTables;
import dev.glovebox.table.LakeTables;
import dev.glovebox.table.TableDefinition;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns in which the rows of a package come: those of the lake that a holder gets. */
public final class PackageTables {

  private static final Set<String> ALWAYS =
      Set.of("owner_id", "vin", "captured_at", "batch_date", "withheld");

  private static final Set<String> FOR_PRUNING = Set.of("first_batch_date", "last_batch_date");

  private PackageTables() {}

  /**
   * The columns of a section's rows, in order: the lake table's without those that it is
   * partitioned by or that only help to find files.
   *
   * @param telemetryColumns the signals that occur; of the others there is no column. Looked at for
   *     {@link Section#TELEMETRY} only
   */
  public static StructType schema(
      Section section, Catalogue catalogue, Collection<String> telemetryColumns) {
    StructType lake = definition(section, catalogue).dataSchema();
    if (section != Section.TELEMETRY) {
      return having(lake, name -> !FOR_PRUNING.contains(name));
    }
    return having(lake, name -> ALWAYS.contains(name) || telemetryColumns.contains(name));
  }

  /** The lake's table of a section. */
  public static TableDefinition definition(Section section, Catalogue catalogue) {
    return switch (section) {
      case TRIPS -> DerivedTables.trips();
      case CHARGES -> DerivedTables.charges();
      case ALERTS -> LakeTables.alerts();
      case CONNECTIVITY -> LakeTables.connectivity();
      case COMPLETENESS -> LakeTables.completeness();
      case TELEMETRY -> LakeTables.telemetry(catalogue);
    };
  }

  private static StructType having(StructType schema, Predicate<String> column) {
    return new StructType(
        Arrays.stream(schema.fields())
            .filter(field -> column.test(field.name()))
            .toArray(StructField[]::new));
  }
}
