package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Line;
import dev.glovebox.delivery.page.Journal.Spot;
import dev.glovebox.delivery.page.Journal.Trip;
import java.util.ArrayList;
import java.util.List;

/** Keeps of a track what a page can show: the map files have the rest. */
final class Tracks {

  private static final int KEPT_LINES = 50;
  private static final int KEPT_SPOTS = 150;

  private Tracks() {}

  /** The trip with at most about 150 spots; every line keeps its ends. */
  static Trip thinned(Trip trip) {
    int spots = trip.track().stream().mapToInt(line -> line.spots().size()).sum();
    if (spots <= KEPT_SPOTS) {
      return trip;
    }
    return new Trip(
        trip.vin(),
        trip.tripId(),
        trip.startedAt(),
        trip.endedAt(),
        trip.distanceKm(),
        trip.energyKwh(),
        trip.averageSpeedKmh(),
        trip.topSpeedKmh(),
        trip.startSocPercent(),
        trip.endSocPercent(),
        trip.outsideTemperatureC(),
        thinned(trip.track(), spots));
  }

  private static List<Line> thinned(List<Line> track, int spots) {
    List<Line> lines = everyNth(track, dividedUp(track.size(), KEPT_LINES));
    int step = dividedUp(spots, KEPT_SPOTS);
    return lines.stream().map(line -> new Line(everyNth(line.spots(), step))).toList();
  }

  private static int dividedUp(int count, int kept) {
    return (count + kept - 1) / kept;
  }

  /** Every nth item and the last one. */
  private static <T> List<T> everyNth(List<T> items, int n) {
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < items.size() - 1; i += n) {
      kept.add(items.get(i));
    }
    if (!items.isEmpty()) {
      kept.add(items.get(items.size() - 1));
    }
    return kept;
  }

  /** Whether it has a position at all. */
  static boolean isDrawn(Trip trip) {
    return trip.track().stream().anyMatch(line -> !line.spots().isEmpty());
  }

  /** First and last spot of a trip that has one. */
  static List<Spot> ends(Trip trip) {
    List<Line> lines = trip.track().stream().filter(line -> !line.spots().isEmpty()).toList();
    List<Spot> last = lines.get(lines.size() - 1).spots();
    return List.of(lines.get(0).spots().get(0), last.get(last.size() - 1));
  }
}
