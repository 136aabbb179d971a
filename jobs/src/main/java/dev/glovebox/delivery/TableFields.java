package dev.glovebox.delivery;

import dev.glovebox.delivery.page.PageFacts;
import dev.glovebox.request.Request.Language;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of one table of a package, explained.
 *
 * @param csv those of the CSV files
 * @param parquet those of the Parquet files
 */
record TableFields(List<PageFacts.Column> csv, List<PageFacts.Column> parquet) {

  TableFields {
    csv = List.copyOf(csv);
    parquet = List.copyOf(parquet);
  }

  static TableFields of(
      Section section,
      StructType schema,
      CsvColumns columns,
      ColumnDictionary dictionary,
      Language language,
      ZoneId zone) {
    List<PageFacts.Column> csv = new ArrayList<>();
    for (CsvColumns.CsvColumn column : columns.all()) {
      ColumnDictionary.Meaning meaning = dictionary.of(section, column.source());
      String addition = column.type().equals("datetime") ? clock(column, language, zone) : "";
      csv.add(column(section, column.name(), column.type(), meaning, addition));
    }
    List<PageFacts.Column> parquet = new ArrayList<>();
    for (StructField field : schema.fields()) {
      ColumnDictionary.Meaning meaning = dictionary.of(section, field.name());
      parquet.add(column(section, field.name(), type(field.dataType()), meaning, ""));
    }
    return new TableFields(csv, parquet);
  }

  private static PageFacts.Column column(
      Section section,
      String name,
      String type,
      ColumnDictionary.Meaning meaning,
      String addition) {
    return new PageFacts.Column(
        section.table(), name, type, meaning.unit(), meaning.description() + addition);
  }

  private static String clock(CsvColumns.CsvColumn column, Language language, ZoneId zone) {
    String clock = column.name().equals(column.source()) ? "UTC" : zone.getId();
    return language == Language.ENGLISH ? " (" + clock + ")" : "（" + clock + "）";
  }

  private static String type(DataType type) {
    if (type instanceof ArrayType) {
      return "array";
    }
    if (type.equals(DataTypes.TimestampType)) {
      return "datetime";
    }
    if (type.equals(DataTypes.DoubleType)) {
      return "number";
    }
    if (type.equals(DataTypes.LongType)) {
      return "integer";
    }
    if (type.equals(DataTypes.BooleanType)) {
      return "boolean";
    }
    return type.equals(DataTypes.DateType) ? "date" : "string";
  }
}
