package dev.glovebox.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is kept with each commit of a run as of an instant. */
final class CommitStamp {

  private static final ObjectMapper JSON = new ObjectMapper();

  private CommitStamp() {}

  /** As JSON. */
  static String of(RunReport report) {
    ObjectNode stamp = JSON.createObjectNode();
    stamp.put("run_id", report.runId());
    stamp.put("job", report.job());
    stamp.put("as_of", report.asOf().toString());
    stamp.put("policy_version", report.policy().version());
    stamp.put("policy_digest", report.policy().digest());
    stamp.put("program_version", report.programVersion());
    return stamp.toString();
  }
}
