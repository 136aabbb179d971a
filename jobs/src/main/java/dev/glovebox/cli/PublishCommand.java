package dev.glovebox.cli;

import dev.glovebox.config.ConfigReading;
import dev.glovebox.job.Ground;
import dev.glovebox.job.Preflight;
import dev.glovebox.store.Keys;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code glovebox publish}. */
@Command(
    name = "publish",
    description = "Publishes the raw objects of one day or several to their owners.")
final class PublishCommand implements Callable<Integer> {

  private final Workplace workplace;
  private final Jobs jobs;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;
  @Mixin private BatchDates batchDates;

  PublishCommand(Workplace workplace, Jobs jobs) {
    this.workplace = workplace;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    List<LocalDate> dates = batchDates.dates(spec);
    ConfigReading reading = options.read(workplace);
    Ground ground = Preflight.check(reading, workplace.environment());
    Keys keys = Keys.open(ground.config(), workplace.environment());
    keys.made().ifPresent(workplace::tellOfKeys);
    workplace.progress().step("starting the engine");
    try (Jobs.OpenJob job = jobs.publish(ground, keys, workplace.environment(), dates)) {
      new KeptRun(workplace, job).run(context -> context.begin(spec.name(), dates));
    }
    return ExitCode.DONE.code();
  }
}
