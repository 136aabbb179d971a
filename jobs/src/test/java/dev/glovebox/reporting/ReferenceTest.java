package dev.glovebox.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private final Reference reference = Reference.packaged();

  @Test
  void takesTheNewestFactorThatIsNotOfALaterYear() {
    assertThat(reference.factors().of("south", 2026))
        .contains(new Reference.Factor("grid-average-co2", 2023, "south", 0.4042));
    assertThat(reference.factors().of("south", 2022))
        .contains(new Reference.Factor("grid-average-co2", 2022, "national", 0.5366));
    assertThat(reference.factors().of("south", 2021)).isEmpty();
  }

  @Test
  void takesTheWholeCountryWhereARegionHasNoFactor() {
    assertThat(reference.factors().of("national", 2026).orElseThrow().value()).isEqualTo(0.5306);
  }

  @Test
  void knowsEveryProvinceOfTheMainlandByBothNames() {
    assertThat(reference.regions()).containsEntry("Shanghai", "east").containsEntry("上海", "east");
    assertThat(reference.regions()).containsEntry("四川", "south-west");
    long chinese =
        reference.regions().keySet().stream()
            .filter(name -> Character.isIdeographic(name.codePointAt(0)))
            .count();
    assertThat(chinese).isEqualTo(31);
  }

  @Test
  void warnsBeforeALimitIsReached() {
    assertThat(new Remarks(reference).warnings(abroad(7_999))).isEmpty();
    assertThat(new Remarks(reference).warnings(abroad(8_000)))
        .singleElement()
        .satisfies(
            warning ->
                assertThat(warning.english())
                    .isEqualTo(
                        "Data of 8000 people (sensitive) went abroad since 1 January; from 10000"
                            + " on: security-assessment."));
  }

  private static Cube abroad(long people) {
    Family family =
        new Family(
            "cross-border",
            "art14-2",
            List.of(Dimension.SENSITIVITY),
            List.of(),
            Family.Months.NONE);
    return Cube.of(
        family,
        Map.of(
            Coordinates.TOTAL.with(Dimension.SENSITIVITY, "sensitive"),
            new Cell(people, Map.of())));
  }
}
