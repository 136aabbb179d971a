package dev.glovebox.reporting;

import dev.glovebox.reporting.disclosure.Cells;
import dev.glovebox.reporting.disclosure.Protection;
import dev.glovebox.reporting.disclosure.Relation;
import dev.glovebox.reporting.disclosure.Tabulation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which cells of a cube a report shows: those of at least k people, less as many others as
 * it takes that no hidden one can be computed from what is shown now and was shown before.
 *
 * <p>A hidden value can lie anywhere in an interval at least k wide, or as wide as what k people
 * add on average, whichever is more. Readers are taken to know a family's own totals and months,
 * not how figures of different families hang together.
 */
public final class SmallCounts {

  private static final double SAME = 1e-9;

  private final Cube cube;
  private final Period period;
  private final int least;
  private final Map<Coordinates, Map<String, Figure>> toldBefore;
  private final Map<Coordinates, Map<String, Figure>> toldElsewhere;
  private final Map<Coordinates, Integer> indices = new HashMap<>();

  /**
   * @param least k, people
   * @param published the year's reports so far, an earlier one of this period among them
   */
  public SmallCounts(Cube cube, Period period, int least, Published published) {
    this.cube = cube;
    this.period = period;
    this.least = least;
    Family family = cube.family();
    boolean isState = family.months() == Family.Months.NONE;
    this.toldBefore = published.of(family, period::equals);
    this.toldElsewhere =
        isState
            ? Map.of()
            : published.of(family, other -> !other.equals(period) && other.year() == period.year());
    cube.order().forEach(at -> indices.put(at, indices.size()));
  }

  /**
   * What is shown.
   *
   * @param figures in the order of cells, then of measures
   * @param computable how many hidden cells earlier reports gave away
   */
  public record Shown(List<Figure> figures, int computable) {

    public Shown {
      figures = List.copyOf(figures);
    }
  }

  /** The figures, small ones and those that would reveal them without a value. */
  public Shown shown() {
    Protection.Outcome outcome = Protection.protect(tabulations(), cells());
    List<Figure> figures = new ArrayList<>();
    for (Coordinates at : cube.order()) {
      if (isShown(at)) {
        figures.addAll(figures(at, standing(outcome, at)));
      }
    }
    return new Shown(figures, outcome.exposed().cardinality());
  }

  private Figure.Standing standing(Protection.Outcome outcome, Coordinates at) {
    return outcome.hidden().get(indices.get(at))
        ? Figure.Standing.SUPPRESSED
        : Figure.Standing.SHOWN;
  }

  /** The measures' tables, that of people first. */
  List<Tabulation> tabulations() {
    List<Tabulation> tables = new ArrayList<>();
    Measure people = Measure.of("people", "people", Measure.Kind.DISTINCT);
    List<Double> counts = cube.order().stream().map(at -> (double) cube.cell(at).people()).toList();
    tables.add(new Tabulation(counts, relations(people), least));
    for (Measure measure : cube.family().measures()) {
      if (measure.kind().isRelated()) {
        tables.add(table(measure));
      }
    }
    return tables;
  }

  private Tabulation table(Measure measure) {
    List<Double> values =
        cube.order().stream().map(at -> cube.cell(at).value(measure.metric()).orElse(0)).toList();
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    double people = cube.order().stream().mapToDouble(at -> cube.cell(at).people()).sum();
    double mean = people == 0 ? 0 : sum / people;
    return new Tabulation(values, relations(measure), least * Math.max(1, mean));
  }

  private List<Relation> relations(Measure measure) {
    Relation.Kind kind =
        measure.kind() == Measure.Kind.DISTINCT ? Relation.Kind.DISTINCT : Relation.Kind.SUM;
    List<Relation> relations = new ArrayList<>();
    for (Dimension dimension : cube.dimensions()) {
      for (Coordinates at : cube.order()) {
        if (at.isTotalOver(dimension)
            && isMeasured(at, measure)
            && !measure.apartOver().contains(dimension)) {
          List<Integer> parts = cube.parts(at, dimension).stream().map(indices::get).toList();
          relations.add(new Relation(indices.get(at), parts, kind));
        }
      }
    }
    return relations;
  }

