package dev.glovebox.publishing;

import dev.glovebox.privacy.Policy;
import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.registry.Role;
import dev.glovebox.registry.Tenure;
import dev.glovebox.registry.Tenures;
import dev.glovebox.source.Adapter;
import dev.glovebox.source.FleetTelemetryAdapter;
import dev.glovebox.source.Message;
import dev.glovebox.source.RawObject;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.OwnerPartitions;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;

/** Objects of bytes, judged from end to end as a batch date would be, without an engine. */
final class JudgedFeed {

  private static final int BATCH_DAY = 20_758;
  private final Adapter adapter;
  private final ReadingRules rules = new JudgedReadings().rules();
  private final AttributionRules attributedBy;

  /**
   * What an object came to.
   *
   * @param messages as the adapter read them
   * @param rows every row for every table
   */
  record Judged(List<Message> messages, List<Found> rows) {

    /** What was received against what was found, as a run counts it. */
    Ledger ledger() {
      Map<RecordKind, Ledger.Received> received = new EnumMap<>(RecordKind.class);
      for (Message message : messages) {
        received.merge(message.kind(), new Ledger.Received(1, message.values()), Judged::together);
      }
      return new Ledger(received, of(Output.LEDGER).stream().map(Judged::entry).toList());
    }

    List<Found> of(Output output) {
      return JudgedReadings.of(rows, output);
    }

    private static Ledger.Received together(Ledger.Received one, Ledger.Received other) {
      return new Ledger.Received(one.messages() + other.messages(), one.values() + other.values());
    }

    private static Ledger.Entry entry(Found row) {
      return new Ledger.Entry(
          RecordKind.of(row.text(Cell.RECORD_KIND)).orElseThrow(),
          Outcome.of(row.text(Cell.OUTCOME)),
          row.text(Cell.REASON),
          row.number(Cell.MESSAGES),
          row.number(Cell.VALUES));
    }
  }

  /**
   * @param lineBytes the longest line that is read
   */
  JudgedFeed(int lineBytes) {
    this.adapter = new FleetTelemetryAdapter(JudgedReadings.FIELDS, lineBytes);
    this.attributedBy =
        new AttributionRules(
            tenures(),
            OwnerPartitions.perOwner(),
            JudgedReadings.ZONE,
            JudgedReadings.FIELDS,
            Policy.packaged().positionCarryMicros());
  }

  /**
   * Judges an object.
   *
   * @param earlier an object of the batch date before it, whose values count as known
   */
  Judged judge(byte[] object, byte[] earlier) {
    List<Message> messages = read(object);
    Attribution attribution = new Attribution(attributedBy, 1);
    List<InternalRow> attributed = new ArrayList<>();
    for (Message message : messages) {
      attribution.attribute(
          message, BATCH_DAY, Standing.NEW, JudgedReadings.OBJECT, attributed::add);
    }
    for (Message message : read(earlier)) {
      if (message.rejection() == null && message.content().length > 0) {
        attribution.attribute(
            known(message),
            BATCH_DAY - 1,
            Standing.EARLIER,
            MessageRows.NO_OBJECT,
            attributed::add);
      }
    }
    List<Found> rows = JudgedReadings.judged(attributed, attributedBy, rules);
    return new Judged(messages, rows);
  }

  private List<Message> read(byte[] object) {
    long latest = micros(Instant.parse("2026-11-01T12:00:00Z"));
    List<Message> messages = new ArrayList<>();
    adapter
        .read(new ByteArrayInputStream(object), new RawObject("object", latest))
        .forEachRemaining(messages::add);
    return messages;
  }

  /** As it is read back from the tables: whose and what, not how it came. */
  private static Message known(Message message) {
    return new Message(
        message.kind(),
        "",
        0,
        message.vin(),
        message.capturedAtMicros(),
        0,
        null,
        null,
        message.content(),
        0,
        0,
        List.of());
  }

  /** One holder after the other, with a lessee and a renter between; and two owners at once. */
  private static Tenures tenures() {
    String one = FuzzedRecords.VINS.get(0);
    String other = FuzzedRecords.VINS.get(1);
    Instant from = Instant.parse("2020-01-01T00:00:00Z");
    List<Instant> edges = FuzzedRecords.EDGES;
    return Tenures.of(
        List.of(
            tenure(one, "owner-1", Role.OWNER, from, edges.get(1)),
            tenure(one, "owner-2", Role.OWNER, edges.get(1), edges.get(3)),
            tenure(one, "renter", Role.RENTER, edges.get(2), edges.get(2).plusSeconds(600)),
            tenure(other, "owner-1", Role.OWNER, from, edges.get(2)),
            tenure(other, "owner-3", Role.OWNER, edges.get(1), edges.get(3)),
            tenure("\u8f66-1", "lessee", Role.LESSEE, from, edges.get(2))));
  }

  private static Tenure tenure(String vin, String owner, Role role, Instant from, Instant to) {
    return new Tenure(vin, owner, role, micros(from), micros(to));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
