package dev.glovebox.cli;

import dev.glovebox.config.ConfigException;
import dev.glovebox.job.JobFailure;
import dev.glovebox.privacy.PolicyException;
import dev.glovebox.privacy.SensitivePlacesException;
import dev.glovebox.registry.RegistryException;
import dev.glovebox.reporting.StatementsException;
import dev.glovebox.reporting.noise.BudgetException;
import dev.glovebox.signal.CatalogueException;
import dev.glovebox.store.LeaseException;
import dev.glovebox.store.StoreFailures;
import dev.glovebox.table.LayoutMismatchException;
import dev.glovebox.table.SweptException;
import dev.glovebox.table.TurnTakenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What a process tells the scheduler that started it. */
public enum ExitCode {
  DONE(0),
  OTHER(1),
  USAGE(2),
  CONFIGURATION(3),
  INPUT(4),
  STORAGE(5),
  CONFLICT(6);

  private static final Set<Class<? extends Throwable>> REFUSALS =
      Set.of(
          ConfigException.class,
          PolicyException.class,
          SensitivePlacesException.class,
          RegistryException.class,
          CatalogueException.class,
          LayoutMismatchException.class,
          StatementsException.class,
          BudgetException.class);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number. */
  public int code() {
    return code;
  }

  /** By whatever in the chain of causes says most: our own word, then a conflict, then storage. */
  public static ExitCode of(Throwable failure) {
    List<Throwable> chain = chain(failure);
    Optional<Throwable> told = told(chain);
    if (told.isPresent()) {
      return ofTold(told.get());
    }
    if (chain.stream().anyMatch(StoreFailures::isUnknownScheme)) {
      return CONFIGURATION;
    }
    if (chain.stream().anyMatch(ExitCode::isConflict)) {
      return CONFLICT;
    }
    return storage(chain).isPresent() ? STORAGE : OTHER;
  }

  /** The failure in the chain that was written for people; empty if there is none. */
  static Optional<Throwable> told(List<Throwable> chain) {
    return first(
        chain,
        cause ->
            cause instanceof JobFailure
                || cause instanceof LeaseException
                || REFUSALS.contains(cause.getClass()));
  }

  private static ExitCode ofTold(Throwable told) {
    if (told instanceof JobFailure job) {
      return of(job.category());
    }
    return told instanceof LeaseException ? CONFLICT : CONFIGURATION;
  }

  /** The failure that storage began with; empty if storage has no part in it. */
  static Optional<Throwable> storage(List<Throwable> chain) {
    return first(chain, StoreFailures::isStorage);
  }

  /** A failure and what caused it, outermost first; ends where it bites its own tail. */
  static List<Throwable> chain(Throwable failure) {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !chain.contains(cause);
        cause = cause.getCause()) {
      chain.add(cause);
    }
    return chain;
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof TurnTakenException
        || failure instanceof SweptException
        || StoreFailures.isConflict(failure);
  }

  private static Optional<Throwable> first(List<Throwable> chain, Predicate<Throwable> test) {
    return chain.stream().filter(test).findFirst();
  }

  private static ExitCode of(JobFailure.Category category) {
    return switch (category) {
      case CONFIGURATION -> CONFIGURATION;
      case INPUT -> INPUT;
      case STORAGE -> STORAGE;
      case CONFLICT -> CONFLICT;
      case OTHER -> OTHER;
    };
  }
}
