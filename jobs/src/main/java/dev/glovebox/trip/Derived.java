package dev.glovebox.trip;

import java.util.function.Consumer;

/** Derives the drives and charges of one vehicle in one holder's hands from its readings. */
public final class Derived {

  private final Segments segments;

  /** Drives and charges are handed on as they end, each in order of time. */
  public Derived(Consumer<Trip> trips, Consumer<Charge> charges) {
    this.segments = new Segments(drive -> trip(drive, trips), each -> charge(each, charges));
  }

  /**
   * Takes the next reading.
   *
   * @param reading not earlier than the one before it
   */
  public void add(Reading reading) {
    segments.add(reading);
  }

  /** Somebody else held the vehicle since the last reading. */
  public void cut() {
    segments.cut();
  }

  /** There are no more readings. */
  public void end() {
    segments.end();
  }

  private static void trip(Session drive, Consumer<Trip> trips) {
    Trip trip = Trip.of(drive);
    if (trip.isDrive()) {
      trips.accept(trip);
    }
  }

  private static void charge(Session session, Consumer<Charge> charges) {
    Charge charge = Charge.of(session);
    if (charge.isCharge()) {
      charges.accept(charge);
    }
  }
}
