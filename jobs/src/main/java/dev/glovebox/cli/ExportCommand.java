package dev.glovebox.cli;

import dev.glovebox.job.Ground;
import dev.glovebox.job.Preflight;
import dev.glovebox.store.Keys;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glovebox export}. */
@Command(
    name = "export",
    description = "Serves every open request for an export or an incident, one package each.")
final class ExportCommand implements Callable<Integer> {

  private final Workplace workplace;
  private final Jobs jobs;

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--as-of",
      required = true,
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "The time to go by, as 2026-12-05T03:00:00Z; the clock is not asked.")
  private Instant asOf;

  ExportCommand(Workplace workplace, Jobs jobs) {
    this.workplace = workplace;
    this.jobs = jobs;
  }

  @Override
  public Integer call() {
    Ground ground = Preflight.checkDelivery(options.read(workplace), workplace.environment());
    Keys keys = Keys.open(ground.config(), workplace.environment());
    keys.made().ifPresent(workplace::tellOfKeys);
    workplace.progress().step("starting the engine");
    try (Jobs.OpenJob job = jobs.export(ground, keys, workplace.environment(), asOf)) {
      new KeptRun(workplace, job).run(context -> context.begin(spec.name(), asOf));
    }
    return ExitCode.DONE.code();
  }
}
