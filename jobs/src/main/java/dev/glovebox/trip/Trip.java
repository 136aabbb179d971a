package dev.glovebox.trip;

import java.util.List;

/**
 * One drive of one vehicle in one holder's hands. A number that is not known is NaN.
 *
 * @param startMicros since the epoch
 * @param energyKwh taken from the battery; negative where the way down gave more than it took
 * @param track released positions, simplified
 * @param batchDays batch dates of all that it is made of, in days since the epoch, in order
 */
public record Trip(
    long startMicros,
    long endMicros,
    double distanceKm,
    double energyKwh,
    double topSpeedKmh,
    double startSocPercent,
    double endSocPercent,
    double startOdometerKm,
    double endOdometerKm,
    double outsideCelsius,
    List<TrackPoint> track,
    List<Gap> gaps,
    List<Integer> batchDays) {

  /** A drive of which it is known that it is shorter is none: somebody only moved the lever. */
  private static final double SHORTEST_KM = 0.02;

  private static final double MICROS_A_SECOND = 1e6;

  public Trip {
    track = List.copyOf(track);
    gaps = List.copyOf(gaps);
    batchDays = List.copyOf(batchDays);
  }

  static Trip of(Session session) {
    Odometer odometer = Odometer.of(session);
    return new Trip(
        session.startMicros(),
        session.endMicros(),
        Numbers.rounded(
            Double.isNaN(odometer.drivenKm()) ? BySpeed.km(session) : odometer.drivenKm()),
        Numbers.rounded(session.fall(Quantity.ENERGY_REMAINING)),
        session.greatest(reading -> reading.value(Quantity.SPEED)),
        session.first(session.charge()),
        session.last(session.charge()),
        odometer.startKm(),
        odometer.endKm(),
        Numbers.rounded(session.mean(Quantity.OUTSIDE_TEMPERATURE)),
        Track.of(session),
        session.gaps(Limits.DRIVE_GAP),
        session.batchDays());
  }

  /** Whether the vehicle went anywhere, as far as is known. */
  boolean isDrive() {
    return endMicros > startMicros && !(distanceKm < SHORTEST_KM);
  }

  /** From the first instant to the last. */
  public double seconds() {
    return (endMicros - startMicros) / MICROS_A_SECOND;
  }

  /** Distance over duration; NaN where the distance is not known. */
  public double averageSpeedKmh() {
    return Numbers.rounded(distanceKm / seconds() * 3_600);
  }

  /** Says nothing of where anybody was. */
  @Override
  public String toString() {
    return "Trip";
  }
}
