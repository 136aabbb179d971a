package dev.glovebox.delivery.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

  @ParameterizedTest
  @CsvSource({"0, 0.5", "0.3, 0.3", "7, 8", "431, 600", "12000, 15000"})
  void reachesTheHighestValueInRoundSteps(double highest, double end) {
    Scale scale = Scale.upTo(highest);
    assertThat(scale.from()).isZero();
    assertThat(scale.to()).isEqualTo(end, within(1e-9));
    assertThat(scale.lines()).hasSizeBetween(2, 6).startsWith(0.0);
  }

  @Test
  void holdsValuesThatLieCloseTogether() {
    Scale scale = Scale.around(431, 438);
    assertThat(scale.from()).isLessThanOrEqualTo(431);
    assertThat(scale.to()).isGreaterThanOrEqualTo(438);
    assertThat(scale.share(scale.to())).isEqualTo(1);
  }

  @Test
  void holdsOneValue() {
    assertThat(Scale.around(400, 400).lines()).hasSizeBetween(2, 6);
  }
}
