package dev.glovebox.registry;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads tenures from rows of text: {@code vin, owner_id, role, valid_from, valid_to}. Blanks around
 * a value do not count, other columns neither.
 */
public final class TenureRows {

  /** What readers of partitioned tables take for null. */
  private static final String NO_PARTITION = "__HIVE_DEFAULT_PARTITION__";

  private static final String TABLE = "tenures";
  private static final List<String> COLUMNS =
      List.of("vin", "owner_id", "role", "valid_from", "valid_to");

  private final RowFaults faults = new RowFaults();
  private final List<Tenure> read = new ArrayList<>();

  private TenureRows() {}

  /**
   * Reads rows.
   *
   * @param rows each with every column by its name; a null value counts as empty
   * @return the tenures, in the order of the rows
   * @throws RegistryException if a row has a fault; with every fault and its row, counted from 1
   */
  public static List<Tenure> parse(Iterable<Map<String, String>> rows) {
    TenureRows reader = new TenureRows();
    long row = 0;
    for (Map<String, String> cells : rows) {
      row++;
      reader.read(row, cells);
    }
    reader.faults.refuse(TABLE);
    return reader.read;
  }

  /**
   * Reads a CSV file with a header, its columns in any order.
   *
   * @throws RegistryException if the file is no such table or a row has a fault; with every fault
   *     and its row, counted from 1 after the header
   * @throws IOException if the file cannot be read
   */
  public static List<Tenure> parseCsv(Reader csv) throws IOException {
    TenureRows reader = new TenureRows();
    new CsvTable(COLUMNS, reader.faults).read(csv, reader::read);
    reader.faults.refuse(TABLE);
    return reader.read;
  }

  private void read(long number, Map<String, String> cells) {
    RegistryRow row = new RegistryRow(number, cells, faults);
    if (row.has(COLUMNS)) {
      readWhole(row);
    }
  }

  private void readWhole(RegistryRow row) {
    int before = faults.count();
    String vin = row.required("vin");
    String ownerId = row.required("owner_id");
    if (ownerId.equals(NO_PARTITION)) {
      row.fault("owner_id is a name that stands for nobody in partitions.");
    }
    Optional<Role> role = role(row);
    Optional<Long> from = row.requiredMicros("valid_from");
    Optional<Long> to = row.micros("valid_to", Tenure.STILL);
    if (from.isPresent() && to.isPresent() && to.get() <= from.get()) {
      row.fault("valid_to has to be later than valid_from.");
    }
    if (faults.count() == before) {
      read.add(new Tenure(vin, ownerId, role.orElseThrow(), from.orElseThrow(), to.orElseThrow()));
    }
  }

  private static Optional<Role> role(RegistryRow row) {
    Optional<Role> role = Role.of(row.text("role"));
    if (role.isEmpty()) {
      row.fault("role has to be owner, lessee or renter.");
    }
    return role;
  }
}
