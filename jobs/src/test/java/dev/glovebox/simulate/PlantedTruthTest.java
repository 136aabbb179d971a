package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantedTruthTest {

  private static final FleetOptions OPTIONS =
      FleetOptions.defaults()
          .withVehicles(20)
          .withSeed(13)
          .withTooLongBytes(20_000)
          .withRate(Rate.TOO_LONG_LINE, 0.1)
          .withRate(Rate.TRUNCATED_OBJECT, 0.3);
  private static final Written FLEET = Written.of(OPTIONS);

  @Test
  void addsUpToItsTotals() throws Exception {
    JsonNode truth = new ObjectMapper().readTree(FLEET.truth().json());
    JsonNode totals = truth.get("totals");

    assertThat(sum(truth.get("ledger"), "messages")).isEqualTo(totals.get("messages").longValue());
    assertThat(sum(truth.get("ledger"), "values")).isEqualTo(totals.get("values").longValue());
    for (String table : List.of("telemetry", "alerts", "connectivity", "quarantine")) {
      assertThat(sum(truth.get(table), "rows")).as(table).isEqualTo(totals.get(table).longValue());
    }
  }

  @Test
  void saysWhatWasAskedFor() throws Exception {
    JsonNode options = new ObjectMapper().readTree(FLEET.truth().json()).get("options");

    assertThat(options.get("vehicles").intValue()).isEqualTo(20);
    assertThat(options.get("seed").longValue()).isEqualTo(13);
    assertThat(options.get("start").textValue()).isEqualTo("2026-11-02");
    assertThat(options.get("rates")).hasSameSizeAs(Rate.values());
  }

  /** A line a message, but for the object that is cut, which is a message without a line. */
  @Test
  void countsEveryLine() {
    PlantedCounts whole = new PlantedCounts();
    Fleet fleet = Fleet.of(OPTIONS, Written.FIELDS);
    fleet.objects().stream()
        .filter(key -> key.part() == ObjectKey.Part.WHOLE)
        .forEach(key -> whole.add(Written.write(fleet, key, new java.io.ByteArrayOutputStream())));

    assertThat(FLEET.lines()).hasSize((int) whole.messages());
    assertThat(whole.messages(Kind.UNKNOWN, Fate.TOO_LONG)).isPositive();
    assertThat(FLEET.lines().stream().filter(line -> line.length() >= 20_000))
        .hasSize((int) whole.messages(Kind.UNKNOWN, Fate.TOO_LONG))
        .allSatisfy(line -> assertThat(line).hasSize(20_000));
  }

  @Test
  void cutsObjectsInTheMiddleOfTheirStream() throws Exception {
    int cut = 0;
    for (ObjectKey key : FLEET.objects().keySet()) {
      if (key.part() == ObjectKey.Part.CUT) {
        cut++;
        byte[] stored = FLEET.objects().get(key);
        assertThatThrownBy(() -> Written.lines(key.suffix(), stored))
            .hasRootCauseInstanceOf(java.io.IOException.class);
        assertThat(Compressed.readable(stored, key.suffix())).isNotEmpty();
      }
    }
    assertThat(FLEET.truth().total().messages("unknown", "rejected", "truncated-object"))
        .isEqualTo(cut)
        .isPositive();
    assertThat(
            FLEET.objects().keySet().stream()
                .filter(key -> key.part() == ObjectKey.Part.CUT)
                .map(ObjectKey::suffix))
        .contains(".gz", ".zst");
  }

  @Test
  void refusesAMessageOfWhichItCannotSayTheReason() {
    PlantedCounts counts = new PlantedCounts();
    counts.value(Fate.OTHER_PERSON);
    counts.value(Fate.SENSITIVE_PLACE);

    assertThatThrownBy(() -> counts.message(Kind.VEHICLE_DATA))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sensitive-place")
        .hasMessageContaining("other-person")
        .hasMessageContaining("Give it a value that is released");
  }

  private static long sum(JsonNode rows, String column) {
    long sum = 0;
    for (JsonNode row : rows) {
      sum += row.get(column).longValue();
    }
    return sum;
  }
}
