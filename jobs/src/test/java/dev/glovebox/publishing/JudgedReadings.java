package dev.glovebox.publishing;

import dev.glovebox.privacy.Policy;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.privacy.ViewName;
import dev.glovebox.publishing.OutcomeRow.Cell;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.registry.Role;
import dev.glovebox.registry.Tenure;
import dev.glovebox.registry.Tenures;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.ValueWriter;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.source.RejectedValue;
import dev.glovebox.table.OwnerPartitions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;

/** A few messages, judged as a batch date would be, without an engine. */
final class JudgedReadings {

  static final String VIN = "LRWTEST0000000001";
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  static final Catalogue CATALOGUE = Catalogue.packaged();
  static final Fields FIELDS = CATALOGUE.fields("fleet-telemetry");

  /** A square of about two kilometres round 31.20 N, 121.40 E. */
  static final String PLACE =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"p"},
       "geometry":{"type":"Polygon","coordinates":[[[121.39,31.19],[121.41,31.19],[121.41,31.21],
       [121.39,31.21],[121.39,31.19]]]}}]}
      """;

  private static final int OBJECT = 0;

  /** The order in which the engine sorts {@link MessageRows#ORDER}. */
  private static final Comparator<InternalRow> ORDER =
      Comparator.comparing((InternalRow row) -> row.getLong(MessageRows.KEY))
          .thenComparing(row -> row.getUTF8String(MessageRows.VIN))
          .thenComparing(row -> row.getLong(MessageRows.CAPTURED_AT))
          .thenComparing(row -> row.getInt(MessageRows.BATCH_DAY))
          .thenComparing(row -> row.getInt(MessageRows.OBJECT))
          .thenComparing(row -> row.getLong(MessageRows.POSITION));

  private final Policy policy;
  private final List<Tenure> tenures = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();
  private long line;

  private record Pending(Message message, int batchDay, Standing standing) {}

  JudgedReadings() {
    this(Policy.packaged());
  }

  JudgedReadings(Policy policy) {
    this.policy = policy;
  }

  static long micros(String instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(instant));
  }

  JudgedReadings held(String owner, Role role, String from, String to) {
    long end = to == null ? Long.MAX_VALUE : micros(to);
    tenures.add(new Tenure(VIN, owner, role, micros(from), end));
    return this;
  }

  JudgedReadings held(String owner) {
    return held(owner, Role.OWNER, "2020-01-01T00:00:00Z", null);
  }

  /** A message of this batch date. */
  JudgedReadings sent(String instant, Value... values) {
    pending.add(new Pending(message(instant, values, List.of(), 0, 0), 10, Standing.NEW));
    return this;
  }

  /** A message of this batch date with values that were rejected, unlisted or unpublished. */
  JudgedReadings sent(
      String instant,
      List<RejectedValue> rejected,
      int unlisted,
      int unpublished,
      Value... values) {
    pending.add(
        new Pending(message(instant, values, rejected, unlisted, unpublished), 10, Standing.NEW));
    return this;
  }

  /** What an earlier batch date published. */
  JudgedReadings published(String instant, Value... values) {
    pending.add(new Pending(message(instant, values, List.of(), 0, 0), 9, Standing.EARLIER));
    return this;
  }

  /** What an earlier batch date met and did not publish, as it noted it. */
  JudgedReadings seen(Message note) {
    pending.add(new Pending(note, 9, Standing.SEEN));
    return this;
  }

  JudgedReadings alerts(String instant, String json, int count) {
    pending.add(new Pending(listed(RecordKind.ALERTS, instant, json, count), 10, Standing.NEW));
    return this;
  }

  List<Found> judge() {
    AttributionRules attributedBy =
        new AttributionRules(
            Tenures.of(tenures),
            OwnerPartitions.perOwner(),
            ZONE,
            FIELDS,
            policy.positionCarryMicros());
    Attribution attribution = new Attribution(attributedBy, 1);
    List<InternalRow> rows = new ArrayList<>();
    pending.forEach(
        one ->
            attribution.attribute(
                one.message(), one.batchDay(), one.standing(), OBJECT, rows::add));
    rows.sort(ORDER);
    MessageReader reader = new MessageReader(attributedBy, List.of("object"));
    List<Found> found = new ArrayList<>();
    new ReadingFold(rules(), rows.stream().map(reader::read).iterator())
        .forEachRemaining(row -> found.add(new Found(row)));
    return found;
  }

  ReadingRules rules() {
    return new ReadingRules(
        FIELDS,
        policy.view(ViewName.OWNER),
        SensitivePlaces.parse(PLACE, policy.marginMeters()),
        new Digests("a secret of the test".getBytes(StandardCharsets.UTF_8), "test"),
        policy.positionCarryMicros(),
        ZONE);
  }

  /** Counts of values, such as {@code vehicle-data/withheld/sensitive-place=3}. */
  static List<String> values(List<Found> found) {
    return counts(found, Cell.VALUES);
  }

  /** Counts of messages, in the same form. */
  static List<String> messages(List<Found> found) {
    return counts(found, Cell.MESSAGES);
  }

  /** Released readings, such as {@code owner-1 2026-11 {VehicleSpeed=40.0} [sensitive-place]}. */
  static List<String> telemetry(List<Found> found) {
    return of(found, Output.TELEMETRY).stream().map(Found::reading).toList();
  }

  static List<Found> of(List<Found> found, Output output) {
    return found.stream().filter(row -> row.is(output)).toList();
  }

  private static List<String> counts(List<Found> found, Cell cell) {
    TreeMap<String, Long> counts = new TreeMap<>();
    for (Found row : of(found, Output.LEDGER)) {
      String key =
          row.text(Cell.RECORD_KIND)
              + "/"
              + row.text(Cell.OUTCOME)
              + (row.text(Cell.REASON) == null ? "" : "/" + row.text(Cell.REASON));
      counts.merge(key, row.number(cell), Long::sum);
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .toList();
  }

  private Message message(
      String instant, Value[] values, List<RejectedValue> rejected, int unlisted, int unpublished) {
    ValueWriter writer = new ValueWriter();
    for (Value value : values) {
      value.write(writer);
    }
    return new Message(
        RecordKind.VEHICLE_DATA,
        "object",
        ++line,
        VIN,
        micros(instant),
        values.length + rejected.size() + unlisted + unpublished,
        null,
        null,
        writer.toBytes(),
        unlisted,
        unpublished,
        rejected);
  }

  private Message listed(RecordKind kind, String instant, String json, int count) {
    byte[] content = json.getBytes(StandardCharsets.UTF_8);
    return new Message(
        kind, "object", ++line, VIN, micros(instant), count, null, null, content, 0, 0, List.of());
  }

  /** A decoded value. */
  interface Value {
    void write(ValueWriter writer);

    static Value speed(double kmh) {
      return number("VehicleSpeed", kmh);
    }

    static Value number(String name, double value) {
      return writer -> {
        writer.begin(field(name));
        writer.addDouble(value);
        writer.end();
      };
    }

    static Value at(double latitudeDeg, double longitudeDeg) {
      return position("Location", latitudeDeg, longitudeDeg);
    }

    static Value position(String name, double latitudeDeg, double longitudeDeg) {
      return writer -> {
        writer.begin(field(name));
        writer.addDouble(latitudeDeg);
        writer.addDouble(longitudeDeg);
        writer.end();
      };
    }

    static Value flag(String name, boolean value) {
      return writer -> {
        writer.begin(field(name));
        writer.addBoolean(value);
        writer.end();
      };
    }

    static Value text(String name, String value) {
      return writer -> {
        writer.begin(field(name));
        writer.addString(value);
        writer.end();
      };
    }

    private static Field field(String name) {
      return FIELDS.find(name);
    }
  }
}
