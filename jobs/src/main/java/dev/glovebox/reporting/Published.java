package dev.glovebox.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What reports of the same year have told already. */
public final class Published {

  private final Map<Period, List<Figure>> reports;

  /**
   * @param reports the figures of each period that was reported
   */
  public Published(Map<Period, List<Figure>> reports) {
    this.reports = Map.copyOf(reports);
  }

  /** Nothing yet. */
  public static Published nothing() {
    return new Published(Map.of());
  }

  /** The figures of one period; none if it was not reported. */
  List<Figure> of(Period period) {
    return reports.getOrDefault(period, List.of());
  }

  /**
   * A family's figures as they were told in periods, by where they stand in the year and by metric.
   */
  Map<Coordinates, Map<String, Figure>> of(Family family, Predicate<Period> periods) {
    Map<Coordinates, Map<String, Figure>> told = new HashMap<>();
    reports.forEach(
        (period, figures) -> {
          if (periods.test(period)) {
            figures.stream()
                .filter(figure -> family.measure(figure.metric()).isPresent())
                .forEach(
                    figure ->
                        told.computeIfAbsent(at(figure, period, family), it -> new HashMap<>())
                            .put(figure.metric(), figure));
          }
        });
    return told;
  }

  private static Coordinates at(Figure figure, Period period, Family family) {
    Map<Dimension, String> members =
        figure.dimensions().entrySet().stream()
            .collect(Collectors.toMap(each -> named(each.getKey()), Map.Entry::getValue));
    Coordinates at = Coordinates.of(members);
    Optional<String> month = period.month().map(Object::toString);
    return month.isPresent() && family.months() != Family.Months.NONE
        ? at.with(Dimension.MONTH, month.get())
        : at;
  }

  private static Dimension named(String code) {
    return Dimension.valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }
}
