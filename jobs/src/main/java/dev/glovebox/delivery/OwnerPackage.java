package dev.glovebox.delivery;

import dev.glovebox.delivery.page.PageFacts;
import dev.glovebox.request.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The package of one request, written while its rows go by. Memory does not grow with the rows:
 * what has to wait is set aside in temporary files, a month of Parquet at most and the map files.
 */
public final class OwnerPackage implements AutoCloseable {

  private final Request request;
  private final PackageTerms terms;
  private final PackageLayout layout;
  private final BagWriter bag;
  private final RowGuard guard;
  private final RowTally tally = new RowTally();
  private final CompletenessBook completeness;
  private final PageBook page;
  private final TripMaps maps;
  private final DataPackage resources;
  private final PackageTablesWriter tables;

  private OwnerPackage(Request request, PackageTerms terms, OutputStream out) throws IOException {
    this.request = request;
    this.terms = terms;
    this.layout = new PackageLayout(request, terms);
    this.bag = BagWriter.open(out, request.id(), info(request, terms), terms.key());
    this.guard = new RowGuard(request, terms.zone());
    this.completeness = new CompletenessBook(terms.zone());
    this.page = new PageBook(request, terms);
    this.maps = new TripMaps(terms.zone(), terms.asOf());
    this.resources = new DataPackage(layout.fields());
    this.tables = new PackageTablesWriter(bag, layout, resources, terms.zone());
  }

  /**
   * Begins a package.
   *
   * @param out takes the zip; it is flushed, never closed. What has been written of a package that
   *     was not finished is worthless and must not be kept
   */
  public static OwnerPackage begin(Request request, PackageTerms terms, OutputStream out)
      throws IOException {
    return new OwnerPackage(request, terms, out);
  }

  /**
   * Adds a row, which is not kept: the caller may use it again.
   *
   * @param row in the columns of {@link PackageTables#schema}, sections and rows in the order of
   *     {@link Section}
   * @throws ForeignRowException if it is another holder's, of a vehicle or an instant that was not
   *     asked for
   */
  public void add(Section section, InternalRow row) throws IOException {
    RowView view = layout.view(section).of(row);
    guard.check(section, view);
    Instant at = RowGuard.at(section, view);
    String vin = view.text("vin");
    tally.add(section, vin, at);
    switch (section) {
      case TRIPS -> trip(view);
      case CHARGES -> page.charge(view);
      case ALERTS -> alert(view, vin, at);
      case CONNECTIVITY -> completeness.connection(vin, at, view.text("status"));
      case COMPLETENESS -> completeness.count(view);
      case TELEMETRY -> reading(row, view, vin, at);
    }
    if (section != Section.COMPLETENESS) {
      tables.add(section, row, at);
    }
    page.vehicle(vin);
  }

  /**
   * Ends the package.
   *
   * @throws IncompleteRowsException if its rows are not those that were released
   */
  public Receipt finish() throws IOException {
    tables.end();
    maps.writeTo(bag, resources);
    completeness.end(guard::holdsWhole);
    try (OutputStream file = bag.payload(CompletenessBook.PATH)) {
      completeness.writeTo(file, request);
    }
    resources.file(CompletenessBook.PATH, bag.written(CompletenessBook.PATH));
    try (OutputStream file = bag.payload(DataPackage.PATH)) {
      file.write(resources.toJson(request, terms));
    }
    writePage();
    return tally.receipt(bag.finish());
  }

  /** Lets go of what was set aside; after {@link #finish} too. */
  @Override
  public void close() throws IOException {
    maps.close();
    tables.close();
  }

  private void trip(RowView row) throws IOException {
    TripShape shape = TripShape.of(row);
    maps.add(shape);
    page.trip(row, shape);
  }

  private void alert(RowView row, String vin, Instant at) {
    completeness.alert(vin, at);
    page.alert(vin, String.valueOf(row.text("name")), at);
  }

  private void reading(InternalRow row, RowView view, String vin, Instant at) {
    completeness.reading(vin, at, layout.values().of(row));
    page.reading(vin, at, view.number("soc_percent"), view.number("rated_range_km"));
  }

  private void writePage() throws IOException {
    boolean explained = terms.occasion() == PackageTerms.Occasion.LATER_PACKAGE;
    List<PageFacts.Column> columns = layout.columns();
    try (OutputStream file = bag.tag("index.html")) {
      page.writeTo(
          file,
          completeness.totals(terms.page().bases()),
          resources.files(),
          explained ? List.of() : columns,
          layout.neverSent());
    }
    if (!explained) {
      try (OutputStream file = bag.tag("README.txt")) {
        ColumnsText.write(columns, request.language(), file);
      }
    }
  }

  private static Map<String, String> info(Request request, PackageTerms terms) {
    Map<String, String> info = new LinkedHashMap<>();
    info.put("Bagging-Date", terms.asOf().atZone(terms.zone()).toLocalDate().toString());
    info.put("External-Identifier", request.id());
    info.put("Bag-Software-Agent", "Glovebox " + terms.programVersion());
    info.put("Policy-Version", terms.policyVersion());
    info.put("Policy-SHA256", terms.policyDigest());
    return info;
  }
}
