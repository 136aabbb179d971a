package dev.glovebox.simulate;

import java.io.Serializable;
import java.util.Arrays;

/** What was planted: the messages and values of each fate, and the rows that they must come to. */
public final class PlantedCounts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int CELLS = Kind.COUNT * Fate.COUNT;

  private final long[] messages = new long[CELLS];
  private final long[] values = new long[CELLS];
  private final long[] planted = new long[Rate.values().length];
  private final int[] open = new int[Fate.COUNT];
  private long telemetryRows;
  private long alertRows;
  private long connectivityRows;

  /** Adds what was planted elsewhere. */
  public void add(PlantedCounts other) {
    addAll(messages, other.messages);
    addAll(values, other.values);
    addAll(planted, other.planted);
    telemetryRows += other.telemetryRows;
    alertRows += other.alertRows;
    connectivityRows += other.connectivityRows;
  }

  /** All messages, those that cannot be read too. */
  public long messages() {
    return Arrays.stream(messages).sum();
  }

  /** All values of readable messages. */
  public long values() {
    return Arrays.stream(values).sum();
  }

  /** How often something was planted; a late drive counts each of its messages. */
  public long planted(Rate rate) {
    return planted[rate.ordinal()];
  }

  /** Whether how often this happens is counted where it happens. */
  static boolean counts(Rate rate) {
    return switch (rate.per()) {
      case VALUE, MESSAGE, OBJECT -> true;
      case DRIVE -> rate == Rate.LATE_DRIVE;
      case VEHICLE -> false;
    };
  }

  /** Readings of which at least one value is released. */
  public long telemetryRows() {
    return telemetryRows;
  }

  /** Alerts that are released. */
  public long alertRows() {
    return alertRows;
  }

  /** Connections and disconnections that are released. */
  public long connectivityRows() {
    return connectivityRows;
  }

  /** Messages of an outcome and reason; a null reason is that of what is released. */
  public long messages(String kind, String outcome, String reason) {
    return sum(messages, kind, outcome, reason);
  }

  /** Values of an outcome and reason; a null reason is that of what is released. */
  public long values(String kind, String outcome, String reason) {
    return sum(values, kind, outcome, reason);
  }

  long messages(Kind kind, Fate fate) {
    return messages[cell(kind, fate)];
  }

  long values(Kind kind, Fate fate) {
    return values[cell(kind, fate)];
  }

  long quarantined(Fate fate) {
    long rows = 0;
    for (Kind kind : Kind.values()) {
      rows += fate.quarantined(messages(kind, fate), values(kind, fate));
    }
    return rows;
  }

  void plant(Rate rate) {
    planted[rate.ordinal()]++;
  }

  /** A value of the message at hand. */
  void value(Fate fate) {
    open[fate.ordinal()]++;
  }

  void values(Fate fate, int count) {
    open[fate.ordinal()] += count;
  }

  /** A message whose fate is its own, with all of its values. */
  void whole(Kind kind, Fate fate, int valueCount) {
    messages[cell(kind, fate)]++;
    values[cell(kind, fate)] += valueCount;
  }

  /**
   * Closes the message at hand: it has the first outcome that any of its values has.
   *
   * @return what became of the message
   */
  Fate message(Kind kind) {
    Fate first = null;
    for (Fate fate : Fate.values()) {
      int count = open[fate.ordinal()];
      if (count > 0) {
        values[cell(kind, fate)] += count;
        first = first == null ? fate : agreeing(first, fate);
        open[fate.ordinal()] = 0;
      }
    }
    messages[cell(kind, first)]++;
    return first;
  }

  void telemetryRow() {
    telemetryRows++;
  }

  void alertRows(int rows) {
    alertRows += rows;
  }

  void connectivityRow() {
    connectivityRows++;
  }

  /** Which reason comes first is not for the truth to say: no message is planted with two. */
  private static Fate agreeing(Fate first, Fate other) {
    if (first.reason != null && first.outcome.equals(other.outcome)) {
      throw new IllegalStateException(
          "A planted message has the reasons "
              + first.reason
              + " and "
              + other.reason
              + ", so what becomes of it is not certain. Give it a value that is released.");
    }
    return first;
  }

  private static long sum(long[] cells, String kind, String outcome, String reason) {
    long sum = 0;
    for (Kind each : Kind.values()) {
      for (Fate fate : Fate.values()) {
        boolean asked =
            each.code.equals(kind)
                && fate.outcome.equals(outcome)
                && java.util.Objects.equals(fate.reason, reason);
        sum += asked ? cells[cell(each, fate)] : 0;
      }
    }
    return sum;
  }

  private static int cell(Kind kind, Fate fate) {
    return kind.ordinal() * Fate.COUNT + fate.ordinal();
  }

  private static void addAll(long[] to, long[] from) {
    for (int i = 0; i < to.length; i++) {
      to[i] += from[i];
    }
  }
}
