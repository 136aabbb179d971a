package dev.glovebox.cli;

import dev.glovebox.config.ConfigException;
import dev.glovebox.job.Ground;
import dev.glovebox.job.Preflight;
import dev.glovebox.reporting.NoiseOrder;
import dev.glovebox.reporting.Period;
import dev.glovebox.reporting.noise.Price;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code glovebox report}. */
@Command(
    name = "report",
    description =
        "Writes the policy report of a year or a month as JSON, HTML and PDF, and into the table"
            + " policy_report.")
final class ReportCommand implements Callable<Integer> {

  private final Workplace workplace;
  private final Jobs jobs;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--period",
      required = true,
      paramLabel = "PERIOD",
      converter = PeriodConverter.class,
      description = "What to report: a year, as 2026, or a month, as 2026-11.")
  private Period period;

  @Option(
      names = "--epsilon",
      paramLabel = "NUMBER",
      description =
          "Puts noise on the counts that can carry it, at this cost (ε) to each person; paid from"
              + " the year's budget.")
  private BigDecimal epsilon;

  @Option(
      names = "--delta",
      paramLabel = "NUMBER",
      description = "With --epsilon: Gaussian noise with this δ; without it, Laplace noise.")
  private BigDecimal delta;

  ReportCommand(Workplace workplace, Jobs jobs) {
    this.workplace = workplace;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    Optional<NoiseOrder> order = order();
    Ground ground = Preflight.check(options.read(workplace), workplace.environment());
    requireReports(ground);
    workplace.progress().step("starting the engine");
    try (Jobs.OpenJob job = jobs.report(ground, workplace.environment(), period, order)) {
      new KeptRun(workplace, job).run(context -> context.begin(spec.name(), days()));
    }
    return ExitCode.DONE.code();
  }

  private Optional<NoiseOrder> order() {
    if (epsilon == null && delta == null) {
      return Optional.empty();
    }
    if (epsilon == null) {
      throw new ParameterException(spec.commandLine(), "--delta belongs to --epsilon; give both.");
    }
    try {
      BigDecimal ofGaussian = delta == null ? BigDecimal.ZERO : delta;
      return Optional.of(new NoiseOrder(new Price(epsilon, ofGaussian)));
    } catch (IllegalArgumentException refused) {
      throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
    }
  }

  private List<LocalDate> days() {
    return List.of(period.firstDay(), period.dayAfter().minusDays(1));
  }

  private static void requireReports(Ground ground) {
    if (ground.config().locations().reports().isEmpty()) {
      throw new ConfigException(
          ground.config().file().toString(),
          List.of(
              "\"reports\" is missing, so a report has no place; add the line \"reports:"
                  + " FOLDER\""));
    }
  }

  /** Reads {@code 2026} or {@code 2026-11}. */
  static final class PeriodConverter implements ITypeConverter<Period> {

    @Override
    public Period convert(String text) {
      try {
        return Period.parse(text);
      } catch (IllegalArgumentException refused) {
        throw new TypeConversionException(refused.getMessage());
      }
    }
  }
}
