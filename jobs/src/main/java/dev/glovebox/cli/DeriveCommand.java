package dev.glovebox.cli;

import dev.glovebox.job.Ground;
import dev.glovebox.job.Preflight;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code glovebox derive}. */
@Command(
    name = "derive",
    description = "Derives trips and charges from what was published of one day or several.")
final class DeriveCommand implements Callable<Integer> {

  private final Workplace workplace;
  private final Jobs jobs;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;
  @Mixin private BatchDates batchDates;

  DeriveCommand(Workplace workplace, Jobs jobs) {
    this.workplace = workplace;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    List<LocalDate> dates = batchDates.dates(spec);
    Ground ground = Preflight.check(options.read(workplace), workplace.environment());
    workplace.progress().step("starting the engine");
    try (Jobs.OpenJob job = jobs.derive(ground, workplace.environment(), dates)) {
      new KeptRun(workplace, job).run(context -> context.begin(spec.name(), dates));
    }
    return ExitCode.DONE.code();
  }
}
