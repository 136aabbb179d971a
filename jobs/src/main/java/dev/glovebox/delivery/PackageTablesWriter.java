package dev.glovebox.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Writes the tables of a package one after the other, telemetry a month a file; a table without
 * rows has files with a header only, telemetry none.
 */
final class PackageTablesWriter implements Closeable {

  private final BagWriter bag;
  private final PackageLayout layout;
  private final DataPackage resources;
  private final ZoneId zone;
  private Section next = Section.TRIPS;
  private Section openSection;
  private YearMonth openMonth;
  private TableFiles open;

  PackageTablesWriter(BagWriter bag, PackageLayout layout, DataPackage resources, ZoneId zone) {
    this.bag = bag;
    this.layout = layout;
    this.resources = resources;
    this.zone = zone;
  }

  /** Adds a row of the table that is being written or of a later one. */
  void add(Section section, InternalRow row, Instant at) throws IOException {
    YearMonth month = section == Section.TELEMETRY ? YearMonth.from(at.atZone(zone)) : null;
    if (section != openSection || (month != null && !month.equals(openMonth))) {
      checkOrder(month);
      endOpen();
      writeEmptyUntil(section);
      begin(section, month);
    }
    open.add(row);
  }

  /** Ends the last table. */
  void end() throws IOException {
    endOpen();
    writeEmptyUntil(Section.TELEMETRY);
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }

  private void checkOrder(YearMonth month) {
    if (month != null && openMonth != null && month.isBefore(openMonth)) {
      throw new IllegalStateException("A row of telemetry came after those of a later month.");
    }
  }

  private void begin(Section section, YearMonth month) throws IOException {
    String path = month == null ? section.table() : section.table() + "/" + month;
    open = new TableFiles(bag, path, layout.schema(section), layout.csv(section));
    openSection = section;
    openMonth = month;
    next = month == null ? Section.values()[section.ordinal() + 1] : Section.TELEMETRY;
  }

  private void endOpen() throws IOException {
    if (open != null) {
      open.end(openSection, resources);
      open = null;
    }
  }

  private void writeEmptyUntil(Section section) throws IOException {
    while (next.compareTo(section) < 0) {
      if (layout.csv(next) == null) {
        next = Section.values()[next.ordinal() + 1];
      } else {
        begin(next, null);
        endOpen();
      }
    }
  }
}
