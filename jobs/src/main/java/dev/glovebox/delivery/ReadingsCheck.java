package dev.glovebox.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.io.input.BOMInputStream;

/** Recomputes the chain of hashes over the readings of an incident package. */
final class ReadingsCheck {

  static final String PATH = BagWriter.DATA + "readings.csv";

  private static final String HASH = "sha256";

  private ReadingsCheck() {}

  /**
   * Checks the chain, if the package has one.
   *
   * @param fault hears of the file and the first row that breaks it
   */
  static void check(ZipContents contents, BiConsumer<String, String> fault) {
    try {
      Optional<InputStream> readings = contents.stream(PATH);
      if (readings.isPresent()) {
        check(readings.get(), fault);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      fault.accept(PATH, "is no table of readings");
    }
  }

  private static void check(InputStream readings, BiConsumer<String, String> fault)
      throws IOException {
    try (InputStream plain = BOMInputStream.builder().setInputStream(readings).get();
        var reader = new InputStreamReader(plain, StandardCharsets.UTF_8);
        CSVParser rows =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      List<String> columns = rows.getHeaderNames();
      if (!columns.contains(HASH)) {
        fault.accept(PATH, "has no column " + HASH);
        return;
      }
      int hash = columns.indexOf(HASH);
      HashChain chain = new HashChain(without(columns, hash));
      for (CSVRecord row : rows) {
        List<String> cells = row.toList();
        if (cells.size() != columns.size()
            || !chain.next(without(cells, hash)).equals(cells.get(hash))) {
          fault.accept(PATH, "breaks its chain of hashes at row " + row.getRecordNumber());
          return;
        }
      }
    }
  }

  private static List<String> without(List<String> all, int one) {
    List<String> rest = new ArrayList<>(all);
    rest.remove(one);
    return rest;
  }
}
