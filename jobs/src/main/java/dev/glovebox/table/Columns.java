package dev.glovebox.table;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns that tables of different kinds share, and how a column is declared. */
final class Columns {

  static final DataType TEXTS = new ArrayType(DataTypes.StringType, false);
  static final StructField OWNER_ID =
      column("owner_id", DataTypes.StringType, "Who held the vehicle at that instant");
  static final StructField VIN =
      column("vin", DataTypes.StringType, "Vehicle identification number");
  static final StructField EVENT_MONTH =
      column("event_month", DataTypes.StringType, "Month of captured_at in the configured zone");
  static final StructField OWNER_PARTITION =
      column("owner_partition", DataTypes.StringType, "The owner's id, or the bucket it hashes to");

  private Columns() {}

  static StructType struct(StructField... fields) {
    return new StructType(fields);
  }

  static StructField column(String name, DataType type, String comment) {
    return new StructField(
        name, type, true, new MetadataBuilder().putString("comment", comment).build());
  }
}
