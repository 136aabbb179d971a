package dev.glovebox.delivery;

import dev.glovebox.delivery.page.PageFacts;
import dev.glovebox.request.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** How rows come into a package and what columns its files have. */
final class PackageLayout {

  private final Map<Section, StructType> schemas = new EnumMap<>(Section.class);
  private final Map<Section, RowView> views = new EnumMap<>(Section.class);
  private final Map<Section, CsvColumns> csv = new EnumMap<>(Section.class);
  private final Map<Section, TableFields> fields = new EnumMap<>(Section.class);
  private final List<PageFacts.Column> neverSent;
  private final ValueCounter values;

  PackageLayout(Request request, PackageTerms terms) {
    var dictionary = new ColumnDictionary(terms.catalogue(), request.language());
    for (Section section : Section.values()) {
      StructType schema =
          PackageTables.schema(section, terms.catalogue(), terms.telemetryColumns());
      schemas.put(section, schema);
      views.put(section, new RowView(schema));
      if (section != Section.COMPLETENESS) {
        CsvColumns columns = new CsvColumns(schema, terms.zone());
        csv.put(section, columns);
        fields.put(
            section,
            TableFields.of(section, schema, columns, dictionary, request.language(), terms.zone()));
      }
    }
    this.neverSent = neverSent(request, terms);
    this.values = new ValueCounter(schemas.get(Section.TELEMETRY), terms.catalogue());
  }

  StructType schema(Section section) {
    return schemas.get(section);
  }

  RowView view(Section section) {
    return views.get(section);
  }

  CsvColumns csv(Section section) {
    return csv.get(section);
  }

  Map<Section, TableFields> fields() {
    return fields;
  }

  ValueCounter values() {
    return values;
  }

  /** Every column of every CSV file, telemetry's last. */
  List<PageFacts.Column> columns() {
    List<PageFacts.Column> columns = new ArrayList<>();
    fields.values().forEach(table -> columns.addAll(table.csv()));
    return columns;
  }

  /** Signals of the catalogue of which the package has no column. */
  List<PageFacts.Column> neverSent() {
    return neverSent;
  }

  private static List<PageFacts.Column> neverSent(Request request, PackageTerms terms) {
    return terms.catalogue().signals().stream()
        .filter(signal -> !terms.telemetryColumns().contains(signal.column()))
        .map(
            signal ->
                new PageFacts.Column(
                    Section.TELEMETRY.table(),
                    signal.column(),
                    signal.type().code(),
                    signal.unit(),
                    signal.descriptions().get(request.language().tag())))
        .toList();
  }
}
