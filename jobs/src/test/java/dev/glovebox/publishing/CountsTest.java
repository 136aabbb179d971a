package dev.glovebox.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.source.RecordKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {

  private static final RecordKind DATA = RecordKind.VEHICLE_DATA;

  private final Counts counts = new Counts();

  @Test
  void countsMessagesAndValuesApartByReason() {
    counts.addMessage(DATA, Outcome.RELEASED, null);
    counts.addValues(DATA, Outcome.RELEASED, null, 3);
    counts.addValues(DATA, Outcome.WITHHELD, "sensitive-place", 2);
    counts.addValues(DATA, Outcome.WITHHELD, "other-person", 1);
    counts.addValues(DATA, Outcome.WITHHELD, "sensitive-place", 4);

    assertThat(drained())
        .containsExactly(
            "VEHICLE_DATA RELEASED null 1 3",
            "VEHICLE_DATA WITHHELD other-person 0 1",
            "VEHICLE_DATA WITHHELD sensitive-place 0 6");
  }

  @Test
  void countsNothingWhereThereAreNoValues() {
    counts.addValues(DATA, Outcome.REJECTED, "invalid", 0);

    assertThat(counts.isEmpty()).isTrue();
  }

  @Test
  void forgetsWhatItHandedOn() {
    counts.addMessage(DATA, Outcome.RELEASED, null);
    assertThat(counts.isEmpty()).isFalse();
    assertThat(drained()).containsExactly("VEHICLE_DATA RELEASED null 1 0");
    assertThat(counts.isEmpty()).isTrue();

    counts.addMessage(DATA, Outcome.RELEASED, null);
    assertThat(drained()).containsExactly("VEHICLE_DATA RELEASED null 1 0");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22})
  void agreesWithAPlainMap(long seed) {
    Random random = new Random(seed);
    Map<Counts.Key, List<Long>> plain = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      String reason = random.nextBoolean() ? null : "reason-" + random.nextInt(3);
      Counts.Key key =
          new Counts.Key(
              RecordKind.values()[random.nextInt(6)], Outcome.values()[random.nextInt(4)], reason);
      long values = random.nextInt(3);
      counts.addMessage(key.kind(), key.outcome(), reason);
      counts.addValues(key.kind(), key.outcome(), reason, values);
      plain.merge(
          key,
          List.of(1L, values),
          (sum, more) -> List.of(sum.get(0) + more.get(0), sum.get(1) + more.get(1)));
    }

    Map<Counts.Key, List<Long>> drained = new HashMap<>();
    counts.drain((key, count) -> drained.put(key, List.of(count[0], count[1])));
    assertThat(drained).isEqualTo(plain);
  }

  private List<String> drained() {
    List<String> drained = new ArrayList<>();
    counts.drain(
        (key, count) ->
            drained.add(
                key.kind()
                    + " "
                    + key.outcome()
                    + " "
                    + key.reason()
                    + " "
                    + count[0]
                    + " "
                    + count[1]));
    return drained;
  }
}
