package dev.glovebox.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldRowsTest {

  private static final String HEADER = "owner_id,vin,reason,from,to\n";
  private static final long NEW_YEAR_MICROS = 1_767_225_600_000_000L;

  @Test
  void coversAHolderAVehicleOrBoth() throws IOException {
    Holds holds =
        HoldRows.parseCsv(
            new StringReader(
                HEADER
                    + "anna,V1,litigation,2026-01-01T00:00:00Z,2026-02-01T00:00:00Z\n"
                    + "bert,,litigation,2026-01-01T00:00:00Z,\n"
                    + ",V9,accident,2026-01-01T08:00:00+08:00,\n"));

    assertThat(holds.cover("anna", List.of("V2", "V1"), NEW_YEAR_MICROS)).isTrue();
    assertThat(holds.cover("anna", List.of("V1"), NEW_YEAR_MICROS - 1)).isFalse();
    assertThat(holds.cover("anna", List.of("V1"), NEW_YEAR_MICROS + 31 * 86_400_000_000L))
        .isFalse();
    assertThat(holds.cover("anna", List.of("V2"), NEW_YEAR_MICROS)).isFalse();
    assertThat(holds.cover("bert", List.of("V7"), NEW_YEAR_MICROS)).isTrue();
    assertThat(holds.cover("carl", List.of("V9"), NEW_YEAR_MICROS)).isTrue();
    assertThat(holds.cover("carl", List.of("V1"), NEW_YEAR_MICROS)).isFalse();
    assertThat(Holds.none().cover("anna", List.of("V1"), NEW_YEAR_MICROS)).isFalse();
  }

  @Test
  void readsRowsOfATableAlike() {
    Holds holds =
        HoldRows.parse(
            List.of(
                Map.of(
                    "owner_id",
                    "anna",
                    "vin",
                    "V1",
                    "reason",
                    "",
                    "from",
                    "2026-01-01T00:00:00Z",
                    "to",
                    "")));

    assertThat(holds.cover("anna", List.of("V1"), NEW_YEAR_MICROS)).isTrue();
  }

  @Test
  void tellsEveryFaultWithItsRow() {
    String rows =
        HEADER
            + ",,r,2026-01-01T00:00:00Z,\n"
            + "anna,V1,r,,\n"
            + "anna,V1,r,soon,2026-01-01\n"
            + "anna,V1,r,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z\n";

    assertThatThrownBy(() -> HoldRows.parseCsv(new StringReader(rows)))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e ->
                assertThat(e.faults())
                    .containsExactly(
                        "row 1: owner_id and vin are both empty; a hold covers a holder or a"
                            + " vehicle.",
                        "row 2: from is empty.",
                        "row 3: from has to be an instant with its offset, such as"
                            + " 2026-01-01T00:00:00+08:00.",
                        "row 3: to has to be an instant with its offset, such as"
                            + " 2026-01-01T00:00:00+08:00.",
                        "row 4: to has to be later than from."))
        .hasMessageStartingWith("The registry's holds cannot be used.");
  }
}
