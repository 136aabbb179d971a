package dev.glovebox.job;

import dev.glovebox.config.Config;
import dev.glovebox.config.Location;
import dev.glovebox.registry.TenureRows;
import dev.glovebox.store.CommitGuard;
import dev.glovebox.store.HadoopSettings;
import dev.glovebox.store.KeyFolder;
import dev.glovebox.store.Redaction;
import dev.glovebox.store.Regions;
import dev.glovebox.store.Stores;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Tells what a configuration leads to, and whether the stores answer. Changes nothing. */
public final class CheckJob {

  private static final int SHOWN_DIGITS = 12;

  private final Ground ground;
  private final Config config;
  private final Configuration hadoop;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param ground that {@link Preflight} has found sound
   * @param environment of the process, where secrets may be
   */
  public CheckJob(Ground ground, Map<String, String> environment) {
    this.ground = ground;
    this.config = ground.config();
    this.hadoop = HadoopSettings.complete(config, environment);
  }

  /** How a thing that was looked at is. */
  public enum Status {
    FINE("ok"),
    WARNING("warning"),
    UNREACHABLE("FAILED"),
    REFUSED("REFUSED");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** For people. */
    public String word() {
      return word;
    }
  }

  /**
   * One thing that was looked at.
   *
   * @param text what was found, a line
   */
  public record Finding(String subject, Status status, String text) {}

  /** Looks at everything, in the order in which it is told. */
  public List<Finding> run() {
    fine("configuration", config.file().toString());
    Config.Locations locations = config.locations();
    readable("raw", locations.raw());
    readable("registry", locations.registry());
    registry();
    locations.requests().ifPresent(location -> readable("requests", location));
    writable("lake", locations.lake());
    commits();
    locations.packages().ifPresent(location -> writable("packages", location));
    locations.reports().ifPresent(location -> writable("reports", location));
    region();
    rules();
    keys();
    return List.copyOf(findings);
  }

  private void readable(String subject, Location location) {
    attempt(subject, location, () -> Stores.contents(location, hadoop));
  }

  private void writable(String subject, Location location) {
    attempt(
        subject,
        location,
        () -> {
          Stores.probe(location, hadoop);
          return Stores.contents(location, hadoop) + ", can be written";
        });
  }

  private void attempt(String subject, Location location, Question question) {
    try {
      fine(subject, location + " (" + regionOf(location) + "): " + question.answer());
    } catch (IOException failed) {
      String text = location + ": " + Redaction.line(failed);
      findings.add(new Finding(subject, Status.UNREACHABLE, text));
    }
  }

  /** Its rows are read, since a registry that cannot be understood stops every run. */
  private void registry() {
    Location csv = config.locations().registry().resolve("tenures.csv");
    try {
      int tenures = TenureRows.parseCsv(new StringReader(Stores.text(csv, hadoop))).size();
      fine("tenures", tenures + " in tenures.csv");
    } catch (FileNotFoundException noCsv) {
      fine("tenures", "a Delta table");
    } catch (IOException failed) {
      findings.add(new Finding("tenures", Status.UNREACHABLE, csv + " cannot be read"));
    }
  }

  /** A store that would lose commits is found out here, before a run finds it out. */
  private void commits() {
    CommitGuard guard = CommitGuard.of(config);
    try {
      Optional<String> refusal = guard.refusal(hadoop);
      Status sound = guard.isLease() ? Status.WARNING : Status.FINE;
      findings.add(
          new Finding(
              "commits",
              refusal.isPresent() ? Status.REFUSED : sound,
              refusal.orElse("kept apart " + guard.description())));
    } catch (IOException failed) {
      findings.add(new Finding("commits", Status.UNREACHABLE, Redaction.line(failed)));
    }
  }

  private void region() {
    if (config.region().allowed().isPresent()) {
      fine("region", "allowed: " + String.join(", ", config.region().allowed().get()));
    } else {
      findings.add(
          new Finding(
              "region",
              Status.WARNING,
              "any is allowed; set region.allowed to keep data where the law wants it"));
    }
  }

  private void rules() {
    fine(
        "policy",
        config.policy().map(Location::toString).orElse("packaged")
            + ", version "
            + ground.policy().version()
            + ", sha256 "
            + shortened(ground.policy().digest()));
    fine(
        "catalogue",
        ground.catalogue().signals().size()
            + " signals, sha256 "
            + shortened(ground.catalogue().digest()));
    fine("time zone", config.timeZone().getId());
    int buckets = config.layout().ownerBuckets();
    fine("layout", buckets == 0 ? "a partition an owner" : buckets + " buckets of owners");
  }

  private void keys() {
    config
        .keys()
        .given()
        .ifPresentOrElse(
            given -> fine("keys", given.pseudonym().id() + ", " + given.signing().id()),
            this::ownKeys);
  }

  private void ownKeys() {
    KeyFolder folder = KeyFolder.of(config);
    fine("keys", folder.path() + (folder.exists() ? "" : ", made by the first run"));
  }

  private String regionOf(Location location) {
    return new Regions(hadoop).of(location).orElse("region unknown");
  }

  private void fine(String subject, String text) {
    findings.add(new Finding(subject, Status.FINE, text));
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
  }

  @FunctionalInterface
  private interface Question {
    String answer() throws IOException;
  }
}