  private static boolean isMeasured(Coordinates at, Measure measure) {
    return measure.apartOver().stream().noneMatch(at::isTotalOver);
  }

  private Cells cells() {
    BitSet secret = new BitSet();
    BitSet unpublished = new BitSet();
    BitSet fixed = new BitSet();
    BitSet dear = new BitSet();
    for (Coordinates at : cube.order()) {
      int index = indices.get(at);
      boolean isTold = isShown(at) || isToldElsewhere(at);
      secret.set(index, isSecret(at, isTold));
      unpublished.set(index, !isTold);
      fixed.set(index, isFixed(at));
      dear.set(index, at.without(Dimension.MONTH).equals(Coordinates.TOTAL));
    }
    fixed.andNot(secret);
    return new Cells(secret, unpublished, fixed, dear);
  }

  /** That nobody is in a cell is a secret only where something is said of the cell. */
  private boolean isSecret(Coordinates at, boolean isTold) {
    long people = cube.cell(at).people();
    boolean isSmall = people < least && (isTold || people > 0);
    return isSmall || wasHidden(toldBefore.get(at)) || wasHidden(toldElsewhere.get(at));
  }

  private static boolean wasHidden(Map<String, Figure> told) {
    return told != null && told.values().stream().anyMatch(Figure::isSuppressed);
  }

  private boolean isFixed(Coordinates at) {
    return isToldElsewhere(at) || (toldBefore.containsKey(at) && isTheSame(at, toldBefore.get(at)));
  }

  /** What was told of a figure that has changed since fits no sum with today's. */
  private boolean isToldElsewhere(Coordinates at) {
    Map<String, Figure> told = toldElsewhere.get(at);
    return told != null && (wasHidden(told) || isTheSame(at, told));
  }

  private boolean isTheSame(Coordinates at, Map<String, Figure> told) {
    return told.values().stream()
        .allMatch(
            figure ->
                figure.value().isPresent()
                    && isNear(
                        figure.value().get(), cube.cell(at).value(figure.metric()).orElse(0)));
  }

  private static boolean isNear(double told, double now) {
    return Math.abs(told - now) <= SAME * Math.max(1, Math.abs(told));
  }

  private boolean isShown(Coordinates at) {
    Optional<String> month = at.member(Dimension.MONTH);
    return switch (cube.family().months()) {
      case NONE -> true;
      case SHOWN -> period.month().isEmpty() || isOfPeriod(month);
      case UNSHOWN -> period.month().isEmpty() ? month.isEmpty() : isOfPeriod(month);
    };
  }

  private boolean isOfPeriod(Optional<String> month) {
    return month.equals(period.month().map(Object::toString));
  }

  private List<Figure> figures(Coordinates at, Figure.Standing standing) {
    List<Figure> figures = new ArrayList<>();
    Coordinates named = period.month().isPresent() ? at.without(Dimension.MONTH) : at;
    for (Measure measure : cube.family().measures()) {
      if (measure.kind() != Measure.Kind.BASE && isMeasured(at, measure)) {
        figures.add(figure(at, named, measure, standing));
      }
    }
    return figures;
  }

  private Figure figure(
      Coordinates at, Coordinates named, Measure measure, Figure.Standing standing) {
    Cell cell = cube.cell(at);
    Optional<Double> value =
        standing == Figure.Standing.SUPPRESSED || cell.value(measure.metric()).isEmpty()
            ? Optional.empty()
            : Optional.of(cell.value(measure.metric()).getAsDouble());
    return new Figure(
        cube.family().section(),
        measure.metric(),
        named.byName(),
        value,
        measure.unit(),
        standing == Figure.Standing.SUPPRESSED ? Optional.empty() : Optional.of(cell.people()),
        standing);
  }
}
