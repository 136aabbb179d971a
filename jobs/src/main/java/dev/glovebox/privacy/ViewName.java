package dev.glovebox.privacy;

import java.util.Locale;

/** For whom a view of the policy decides. */
public enum ViewName {
  /** A holder who sees their own data. */
  OWNER,
  /** An analyst who sees data without its person. */
  ANALYST,
  /** A regulator who sees aggregates only. */
  REGULATOR;

  /** The name in the policy file, such as {@code owner}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
