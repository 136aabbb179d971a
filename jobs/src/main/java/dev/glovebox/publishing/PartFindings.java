package dev.glovebox.publishing;

import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.FileWriting;
import dev.glovebox.table.OpenFiles;
import dev.glovebox.table.TableDefinition;
import dev.glovebox.table.WrittenFile;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What one part of a batch date came to.
 *
 * @param files that hold its rows, not yet committed
 * @param entries its share of the ledger
 * @param rejected records and values that were rejected, by object
 */
record PartFindings(
    List<WrittenFile> files, List<Ledger.Entry> entries, Map<String, Rejected> rejected)
    implements Serializable {

  /** How much of one object was rejected: whole records, and values alone. */
  record Rejected(long records, long values) implements Serializable {

    Rejected and(Rejected other) {
      return new Rejected(records + other.records, values + other.values);
    }
  }

  /**
   * Judges the messages of a part and writes the rows of every table.
   *
   * @param messages in {@link MessageRows#ORDER}
   * @param part its number
   */
  static PartFindings of(
      Iterator<AttributedMessage> messages,
      ReadingRules rules,
      BatchDay day,
      int part,
      List<TableDefinition> tables,
      FileWriting writing) {
    OpenFiles files = writing.open(part);
    try {
      TableRows rows = new TableRows(tables, files, rules, day);
      List<Ledger.Entry> entries = new ArrayList<>();
      Map<String, Rejected> rejected = new HashMap<>();
      new ReadingFold(rules, messages)
          .forEachRemaining(
              row -> {
                switch (row.output()) {
                  case LEDGER -> entries.add(entry(row));
                  case QUARANTINE -> {
                    countRejected(row, rejected);
                    rows.write(row);
                  }
                  default -> rows.write(row);
                }
              });
      return new PartFindings(files.finish(), entries, rejected);
    } catch (Throwable failure) { // Scala throws checked exceptions that nobody declares.
      files.abandon();
      throw failure;
    }
  }

  private static void countRejected(OutcomeRow row, Map<String, Rejected> rejected) {
    boolean whole = row.cell(Cell.SIGNAL) == null;
    rejected.merge(
        row.cell(Cell.SOURCE_OBJECT).toString(),
        new Rejected(whole ? 1 : 0, whole ? 0 : 1),
        Rejected::and);
  }

  private static Ledger.Entry entry(OutcomeRow row) {
    Object reason = row.cell(Cell.REASON);
    return new Ledger.Entry(
        RecordKind.of(row.cell(Cell.RECORD_KIND).toString()).orElseThrow(),
        Outcome.of(row.cell(Cell.OUTCOME).toString()),
        reason == null ? null : reason.toString(),
        (Long) row.cell(Cell.MESSAGES),
        (Long) row.cell(Cell.VALUES));
  }
}
