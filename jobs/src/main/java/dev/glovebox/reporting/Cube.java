package dev.glovebox.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * A family's cells of one year: every combination of the members that occur, with every total. A
 * combination that does not occur is a cell without people.
 */
public final class Cube {

  private final Family family;
  private final Map<Dimension, SortedSet<String>> members;
  private final List<Coordinates> order;
  private final Map<Coordinates, Cell> cells;

  private Cube(Family family, Map<Coordinates, Cell> found) {
    this.family = family;
    this.members = membersOf(family, found);
    this.cells = new TreeMap<>();
    for (Coordinates at : combinations()) {
      cells.put(at, found.getOrDefault(at, Cell.EMPTY));
    }
    this.order = List.copyOf(cells.keySet());
  }

  /**
   * A cube of what was found.
   *
   * @param found cells by where they stand, totals among them
   */
  public static Cube of(Family family, Map<Coordinates, Cell> found) {
    return new Cube(family, found);
  }

  /** What kind of figures they are. */
  public Family family() {
    return family;
  }

  /** Where there are cells, in a fixed order. */
  public List<Coordinates> order() {
    return order;
  }

  /** The cell that stands there. */
  public Cell cell(Coordinates at) {
    return cells.get(at);
  }

  /** The cell that stands there, if there is one. */
  public Optional<Cell> find(Coordinates at) {
    return Optional.ofNullable(cells.get(at));
  }

  /** The same cells with more told of those that have people. */
  public Cube completed(BiFunction<Coordinates, Cell, Cell> completion) {
    Map<Coordinates, Cell> completed = new TreeMap<>();
    cells.forEach(
        (at, cell) -> completed.put(at, cell.people() == 0 ? cell : completion.apply(at, cell)));
    return new Cube(family, completed);
  }

  /** The dimensions that have members, the month among them. */
  List<Dimension> dimensions() {
    return List.copyOf(members.keySet());
  }

  /** The parts of a total over a dimension. */
  List<Coordinates> parts(Coordinates total, Dimension dimension) {
    return members.get(dimension).stream().map(member -> total.with(dimension, member)).toList();
  }

  private List<Coordinates> combinations() {
    List<Coordinates> all = new ArrayList<>(List.of(Coordinates.TOTAL));
    members.forEach(
        (dimension, each) -> {
          for (Coordinates at : List.copyOf(all)) {
            each.forEach(member -> all.add(at.with(dimension, member)));
          }
        });
    return all;
  }

  private static Map<Dimension, SortedSet<String>> membersOf(
      Family family, Map<Coordinates, Cell> found) {
    Map<Dimension, SortedSet<String>> members = new EnumMap<>(Dimension.class);
    if (family.months() != Family.Months.NONE) {
      members.put(Dimension.MONTH, new TreeSet<>());
    }
    family.dimensions().forEach(dimension -> members.put(dimension, new TreeSet<>()));
    for (Coordinates at : found.keySet()) {
      at.members().forEach((dimension, member) -> members.get(dimension).add(member));
    }
    return Collections.unmodifiableMap(members);
  }
}
