package dev.glovebox.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glovebox.reporting.Period;
import java.time.LocalDate;

/** What is kept with each commit of a run, as JSON. */
final class CommitStamp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CommitStamp() {}

  /** Of a run as of an instant. */
  static String of(RunReport report) {
    return ended(begun(report, "as_of", report.asOf()), report);
  }

  /** Of a run over batch dates. */
  static String of(LocalDate date, RunReport report) {
    ObjectNode stamp = begun(report, "batch_date", date);
    stamp.put("catalogue_digest", report.catalogueDigest());
    return ended(stamp, report);
  }

  /** Of a run over a period. */
  static String of(Period period, RunReport report) {
    return ended(begun(report, "period", period), report);
  }

  private static ObjectNode begun(RunReport report, String over, Object what) {
    ObjectNode stamp = JSON.createObjectNode();
    stamp.put("run_id", report.runId());
    stamp.put("job", report.job());
    stamp.put(over, what.toString());
    stamp.put("policy_version", report.policy().version());
    stamp.put("policy_digest", report.policy().digest());
    return stamp;
  }

  private static String ended(ObjectNode stamp, RunReport report) {
    return stamp.put("program_version", report.programVersion()).toString();
  }
}
