package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FleetOptionsTest {

  private static final FleetOptions DEFAULTS = FleetOptions.defaults();

  @Test
  void hasFiftyVehiclesForThreeDaysByDefault() {
    assertThat(DEFAULTS.vehicles()).isEqualTo(50);
    assertThat(DEFAULTS.days()).isEqualTo(3);
    assertThat(DEFAULTS.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(DEFAULTS.interval()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @EnumSource(Rate.class)
  void hasEveryTrapByDefaultAndNoneWhenClean(Rate rate) {
    assertThat(DEFAULTS.rates().of(rate)).isGreaterThan(0).isLessThanOrEqualTo(0.5);
    assertThat(FleetOptions.clean(3, 1, 1).rates().of(rate)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Rate.class)
  void findsARateByItsCode(Rate rate) {
    assertThat(Rate.of(rate.code())).contains(rate);
    assertThat(rate.code()).matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void refusesARateThatIsNoShare() {
    assertThatThrownBy(() -> DEFAULTS.withRate(Rate.BROKEN_LINE, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("broken-line is a share. Give a number from 0 to 1. Provided value: 1.5");
    assertThatThrownBy(() -> DEFAULTS.withRate(Rate.BROKEN_LINE, Double.NaN))
        .hasMessageContaining("Provided value: NaN");
  }

  @Test
  void refusesMoreThanOneThingAMessage() {
    assertThatThrownBy(
            () -> DEFAULTS.withRate(Rate.BROKEN_LINE, 0.5).withRate(Rate.EMPTY_DATA, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("add up to more than 1");
  }

  @Test
  void refusesAnEmptyFleet() {
    assertThatThrownBy(() -> DEFAULTS.withVehicles(0))
        .hasMessage("A fleet has at least one vehicle. Provided value: 0");
    assertThatThrownBy(() -> DEFAULTS.withDays(0))
        .hasMessage("A fleet is simulated for at least one day. Provided value: 0");
    assertThatThrownBy(() -> DEFAULTS.withVehiclesPerObject(0))
        .hasMessage("An object holds at least one vehicle. Provided value: 0");
  }

  @Test
  void refusesAnIntervalThatNoVehicleHas() {
    assertThatThrownBy(() -> DEFAULTS.withInterval(Duration.ofMillis(1)))
        .hasMessageContaining("between 1 second and 5 minutes")
        .hasMessageContaining("PT0.001S");
    assertThatThrownBy(() -> DEFAULTS.withInterval(Duration.ofHours(1)))
        .hasMessageContaining("between 1 second and 5 minutes");
  }

  @Test
  void refusesALineThatIsNotTooLong() {
    assertThatThrownBy(() -> DEFAULTS.withTooLongBytes(10))
        .hasMessageContaining("at least 16384 bytes");
  }

  @Test
  void refusesDaysOnWhichTheClocksChange() {
    FleetOptions berlin =
        DEFAULTS.withStart(LocalDate.of(2026, 6, 1)).withZone(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.withDays(30).days()).isEqualTo(30);
    assertThatThrownBy(() -> berlin.withStart(LocalDate.of(2026, 10, 24)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Choose another start or zone")
        .hasMessageContaining("Europe/Berlin");
  }
}
