package dev.glovebox.job;

import dev.glovebox.delivery.Gathering;
import dev.glovebox.delivery.Order;
import dev.glovebox.delivery.PackageTerms;
import dev.glovebox.delivery.PackageTerms.Occasion;
import dev.glovebox.delivery.Packed;
import dev.glovebox.delivery.Receipt;
import dev.glovebox.delivery.incident.IncidentAnswer;
import dev.glovebox.delivery.incident.IncidentOrder;
import dev.glovebox.delivery.incident.Incidents;
import dev.glovebox.job.RequestDesk.Admitted;
import dev.glovebox.request.Grant;
import dev.glovebox.request.Reason;
import dev.glovebox.request.Request;
import dev.glovebox.request.Request.Kind;
import dev.glovebox.store.KeyedDigest;
import dev.glovebox.table.Lake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** Makes the packages of a run: exports from the tables in one pass, incidents from raw objects. */
final class PackageMaking {

  private final SparkSession spark;
  private final Lake lake;
  private final String packages;
  private final KeyedDigest folders;
  private final Function<PackageTerms, Incidents> incidents;

  /**
   * What became of one request.
   *
   * @param receipt of its package; empty where there is none
   * @param reason why there is none
   * @param failure the same in words, without anything of a person
   */
  record Outcome(
      Admitted asked, Optional<Receipt> receipt, Optional<Reason> reason, String failure) {}

  /** What became of all, and what it took of the tables' files. */
  record Made(List<Outcome> outcomes, long bytesRead) {}

  /**
   * @param packages where they go, a URI that Hadoop writes
   * @param folders that stand for holders in the paths of packages
   * @param incidents that serves them
   */
  PackageMaking(
      SparkSession spark,
      Lake lake,
      String packages,
      KeyedDigest folders,
      Function<PackageTerms, Incidents> incidents) {
    this.spark = spark;
    this.lake = lake;
    this.packages = packages;
    this.folders = folders;
    this.incidents = incidents;
  }

  /** Where a request's package lies, below the packages. */
  String path(Request request) {
    return folders.of(request.ownerId()) + "/" + request.id() + ".zip";
  }

  /**
   * Makes packages.
   *
   * @param firsts the request that brought each holder their first package; whoever gets theirs now
   *     is added
   */
  Made make(List<Admitted> due, PackageTerms terms, Map<String, String> firsts) {
    List<Admitted> exports = of(Kind.EXPORT, due);
    List<Admitted> incidents = of(Kind.INCIDENT, due);
    List<Outcome> outcomes = new ArrayList<>();
    long bytesRead = 0;
    if (!exports.isEmpty()) {
      Gathering gathering = new Gathering(spark, lake, terms, packages);
      Gathering.Made made = gathering.make(orders(exports, firsts));
      made.packed().forEach(each -> outcomes.add(outcome(exports.get(each.order()), each)));
      bytesRead = made.bytesRead();
    }
    if (!incidents.isEmpty()) {
      outcomes.addAll(incidents(incidents, terms));
    }
    return new Made(outcomes, bytesRead);
  }

  private static List<Admitted> of(Kind kind, List<Admitted> due) {
    return due.stream().filter(each -> request(each).kind() == kind).toList();
  }

  private List<Order> orders(List<Admitted> exports, Map<String, String> firsts) {
    List<Order> orders = new ArrayList<>();
    for (Admitted each : exports) {
      Request request = request(each);
      String first = firsts.computeIfAbsent(request.ownerId(), owner -> request.id());
      Occasion occasion =
          first.equals(request.id()) ? Occasion.FIRST_PACKAGE : Occasion.LATER_PACKAGE;
      orders.add(
          new Order(orders.size(), request, each.ruling().granted(), path(request), occasion));
    }
    return orders;
  }

  private static Outcome outcome(Admitted asked, Packed packed) {
    return new Outcome(
        asked, packed.receipt(), Optional.ofNullable(packed.why()), packed.failure());
  }

  private List<Outcome> incidents(List<Admitted> asked, PackageTerms terms) {
    Map<String, String> paths = new HashMap<>();
    List<IncidentOrder> orders = new ArrayList<>();
    for (Admitted each : asked) {
      Grant granted = each.ruling().granted().get(0);
      orders.add(
          IncidentOrder.of(request(each), granted.vin(), granted.fromMicros(), granted.toMicros()));
      paths.put(each.entry().id(), path(request(each)));
    }
    var hadoop = new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
    List<IncidentAnswer> answers =
        incidents.apply(terms).serve(orders, new PackageShelf(packages, paths, hadoop));
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      outcomes.add(outcome(asked.get(i), answers.get(i)));
    }
    return outcomes;
  }

  private static Outcome outcome(Admitted asked, IncidentAnswer answer) {
    Optional<Reason> reason = answer.reason().map(PackageMaking::reason);
    return new Outcome(asked, answer.receipt(), reason, "an incident: " + answer.failure());
  }

  private static Reason reason(IncidentAnswer.Reason why) {
    return switch (why) {
      case NO_TENURE -> Reason.OUTSIDE_TENURE;
      case NO_READINGS -> Reason.NO_READINGS;
      case STORE_FAILED -> Reason.STORE_FAILED;
      case PACKAGE_FAILED -> Reason.PACKAGE_FAILED;
    };
  }

  private static Request request(Admitted admitted) {
    return admitted.entry().asked().request();
  }
}
