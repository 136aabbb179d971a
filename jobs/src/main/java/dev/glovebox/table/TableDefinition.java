package dev.glovebox.table;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A Delta table of the lake as Glovebox makes it.
 *
 * @param name its folder under the lake
 * @param contents whether its rows are a person's
 * @param description what one row is
 * @param schema its columns, each with a comment
 * @param partitionColumns in order
 * @param statisticsColumns whose minima and maxima may stand in the log: never a position, nor what
 *     a person did
 */
public record TableDefinition(
    String name,
    Contents contents,
    String description,
    StructType schema,
    List<String> partitionColumns,
    List<String> statisticsColumns)
    implements Serializable {

  /** Whose data a table holds; kept in its properties, so that erasure finds tables made later. */
  public enum Contents {
    /** Rows that belong to a holder, released to them. */
    OWNER_DATA("owner-data"),
    /** Rows that name a vehicle or a holder, for the operator only. */
    PERSONAL_RECORDS("personal-records"),
    /** Counts without a person. */
    COUNTS("counts");

    private final String code;

    Contents(String code) {
      this.code = code;
    }

    /** The value of the property {@link Lake#CONTENTS}. */
    public String code() {
      return code;
    }
  }

  /**
   * The same table as its files hold it when nothing else is in them: a column that a file lacks is
   * null for every reader, and costs nothing to write.
   *
   * @param column tells which columns there are values of
   */
  public TableDefinition having(Predicate<String> column) {
    return in(
        new StructType(
            Arrays.stream(schema.fields())
                .filter(field -> column.test(field.name()))
                .toArray(StructField[]::new)));
  }

  /** The same table in the columns that stored rows of it have. */
  TableDefinition in(StructType columns) {
    return new TableDefinition(
        name, contents, description, columns, partitionColumns, statisticsColumns);
  }

  /** The columns that every file has, whatever is in it: of its partition and its statistics. */
  List<String> keyColumns() {
    return Stream.concat(partitionColumns.stream(), statisticsColumns.stream()).toList();
  }

  /** The columns that stand in the table's files: those that it is not partitioned by. */
  public StructType dataSchema() {
    return new StructType(
        Arrays.stream(schema.fields())
            .filter(field -> !partitionColumns.contains(field.name()))
            .toArray(StructField[]::new));
  }
}
