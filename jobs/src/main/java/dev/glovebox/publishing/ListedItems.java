package dev.glovebox.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.privacy.PlaceVerdict;
import dev.glovebox.privacy.Verdict;
import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.LakeTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The alerts and connections of one reading: values that are compared whole, since each names
 * itself.
 */
final class ListedItems {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Digests digests;
  private final OutcomeSink sink;
  private final Map<String, Standing> known = new TreeMap<>();

  ListedItems(Digests digests, OutcomeSink sink) {
    this.digests = digests;
    this.sink = sink;
  }

  /** Notes what was known of a reading before this batch date. */
  void gather(List<AttributedMessage> reading) {
    known.clear();
    for (AttributedMessage message : reading) {
      if (message.standing() != Standing.NEW && isListed(message)) {
        digestsOf(message).forEach(digest -> known.putIfAbsent(hex(digest), message.standing()));
      }
    }
  }

  /** Gives each item of a message of this batch date its outcome. */
  void judge(AttributedMessage judged, Verdict verdict, MessageTally tally) {
    if (isListed(judged)) {
      for (JsonNode item : items(judged)) {
        judgeItem(judged, item, verdict, tally);
      }
    }
  }

  private void judgeItem(
      AttributedMessage judged, JsonNode item, Verdict verdict, MessageTally tally) {
    byte[] digest = digest(judged, item);
    Standing before = known.putIfAbsent(hex(digest), Standing.NEW);
    if (before != null) {
      if (before != Standing.NEW) {
        known.put(hex(digest), Standing.NEW);
        note(judged, digest);
      }
      count(judged, Outcome.DUPLICATE, SignalValues.REPEATED_VALUE, tally);
      return;
    }
    RecordKind kind = judged.message().kind();
    PrivacyClass tells =
        kind == RecordKind.ALERTS ? LakeTables.ALERTS_CLASS : LakeTables.CONNECTIVITY_CLASS;
    String reason = verdict.reason(tells);
    if (reason == null) {
      sink.row(released(judged, item));
      count(judged, Outcome.RELEASED, null, tally);
    } else {
      note(judged, digest);
      count(judged, Outcome.WITHHELD, reason, tally);
    }
  }

  private static OutcomeRow released(AttributedMessage judged, JsonNode item) {
    boolean alert = judged.message().kind() == RecordKind.ALERTS;
    OutcomeRow row =
        new OutcomeRow(alert ? Output.ALERTS : Output.CONNECTIVITY)
            .holder(judged)
            .number(Cell.CAPTURED_AT, judged.capturedAtMicros());
    return alert ? alert(row, item) : connection(row, item);
  }

  private static OutcomeRow alert(OutcomeRow row, JsonNode item) {
    List<String> audiences = new ArrayList<>();
    item.path("audiences").forEach(audience -> audiences.add(audience.asText()));
    instant(row, Cell.STARTED_AT, item);
    instant(row, Cell.ENDED_AT, item);
    return row.text(Cell.NAME, text(item, Cell.NAME)).texts(Cell.AUDIENCES, audiences);
  }

  private static OutcomeRow connection(OutcomeRow row, JsonNode item) {
    for (Cell cell : List.of(Cell.CONNECTION_ID, Cell.STATUS, Cell.NETWORK_INTERFACE)) {
      row.text(cell, text(item, cell));
    }
    return row;
  }

  private static void instant(OutcomeRow row, Cell cell, JsonNode item) {
    if (item.hasNonNull(cell.column())) {
      row.number(cell, item.get(cell.column()).longValue());
    }
  }

  private static String text(JsonNode item, Cell cell) {
    return item.hasNonNull(cell.column()) ? item.get(cell.column()).asText() : null;
  }

  private void note(AttributedMessage judged, byte[] digest) {
    sink.row(
        new OutcomeRow(Output.SEEN)
            .holder(judged)
            .number(Cell.CAPTURED_AT, judged.capturedAtMicros())
            .text(Cell.RECORD_KIND, judged.message().kind().code())
            .bytes(Cell.DIGEST, digest)
            .text(Cell.PLACE, PlaceVerdict.UNKNOWN.name()));
  }

  private void count(AttributedMessage judged, Outcome outcome, String reason, MessageTally tally) {
    tally.add(outcome, reason, 1);
    sink.values(judged.message().kind(), outcome, reason, 1);
  }

  private List<byte[]> digestsOf(AttributedMessage message) {
    if (message.standing() == Standing.SEEN) {
      return new SeenValues(message.message().content()).digests();
    }
    return items(message).stream().map(item -> digest(message, item)).toList();
  }

  private byte[] digest(AttributedMessage message, JsonNode item) {
    String kind = message.message().kind().code();
    byte[] bytes = bytes(item);
    return digests.of(message.vin(), message.capturedAtMicros(), kind, bytes, 0, bytes.length);
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  private static boolean isListed(AttributedMessage message) {
    RecordKind kind = message.message().kind();
    return kind == RecordKind.ALERTS || kind == RecordKind.CONNECTIVITY;
  }

  private static List<JsonNode> items(AttributedMessage message) {
    if (message.message().content().length == 0) {
      return List.of(); // Its one value was rejected.
    }
    try {
      JsonNode content = JSON.readTree(message.message().content());
      List<JsonNode> items = new ArrayList<>();
      for (JsonNode item : content.isArray() ? content : List.of(content)) {
        items.add(item);
      }
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(JsonNode item) {
    try {
      return JSON.writeValueAsBytes(item);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
