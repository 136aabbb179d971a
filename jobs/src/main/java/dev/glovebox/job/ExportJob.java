package dev.glovebox.job;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Serves every request for a holder's data, a package each. Safe to run again: what is there and
 * whole is left as it is.
 */
public final class ExportJob implements Job {

  private final ExportParts parts;

  ExportJob(ExportParts parts) {
    this.parts = parts;
  }

  @Override
  public RunReport run(RunContext context) {
    try (ExportRun run = new ExportRun(parts, context)) {
      return run.served();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
