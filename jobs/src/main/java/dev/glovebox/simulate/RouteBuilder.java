package dev.glovebox.simulate;

import java.util.ArrayList;
import java.util.List;

/** Finds a way along streets, over the ring road when it is far, with stops at lights. */
final class RouteBuilder {

  private static final double KMH = 1 / 3.6;
  private static final double STREET = 52 * KMH;
  private static final double AVENUE = 64 * KMH;
  private static final double RING = 82 * KMH;
  private static final double RING_FROM_METERS = 7_000;
  private static final double RING_STEP_RAD = StrictMath.PI / 36;
  private static final double STOP_SHARE = 0.3;

  private final City city;
  private final Draws draws;
  private final List<double[]> points = new ArrayList<>();
  private final List<double[]> stretches = new ArrayList<>();
  private double meters;

  private RouteBuilder(City city, Draws draws, Spot from) {
    this.city = city;
    this.draws = draws;
    points.add(new double[] {from.u(), from.v(), 0});
  }

  static Route between(City city, Spot from, Spot to, Draws draws) {
    RouteBuilder builder = new RouteBuilder(city, draws, from);
    builder.toward(to.u(), to.v());
    return new Route(city, builder);
  }

  /** By way of the crossing in the middle of a place. */
  static Route through(City city, Spot from, Place place, Spot to, Draws draws) {
    RouteBuilder builder = new RouteBuilder(city, draws, from);
    builder.alongStreets(place.crossingU(), place.crossingV());
    builder.alongStreets(to.u(), to.v());
    return new Route(city, builder);
  }

  private void toward(double u, double v) {
    double far = distance(u, v);
    double reach = city.ringMeters * 0.95;
    if (far > RING_FROM_METERS && Math.abs(v) < reach && Math.abs(lastV()) < reach) {
      alongRing(u, v);
    } else {
      alongStreets(u, v);
    }
  }

  /** Along u to some street across, along that, and along u again. */
  private void alongStreets(double u, double v) {
    double across = city.streetU(lastU() + draws.unit(points.size()) * (u - lastU()));
    drive(across, lastV(), STREET);
    drive(across, v, AVENUE);
    drive(u, v, STREET);
  }

  private void alongRing(double u, double v) {
    double onto = ringU(lastV(), lastU());
    double off = ringU(v, u);
    drive(onto, lastV(), AVENUE);
    double angle = StrictMath.atan2(lastV(), onto);
    double turn = StrictMath.atan2(v, off) - angle;
    if (Math.abs(turn) > StrictMath.PI) {
      turn -= StrictMath.copySign(2 * StrictMath.PI, turn);
    }
    int steps = 1 + (int) (Math.abs(turn) / RING_STEP_RAD);
    double before = meters;
    for (int i = 1; i < steps; i++) {
      double on = angle + turn * i / steps;
      point(city.ringMeters * StrictMath.cos(on), city.ringMeters * StrictMath.sin(on));
    }
    point(off, v);
    stretch(before, RING, 0);
    drive(u, v, AVENUE);
  }

  private double ringU(double v, double u) {
    return StrictMath.copySign(StrictMath.sqrt(city.ringMeters * city.ringMeters - v * v), u);
  }

  /** Straight on, past crossings with lights. */
  private void drive(double u, double v, double cruise) {
    double fromU = lastU();
    double length = distance(u, v);
    if (length < 1) {
      return;
    }
    double before = meters;
    point(u, v);
    double block = u == fromU ? city.blockV : city.blockU;
    double done = before;
    for (double at = before + block; at < before + length - block / 2; at += block) {
      long crossing = 1_000 + Math.round(at);
      if (draws.chance(crossing, STOP_SHARE)) {
        stretches.add(new double[] {at, cruise, draws.between(-crossing, 4, 40)});
        done = at;
      }
    }
    stretch(done, cruise, 0);
  }

  private void point(double u, double v) {
    meters += distance(u, v);
    points.add(new double[] {u, v, meters});
  }

  private void stretch(double from, double cruise, double waitSeconds) {
    if (meters - from > 0) {
      stretches.add(new double[] {meters, cruise, waitSeconds});
    }
  }

  private double distance(double u, double v) {
    double du = u - lastU();
    double dv = v - lastV();
    return Math.sqrt(du * du + dv * dv);
  }

  private double lastU() {
    return points.get(points.size() - 1)[0];
  }

  private double lastV() {
    return points.get(points.size() - 1)[1];
  }

  double[] us() {
    return column(points, 0);
  }

  double[] vs() {
    return column(points, 1);
  }

  double[] atMeters() {
    return column(points, 2);
  }

  double[] stretchEnds() {
    return column(stretches, 0);
  }

  double[] cruises() {
    return column(stretches, 1);
  }

  double[] waits() {
    return column(stretches, 2);
  }

  private static double[] column(List<double[]> rows, int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }
}
