package dev.glovebox.simulate;

/** What must become of a value or a message, in the order in which a message takes it over. */
enum Fate {
  RELEASED("released", null, Of.VALUE),
  NO_TENURE("withheld", "no-tenure", Of.VALUE),
  AMBIGUOUS_TENURE("withheld", "ambiguous-tenure", Of.VALUE),
  SENSITIVE_PLACE("withheld", "sensitive-place", Of.VALUE),
  PLACE_UNKNOWN("withheld", "place-unknown", Of.VALUE),
  OTHER_PERSON("withheld", "other-person", Of.VALUE),
  UNLISTED_SIGNAL("withheld", "unlisted-signal", Of.VALUE),
  NOT_PUBLISHED("withheld", "not-published", Of.VALUE),
  REPEATED_VALUE("duplicate", "repeated-value", Of.VALUE),
  INVALID("rejected", "invalid", Of.VALUE),
  WRONG_TYPE("rejected", "wrong-type", Of.VALUE),
  OUT_OF_RANGE("rejected", "out-of-range", Of.VALUE),
  CONFLICTING_VALUE("rejected", "conflicting-value", Of.VALUE),
  BROKEN_RECORD("rejected", "broken-record", Of.MESSAGE),
  TRUNCATED_OBJECT("rejected", "truncated-object", Of.MESSAGE),
  TOO_LONG("rejected", "too-long", Of.MESSAGE),
  NO_VIN("rejected", "no-vin", Of.MESSAGE),
  NO_INSTANT("rejected", "no-instant", Of.MESSAGE),
  CLOCK_AHEAD("rejected", "clock-ahead", Of.MESSAGE),
  NO_VALUES("rejected", "no-values", Of.MESSAGE);

  static final int COUNT = values().length;

  /** What has this fate of its own: each value, or a message with all of its values. */
  enum Of {
    VALUE,
    MESSAGE
  }

  final String outcome;

  /** Null for what is released. */
  final String reason;

  private final Of of;

  Fate(String outcome, String reason, Of of) {
    this.outcome = outcome;
    this.reason = reason;
    this.of = of;
  }

  /** How many rows in quarantine so many messages and values of this fate come to. */
  long quarantined(long messages, long values) {
    if (!outcome.equals("rejected")) {
      return 0;
    }
    return of == Of.MESSAGE ? messages : values;
  }
}
