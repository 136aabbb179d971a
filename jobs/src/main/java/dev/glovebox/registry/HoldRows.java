package dev.glovebox.registry;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads legal holds from rows of text: {@code owner_id, vin, reason, from, to}. Of the first two
 * one may be empty, and {@code to}.
 */
public final class HoldRows {

  private static final String TABLE = "holds";
  private static final List<String> COLUMNS = List.of("owner_id", "vin", "reason", "from", "to");

  private final RowFaults faults = new RowFaults();
  private final List<Hold> read = new ArrayList<>();

  private HoldRows() {}

  /**
   * Reads rows.
   *
   * @param rows each with every column by its name; a null value counts as empty
   * @throws RegistryException if a row has a fault; with every fault and its row, counted from 1
   */
  public static Holds parse(Iterable<Map<String, String>> rows) {
    HoldRows reader = new HoldRows();
    long row = 0;
    for (Map<String, String> cells : rows) {
      row++;
      reader.read(row, cells);
    }
    return reader.holds();
  }

  /**
   * Reads a CSV file with a header, its columns in any order.
   *
   * @throws RegistryException if the file is no such table or a row has a fault; with every fault
   *     and its row, counted from 1 after the header
   * @throws IOException if the file cannot be read
   */
  public static Holds parseCsv(Reader csv) throws IOException {
    HoldRows reader = new HoldRows();
    new CsvTable(COLUMNS, reader.faults).read(csv, reader::read);
    return reader.holds();
  }

  private Holds holds() {
    faults.refuse(TABLE);
    return Holds.of(read);
  }

  private void read(long number, Map<String, String> cells) {
    RegistryRow row = new RegistryRow(number, cells, faults);
    if (row.has(COLUMNS)) {
      readWhole(row);
    }
  }

  private void readWhole(RegistryRow row) {
    int before = faults.count();
    String ownerId = row.text("owner_id");
    String vin = row.text("vin");
    if (ownerId.isEmpty() && vin.isEmpty()) {
      row.fault("owner_id and vin are both empty; a hold covers a holder or a vehicle.");
    }
    Optional<Long> from = row.requiredMicros("from");
    Optional<Long> to = row.micros("to", Hold.STILL);
    if (from.isPresent() && to.isPresent() && to.get() <= from.get()) {
      row.fault("to has to be later than from.");
    }
    if (faults.count() == before) {
      read.add(new Hold(ownerId, vin, row.text("reason"), from.orElseThrow(), to.orElseThrow()));
    }
  }
}
