package dev.glovebox.job;

import dev.glovebox.reporting.Figure;
import dev.glovebox.reporting.NoiseBudget;
import dev.glovebox.reporting.NoiseOrder;
import dev.glovebox.reporting.Period;
import dev.glovebox.reporting.PolicyReportTable;
import dev.glovebox.reporting.Reading;
import dev.glovebox.reporting.Reference;
import dev.glovebox.reporting.Report;
import dev.glovebox.reporting.ReportMaker;
import dev.glovebox.reporting.Statements;
import dev.glovebox.reporting.figures.Figures;
import dev.glovebox.reporting.form.Forms;
import dev.glovebox.reporting.noise.Price;
import dev.glovebox.store.StoredObjects;
import dev.glovebox.table.Lake;
import dev.glovebox.table.RegistryFiles;
import dev.glovebox.table.ReportTables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports a period: reads the year's figures, hides small ones, and writes them in every form. Safe
 * to run again: the period's report is replaced.
 */
public final class ReportJob implements Job {

  private final Ground ground;
  private final Lake lake;
  private final RegistryFiles registry;
  private final StoredObjects reports;
  private final Period period;
  private final Optional<NoiseOrder> order;
  private final Reference reference = Reference.packaged();

  /**
   * @param ground that {@link Preflight} has found sound
   * @param reports where reports lie
   * @param order of noise; empty for exact figures
   */
  public ReportJob(
      Ground ground,
      Lake lake,
      RegistryFiles registry,
      StoredObjects reports,
      Period period,
      Optional<NoiseOrder> order) {
    this.ground = ground;
    this.lake = lake;
    this.registry = registry;
    this.reports = reports;
    this.period = period;
    this.order = order;
  }

  @Override
  public RunReport run(RunContext context) {
    try {
      return report(context);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private RunReport report(RunContext context) throws IOException {
    RunReport run =
        context.begin("report", days()).under(ground.policyStamp(), ground.catalogue().digest());
    Statements statements =
        registry.statements().map(Statements::parse).orElseGet(Statements::none);
    context.progress().step("reading the figures of " + period.year());
    Reading reading = read(statements);
    context.progress().step("hiding small counts");
    ReportMaker maker =
        new ReportMaker(ground.policy(), statements, reference, ground.config().report().least());
    PolicyReportTable table = new PolicyReportTable(lake);
    Report exact =
        maker.make(
            period, reading, table.published(period.year()), table.published(period.year() - 1));
    Report report = order.map(noise -> noised(maker, exact, reading, noise, run)).orElse(exact);
    context.progress().step("writing the report");
    long version = table.replace(report, run.runId(), CommitStamp.of(period, run));
    write(report);
    RunReport done = run.committed(commit(report, version));
    for (var warning : report.warnings()) {
      done = done.warned(warning.english());
    }
    return done;
  }

  private Reading read(Statements statements) throws IOException {
    Map<String, Long> bounds = order.isPresent() ? reference.noiseBounds() : Map.of();
    return figures(statements).read(period, ground.config().timeZone(), bounds);
  }

  private Report noised(
      ReportMaker maker, Report exact, Reading reading, NoiseOrder noise, RunReport run) {
    Price budget =
        new Price(ground.config().report().epsilonBudget(), ground.config().report().deltaBudget());
    NoiseBudget.Question question =
        NoiseBudget.Question.of(exact, reading, noise, reference.noiseBounds());
    List<Figure> figures =
        new NoiseBudget(lake, budget)
            .answer(question, run.runId(), () -> maker.noised(exact, reading, noise));
    return maker.withNoise(period, reading, figures, noise);
  }

  private Figures figures(Statements statements) throws IOException {
    return new Figures(
        lake,
        ground.catalogue(),
        new Figures.Registry(registry.vehicles(), registry.tenures()),
        reference,
        statements.recipientsAbroad());
  }

  private void write(Report report) throws IOException {
    String folder = report.noise().isPresent() ? period + "/noised/" : period + "/";
    for (Map.Entry<String, byte[]> form : Forms.of(report).entrySet()) {
      try (OutputStream out = reports.create(folder + form.getKey())) {
        out.write(form.getValue());
      }
    }
  }

  private static RunReport.Commit commit(Report report, long version) {
    return new RunReport.Commit(
        ReportTables.policyReport().name(), null, report.figures().size(), version);
  }

  private List<LocalDate> days() {
    return List.of(period.firstDay(), period.dayAfter().minusDays(1));
  }
}
