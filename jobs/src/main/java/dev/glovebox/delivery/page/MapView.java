package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Spot;
import dev.glovebox.delivery.page.Journal.Trip;
import dev.glovebox.delivery.page.Telling.LegendKey;
import freemarker.template.TemplateModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The maps, their legend, and what they leave out. */
final class MapView {

  /** A map. */
  public record Drawing(String caption, TemplateModel svg) {}

  /** All maps. */
  public record Maps(List<Drawing> drawings, List<LegendKey> keys, List<String> notes) {}

  private final Telling telling;
  private final Journal journal;
  private final List<Trip> drawn;
  private final TripMap map;

  MapView(Telling telling) {
    this.telling = telling;
    this.journal = telling.facts().journal();
    this.drawn = journal.trips().stream().filter(Tracks::isDrawn).toList();
    this.map = new TripMap(drawn, telling.words(), telling.figures());
  }

  Maps maps() {
    return drawn.isEmpty()
        ? new Maps(List.of(), List.of(), notes())
        : new Maps(drawings(), keys(), notes());
  }

  private List<Drawing> drawings() {
    List<Spot> spots = map.spots();
    Optional<MapFrame> core = MapFrame.aroundMost(spots);
    List<Drawing> drawings = new ArrayList<>();
    core.ifPresent(frame -> drawings.add(drawing("map.most", frame)));
    drawings.add(drawing(core.isPresent() ? "map.all" : "map.trips", MapFrame.around(spots)));
    return drawings;
  }

  private Drawing drawing(String key, MapFrame frame) {
    String caption = telling.text(key);
    String description = telling.text("map.description", drawn.size());
    String id = key.replace('.', '-');
    return new Drawing(caption, Telling.markup(map.draw(id, frame, caption, description)));
  }

  private List<LegendKey> keys() {
    List<LegendKey> keys = new ArrayList<>();
    drawn.stream()
        .map(map::recency)
        .distinct()
        .sorted()
        .map(each -> new LegendKey(each.cssClass(), telling.text("recency." + each.cssClass())))
        .forEach(keys::add);
    keys.add(new LegendKey("start", telling.text("map.start")));
    keys.add(new LegendKey("end", telling.text("map.end")));
    return keys;
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    long placeless = journal.trips().stream().filter(trip -> !Tracks.isDrawn(trip)).count();
    long broken = drawn.stream().filter(trip -> trip.track().size() > 1).count();
    long older = journal.tripsInAll() - journal.trips().size();
    note(notes, "map.broken", broken);
    note(notes, "map.placeless", placeless);
    note(notes, "map.older", older);
    note(notes, "map.marked", Math.max(0, drawn.size() - TripMap.MARKED_TRIPS));
    if (!drawn.isEmpty()) {
      notes.add(telling.text("map.how"));
    }
    return notes;
  }

  private void note(List<String> notes, String key, long count) {
    if (count > 0) {
      notes.add(telling.text(key, count, TripMap.MARKED_TRIPS));
    }
  }
}
