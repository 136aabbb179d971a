package dev.glovebox.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glovebox.delivery.Disclosure;
import dev.glovebox.delivery.Disclosures;
import dev.glovebox.delivery.Gathering;
import dev.glovebox.delivery.Order;
import dev.glovebox.delivery.PackageTerms;
import dev.glovebox.delivery.PackageTerms.Occasion;
import dev.glovebox.delivery.Packed;
import dev.glovebox.delivery.Receipt;
import dev.glovebox.delivery.StandingPackages;
import dev.glovebox.job.JobFailure.Category;
import dev.glovebox.job.RequestDesk.Admitted;
import dev.glovebox.registry.Holds;
import dev.glovebox.registry.Tenures;
import dev.glovebox.request.Admission;
import dev.glovebox.request.Answer;
import dev.glovebox.request.Deadlines;
import dev.glovebox.request.Entry;
import dev.glovebox.request.Reason;
import dev.glovebox.request.Request;
import dev.glovebox.request.RequestBook;
import dev.glovebox.request.RequestFiles;
import dev.glovebox.request.State;
import dev.glovebox.store.DownloadLinks;
import dev.glovebox.store.KeyedDigest;
import dev.glovebox.store.Packages;
import dev.glovebox.store.StoredObjects;
import dev.glovebox.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Serves every request for a holder's data, a package each. Safe to run again: what is there and
 * whole is left as it is.
 */
public final class ExportJob implements Job {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DAY = Duration.ofDays(1);

  private final SparkSession spark;
  private final Ground ground;
  private final Lake lake;
  private final Tenures tenures;
  private final Holds holds;
  private final Deadlines deadlines;
  private final KeyedDigest folders;
  private final Terms terms;
  private final Instant asOf;

  /** What holds for every package. */
  @FunctionalInterface
  public interface Terms {

    /** With the version that stands in them. */
    PackageTerms of(String programVersion);
  }

  /**
   * @param ground that {@link Preflight#checkDelivery} has found sound
   * @param folders that stand for holders in the paths of packages
   * @param asOf the time to go by
   */
  public ExportJob(
      SparkSession spark,
      Ground ground,
      Lake lake,
      Tenures tenures,
      Holds holds,
      Deadlines deadlines,
      KeyedDigest folders,
      Terms terms,
      Instant asOf) {
    this.spark = spark;
    this.ground = ground;
    this.lake = lake;
    this.tenures = tenures;
    this.holds = holds;
    this.deadlines = deadlines;
    this.folders = folders;
    this.terms = terms;
    this.asOf = asOf;
  }

