package dev.glovebox.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.registry.Holding;
import dev.glovebox.registry.Role;
import dev.glovebox.registry.Tenure;
import dev.glovebox.registry.Tenures;
import dev.glovebox.source.Message;
import dev.glovebox.source.RecordKind;
import dev.glovebox.source.RejectedValue;
import dev.glovebox.source.Rejection;
import dev.glovebox.table.OwnerPartitions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of message, through the one row object that the engine uses again for each. */
class MessageRowsTest {

  private static final int PARTS = 4;
  private static final int NOVEMBER = 2026 * 12 + 10;
  private static final int DAY = 20_758;
  private static final List<String> OBJECTS = List.of("date=2026-11-01/a.jsonl", "b 车.jsonl");
  private static final Tenures TENURES =
      Tenures.of(
          List.of(
              new Tenure("VIN-A", "anna", Role.OWNER, 0, Tenure.STILL),
              new Tenure("VIN-B", "博 \uD83D\uDE97", Role.OWNER, 0, Tenure.STILL)));

  private record Sent(
      Lane lane, Holding.State state, Standing standing, int object, Message message) {}

  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void bringsEveryKindOfMessageBackWhole(int buckets) {
    OwnerPartitions partitions = new OwnerPartitions(buckets);
    List<Sent> all = everyKind(partitions);
    List<AttributedMessage> read = read(all, partitions);

    assertThat(read).hasSameSizeAs(all);
    for (int i = 0; i < all.size(); i++) {
      assertSame(all.get(i), read.get(i), partitions);
    }
  }

  @Test
  void keepsTheObjectOfWhatNoObjectBroughtEmpty() {
    OwnerPartitions partitions = OwnerPartitions.perOwner();
    Message known = message(RecordKind.ALERTS, "", "VIN-A", "[]", List.of());
    Sent sent =
        new Sent(
            held("anna", partitions),
            Holding.State.HELD,
            Standing.SEEN,
            MessageRows.NO_OBJECT,
            known);

    AttributedMessage read = read(List.of(sent), partitions).get(0);

    assertThat(read.message().object()).isEmpty();
    assertThat(read.standing()).isEqualTo(Standing.SEEN);
  }

  @Test
  void givesOneReadingOneStretchAndOneVin() {
    OwnerPartitions partitions = OwnerPartitions.perOwner();
    Sent sent = everyKind(partitions).get(0);
    List<AttributedMessage> read = read(List.of(sent, sent), partitions);

    assertThat(read.get(1).stretch()).isSameAs(read.get(0).stretch());
    assertThat(read.get(1).vin()).isSameAs(read.get(0).vin());
    assertThat(read.get(1).sameReading(read.get(0))).isTrue();
  }

  @Test
  void tellsMonthsApartThatShareAKey() {
    OwnerPartitions partitions = OwnerPartitions.perOwner();
    int rank = TENURES.rank("anna");
    List<Sent> sent = new ArrayList<>();
    for (int month : new int[] {9000 * 12, 9001 * 12}) {
      Lane lane = Lane.held(month, OptionalInt.empty(), rank, PARTS);
      Message message = message(RecordKind.ALERTS, OBJECTS.get(0), "VIN-A", "[]", List.of());
      sent.add(new Sent(lane, Holding.State.HELD, Standing.NEW, 0, message));
    }
    assertThat(sent.get(0).lane().key()).isEqualTo(sent.get(1).lane().key());

    assertThat(read(sent, partitions))
        .extracting(each -> each.stretch().partition().get(0))
        .containsExactly("9000-01", "9001-01");
  }

  private static List<AttributedMessage> read(List<Sent> all, OwnerPartitions partitions) {
    UnsafeProjection unsafe = UnsafeProjection.create(MessageRows.SCHEMA);
    AttributionRules rules =
        new AttributionRules(TENURES, partitions, JudgedReadings.ZONE, JudgedReadings.FIELDS, 0);
    MessageReader reader = new MessageReader(rules, OBJECTS);
    List<AttributedMessage> read = new ArrayList<>();
    for (Sent each : all) {
      read.add(
          reader.read(
              unsafe.apply(
                  MessageRows.of(
                      each.lane, each.state, DAY, each.standing, each.object, each.message))));
    }
    return read;
  }

