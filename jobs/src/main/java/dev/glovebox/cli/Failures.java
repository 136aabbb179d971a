package dev.glovebox.cli;

import dev.glovebox.store.Redaction;
import dev.glovebox.store.StoreFailures;
import java.util.Arrays;
import java.util.List;

/** Says to people what went wrong: the problem, why, and the way out. */
final class Failures {

  private static final String OUR_PACKAGE = "dev.glovebox.";

  private Failures() {}

  /** One paragraph, without a trace and without anything of a person. */
  static String paragraph(Throwable failure) {
    List<Throwable> chain = ExitCode.chain(failure);
    return ExitCode.told(chain)
        .map(Throwable::getMessage)
        .orElseGet(
            () ->
                switch (ExitCode.of(failure)) {
                  case CONFIGURATION -> scheme();
                  case CONFLICT -> conflict();
                  case STORAGE -> storage(chain);
                  default -> other(failure);
                });
  }

  private static String scheme() {
    return "A location's scheme is one that no file system here reads. Write s3a: for S3, or add"
        + " the library of the store.";
  }

  private static String conflict() {
    return "Another writer changed a table while this run was writing to it, so this run's change"
        + " was refused and the table is whole. Run it again when the other one has ended.";
  }

  private static String storage(List<Throwable> chain) {
    return chain.stream()
        .filter(StoreFailures::isFull)
        .reduce((outer, inner) -> inner)
        .map(Failures::full)
        .orElseGet(() -> unreliable(chain));
  }

  private static String full(Throwable cause) {
    return "A disk is full ("
        + Redaction.line(cause)
        + "): the lake's, or that of the engine's scratch folder, spark.local.dir. What was"
        + " committed is whole. Make room, or name a larger scratch folder with --set"
        + " spark.local.dir=…, and run it again: it replaces what was not finished.";
  }

  private static String unreliable(List<Throwable> chain) {
    Throwable cause = ExitCode.storage(chain).orElseThrow();
    return "Storage failed ("
        + Redaction.line(cause)
        + "). What a run has not finished, its next try replaces: run it again, and ask \"glovebox"
        + " check\" which store does not answer.";
  }

  private static String other(Throwable failure) {
    return "This run came to a point that it should not come to ("
        + failure.getClass().getSimpleName()
        + place(failure)
        + "). Nothing that it had not committed was written. Run it with --verbose and report what"
        + " it prints; it holds no data of a person.";
  }

  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OUR_PACKAGE))
        .findFirst()
        .map(frame -> " in " + frame.getFileName() + ", line " + frame.getLineNumber())
        .orElse("");
  }
}
