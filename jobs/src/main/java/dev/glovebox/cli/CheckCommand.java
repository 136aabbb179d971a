package dev.glovebox.cli;

import dev.glovebox.job.CheckJob;
import dev.glovebox.job.Ground;
import dev.glovebox.job.Preflight;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code glovebox check}. */
@Command(
    name = "check",
    description = "Reads configuration and policy, probes the stores, and prints what it found.")
final class CheckCommand implements Callable<Integer> {

  private final Workplace workplace;

  @Mixin private ConfigOptions options;

  CheckCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    Ground ground = Preflight.check(options.read(workplace), workplace.environment());
    workplace.progress().step("asking the stores");
    List<CheckJob.Finding> findings = new CheckJob(ground, workplace.environment()).run();
    findings.forEach(this::print);
    workplace.out().flush();
    return exitCode(findings.stream().map(CheckJob.Finding::status).toList()).code();
  }

  private static ExitCode exitCode(List<CheckJob.Status> found) {
    if (found.contains(CheckJob.Status.REFUSED)) {
      return ExitCode.CONFIGURATION;
    }
    return found.contains(CheckJob.Status.UNREACHABLE) ? ExitCode.STORAGE : ExitCode.DONE;
  }

  private void print(CheckJob.Finding finding) {
    workplace
        .out()
        .println(
            "%-14s %-8s %s".formatted(finding.subject(), finding.status().word(), finding.text()));
  }
}
