package dev.glovebox.delivery.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.delivery.incident.Silence.Gap;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final long MINUTE = Silence.GAP_MICROS;

  @Test
  void findsTheMiddleAndTheLongestInterval() {
    Silence sent = new Silence(0, 100, new long[] {10, 12, 15, 40});

    assertThat(sent.medianMicros()).isEqualTo(3);
    assertThat(sent.longestMicros()).isEqualTo(25);
  }

  @Test
  void findsGapsInsideAndAtBothEnds() {
    long[] instants = {MINUTE, 2 * MINUTE - 1, 4 * MINUTE};

    assertThat(new Silence(0, 5 * MINUTE, instants).gaps())
        .containsExactly(
            new Gap(0, MINUTE),
            new Gap(2 * MINUTE - 1, 4 * MINUTE),
            new Gap(4 * MINUTE, 5 * MINUTE));
  }

  @Test
  void isOneGapWhereNothingWasSent() {
    Silence nothing = new Silence(0, 3 * MINUTE, new long[0]);

    assertThat(nothing.gaps()).containsExactly(new Gap(0, 3 * MINUTE));
    assertThat(nothing.medianMicros()).isZero();
    assertThat(nothing.longestMicros()).isZero();
  }
}
