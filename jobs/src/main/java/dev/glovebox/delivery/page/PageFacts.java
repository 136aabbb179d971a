package dev.glovebox.delivery.page;

import dev.glovebox.request.Request.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * All that the page of an owner's package shows.
 *
 * @param asked what was asked for, and when it was answered
 * @param vehicles those of which the package holds or could hold anything, in order of VIN
 * @param journal what the cars did, noted by {@link PageNotes}
 * @param completeness what became of everything that was received
 * @param files the files of the package below its folder, in the order in which to name them; the
 *     page itself and the manifests need not be among them
 * @param columns every column of the tables in it, explained; empty where an earlier package of
 *     this holder explained them
 * @param neverSent columns that the catalogue knows and that none of these cars filled
 * @param seal how the package is signed
 * @param terms how long the data is kept, and whom to turn to
 */
public record PageFacts(
    Asked asked,
    List<Vehicle> vehicles,
    Journal journal,
    Completeness completeness,
    List<PackageFile> files,
    List<Column> columns,
    List<Column> neverSent,
    Seal seal,
    Terms terms) {

  public PageFacts {
    vehicles = List.copyOf(vehicles);
    files = List.copyOf(files);
    columns = List.copyOf(columns);
    neverSent = List.copyOf(neverSent);
  }

  /**
   * A request and its answer.
   *
   * @param requestId identifies the request and names the package's folder
   * @param language in which the page is written
   * @param zone of the times that the page shows
   * @param receivedAt when the portal received it
   * @param answeredAt the instant as of which the package was made
   * @param from where what was asked for begins; empty: the first reading
   * @param to where it ends, exclusive; empty: the last reading
   */
  public record Asked(
      String requestId,
      Language language,
      ZoneId zone,
      Instant receivedAt,
      Instant answeredAt,
      Optional<Instant> from,
      Optional<Instant> to) {}

  /**
   * A vehicle of the package.
   *
   * @param model and model year as the registry names them; empty where it does not know
   * @param firstAt instant of its first reading in the package; empty: there is none
   * @param lastAt instant of its last one
   * @param readings rows of telemetry in the package
   */
  public record Vehicle(
      String vin,
      Optional<String> model,
      Optional<Instant> firstAt,
      Optional<Instant> lastAt,
      long readings) {}

  /**
   * What became of the values that were received: received = released + withheld + rejected +
   * duplicate.
   *
   * @param gaps stretches of more than an hour in which a connected car sent nothing
   */
  public record Completeness(
      long received,
      long released,
      List<Count> withheld,
      List<Count> rejected,
      long duplicate,
      long gaps) {

    public Completeness {
      withheld = List.copyOf(withheld);
      rejected = List.copyOf(rejected);
      long counted = released + sum(withheld) + sum(rejected) + duplicate;
      if (counted != received) {
        throw new IllegalArgumentException(
            "The counts do not add up: received "
                + received
                + ", counted "
                + counted
                + ". Count every value once.");
      }
    }

    /** How many values the counts are of. */
    public static long sum(List<Count> counts) {
      return counts.stream().mapToLong(Count::values).sum();
    }
  }

  /**
   * Values of one reason.
   *
   * @param reason the code, for example {@code sensitive-place}
   * @param basis the legal basis as the policy has it; empty where no rule stands behind the code
   */
  public record Count(String reason, long values, Optional<String> basis) {}

  /**
   * A file of the package.
   *
   * @param path below the package's folder, for example {@code data/trips.csv}
   * @param rows in it; empty where it is no table
   */
  public record PackageFile(String path, long bytes, Optional<Long> rows) {}

  /**
   * A column of a table.
   *
   * @param table for example {@code telemetry}
   * @param type as the data package names it
   * @param unit empty where it has none
   * @param description in the page's language
   */
  public record Column(
      String table, String name, String type, Optional<String> unit, String description) {}

  /**
   * The signature.
   *
   * @param keyId identifies the signing key
   * @param publicKey as in {@code signature.json}, base64
   * @param recipe commands of common tools, a line each, that check the package; shown as they are
   */
  public record Seal(String keyId, String publicKey, List<String> recipe) {

    public Seal {
      recipe = List.copyOf(recipe);
    }
  }

  /**
   * What holds for the data behind the package.
   *
   * @param operator who keeps it, as people know them; empty where the operator has not said
   * @param contact where to turn with requests and complaints; empty likewise
   * @param kept classes of values that go by themselves; a class that is not named stays until its
   *     holder has it erased
   * @param quarantineDays how long rejected records are kept
   * @param erasureWorkingDays within how many working days an erasure is carried out
   */
  public record Terms(
      String policyVersion,
      String programVersion,
      Optional<String> operator,
      Optional<String> contact,
      List<Kept> kept,
      int quarantineDays,
      int erasureWorkingDays) {

    public Terms {
      kept = List.copyOf(kept);
    }
  }

  /**
   * How long values of some classes are kept.
   *
   * @param classes codes of privacy classes, for example {@code location}
   * @param days counted from the day of capture
   * @param basis the legal basis as the policy has it
   */
  public record Kept(List<String> classes, int days, String basis) {

    public Kept {
      classes = List.copyOf(classes);
    }
  }
}
