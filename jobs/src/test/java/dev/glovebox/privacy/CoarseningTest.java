package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.glovebox.privacy.Coarsening.Position;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseningTest {

  @ParameterizedTest
  @CsvSource({
    "5, 12.4, 10",
    "5, 12.6, 15",
    "5, -12.6, -15",
    "0.1, 0.3, 0.3",
    "0.1, 0.26, 0.3",
    "0.25, 0.4, 0.5",
    "1, 2.5, 2",
    "1, 3.5, 4",
    "10, 4, 0"
  })
  void roundsNumbersToTheStep(double step, double value, double rounded) {
    assertThat(new Coarsening(step, 0).number(value)).isEqualTo(rounded);
  }

  @Test
  void leavesNumbersAndPositionsAsTheyAre() {
    assertThat(Coarsening.NONE.number(12.345)).isEqualTo(12.345);
    assertThat(Coarsening.NONE.position(31.2, 121.4)).isEqualTo(new Position(31.2, 121.4));
    assertThat(new Coarsening(5, 0).position(31.2, 121.4)).isEqualTo(new Position(31.2, 121.4));
    assertThat(new Coarsening(0, 500).number(12.345)).isEqualTo(12.345);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void makesNoNumberOfWhatIsNone(double value) {
    assertThat(new Coarsening(5, 0).number(value)).isNaN();
    assertThat(Coarsening.NONE.number(value)).isNaN();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void movesPositionsToTheMiddleOfACell(long seed) {
    Random random = new Random(seed);
    Coarsening grid = new Coarsening(0, 1_000);
    for (int i = 0; i < 500; i++) {
      double latitudeDeg = random.nextDouble() * 178 - 89;
      double longitudeDeg = random.nextDouble() * 360 - 180;
      Position cell = grid.position(latitudeDeg, longitudeDeg);
      double northMeters = Math.abs(cell.latitudeDeg() - latitudeDeg) * 111_319.49;
      double eastMeters =
          Math.abs(Wgs84.wrappedDeg(cell.longitudeDeg() - longitudeDeg))
              * 111_319.49
              * Math.cos(Math.toRadians(cell.latitudeDeg()));
      assertThat(northMeters).isLessThanOrEqualTo(500.2);
      assertThat(eastMeters).isLessThanOrEqualTo(510);
      assertThat(grid.position(cell.latitudeDeg(), cell.longitudeDeg())).isEqualTo(cell);
    }
  }

  @Test
  void divideCellsOfAboutTheGrid() {
    Coarsening grid = new Coarsening(0, 1_000);
    double rowDeg = 1_000 / 111_319.490_793;
    Position first = grid.position(0.1 * rowDeg, -180);
    assertThat(first.latitudeDeg()).isCloseTo(rowDeg / 2, within(1e-6));
    assertThat(first.longitudeDeg()).isCloseTo(-180 + rowDeg / 2, within(1e-5));
    Position next = grid.position(1.1 * rowDeg, -180 + 1.1 * rowDeg);
    assertThat(next.latitudeDeg()).isCloseTo(1.5 * rowDeg, within(1e-6));
    assertThat(next.longitudeDeg()).isCloseTo(-180 + 1.5 * rowDeg, within(1e-5));
    assertThat(grid.position(-0.1 * rowDeg, 0).latitudeDeg()).isCloseTo(-rowDeg / 2, within(1e-6));
  }

  @Test
  void widensCellsInDegreesTowardsThePole() {
    Coarsening grid = new Coarsening(0, 10_000);
    assertThat(grid.position(60, -179.99).longitudeDeg()).isCloseTo(-180 + 0.0898, within(1e-3));
    assertThat(grid.position(60, -179.81).longitudeDeg()).isCloseTo(-180 + 0.2695, within(1e-3));
  }

  @Test
  void holdsTheAntimeridianInOneCell() {
    Coarsening grid = new Coarsening(0, 1_000);
    assertThat(grid.position(20, 180)).isEqualTo(grid.position(20, -180));
  }

  @Test
  void staysOnTheGlobeAtThePole() {
    Position pole = new Coarsening(0, 300_000).position(90, 17);
    assertThat(pole.latitudeDeg()).isBetween(87.0, 90.0);
    assertThat(pole.longitudeDeg()).isBetween(-180.0, 180.0);
    assertThat(new Coarsening(0, 10_000).position(90, 17).longitudeDeg()).isBetween(-180.0, 180.0);
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "0, -1", "NaN, 0", "0, NaN", "Infinity, 0", "0, Infinity"})
  void refusesStepsThatAreNone(double step, double gridMeters) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Coarsening(step, gridMeters))
        .withMessage(
            "A coarsening needs a finite step and grid of at least 0. Provided value: step "
                + step
                + ", grid "
                + gridMeters
                + " m");
  }
}
