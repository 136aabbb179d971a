package dev.glovebox.store;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigException;
import dev.glovebox.config.Location;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;

/**
 * What keeps two writers from losing each other's commits to the lake. It fails closed: what is not
 * known to keep them apart is refused.
 */
public final class CommitGuard {

  private static final String WAYS_OUT =
      "Two runs at once could lose each other's commits. Use a store that keeps \"If-None-Match: *\""
          + " on PUT, as Amazon S3 does, or set \"commits.guard: lease\", with which one run writes"
          + " at a time (docs/operations.md)";

  private final Config config;
  private final Location lake;
  private final LogStores logStores;

  private CommitGuard(Config config) {
    this.config = config;
    this.lake = config.locations().lake();
    // With true it takes what spark-submit was given.
    this.logStores = LogStores.of(config, new SparkConf(true));
  }

  /** The guard of the lake that a configuration names. */
  public static CommitGuard of(Config config) {
    return new CommitGuard(config);
  }

  /** What can be told to be wrong without asking the store; a sentence each. */
  public List<String> faults() {
    return logStores.fault().stream().toList();
  }

  /**
   * Asks the store whether it keeps its part, with several writers at once.
   *
   * @return why not; empty if it does, or nothing depends on it
   * @throws IOException if it does not answer
   */
  public Optional<String> refusal(Configuration hadoop) throws IOException {
    if (!restsOnTheStore()) {
      return Optional.empty();
    }
    try (FileSystem files = Stores.open(lake, hadoop)) {
      return probe(files).race().map(CommitGuard::sentence);
    }
  }

  /**
   * Lets this process write to the lake: asks the store by two small writes, or takes the lease.
   *
   * @return to be closed when nothing more is committed
   * @throws ConfigException if the store does not keep its part
   * @throws LeaseException if another run has the lease
   * @throws IOException if the store does not answer
   */
  public Permit enter(Configuration hadoop) throws IOException {
    if (logStores.guard() == LogStores.Kind.LEASE) {
      return WriterLease.take(lake, hadoop)::close;
    }
    if (restsOnTheStore()) {
      requireConditions(hadoop);
    }
    return () -> {};
  }

  /** For people: {@code by conditional writes}. */
  public String description() {
    return logStores.guard().description();
  }

  /** Whether only one run may write at a time. */
  public boolean isLease() {
    return logStores.guard() == LogStores.Kind.LEASE;
  }

  private boolean restsOnTheStore() {
    return logStores.guard() == LogStores.Kind.CONDITIONAL_WRITE;
  }

  /** With the patience of the run itself, since nobody waits for the answer. */
  private void requireConditions(Configuration hadoop) throws IOException {
    try (FileSystem files = FileSystem.newInstance(new Path(lake.text()).toUri(), hadoop)) {
      Optional<String> refusal = probe(files).twice();
      if (refusal.isPresent()) {
        throw new ConfigException(config.file().toString(), List.of(sentence(refusal.get())));
      }
    }
  }

  private ConditionProbe probe(FileSystem files) {
    return new ConditionProbe(files, new Path(lake.text()));
  }

  private static String sentence(String wrong) {
    return "the store of \"lake\" does not keep commits apart: " + wrong + ". " + WAYS_OUT;
  }

  /** To write to the lake. */
  @FunctionalInterface
  public interface Permit extends AutoCloseable {

    @Override
    void close();
  }
}
