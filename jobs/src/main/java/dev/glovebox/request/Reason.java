package dev.glovebox.request;

import java.util.Locale;

/** Why a request is refused, waits, or could not be served; of several the first counts. */
public enum Reason {
  /** The line is no JSON object, or has a key twice. */
  MALFORMED,
  /** Its id cannot stand in a path. */
  UNSAFE_ID,
  UNKNOWN_KEY,
  MISSING_FIELD,
  UNKNOWN_KIND,
  INVALID_FIELD,
  /** What is asked for ends before it begins. */
  EMPTY_PERIOD,
  /** Another request has its id. */
  REPEATED_ID,
  /** It was received after the time that the run goes by. */
  RECEIVED_AHEAD,
  /** Whoever asks held no vehicle. */
  NOTHING_HELD,
  /** Whoever asks never held a vehicle that they ask for. */
  NEVER_HELD,
  /** They held it, but not then. */
  OUTSIDE_TENURE,
  /** An incident is one vehicle's, and they held several then. */
  SEVERAL_VEHICLES,
  LEGAL_HOLD,
  /** Nothing has come in of an incident; what comes late still may. */
  NO_READINGS,
  /** A store failed; the next run tries again. */
  STORE_FAILED,
  /** The program failed; the next run tries again. */
  PACKAGE_FAILED;

  /** The code in tables and reports, such as {@code never-held}; it never changes. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
