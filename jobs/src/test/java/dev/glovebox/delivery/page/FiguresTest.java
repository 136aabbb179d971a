package dev.glovebox.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.request.Request.Language;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private static final Instant AT = Instant.parse("2026-11-24T16:05:00Z");

  private final Figures english = new Figures(Wording.in(Language.ENGLISH), PageFixtures.ZONE);
  private final Figures chinese =
      new Figures(Wording.in(Language.SIMPLIFIED_CHINESE), PageFixtures.ZONE);

  @Test
  void tellsTimesInTheZoneAndLanguage() {
    assertThat(english.instant(AT)).isEqualTo("25 Nov 2026, 00:05");
    assertThat(chinese.instant(AT)).isEqualTo("2026年11月25日 00:05");
  }

  @Test
  void tellsDurations() {
    assertThat(english.duration(AT, AT.plusSeconds(3540))).isEqualTo("59 min");
    assertThat(english.duration(AT, AT.plusSeconds(3900))).isEqualTo("1 h 05 min");
    assertThat(chinese.duration(AT, AT.plusSeconds(3900))).isEqualTo("1 小时 05 分");
  }

  @Test
  void saysWhatIsUnknown() {
    assertThat(english.tenths(OptionalDouble.empty(), "km")).isEqualTo(Figures.UNKNOWN);
    assertThat(english.soc(OptionalDouble.empty(), OptionalDouble.empty()))
        .isEqualTo(Figures.UNKNOWN);
    assertThat(english.soc(OptionalDouble.of(80), OptionalDouble.empty())).isEqualTo("80 → — %");
  }

  @Test
  void tellsNoConsumptionOfNoDistance() {
    assertThat(english.consumption(1, 0.05)).isEqualTo(Figures.UNKNOWN);
    assertThat(english.consumption(3, 20)).isEqualTo("15.0");
  }

  @Test
  void tellsSizes() {
    assertThat(english.bytes(512)).isEqualTo("512 B");
    assertThat(english.bytes(88_000)).isEqualTo("85.9 KiB");
    assertThat(english.bytes(48_201_337)).isEqualTo("46.0 MiB");
  }
}
