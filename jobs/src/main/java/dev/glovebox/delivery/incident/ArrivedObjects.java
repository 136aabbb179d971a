package dev.glovebox.delivery.incident;

import dev.glovebox.publishing.Replay;
import dev.glovebox.publishing.Watch;
import dev.glovebox.store.RawObjects;
import dev.glovebox.store.RawObjects.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The raw objects that can have brought something of the watches: those that arrived from their
 * beginning until some days after their end, and on the dates that are known to have brought more.
 */
final class ArrivedObjects {

  private final RawObjects raw;
  private final ZoneId zone;
  private final int daysAfter;

  /**
   * @param daysAfter how many dates after its end a watch is looked for on in any case
   */
  ArrivedObjects(RawObjects raw, ZoneId zone, int daysAfter) {
    this.raw = raw;
    this.zone = zone;
    this.daysAfter = daysAfter;
  }

  /**
   * The objects in order of date and name.
   *
   * @param known dates for each watch on which messages of its days arrived
   */
  List<Replay.Arrived> of(List<Watch> watches, List<NavigableSet<LocalDate>> known, Replay replay) {
    SortedMap<LocalDate, Long> reach = new TreeMap<>();
    for (int i = 0; i < watches.size(); i++) {
      Watch watch = watches.get(i);
      long back = replay.reachesBackTo(watch);
      LocalDate last = day(watch.untilMicros()).plusDays(daysAfter);
      day(back).datesUntil(last.plusDays(1)).forEach(date -> reach.merge(date, back, Math::min));
      known.get(i).tailSet(day(back), true).forEach(date -> reach.merge(date, back, Math::min));
    }
    List<Replay.Arrived> arrived = new ArrayList<>();
    reach.forEach((date, back) -> arrived.addAll(of(date, back)));
    return arrived;
  }

  private List<Replay.Arrived> of(LocalDate date, long backMicros) {
    try {
      List<StoredObject> objects = raw.of(date);
      return objects.stream()
          .filter(object -> object.arrivalEndMicros() >= backMicros)
          .map(object -> new Replay.Arrived(date, object))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LocalDate day(long micros) {
    return LocalDate.ofInstant(Times.instant(micros), zone);
  }
}
