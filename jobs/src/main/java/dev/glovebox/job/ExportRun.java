package dev.glovebox.job;

import dev.glovebox.delivery.Disclosure;
import dev.glovebox.delivery.Disclosures;
import dev.glovebox.delivery.Receipt;
import dev.glovebox.delivery.StandingPackages;
import dev.glovebox.job.JobFailure.Category;
import dev.glovebox.job.PackageMaking.Outcome;
import dev.glovebox.job.RequestDesk.Admitted;
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
import dev.glovebox.store.Packages;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One run of an export, with what came of it so far. */
final class ExportRun implements AutoCloseable {

  private static final Duration DAY = Duration.ofDays(1);

  private final ExportParts parts;
  private final RunContext context;
  private final Instant asOf;
  private final Deadlines deadlines;
  private final PackageMaking making;
  private final DownloadLinks links;
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

  ExportRun(ExportParts parts, RunContext context) throws IOException {
    this.parts = parts;
    this.context = context;
    this.asOf = parts.asOf();
    this.deadlines = parts.deadlines();
    this.making = parts.making();
    this.links = DownloadLinks.to(parts.packages(), parts.hadoop());
    this.report =
        context
            .begin("export", asOf)
            .under(parts.ground().policyStamp(), parts.ground().catalogue().digest());
    this.stamp = CommitStamp.of(report);
    this.desk = new RequestDesk(RequestBook.open(parts.lake()), deadlines, asOf);
    this.disclosures = Disclosures.open(parts.lake());
    this.given = disclosures.all();
    this.packages = new Packages(parts.location(), parts.hadoop());
  }

  RunReport served() throws IOException {
    context.progress().step("reading requests");
    desk.receive(RequestFiles.read(parts.requests()));
    expire();
    List<Admitted> due = due();
    enter();
    serve(due);
    enter();
    return told();
  }

  private void expire() throws IOException {
    expired = desk.expire(parts.ground().config().delivery().keepPackages(), packages::delete);
    packages.sweep(context.startedAt().minus(DAY));
  }

  /** What is to be made: new, or given before and not there any more. */
  private List<Admitted> due() {
    List<Entry> pending = desk.pending();
    List<Entry> delivered = desk.delivered();
    List<Entry> asking = new ArrayList<>(pending);
    asking.addAll(delivered);
    Set<String> whole =
        new StandingPackages(parts.spark(), parts.location(), given)
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
    var incident = parts.ground().policy().requests().incident();
    return new Admission(
        parts.tenures().heldBy(desk.asking()),
        parts.holds(),
        incident.before(),
        incident.after(),
        asOf);
  }

  private void serve(List<Admitted> due) {
    if (due.isEmpty()) {
      return;
    }
    context.progress().step("making " + due.size() + " packages");
    Map<String, String> firsts = new HashMap<>();
    given.forEach(each -> firsts.putIfAbsent(each.ownerId(), each.requestId()));
    PackageMaking.Made made = making.make(due, parts.terms().of(context.programVersion()), firsts);
    bytesRead = made.bytesRead();
    settle(made.outcomes());
  }

  private void settle(List<Outcome> outcomes) {
    List<Disclosure> added = new ArrayList<>();
    for (Outcome each : outcomes) {
      each.receipt()
          .ifPresentOrElse(
              receipt -> added.add(delivered(each.asked().entry(), receipt)), () -> fail(each));
    }
    if (!added.isEmpty()) {
      committed("disclosures", added.size(), disclosures.add(added, stamp));
    }
  }

  private Disclosure delivered(Entry entry, Receipt receipt) {
    made++;
    bytes += receipt.bytes();
    deliver(entry);
    Request request = entry.asked().request();
    return Disclosure.of(request, making.path(request), receipt, asOf, context.runId());
  }

  /** A package that is made again keeps its link, and the day it goes. */
  private void deliver(Entry entry) {
    if (entry.answer().state() != State.DONE) {
      desk.change(entry.done(asOf, making.path(entry.asked().request()), link(entry)));
    }
  }

  private Answer.Link link(Entry entry) {
    Duration expires = parts.ground().config().delivery().linkExpires();
    String address = links.to(making.path(entry.asked().request()), expires);
    return new Answer.Link(Optional.of(address), asOf.plus(expires));
  }

  private void fail(Outcome outcome) {
    Entry entry = outcome.asked().entry();
    Reason why = outcome.reason().orElseThrow();
    switch (why) {
      case STORE_FAILED, PACKAGE_FAILED -> {
        failed.merge(why.code(), 1L, Long::sum);
        desk.change(entry.failed(why));
        warn("A package could not be made: " + outcome.failure());
      }
      case NO_READINGS ->
          desk.change(deadlines.isDue(entry, asOf) ? entry.refused(why, asOf) : entry.delayed(why));
      default -> desk.change(entry.refused(why, asOf));
    }
  }

  private RunReport told() {
    for (int year : desk.unknownYears()) {
      warn(
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

  private void warn(String warning) {
    if (!report.warnings().contains(warning)) {
      report = report.warned(warning);
    }
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

  @Override
  public void close() {
    links.close();
  }
}
