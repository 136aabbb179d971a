package dev.glovebox.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {

  private static final int PARTS = 7;
  private static final int NOVEMBER = 2026 * 12 + 10;

  private record Placed(int month, int bucket, int rank) {

    Lane lane() {
      return Lane.held(month, OptionalInt.of(bucket), rank, PARTS);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13})
  void ordersByMonthThenBucketThenOwner(long seed) {
    Random random = new Random(seed);
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      int month = 1970 * 12 + random.nextInt(2000);
      placed.add(new Placed(month, random.nextInt(1 << 20), random.nextInt(Integer.MAX_VALUE)));
      placed.add(new Placed(NOVEMBER, random.nextInt(4), random.nextInt(50)));
    }
    Comparator<Placed> order =
        Comparator.comparing(Placed::month)
            .thenComparing(Placed::bucket)
            .thenComparing(Placed::rank);

    List<Placed> byKey =
        placed.stream().sorted(Comparator.comparing(each -> each.lane().key())).toList();

    assertThat(byKey).isSortedAccordingTo(order);
    assertThat(byKey)
        .allSatisfy(each -> assertThat(Lane.rank(each.lane().key())).isEqualTo(each.rank()));
  }

  @Test
  void ordersByOwnerWhereEachHasAPartition() {
    Lane first = Lane.held(NOVEMBER, OptionalInt.empty(), 3, PARTS);
    Lane second = Lane.held(NOVEMBER, OptionalInt.empty(), 4, PARTS);
    Lane nextMonth = Lane.held(NOVEMBER + 1, OptionalInt.empty(), 0, PARTS);

    assertThat(List.of(first.key(), second.key(), nextMonth.key()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "-9999-01-01",
    "0000-01-01",
    "1969-12-31",
    "1970-01-01",
    "2139-12-31",
    "2140-09-01",
    "2311-05-01",
    "9999-12-31"
  })
  void takesAnyMonth(String day) {
    LocalDate date =
        day.startsWith("-")
            ? LocalDate.parse(day.substring(1)).minusYears(19998)
            : LocalDate.parse(day);
    int month = date.getYear() * 12 + date.getMonthValue() - 1;

    for (Lane lane :
        List.of(
            Lane.held(month, OptionalInt.empty(), Integer.MAX_VALUE, PARTS),
            Lane.held(month, OptionalInt.of((1 << 20) - 1), 0, PARTS),
            Lane.unheld(month, "VIN", PARTS))) {
      assertThat(lane.part()).isBetween(0, PARTS - 1);
      assertThat(lane.month()).isEqualTo(month);
      assertThat(lane.key()).isNotNegative();
    }
  }

  @Test
  void neverPutsALaterMonthBeforeAnEarlierOne() {
    List<Long> keys = new ArrayList<>();
    for (int month = -1; month <= 9999 * 12 + 11; month++) {
      keys.add(Lane.held(month, OptionalInt.of(5), 9, PARTS).key());
    }
    assertThat(keys).isSorted();
  }

  @Test
  void saysThatThereIsNoOwner() {
    assertThat(Lane.rank(Lane.unheld(NOVEMBER, "VIN", PARTS).key())).isEqualTo(Lane.NO_OWNER);
    assertThat(Lane.rank(Lane.refused(4, PARTS).key())).isEqualTo(Lane.NO_OWNER);
  }

  @Test
  void keepsWhatIsRefusedApartFromEveryReading() {
    Lane refused = Lane.refused(4, PARTS);

    assertThat(refused.month()).isEqualTo(Lane.NO_MONTH);
    assertThat(refused.key()).isNegative();
    assertThat(refused.part()).isEqualTo(4);
    assertThat(Lane.refused(MessageRows.NO_OBJECT, PARTS).part()).isBetween(0, PARTS - 1);
  }

  @Test
  void keepsAVehicleOfNobodyInOnePart() {
    assertThat(Lane.unheld(NOVEMBER, "VIN", PARTS)).isEqualTo(Lane.unheld(NOVEMBER, "VIN", PARTS));
    assertThat(Lane.unheld(NOVEMBER, "VIN", PARTS).part())
        .isEqualTo(Lane.unheld(NOVEMBER + 1, "VIN", PARTS).part());
  }

  @Test
  void spreadsOwnersBucketsVehiclesAndObjectsEvenly() {
    List<Lane> owners = new ArrayList<>();
    List<Lane> buckets = new ArrayList<>();
    List<Lane> vehicles = new ArrayList<>();
    List<Lane> objects = new ArrayList<>();
    for (int i = 0; i < 7000; i++) {
      owners.add(Lane.held(NOVEMBER, OptionalInt.empty(), i, PARTS));
      buckets.add(Lane.held(NOVEMBER, OptionalInt.of(i), 3 * i, PARTS));
      vehicles.add(Lane.unheld(NOVEMBER, "LRW3E7EK0PC%06d".formatted(i), PARTS));
      objects.add(Lane.refused(i, PARTS));
    }
    for (List<Lane> lanes : List.of(owners, buckets, vehicles, objects)) {
      assertThat(byPart(lanes)).hasSize(PARTS);
      assertThat(byPart(lanes).values()).allSatisfy(many -> assertThat(many).isBetween(700, 1300));
    }
  }

  private static Map<Integer, Integer> byPart(List<Lane> lanes) {
    Map<Integer, Integer> many = new HashMap<>();
    lanes.forEach(lane -> many.merge(lane.part(), 1, Integer::sum));
    return many;
  }
}
