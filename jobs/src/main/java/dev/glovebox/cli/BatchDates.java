package dev.glovebox.cli;

import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Which batch dates a run works on: one, or all from one to another. */
final class BatchDates {

  @Option(
      names = "--batch-date",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The day to work on, as 2026-11-02.")
  private LocalDate batchDate;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The first of several days.")
  private LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The last of several days, itself included.")
  private LocalDate to;

  /**
   * The dates in order.
   *
   * @param command that they are options of
   * @throws ParameterException unless exactly one form is given, and it makes sense
   */
  List<LocalDate> dates(CommandSpec command) {
    boolean range = from != null || to != null;
    if (range == (batchDate != null)) {
      throw new ParameterException(
          command.commandLine(), "Give either --batch-date DATE, or --from DATE --to DATE.");
    }
    if (!range) {
      return List.of(batchDate);
    }
    if (from == null || to == null) {
      throw new ParameterException(
          command.commandLine(),
          "--from and --to belong together; for one day give --batch-date DATE.");
    }
    if (to.isBefore(from)) {
      throw new ParameterException(
          command.commandLine(), "--to " + to + " lies before --from " + from + "; exchange them.");
    }
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
