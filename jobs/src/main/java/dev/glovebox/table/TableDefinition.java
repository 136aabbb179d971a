package dev.glovebox.table;

import java.util.List;
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
    List<String> statisticsColumns) {

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
}
