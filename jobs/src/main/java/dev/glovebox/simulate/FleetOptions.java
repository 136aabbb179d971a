package dev.glovebox.simulate;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * What fleet is simulated. Two fleets of equal options are equal, byte by byte.
 *
 * @param vehicles at least 1
 * @param days at least 1
 * @param start first day
 * @param seed of everything that is random
 * @param zone in which a day is a day and an hour of arrival is written
 * @param interval between two messages of a driving vehicle, 1 second to 5 minutes
 * @param vehiclesPerObject how many vehicles share the object of an hour, at least 1
 * @param compression of the objects
 * @param tooLongBytes length of a line that is too long, at least 16384, which no other line has
 * @param marginMeters round sensitive places, as the policy has it
 * @param rates of everything out of the ordinary
 */
public record FleetOptions(
    int vehicles,
    int days,
    LocalDate start,
    long seed,
    ZoneId zone,
    Duration interval,
    int vehiclesPerObject,
    Compression compression,
    int tooLongBytes,
    double marginMeters,
    Rates rates)
    implements Serializable {

  private static final int LEAST_TOO_LONG_BYTES = 16_384;

  /** How the objects of the fleet are compressed. */
  public enum Compression {
    /** Eight of ten gzip, one zstd, one plain. */
    MIXED,
    GZIP,
    ZSTD,
    NONE
  }

  public FleetOptions {
    require(vehicles >= 1, "A fleet has at least one vehicle.", vehicles);
    require(days >= 1, "A fleet is simulated for at least one day.", days);
    require(
        interval.compareTo(Duration.ofSeconds(1)) >= 0
            && interval.compareTo(Duration.ofMinutes(5)) <= 0,
        "The interval between messages is between 1 second and 5 minutes.",
        interval);
    require(vehiclesPerObject >= 1, "An object holds at least one vehicle.", vehiclesPerObject);
    require(
        tooLongBytes >= LEAST_TOO_LONG_BYTES,
        "A line that is too long has at least 16384 bytes.",
        tooLongBytes);
    require(marginMeters >= 0, "A margin is not negative.", marginMeters);
    require(
        !changesOffset(zone, start, days),
        "The zone changes its offset during these days, so that an hour would be missing or"
            + " double. Choose another start or zone.",
        zone);
  }

  /** 50 vehicles, 3 days from 2 November 2026, in Shanghai's time, with every trap. */
  public static FleetOptions defaults() {
    return new FleetOptions(
        50,
        3,
        LocalDate.of(2026, 11, 2),
        1,
        ZoneId.of("Asia/Shanghai"),
        Duration.ofSeconds(10),
        100,
        Compression.MIXED,
        4 * 1024 * 1024 + 1000,
        150,
        Rates.usual());
  }

  /** The same with every trap off: one owner a vehicle, no repeats, nothing broken or late. */
  public static FleetOptions clean(int vehicles, int days, long seed) {
    return defaults().withVehicles(vehicles).withDays(days).withSeed(seed).withRates(Rates.none());
  }

  public FleetOptions withVehicles(int changed) {
    return new FleetOptions(
        changed,
        days,
        start,
        seed,
        zone,
        interval,
        vehiclesPerObject,
        compression,
        tooLongBytes,
        marginMeters,
        rates);
  }

  public FleetOptions withDays(int changed) {
    return new FleetOptions(
        vehicles,
        changed,
        start,
        seed,
        zone,
        interval,
        vehiclesPerObject,
        compression,
        tooLongBytes,
        marginMeters,
        rates);
  }

  public FleetOptions withStart(LocalDate changed) {
    return new FleetOptions(
        vehicles,
        days,
        changed,
        seed,
        zone,
        interval,
        vehiclesPerObject,
        compression,
        tooLongBytes,
        marginMeters,
        rates);
  }

  public FleetOptions withSeed(long changed) {
    return new FleetOptions(
        vehicles,
        days,
        start,
        changed,
        zone,
        interval,
        vehiclesPerObject,
        compression,
        tooLongBytes,
        marginMeters,
        rates);
  }

  public FleetOptions withZone(ZoneId changed) {
    return new FleetOptions(
        vehicles,
        days,
        start,
        seed,
        changed,
        interval,
        vehiclesPerObject,
        compression,
        tooLongBytes,
        marginMeters,
        rates);
  }

  public FleetOptions withInterval(Duration changed) {
    return new FleetOptions(
        vehicles,
        days,
        start,
        seed,
        zone,
        changed,
        vehiclesPerObject,
        compression,
        tooLongBytes,
        marginMeters,
        rates);
  }

  public FleetOptions withVehiclesPerObject(int changed) {
    return new FleetOptions(
        vehicles,
        days,
        start,
        seed,
        zone,
        interval,
        changed,
        compression,
        tooLongBytes,
        marginMeters,
        rates);
  }

  public FleetOptions withCompression(Compression changed) {
    return new FleetOptions(
        vehicles,
        days,
        start,
        seed,
        zone,
        interval,
        vehiclesPerObject,
        changed,
        tooLongBytes,
        marginMeters,
        rates);
  }

  public FleetOptions withTooLongBytes(int changed) {
    return new FleetOptions(
        vehicles,
        days,
        start,
        seed,
        zone,
        interval,
        vehiclesPerObject,
        compression,
        changed,
        marginMeters,
        rates);
  }

  public FleetOptions withMarginMeters(double changed) {
    return new FleetOptions(
        vehicles,
        days,
        start,
        seed,
        zone,
        interval,
        vehiclesPerObject,
        compression,
        tooLongBytes,
        changed,
        rates);
  }

  public FleetOptions withRates(Rates changed) {
    return new FleetOptions(
        vehicles,
        days,
        start,
        seed,
        zone,
        interval,
        vehiclesPerObject,
        compression,
        tooLongBytes,
        marginMeters,
        changed);
  }

  public FleetOptions withRate(Rate rate, double share) {
    return withRates(rates.with(rate, share));
  }

  /** How many objects share an hour, those that are cut off not counted. */
  public int shards() {
    return (vehicles + vehiclesPerObject - 1) / vehiclesPerObject;
  }

  private static boolean changesOffset(ZoneId zone, LocalDate start, int days) {
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(start.minusDays(1).atStartOfDay(zone).toInstant());
    return next != null
        && next.getInstant().isBefore(start.plusDays(days + 2L).atStartOfDay(zone).toInstant());
  }

  private static void require(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(rule + " Provided value: " + value);
    }
  }
}
