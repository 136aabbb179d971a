package dev.glovebox.cli;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import dev.glovebox.job.Ground;
import dev.glovebox.job.Job;
import dev.glovebox.job.RunContext;
import dev.glovebox.job.RunReport;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.store.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jobs that note what they are asked to do, and do what a test says. */
final class Errands implements Jobs {

  final List<Ground> grounds = new ArrayList<>();
  final List<List<LocalDate>> dates = new ArrayList<>();
  final List<Instant> instants = new ArrayList<>();
  final List<RunReport> reports = new ArrayList<>();
  final List<FleetOptions> fleets = new ArrayList<>();
  final List<Location> places = new ArrayList<>();
  int closed;

  private final Job work;

  private Errands(Job work) {
    this.work = work;
  }

  static Errands thatDo(Job work) {
    return new Errands(work);
  }

  static Errands thatSucceed() {
    return new Errands(context -> context.begin("publish", List.of(LocalDate.EPOCH)));
  }

  static Errands thatFail(RuntimeException failure) {
    return new Errands(
        context -> {
          throw failure;
        });
  }

  @Override
  public OpenJob publish(
      Ground ground, Keys keys, Map<String, String> environment, List<LocalDate> batchDates) {
    grounds.add(ground);
    dates.add(batchDates);
    return new Errand();
  }

  @Override
  public OpenJob derive(
      Ground ground, Map<String, String> environment, List<LocalDate> batchDates) {
    grounds.add(ground);
    dates.add(batchDates);
    return new Errand();
  }

  @Override
  public OpenJob export(Ground ground, Keys keys, Map<String, String> environment, Instant asOf) {
    grounds.add(ground);
    instants.add(asOf);
    return new Errand();
  }

  @Override
  public OpenJob maintain(Ground ground, Map<String, String> environment, Instant asOf) {
    grounds.add(ground);
    instants.add(asOf);
    return new Errand();
  }

  @Override
  public void simulate(
      FleetOptions options, Location out, Config config, Map<String, String> environment) {
    fleets.add(options);
    places.add(out);
  }

  private final class Errand implements OpenJob {

    @Override
    public RunReport run(RunContext context) {
      return work.run(context);
    }

    @Override
    public void write(RunReport report) {
      reports.add(report);
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
