package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.Asked;
import dev.glovebox.delivery.page.PageFacts.Vehicle;
import freemarker.template.TemplateMethodModelEx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The facts of a page in the words and figures that its template prints. */
final class PageModel {

  private static final List<String> SECTIONS =
      List.of(
          "vehicles",
          "map",
          "charts",
          "trips",
          "charges",
          "alerts",
          "missing",
          "never",
          "files",
          "check",
          "columns",
          "rights");

  /** What was asked for. */
  public record AskedView(
      String requestId,
      String lead,
      String period,
      String received,
      String receivedUtc,
      String answered,
      String answeredUtc,
      String zoneNote) {}

  /** A vehicle. */
  public record VehicleView(
      String name, String maskedVin, String vin, String first, String last, String readings) {}

  private final Telling telling;

  private PageModel(Telling telling) {
    this.telling = telling;
  }

  /** What the template asks for, by name. */
  static Map<String, Object> of(PageFacts facts) {
    return new PageModel(Telling.of(facts)).parts();
  }

  private Map<String, Object> parts() {
    TemplateMethodModelEx words = arguments -> telling.text(arguments.get(0).toString());
    PageFacts facts = telling.facts();
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("t", words);
    parts.put("style", Telling.markup(StyleSheet.TEXT));
    parts.put("styleDigest", StyleSheet.DIGEST);
    parts.put("sections", SECTIONS);
    parts.put("asked", asked());
    parts.put("vehicles", facts.vehicles().stream().map(this::vehicle).toList());
    parts.put("glance", GlanceView.of(telling));
    parts.put("maps", new MapView(telling).maps());
    parts.put("charts", new ChartViews(telling).charts());
    parts.put("trips", new TripLog(telling).log());
    parts.put("charges", new ChargeLog(telling).log());
    parts.put("alerts", AlertView.of(telling));
    parts.put("missing", new MissingView(telling).missing());
    parts.put("never", DictionaryView.neverSent(telling));
    parts.put("files", new FilesView(telling).files());
    parts.put("seal", facts.seal());
    parts.put("columns", DictionaryView.columns(telling));
    parts.put("rights", new RightsView(telling).rights());
    parts.put("footer", footer());
    return parts;
  }

  private AskedView asked() {
    Asked asked = telling.facts().asked();
    Figures figures = telling.figures();
    return new AskedView(
        asked.requestId(),
        telling.text("asked.lead"),
        period(asked),
        figures.instant(asked.receivedAt()),
        asked.receivedAt().toString(),
        figures.instant(asked.answeredAt()),
        asked.answeredAt().toString(),
        telling.text("asked.zone", asked.zone().getId()));
  }

  private String period(Asked asked) {
    Figures figures = telling.figures();
    if (asked.from().isEmpty() && asked.to().isEmpty()) {
      return telling.text("period.all");
    }
    if (asked.to().isEmpty()) {
      return telling.text("period.from", figures.instant(asked.from().get()));
    }
    String to = figures.instant(asked.to().get());
    return asked
        .from()
        .map(from -> telling.text("period.both", figures.instant(from), to))
        .orElseGet(() -> telling.text("period.to", to));
  }

  private VehicleView vehicle(Vehicle vehicle) {
    Figures figures = telling.figures();
    return new VehicleView(
        telling.names().name(vehicle.vin()),
        VehicleNames.masked(vehicle.vin()),
        vehicle.vin(),
        vehicle.firstAt().map(figures::instant).orElse(Figures.UNKNOWN),
        vehicle.lastAt().map(figures::instant).orElse(Figures.UNKNOWN),
        figures.count(vehicle.readings()));
  }

  private String footer() {
    PageFacts.Terms terms = telling.facts().terms();
    return telling.text("footer", terms.programVersion(), terms.policyVersion());
  }
}