  @Override
  public RunReport run(RunContext context) {
    try {
      return new Run(context).served();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** One run, with what came of it so far. */
  private final class Run {

    private final RunContext context;
    private final RequestDesk desk;
    private final Disclosures disclosures;
    private final List<Disclosure> given;
    private final Packages packages;
    private final String stamp;
    private final Map<String, Long> failed = new TreeMap<>();
    private RunReport report;
    private long made;
    private long standing;
    private long expired;
    private long bytes;
    private long bytesRead;

    Run(RunContext context) {
      this.context = context;
      this.report =
          context.begin("export", asOf).under(ground.policyStamp(), ground.catalogue().digest());
      this.stamp = stamp(report);
      this.desk = new RequestDesk(RequestBook.open(lake), deadlines, asOf);
      this.disclosures = Disclosures.open(lake);
      this.given = disclosures.all();
      this.packages = new Packages(location(), hadoop());
    }

    RunReport served() throws IOException {
      context.progress().step("reading requests");
      desk.receive(RequestFiles.read(requests()));
      expire();
      List<Admitted> due = due();
      enter();
      serve(due);
      enter();
      return told();
    }

    private void expire() throws IOException {
      expired = desk.expire(ground.config().delivery().keepPackages(), packages::delete);
      packages.sweep(context.startedAt().minus(DAY));
    }

    /** What is to be made: new, or given before and not there any more. */
    private List<Admitted> due() {
      List<Entry> pending = desk.pending();
      List<Entry> delivered = desk.delivered();
      List<Entry> asking = new ArrayList<>(pending);
      asking.addAll(delivered);
      Set<String> whole =
          new StandingPackages(spark, location(), given)
              .whole(asking.stream().map(Entry::id).toList());
      Admission admission = admission();
      List<Admitted> due = desk.admitted(pending, admission);
      desk.reopen(due);
      standing = delivered.stream().filter(entry -> whole.contains(entry.id())).count();
      due.addAll(
          desk.admitted(
              delivered.stream().filter(entry -> !whole.contains(entry.id())).toList(), admission));
      return due.stream().filter(each -> !isThere(each, whole)).collect(Collectors.toList());
    }

    /** Made by a run that ended before it could say so. */
    private boolean isThere(Admitted admitted, Set<String> whole) {
      boolean isThere = whole.contains(admitted.entry().id());
      if (isThere) {
        standing++;
        deliver(admitted.entry());
      }
      return isThere;
    }

    private Admission admission() {
      var incident = ground.policy().requests().incident();
      return new Admission(
          tenures.heldBy(desk.asking()), holds, incident.before(), incident.after(), asOf);
    }

    private void serve(List<Admitted> due) {
      List<Admitted> exports =
          due.stream().filter(each -> kind(each) == Request.Kind.EXPORT).toList();
      if (exports.isEmpty()) {
        return;
      }
      context.progress().step("making " + exports.size() + " packages");
      List<Order> orders = orders(exports);
      Gathering.Made gathered =
          new Gathering(spark, lake, terms.of(context.programVersion()), location()).make(orders);
      bytesRead += gathered.bytesRead();
      settle(exports, orders, gathered.packed());
    }

    private List<Order> orders(List<Admitted> exports) {
      Set<String> known = new HashSet<>(given.stream().map(Disclosure::ownerId).toList());
      List<Order> orders = new ArrayList<>();
      for (Admitted each : exports) {
        Request request = each.entry().asked().request();
        Occasion occasion =
            known.add(request.ownerId()) ? Occasion.FIRST_PACKAGE : Occasion.LATER_PACKAGE;
        orders.add(
            new Order(orders.size(), request, each.ruling().granted(), path(request), occasion));
      }
      return orders;
    }

    private void settle(List<Admitted> exports, List<Order> orders, List<Packed> packed) {
      List<Disclosure> added = new ArrayList<>();
      for (Packed each : packed) {
        Entry entry = exports.get(each.order()).entry();
        Order order = orders.get(each.order());
        each.receipt()
            .ifPresentOrElse(
                receipt -> added.add(delivered(entry, order, receipt)), () -> fail(entry, each));
      }
      if (!added.isEmpty()) {
        long version = disclosures.add(added, stamp);
        committed("disclosures", added.size(), version);
      }
    }

    private Disclosure delivered(Entry entry, Order order, Receipt receipt) {
      made++;
      bytes += receipt.bytes();
      deliver(entry);
      return Disclosure.of(order.request(), order.path(), receipt, asOf, context.runId());
    }

    /** A package that is made again keeps its link, and the day it goes. */
    private void deliver(Entry entry) {
      if (entry.answer().state() != State.DONE) {
        desk.change(entry.done(asOf, path(entry.asked().request()), link(entry)));
      }
    }

    private Answer.Link link(Entry entry) {
      Duration expires = ground.config().delivery().linkExpires();
      try (DownloadLinks links =
          DownloadLinks.to(ground.config().locations().packages().orElseThrow(), hadoop())) {
        String address = links.to(path(entry.asked().request()), expires);
        return new Answer.Link(Optional.of(address), asOf.plus(expires));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private void fail(Entry entry, Packed packed) {
      failed.merge(packed.why().code(), 1L, Long::sum);
      desk.change(entry.failed(packed.why()));
      report = report.warned("A package could not be made: " + packed.failure());
    }

    private RunReport told() {
      for (int year : desk.unknownYears()) {
        report =
            report.warned(
                "The calendar does not know the holidays of "
                    + year
                    + ": deadlines count every Monday to Friday of it. Add the year to the file of"
                    + " delivery.calendar.");
      }
      report = report.answered(answers());
      if (failed.isEmpty()) {
        return report;
      }
      throw new JobFailure(category(), unserved(), report);
    }

    private RunReport.Answers answers() {
      return new RunReport.Answers(
          made,
          standing,
          desk.refused(),
          desk.delayed(),
          failed,
          desk.late(),
          expired,
          bytes,
          bytesRead);
    }

    private Category category() {
      return failed.containsKey(Reason.STORE_FAILED.code()) ? Category.STORAGE : Category.OTHER;
    }

    private String unserved() {
      long count = failed.values().stream().mapToLong(Long::longValue).sum();
      return count
          + " of "
          + (count + made)
          + " packages could not be made, for the reasons above; the others were. Their requests"
          + " stay open: run it again.";
    }

    private void enter() {
      OptionalLong version = desk.enter(stamp);
      version.ifPresent(made -> committed("requests", 0, made));
    }

    private void committed(String table, long rows, long version) {
      report = report.committed(new RunReport.Commit(table, null, rows, version));
    }
  }

  private static Request.Kind kind(Admitted admitted) {
    return admitted.entry().asked().kind().orElseThrow();
  }

  private String path(Request request) {
    return folders.of(request.ownerId()) + "/" + request.id() + ".zip";
  }

  private String location() {
    return ground.config().locations().packages().orElseThrow().text();
  }

  private StoredObjects requests() throws IOException {
    return StoredObjects.at(ground.config().locations().requests().orElseThrow().text(), hadoop());
  }

  private Configuration hadoop() {
    return spark.sparkContext().hadoopConfiguration();
  }

  private String stamp(RunReport report) {
    ObjectNode stamp = JSON.createObjectNode();
    stamp.put("run_id", report.runId());
    stamp.put("job", report.job());
    stamp.put("as_of", asOf.toString());
    stamp.put("policy_version", report.policy().version());
    stamp.put("policy_digest", report.policy().digest());
    stamp.put("program_version", report.programVersion());
    return stamp.toString();
  }
}