  private static void assertSame(Sent sent, AttributedMessage read, OwnerPartitions partitions) {
    assertThat(read.message())
        .usingRecursiveComparison()
        .ignoringFields("rejectedValues")
        .isEqualTo(sent.message);
    assertThat(read.message().rejectedValues()).isEqualTo(sent.message.rejectedValues());
    assertThat(read.batchDay()).isEqualTo(DAY);
    assertThat(read.state()).isEqualTo(sent.state);
    assertThat(read.standing()).isEqualTo(sent.standing);
    assertThat(read.stretch()).isEqualTo(stretch(sent, partitions));
    assertThat(read.isRefused()).isEqualTo(sent.message.rejection() != null);
  }

  private static Stretch stretch(Sent sent, OwnerPartitions partitions) {
    if (sent.state != Holding.State.HELD) {
      return Stretch.unheld(sent.lane.month());
    }
    String owner = TENURES.owner(Lane.rank(sent.lane.key()));
    return Stretch.of(sent.lane.month(), owner, partitions.of(owner));
  }

  private static List<Sent> everyKind(OwnerPartitions partitions) {
    List<Sent> all = new ArrayList<>();
    for (String owner : List.of("anna", "博 \uD83D\uDE97", "anna")) {
      String vin = owner.equals("anna") ? "VIN-A" : "VIN-B";
      for (Standing standing : Standing.values()) {
        Message message = message(RecordKind.VEHICLE_DATA, OBJECTS.get(1), vin, "abc", rejected());
        all.add(new Sent(held(owner, partitions), Holding.State.HELD, standing, 1, message));
      }
    }
    for (RecordKind kind : RecordKind.values()) {
      for (Holding.State state : List.of(Holding.State.NONE, Holding.State.AMBIGUOUS)) {
        Lane lane = Lane.unheld(NOVEMBER, "VIN-C", PARTS);
        Message message = message(kind, OBJECTS.get(0), "VIN-C", "{\"a\":1}", List.of());
        all.add(new Sent(lane, state, Standing.NEW, 0, message));
      }
    }
    for (Rejection rejection : Rejection.values()) {
      for (String vin : new String[] {null, "VIN-D", ""}) {
        Lane lane = Lane.refused(1, PARTS);
        all.add(new Sent(lane, Holding.State.NONE, Standing.NEW, 1, refused(vin, rejection)));
      }
    }
    return all;
  }

  private static Lane held(String owner, OwnerPartitions partitions) {
    return Lane.held(NOVEMBER, partitions.bucket(owner), TENURES.rank(owner), PARTS);
  }

  private static List<RejectedValue> rejected() {
    return List.of(
        new RejectedValue("VehicleSpeed", Rejection.OUT_OF_RANGE, "{\"doubleValue\":9e9}"),
        new RejectedValue("", Rejection.INVALID, ""),
        new RejectedValue("车", Rejection.WRONG_TYPE, "\uD83D\uDE97"));
  }

  private static Message message(
      RecordKind kind, String object, String vin, String content, List<RejectedValue> rejected) {
    return new Message(
        kind,
        object,
        Long.MAX_VALUE,
        vin,
        -1_000_001,
        5,
        null,
        null,
        content.getBytes(StandardCharsets.UTF_8),
        1,
        2,
        rejected);
  }

  private static Message refused(String vin, Rejection rejection) {
    return new Message(
        RecordKind.UNKNOWN,
        OBJECTS.get(1),
        0,
        vin,
        Message.NO_INSTANT,
        0,
        rejection,
        vin == null ? null : "{\"vin\":\"车" + rejection,
        new byte[0],
        0,
        0,
        List.of());
  }
}
