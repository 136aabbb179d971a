package dev.glovebox.store;

import dev.glovebox.config.Location;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to be a lake's only writer, for a term, and renewed until it is closed.
 *
 * <p>Whoever wants it puts a claim of its own into the lake's {@value #FOLDER} and then lists the
 * claims: with another live one there it withdraws. Of two at once the later to list sees the
 * other, so never both have it, and sometimes neither. That needs a store whose listings show what
 * was written before, and no condition. Ages are told by the store's clock alone.
 *
 * <p>It is an agreement: it binds those who ask for it. It does not stop another program, nor a
 * commit that was sent while the lease was held and reaches the store after its term.
 */
public final class WriterLease implements AutoCloseable {

  /** How long a claim counts that is not renewed: what a crash leaves behind. */
  public static final Duration TERM = Duration.ofMinutes(10);

  private static final String FOLDER = "_leases";
  private static final int RENEWALS_A_TERM = 5;
  private static final Set<WriterLease> HELD = ConcurrentHashMap.newKeySet();

  private final FileSystem files;
  private final Path lake;
  private final Path claim;
  private final Duration term;
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(WriterLease::daemon);
  private volatile Renewal renewal;

  /** When the last renewal began, by both clocks: one of them stands while a machine sleeps. */
  private record Renewal(long nanos, Instant instant) {

    static Renewal now() {
      return new Renewal(System.nanoTime(), Instant.now());
    }

    boolean isOlderThan(Duration age) {
      return System.nanoTime() - nanos > age.toNanos() || Instant.now().isAfter(instant.plus(age));
    }
  }

  private WriterLease(FileSystem files, Path lake, Duration term) {
    this.files = files;
    this.lake = lake;
    this.claim = new Path(new Path(lake, FOLDER), UUID.randomUUID().toString());
    this.term = term;
  }

  /**
   * Takes the lease of a lake.
   *
   * @throws LeaseException if another run has it
   * @throws IOException if the store failed
   */
  public static WriterLease take(Location lake, Configuration hadoop) throws IOException {
    return take(lake, hadoop, TERM);
  }

  static WriterLease take(Location lake, Configuration hadoop, Duration term) throws IOException {
    Path path = new Path(lake.text());
    FileSystem files = FileSystem.newInstance(path.toUri(), hadoop);
    WriterLease lease = new WriterLease(files, files.makeQualified(path), term);
    try {
      lease.claim();
      lease.keepRenewed();
      return lease;
    } catch (IOException | RuntimeException refused) {
      lease.closeAfter(refused);
      throw refused;
    }
  }

  /**
   * Lets a commit pass.
   *
   * @param object qualified, in the log of a table
   * @throws LeaseException if this process does not hold the lease of its lake
   */
  static void requireHeld(Path object) throws IOException {
    WriterLease lease =
        HELD.stream()
            .filter(held -> held.covers(object))
            .findFirst()
            .orElseThrow(
                () ->
                    new LeaseException(
                        "A commit was refused: this run holds no lease of its lake."));
    lease.requireHeld();
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    HELD.remove(this);
    endRenewals();
    try (files) {
      files.delete(claim, false);
    } catch (IOException left) {
      // The lease ends by itself, and the run that held it has ended well.
    }
  }

  /** Waits for one that is under way: after the deletion it would bring the claim back. */
  private void endRenewals() {
    renewals.shutdown();
    try {
      boolean unused = renewals.awaitTermination(term.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean covers(Path object) {
    Path folder = object;
    while (folder != null && !folder.equals(lake)) {
      folder = folder.getParent();
    }
    return folder != null;
  }

  private void claim() throws IOException {
    renew();
    Instant now = Instant.ofEpochMilli(files.getFileStatus(claim).getModificationTime());
    for (FileStatus other : files.listStatus(claim.getParent())) {
      if (!other.getPath().getName().equals(claim.getName())) {
        refuseUnlessOver(other, now);
      }
    }
    HELD.add(this);
  }

  private void refuseUnlessOver(FileStatus other, Instant now) throws IOException {
    Instant renewed = Instant.ofEpochMilli(other.getModificationTime());
    if (!renewed.plus(term).isBefore(now)) {
      throw new LeaseException(
          "Another run has the lease of the lake, renewed at "
              + renewed
              + ". With commits.guard: lease one run writes at a time: run this again when that one"
              + " has ended. If it crashed, its lease ends by itself within "
              + term.toMinutes()
              + " minutes of that instant.");
    }
    files.delete(other.getPath(), false);
  }

  /** A renewal that arrives late renews nothing: another run may have taken the lease. */
  private void renew() throws IOException {
    Renewal last = renewal;
    Renewal begun = Renewal.now();
    try (OutputStream stream = files.create(claim, true)) {
      stream.write(begun.instant().toString().getBytes(StandardCharsets.US_ASCII));
    }
    if (last == null || !isOver(last)) {
      renewal = begun;
    }
  }

  private void keepRenewed() {
    long pause = term.toMillis() / RENEWALS_A_TERM;
    var unused =
        renewals.scheduleWithFixedDelay(this::tryToRenew, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void tryToRenew() {
    try {
      requireHeld();
      renew();
    } catch (IOException | RuntimeException failed) {
      // The next try may do; if none does, the lease is over and commits are refused.
    }
  }

  private void requireHeld() throws IOException {
    if (isOver(renewal) || !isThere()) {
      throw new LeaseException(
          "This run's lease of the lake has ended before the run did: it could not be renewed in"
              + " time, since the store did not answer or this machine stood still. Nothing more is"
              + " committed. Run it again.");
    }
  }

  /** A renewal's pause before others may take it, so that a commit has time to arrive. */
  private boolean isOver(Renewal last) {
    return last.isOlderThan(term.minus(term.dividedBy(RENEWALS_A_TERM)));
  }

  private boolean isThere() throws IOException {
    try {
      return files.getFileStatus(claim).isFile();
    } catch (FileNotFoundException taken) {
      return false;
    }
  }

  private void closeAfter(Exception refused) {
    try {
      close();
    } catch (UncheckedIOException alsoFailed) {
      refused.addSuppressed(alsoFailed);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "glovebox-lease");
    thread.setDaemon(true);
    return thread;
  }
}
