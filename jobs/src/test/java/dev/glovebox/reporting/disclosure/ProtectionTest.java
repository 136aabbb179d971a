package dev.glovebox.reporting.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Tries to solve for hidden cells by linear programming. */
class ProtectionTest {

  private static final int K = 10;

  /** Four parts, the second of three people, and their total. */
  private static final Tabulation ROW =
      new Tabulation(
          List.of(40.0, 3.0, 25.0, 60.0, 128.0),
          List.of(new Relation(4, List.of(0, 1, 2, 3), Relation.Kind.SUM)),
          K);

  @Test
  void solvesForACellThatIsHiddenAlone() {
    Interval found = new Attack(ROW, cells(1)).interval(1);

    assertThat(found.from()).isCloseTo(3, within(1e-6));
    assertThat(found.to()).isCloseTo(3, within(1e-6));
  }

  @Test
  void hidesOneMoreCellOfARow() {
    Protection.Outcome outcome = Protection.protect(List.of(ROW), secret(cells(1)));

    assertThat(outcome.hidden()).isEqualTo(cells(1, 2));
    assertThat(outcome.exposed().isEmpty()).isTrue();
    Interval found = new Attack(ROW, outcome.hidden()).interval(1);
    assertThat(found.from()).isCloseTo(0, within(1e-6));
    assertThat(found.to()).isCloseTo(28, within(1e-6));
  }

  @Test
  void hidesMoreWhereTwoSmallCellsAreNotWideEnough() {
    Tabulation row =
        new Tabulation(
            List.of(40.0, 3.0, 2.0, 45.0),
            List.of(new Relation(3, List.of(0, 1, 2), Relation.Kind.SUM)),
            K);

    BitSet hidden = Protection.protect(List.of(row), secret(cells(1, 2))).hidden();

    assertThat(hidden.cardinality()).isEqualTo(3);
    assertThatNothingIsComputable(row, hidden);
  }

  @Test
  void leavesDistinctCountsThatDifferencesDoNotReveal() {
    Tabulation people =
        new Tabulation(
            List.of(40.0, 3.0, 41.0),
            List.of(new Relation(2, List.of(0, 1), Relation.Kind.DISTINCT)),
            K);

    assertThat(Protection.protect(List.of(people), secret(cells(1))).hidden()).isEqualTo(cells(1));
  }

  @Test
  void hidesTheYearWhereAllItsMonthsButOneArePublished() {
    Tabulation year = months();
    BitSet fixed = new BitSet();
    fixed.set(0, 12);
    fixed.clear(3);
    Cells cells = new Cells(cells(3), new BitSet(), fixed, new BitSet());

    Protection.Outcome outcome = Protection.protect(List.of(year), cells);

    assertThat(outcome.hidden()).isEqualTo(cells(3, 12));
    assertThat(outcome.exposed().isEmpty()).isTrue();
  }

  @Test
  void saysWhatEarlierReportsHaveAlreadyRevealed() {
    BitSet fixed = new BitSet();
    fixed.set(0, 13);
    fixed.clear(3);

    Protection.Outcome outcome =
        Protection.protect(
            List.of(months()), new Cells(cells(3), new BitSet(), fixed, new BitSet()));

    assertThat(outcome.exposed()).isEqualTo(cells(3));
  }

  @Test
  void protectsAMonthThatWasNeverPublished() {
    BitSet fixed = new BitSet();
    fixed.set(0, 12);
    fixed.clear(3);

    Protection.Outcome outcome =
        Protection.protect(List.of(months()), new Cells(cells(3), cells(3), fixed, new BitSet()));

    assertThat(outcome.hidden().get(12)).isTrue();
  }

  @RepeatedTest(
      value = 12,
      name = "a table of months, classes and totals, seed {currentRepetition}")
  void leavesNothingComputableInATable(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Tabulation table = table(random, 4 + random.nextInt(4), 3 + random.nextInt(5));
    BitSet primary = new BitSet();
    IntStream.range(0, table.size())
        .filter(cell -> table.values().get(cell) < K)
        .forEach(primary::set);

    Protection.Outcome outcome = Protection.protect(List.of(table), secret(primary));

    assertThat(outcome.exposed().isEmpty()).isTrue();
    assertThatNothingIsComputable(table, outcome.hidden());
    assertThat(outcome.hidden().cardinality()).isLessThan(table.size());
    assertThat(
            primary.stream()
                .anyMatch(cell -> new Attack(table, primary).interval(cell).width() < K))
        .as("the attack succeeds where only small cells are hidden")
        .isTrue();
  }

  private static void assertThatNothingIsComputable(Tabulation table, BitSet hidden) {
    Attack attack = new Attack(table, hidden);
    hidden.stream()
        .forEach(
            cell ->
                assertThat(attack.interval(cell).width())
                    .as("cell %s", cell)
                    .isGreaterThanOrEqualTo(K - 1e-4));
  }

  private static Tabulation months() {
    List<Double> values = new ArrayList<>();
    IntStream.range(0, 12).forEach(month -> values.add(month == 3 ? 4.0 : 30.0 + month));
    values.add(values.stream().mapToDouble(Double::doubleValue).sum());
    return new Tabulation(
        values,
        List.of(new Relation(12, IntStream.range(0, 12).boxed().toList(), Relation.Kind.SUM)),
        K);
  }

  /** Rows and columns with their totals; about one cell in eight is small. */
  private static Tabulation table(Random random, int rows, int columns) {
    double[][] cells = new double[rows + 1][columns + 1];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        boolean isSmall = row + column == 0 || random.nextInt(8) == 0;
        double value = isSmall ? random.nextInt(K) : K + random.nextInt(90);
        cells[row][column] = value;
        cells[row][columns] += value;
        cells[rows][column] += value;
        cells[rows][columns] += value;
      }
    }
    List<Double> values = new ArrayList<>();
    for (double[] row : cells) {
      for (double value : row) {
        values.add(value);
      }
    }
    return new Tabulation(values, relations(rows, columns), K);
  }

  private static List<Relation> relations(int rows, int columns) {
    List<Relation> relations = new ArrayList<>();
    for (int row = 0; row <= rows; row++) {
      int start = row * (columns + 1);
      relations.add(
          new Relation(
              start + columns,
              IntStream.range(0, columns).map(column -> start + column).boxed().toList(),
              Relation.Kind.SUM));
    }
    for (int column = 0; column <= columns; column++) {
      int at = column;
      relations.add(
          new Relation(
              rows * (columns + 1) + column,
              IntStream.range(0, rows).map(row -> row * (columns + 1) + at).boxed().toList(),
              Relation.Kind.SUM));
    }
    return relations;
  }

  private static Cells secret(BitSet secret) {
    return new Cells(secret, new BitSet(), new BitSet(), new BitSet());
  }

  private static BitSet cells(int... cells) {
    BitSet set = new BitSet();
    IntStream.of(cells).forEach(set::set);
    return set;
  }
}
