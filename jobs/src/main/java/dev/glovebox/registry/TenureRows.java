package dev.glovebox.registry;

import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
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
  private long row;

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

  private void read(long at, Map<String, String> cells) {
    row = at;
    List<String> missing = COLUMNS.stream().filter(column -> !cells.containsKey(column)).toList();
    if (missing.isEmpty()) {
      readWhole(cells);
    } else {
      faults.add(row, "has no column " + String.join(", ", missing) + ".");
    }
  }

  private void readWhole(Map<String, String> cells) {
    int before = faults.count();
    String vin = required(cells, "vin");
    String ownerId = required(cells, "owner_id");
    if (ownerId.equals(NO_PARTITION)) {
      faults.add(row, "owner_id is a name that stands for nobody in partitions.");
    }
    Optional<Role> role = role(cells);
    Optional<Long> from = instantMicros("valid_from", required(cells, "valid_from"));
    String end = text(cells, "valid_to");
    Optional<Long> to = end.isEmpty() ? Optional.of(Tenure.STILL) : instantMicros("valid_to", end);
    if (from.isPresent() && to.isPresent() && to.get() <= from.get()) {
      faults.add(row, "valid_to has to be later than valid_from.");
    }
    if (faults.count() == before) {
      read.add(new Tenure(vin, ownerId, role.orElseThrow(), from.orElseThrow(), to.orElseThrow()));
    }
  }

  private Optional<Role> role(Map<String, String> cells) {
    Optional<Role> role = Role.of(text(cells, "role"));
    if (role.isEmpty()) {
      faults.add(row, "role has to be owner, lessee or renter.");
    }
    return role;
  }

  private String required(Map<String, String> cells, String column) {
    String text = text(cells, column);
    if (text.isEmpty()) {
      faults.add(row, column + " is empty.");
    }
    return text;
  }

  private static String text(Map<String, String> cells, String column) {
    String text = cells.get(column);
    return text == null ? "" : text.strip();
  }

  /** The instant in microseconds since the epoch, or nothing, with a fault unless it is empty. */
  private Optional<Long> instantMicros(String column, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return Optional.of(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    } catch (DateTimeException | ArithmeticException e) {
      faults.add(
          row,
          column + " has to be an instant with its offset, such as 2026-01-01T00:00:00+08:00.");
      return Optional.empty();
    }
  }
}
