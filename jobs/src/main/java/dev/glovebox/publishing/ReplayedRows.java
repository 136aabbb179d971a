package dev.glovebox.publishing;

import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.source.RecordKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/** Hands on what judging found, as it is told to whoever asked for it. */
final class ReplayedRows {

  private final Replayed to;

  ReplayedRows(Replayed to) {
    this.to = to;
  }

  void take(OutcomeRow row) {
    switch (row.output()) {
      case TELEMETRY ->
          to.reading(capturedAt(row), (byte[]) row.cell(Cell.CONTENT), texts(row, Cell.WITHHELD));
      case ALERTS ->
          to.alert(
              capturedAt(row),
              text(row, Cell.NAME),
              texts(row, Cell.AUDIENCES),
              (Long) row.cell(Cell.STARTED_AT),
              (Long) row.cell(Cell.ENDED_AT));
      case CONNECTIVITY ->
          to.connection(
              capturedAt(row),
              text(row, Cell.CONNECTION_ID),
              text(row, Cell.STATUS),
              text(row, Cell.NETWORK_INTERFACE));
      case QUARANTINE -> refused(row, Outcome.REJECTED);
      case SEEN -> refused(row, Outcome.WITHHELD);
      case LEDGER ->
          to.count(
              RecordKind.of(text(row, Cell.RECORD_KIND)).orElseThrow(),
              Outcome.of(text(row, Cell.OUTCOME)),
              text(row, Cell.REASON),
              (Long) row.cell(Cell.MESSAGES),
              (Long) row.cell(Cell.VALUES));
      case COMPLETENESS -> {} // The ledger of one holder says the same.
    }
  }

  /** What has no signal of its own is told by the counts only. */
  private void refused(OutcomeRow row, Outcome outcome) {
    String signal = text(row, Cell.SIGNAL);
    String reason = text(row, Cell.REASON);
    if (signal != null && reason != null) {
      to.refused(capturedAt(row), signal, outcome, reason);
    }
  }

  private static long capturedAt(OutcomeRow row) {
    return (Long) row.cell(Cell.CAPTURED_AT);
  }

  private static String text(OutcomeRow row, Cell cell) {
    Object text = row.cell(cell);
    return text == null ? null : text.toString();
  }

  private static List<String> texts(OutcomeRow row, Cell cell) {
    ArrayData texts = (ArrayData) row.cell(cell);
    List<String> all = new ArrayList<>(texts.numElements());
    for (int i = 0; i < texts.numElements(); i++) {
      UTF8String text = texts.getUTF8String(i);
      all.add(text.toString());
    }
    return all;
  }
}
