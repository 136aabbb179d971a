package dev.glovebox.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glovebox.trip.Sent.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Charging sessions of one holder, from readings made by hand. */
class DerivedChargesTest {

  private static final Instant START = Instant.parse("2026-11-02T22:30:00Z");

  @Test
  void goesFromChargingToItsEnd() {
    Charge charge = Sent.derive(alternating(START, 120)).charge();

    assertThat(charge.startMicros()).isEqualTo(Sent.micros(START));
    assertThat(charge.seconds()).isEqualTo(120 * 60);
    assertThat(charge.energyKwh()).isCloseTo(12, within(1e-9));
    assertThat(charge.startSocPercent()).isEqualTo(40);
    assertThat(charge.endSocPercent()).isCloseTo(60, within(1e-9));
    assertThat(charge.currentKind()).isEqualTo("AC");
    assertThat(charge.peakPowerKw()).isEqualTo(6.6);
    assertThat(charge.placeKind()).isEqualTo("home");
    assertThat(charge.place().latitudeDeg()).isEqualTo(31.1);
    assertThat(charge.odometerKm()).isEqualTo(100);
    assertThat(charge.outsideCelsius()).isEqualTo(12);
    assertThat(charge.gaps()).isEmpty();
  }

  @Test
  void isDirectAtAFastCharger() {
    List<Sent> sent = alternating(START, 30);
    sent.forEach(each -> each.with(Quantity.AC_POWER, Double.NaN));
    sent.get(0).with(Quantity.DC_POWER, 120).with(Quantity.AT_HOME, 0);
    sent.get(3).with(Quantity.BATTERY_ENERGY, 2);
    sent.get(29).with(Quantity.BATTERY_ENERGY, 30);

    Charge charge = Sent.derive(sent).charge();

    assertThat(charge.currentKind()).isEqualTo("DC");
    assertThat(charge.placeKind()).isEqualTo("fast-charger");
    assertThat(charge.peakPowerKw()).isEqualTo(120);
    assertThat(charge.energyKwh()).isEqualTo(28);
  }

  @Test
  void saysNothingOfAPlaceThatIsWithheld() {
    List<Sent> sent = alternating(START, 30);
    sent.get(0)
        .with(Quantity.AT_HOME, Double.NaN)
        .with(Quantity.LATITUDE, Double.NaN)
        .with(Quantity.LONGITUDE, Double.NaN);

    assertThat(Sent.derive(sent).charge().placeKind()).isNull();
    assertThat(Sent.derive(sent).charge().place()).isNull();

    sent.get(0).with(Quantity.AT_HOME, 0);
    assertThat(Sent.derive(sent).charge().placeKind()).isEqualTo("other");
  }

  @Test
  void isOneWhenItIsInterruptedForAWhile() {
    List<Sent> sent = alternating(START, 60);
    sent.get(20).charging("NoPower");
    sent.get(30).charging("Charging");

    assertThat(Sent.derive(sent).charge().seconds()).isEqualTo(60 * 60);
  }

  @Test
  void isTwoWhenItIsInterruptedForLong() {
    List<Sent> sent = alternating(START, 30);
    sent.addAll(alternating(START.plus(Duration.ofMinutes(46)), 30));

    Result result = Sent.derive(sent);

    assertThat(result.charges()).hasSize(2);
    assertThat(result.charges().get(0).seconds()).isEqualTo(30 * 60);
    assertThat(result.charges().get(1).seconds()).isEqualTo(30 * 60);
  }

  @Test
  void isTwoWhenTheCableWasOut() {
    List<Sent> sent = alternating(START, 60);
    sent.get(20).charging("Disconnected");
    for (int i = 21; i < 25; i++) {
      sent.get(i).with(Quantity.AC_ENERGY, Double.NaN);
    }
    sent.get(25).charging("Charging");

    assertThat(Sent.derive(sent).charges()).hasSize(2);
  }

  @Test
  void endsWhereItWasLastHeardOf() {
    List<Sent> sent = alternating(START, 30);
    sent.remove(sent.size() - 1);
    sent.add(Sent.at(START.plus(Duration.ofMinutes(100))).with(Quantity.OUTSIDE_TEMPERATURE, 9));

    assertThat(Sent.derive(sent).charge().seconds()).isEqualTo(29 * 60);
  }

  @Test
  void isOneWithAGapOverASilence() {
    List<Sent> sent = alternating(START, 120);
    sent.subList(21, 60).clear();

    Charge charge = Sent.derive(sent).charge();

    assertThat(charge.seconds()).isEqualTo(120 * 60);
    assertThat(charge.gaps()).hasSize(1);
    assertThat(charge.energyKwh()).isCloseTo(12, within(1e-9));
  }

  @Test
  void goesOnForABuyerWithWhatTheirsCharges() {
    List<Sent> sent = alternating(START, 60);

    Charge seller = Sent.derive(sent.subList(0, 30)).charge();
    Charge buyer = Sent.derive(sent.subList(30, sent.size())).charge();

    assertThat(seller.endMicros()).isEqualTo(Sent.micros(START.plusSeconds(29 * 60)));
    assertThat(buyer.startMicros()).isEqualTo(Sent.micros(START.plusSeconds(31 * 60)));
    assertThat(buyer.energyKwh()).isCloseTo(2.9, within(1e-9));
  }

  @Test
  void endsADriveThatNeverParked() {
    List<Sent> sent = new ArrayList<>(DerivedTripsTest.drive(START.minusSeconds(660), 10));
    sent.remove(sent.size() - 1);
    sent.addAll(alternating(START, 30));

    Result result = Sent.derive(sent);

    assertThat(result.trip().endMicros()).isEqualTo(Sent.micros(START.minusSeconds(70)));
    assertThat(result.charge().seconds()).isEqualTo(30 * 60);
  }

  @Test
  void isNotWhatBrakingGivesBack() {
    List<Sent> sent = DerivedTripsTest.drive(START, 10);
    for (int i = 1; i < 40; i++) {
      sent.get(i).with(Quantity.STATE_OF_CHARGE, 50 + i / 100.0);
    }

    assertThat(Sent.derive(sent).charges()).isEmpty();
  }

  /** 6.6 kW for so many minutes, a reading a minute, from Charging to Complete. */
  private static List<Sent> alternating(Instant start, int minutes) {
    List<Sent> sent = new ArrayList<>();
    for (int i = 0; i <= minutes; i++) {
      Sent each =
          Sent.at(start.plusSeconds(60L * i))
              .with(Quantity.STATE_OF_CHARGE, 40 + i / 6.0)
              .with(Quantity.ENERGY_REMAINING, 24 + i / 10.0)
              .with(Quantity.AC_ENERGY, i / 9.0);
      sent.add(each);
    }
    sent.get(0)
        .charging("Charging")
        .odometer(100)
        .position(31.1, 121.5)
        .with(Quantity.AC_POWER, 6.6)
        .with(Quantity.AT_HOME, 1)
        .with(Quantity.OUTSIDE_TEMPERATURE, 12);
    sent.get(minutes).charging("Complete");
    return sent;
  }
}
