package dev.glovebox.privacy;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * How values of one class are made coarser: numbers rounded to a step, positions moved to the
 * middle of a grid's cell. It hides detail within a value; it does not hide a person who is alone
 * in a cell, which is the duty of whoever counts people.
 *
 * @param step of numbers, in the unit of their column; 0 leaves numbers as they are
 * @param gridMeters width of a cell; 0 leaves positions as they are
 */
public record Coarsening(double step, double gridMeters) implements Serializable {

  /** Leaves everything as it is. */
  public static final Coarsening NONE = new Coarsening(0, 0);

  private static final double METERS_PER_DEGREE = Math.toRadians(Wgs84.SEMI_MAJOR_AXIS_METERS);
  private static final double MICRODEGREES = 1e6;

  /**
   * A position made coarser.
   *
   * @param latitudeDeg WGS 84
   * @param longitudeDeg WGS 84
   */
  public record Position(double latitudeDeg, double longitudeDeg) {}

  public Coarsening {
    if (!(step >= 0 && gridMeters >= 0 && step + gridMeters < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "A coarsening needs a finite step and grid of at least 0. Provided value: step "
              + step
              + ", grid "
              + gridMeters
              + " m");
    }
  }

  /** The coarser of both, for numbers and for positions. */
  public Coarsening and(Coarsening other) {
    return new Coarsening(Math.max(step, other.step), Math.max(gridMeters, other.gridMeters));
  }

  /** The multiple of the step nearest to the value; NaN for what is not finite. */
  public double number(double value) {
    if (!Double.isFinite(value)) {
      return Double.NaN;
    }
    if (step == 0) {
      return value;
    }
    BigDecimal steps = BigDecimal.valueOf(Math.rint(value / step));
    return steps.multiply(BigDecimal.valueOf(step)).doubleValue();
  }

  /**
   * The middle of the cell in which the position lies. Rows are as high as the grid is wide, and
   * each row is divided into whole cells of about that width.
   */
  public Position position(double latitudeDeg, double longitudeDeg) {
    if (gridMeters == 0) {
      return new Position(latitudeDeg, longitudeDeg);
    }
    double rowDeg = gridMeters / METERS_PER_DEGREE;
    double middleDeg = Math.min((Math.floor(latitudeDeg / rowDeg) + 0.5) * rowDeg, 90);
    double cells = Math.max(1, Math.floor(360 * Math.cos(Math.toRadians(middleDeg)) / rowDeg));
    double cellDeg = 360 / cells;
    double cell = Math.floor((longitudeDeg + 180) / cellDeg) % cells;
    return new Position(rounded(middleDeg), rounded((cell + 0.5) * cellDeg - 180));
  }

  private static double rounded(double degrees) {
    return Math.rint(degrees * MICRODEGREES) / MICRODEGREES;
  }
}
