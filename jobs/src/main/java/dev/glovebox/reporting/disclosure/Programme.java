package dev.glovebox.reporting.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * All tables that look alike from outside, as a linear programme: hidden cells are variables,
 * published ones are constants, or movable at a cost. In units of the table's tightness.
 */
final class Programme {

  private final Tabulation table;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final Variable[] hidden;
  private final Variable[] up;
  private final Variable[] down;

  private Programme(Tabulation table, BitSet hiddenCells) {
    this.table = table;
    this.hidden = new Variable[table.size()];
    this.up = new Variable[table.size()];
    this.down = new Variable[table.size()];
    hiddenCells.stream().forEach(cell -> hidden[cell] = variable("x", cell));
  }

  /** What somebody knows to whom all but these cells are published. */
  static Programme ofReader(Tabulation table, BitSet hidden) {
    Programme programme = new Programme(table, hidden);
    programme.relate();
    return programme;
  }

  /**
   * What could be known if more cells were hidden.
   *
   * @param costs of moving a published cell by one tightness; of a cell that may not be hidden,
   *     infinite
   */
  static Programme ofPublisher(Tabulation table, BitSet hidden, double[] costs) {
    Programme programme = new Programme(table, hidden);
    for (int cell = 0; cell < table.size(); cell++) {
      if (!hidden.get(cell) && Double.isFinite(costs[cell])) {
        programme.up[cell] = programme.variable("u", cell).weight(costs[cell]);
        programme.down[cell] =
            programme.variable("d", cell).weight(costs[cell]).upper(table.scaled(cell));
      }
    }
    programme.relate();
    return programme;
  }

  Point least(int cell) {
    hidden[cell].weight(1);
    return point(model.minimise(), cell).orElseThrow(Programme::contradiction);
  }

  Point greatest(int cell) {
    hidden[cell].weight(1);
    return point(model.maximise(), cell).orElseThrow(Programme::contradiction);
  }

  /** The cheapest set of cells that, once hidden, let a hidden one be as great as this. */
  Optional<BitSet> toMove(int cell, double value) {
    hidden[cell].level(value);
    Optimisation.Result result = model.minimise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    BitSet moved = new BitSet();
    for (int each = 0; each < table.size(); each++) {
      if (up[each] != null && value(result, up[each]) + value(result, down[each]) > EPSILON) {
        moved.set(each);
      }
    }
    return Optional.of(moved);
  }

  static final double EPSILON = 1e-6;

  private Optional<Point> point(Optimisation.Result result, int wanted) {
    double[] values = new double[table.size()];
    if (result.getState() == Optimisation.State.UNBOUNDED) {
      Arrays.fill(values, Double.NaN);
      values[wanted] = Double.POSITIVE_INFINITY;
      return Optional.of(new Point(values));
    }
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    for (int cell = 0; cell < values.length; cell++) {
      values[cell] = hidden[cell] == null ? table.scaled(cell) : value(result, hidden[cell]);
    }
    return Optional.of(new Point(values));
  }

  /** Values, one a cell, that fit all that is published; not a number where it is not told. */
  record Point(double[] values) {}

  private double value(Optimisation.Result result, Variable variable) {
    return result.doubleValue(model.indexOf(variable));
  }

  private Variable variable(String kind, int cell) {
    return model.addVariable(kind + cell).lower(0);
  }

  private void relate() {
    for (Relation relation : table.relations()) {
      if (relation.kind() == Relation.Kind.SUM) {
        parts(relation).equalsZero();
      } else {
        parts(relation).atLeastZero();
        relation
            .parts()
            .forEach(part -> new Sum().add(relation.total(), 1).add(part, -1).atLeastZero());
      }
    }
  }

  private Sum parts(Relation relation) {
    Sum sum = new Sum().add(relation.total(), -1);
    relation.parts().forEach(part -> sum.add(part, 1));
    return sum;
  }

  private static IllegalStateException contradiction() {
    return new IllegalStateException(
        "A table's own values do not fit its relations. Check that its totals are those of its"
            + " parts.");
  }

  /** A sum over cells; what is a constant of it is taken together. */
  private final class Sum {

    private final Map<Variable, Double> terms = new LinkedHashMap<>();
    private double constant;

    Sum add(int cell, double factor) {
      if (hidden[cell] != null) {
        terms.merge(hidden[cell], factor, Double::sum);
        return this;
      }
      constant += factor * table.scaled(cell);
      if (up[cell] != null) {
        terms.merge(up[cell], factor, Double::sum);
        terms.merge(down[cell], -factor, Double::sum);
      }
      return this;
    }

    void equalsZero() {
      if (!terms.isEmpty()) {
        expression().level(-constant);
      }
    }

    void atLeastZero() {
      if (!terms.isEmpty()) {
        expression().lower(-constant);
      }
    }

    private Expression expression() {
      Expression expression = model.addExpression("e" + model.countExpressions());
      terms.forEach(expression::set);
      return expression;
    }
  }
}
