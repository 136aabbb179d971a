package dev.glovebox.job;

import java.util.Optional;

/**
 * A run ends for a reason that people can act on.
 *
 * <p>Its message says the problem, why, and the way out, and names no person and no vehicle.
 */
public final class JobFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What kind of thing went wrong; each has an exit code of its own. */
  public enum Category {
    /** The configuration, the policy or the registry cannot be used. */
    CONFIGURATION,
    /** The input breaks its contract beyond the tolerance. */
    INPUT,
    /** Storage failed; another try may do. */
    STORAGE,
    /** Another writer holds the table. */
    CONFLICT,
    /** Anything else: a fault of the program. */
    OTHER
  }

  private final Category category;
  private final transient RunReport report;

  public JobFailure(Category category, String message) {
    this(category, message, (Throwable) null);
  }

  public JobFailure(Category category, String message, Throwable cause) {
    super(message, cause);
    this.category = category;
    this.report = null;
  }

  /**
   * A run that did a part of its work.
   *
   * @param report of that part
   */
  public JobFailure(Category category, String message, RunReport report) {
    super(message);
    this.category = category;
    this.report = report;
  }

  /** What was done all the same; empty where nothing was. */
  public Optional<RunReport> report() {
    return Optional.ofNullable(report);
  }

  public Category category() {
    return category;
  }
}
