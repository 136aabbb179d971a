package dev.glovebox.reporting.figures;

import dev.glovebox.reporting.Family;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where a family's figures come from.
 *
 * @param tables that it reads, by name
 * @param contributions what each holder adds: {@code owner_id, vin}, {@code month} where the family
 *     has months, its dimensions, and a column for each measure that is read
 */
public record Query(Family family, List<String> tables, Dataset<Row> contributions) {

  static final String OWNER = "owner_id";
  static final String VIN = "vin";
  static final String MONTH = "month";

  public Query {
    tables = List.copyOf(tables);
  }
}
