package dev.glovebox.job;

import dev.glovebox.config.Config;
import dev.glovebox.privacy.Policy;
import dev.glovebox.signal.Catalogue;

/** What every job stands on, once it has been checked. */
public record Ground(Config config, Policy policy, Catalogue catalogue) {

  /** Which policy it is, for reports and commits. */
  RunReport.PolicyStamp policyStamp() {
    return new RunReport.PolicyStamp(policy.version(), policy.digest());
  }
}
