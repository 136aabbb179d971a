package dev.glovebox.delivery.page;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the cars of a package did, in as many words as a page can hold.
 *
 * @param trips the newest ones, newest first
 * @param tripsInAll how many there are in the package
 * @param charges the newest ones, newest first
 * @param chargesInAll how many there are in the package
 * @param months sums of all trips and charges, in order of month and VIN
 * @param temperatures sums of all trips by temperature outside, in order of temperature and VIN
 * @param batteries how full the battery was and how far full would reach, in order of month and VIN
 * @param alerts the most frequent ones, most frequent first
 * @param alertsInAll how many alerts there are in the package
 */
public record Journal(
    List<Trip> trips,
    long tripsInAll,
    List<Charge> charges,
    long chargesInAll,
    List<Month> months,
    List<TemperatureBand> temperatures,
    List<BatteryMonth> batteries,
    List<AlertCount> alerts,
    long alertsInAll) {

  public Journal {
    trips = List.copyOf(trips);
    charges = List.copyOf(charges);
    months = List.copyOf(months);
    temperatures = List.copyOf(temperatures);
    batteries = List.copyOf(batteries);
    alerts = List.copyOf(alerts);
  }

  /**
   * A drive.
   *
   * @param energyKwh taken from the battery
   * @param outsideTemperatureC mean over the drive
   * @param track lines of released positions; it breaks wherever positions lack, and is empty when
   *     none was released
   */
  public record Trip(
      String vin,
      String tripId,
      Instant startedAt,
      Instant endedAt,
      OptionalDouble distanceKm,
      OptionalDouble energyKwh,
      OptionalDouble averageSpeedKmh,
      OptionalDouble topSpeedKmh,
      OptionalDouble startSocPercent,
      OptionalDouble endSocPercent,
      OptionalDouble outsideTemperatureC,
      List<Line> track) {

    public Trip {
      track = List.copyOf(track);
    }
  }

  /** A stretch of a track without a break, in order of time. */
  public record Line(List<Spot> spots) {

    public Line {
      spots = List.copyOf(spots);
    }
  }

  /** A position, WGS 84. */
  public record Spot(double latitudeDeg, double longitudeDeg) {}

  /**
   * A charging session.
   *
   * @param energyKwh put into the battery
   * @param currentKind {@code AC} or {@code DC}; empty where unknown
   * @param placeKind {@code home}, {@code fast-charger} or {@code other}; empty where unknown
   */
  public record Charge(
      String vin,
      String chargeId,
      Instant startedAt,
      Instant endedAt,
      OptionalDouble energyKwh,
      OptionalDouble startSocPercent,
      OptionalDouble endSocPercent,
      OptionalDouble peakPowerKw,
      Optional<String> currentKind,
      Optional<String> placeKind) {}

  /**
   * Sums of one vehicle's month, in the page's zone.
   *
   * @param distanceKm and the other sums leave out what is unknown
   * @param drivenKwh energy that the trips took
   * @param acKwh energy charged by alternating current; {@code dcKwh} by direct current, {@code
   *     otherKwh} where the kind is unknown
   * @param homeKwh the same energy by place; {@code fastChargerKwh} and {@code elsewhereKwh} are
   *     the rest
   */
  public record Month(
      YearMonth month,
      String vin,
      long trips,
      double distanceKm,
      double drivenKwh,
      long charges,
      double acKwh,
      double dcKwh,
      double otherKwh,
      double homeKwh,
      double fastChargerKwh,
      double elsewhereKwh) {}

  /**
   * Trips of one vehicle whose mean temperature outside lies in one band of five degrees.
   *
   * @param fromC the band's lower edge, inclusive; a multiple of five
   * @param distanceKm of trips of which distance, energy and temperature are all known
   * @param energyKwh of the same trips
   */
  public record TemperatureBand(
      int fromC, String vin, long trips, double distanceKm, double energyKwh) {}

  /**
   * One vehicle's battery in one month.
   *
   * @param lowestSocPercent the least state of charge that was read
   * @param meanSocPercent mean of what was read
   * @param fullRangeKm mean of range / state of charge, read while at least half full; empty where
   *     it never was
   */
  public record BatteryMonth(
      YearMonth month,
      String vin,
      double lowestSocPercent,
      double meanSocPercent,
      double highestSocPercent,
      OptionalDouble fullRangeKm) {}

  /** An alert and how often it was raised. */
  public record AlertCount(String name, long times, Instant lastAt) {}
}
