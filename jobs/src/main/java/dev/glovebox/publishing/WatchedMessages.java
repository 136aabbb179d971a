package dev.glovebox.publishing;

import dev.glovebox.registry.Holding;
import dev.glovebox.registry.Tenures;
import dev.glovebox.source.Message;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * The messages of one object that matter to watches, attributed. A message goes to each watch that
 * reaches it and whose holder it belongs to; its part is the watch's number.
 *
 * <p>Before a watch begins, a message is handed on for its position only.
 */
final class WatchedMessages {

  private final Attribution attribution;
  private final Tenures tenures;
  private final long positionCarryMicros;
  private final List<Watch> watches;
  private final Map<String, int[]> byVin;
  private final int batchDay;
  private final int object;

  /**
   * @param watches each with its place in the list for a number
   * @param byVin numbers of the watches by their vehicle
   * @param batchDay of the object, in days since the epoch
   * @param object its number among all
   */
  WatchedMessages(
      AttributionRules rules,
      List<Watch> watches,
      Map<String, int[]> byVin,
      int batchDay,
      int object) {
    this.attribution = new Attribution(rules, Math.max(1, watches.size()));
    this.tenures = rules.tenures();
    this.positionCarryMicros = rules.positionCarryMicros();
    this.watches = watches;
    this.byVin = byVin;
    this.batchDay = batchDay;
    this.object = object;
  }

  /** The numbers of watches by their vehicle. */
  static Map<String, int[]> byVin(List<Watch> watches) {
    Map<String, int[]> byVin = new HashMap<>();
    for (int number = 0; number < watches.size(); number++) {
      int[] one = {number};
      byVin.merge(watches.get(number).vin(), one, WatchedMessages::both);
    }
    return byVin;
  }

  private static int[] both(int[] some, int[] more) {
    int[] both = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, both, some.length, more.length);
    return both;
  }

  /** Hands on what a message is to the watches. */
  void take(Message message, Consumer<InternalRow> rows) {
    int[] numbers = message.vin() == null ? null : byVin.get(message.vin());
    if (numbers == null || message.capturedAtMicros() == Message.NO_INSTANT) {
      return;
    }
    for (int number : numbers) {
      take(message, number, watches.get(number), rows);
    }
  }

  private void take(Message message, int number, Watch watch, Consumer<InternalRow> rows) {
    long instant = message.capturedAtMicros();
    boolean inside = watch.fromMicros() <= instant;
    if (instant >= watch.untilMicros() || instant < watch.fromMicros() - positionCarryMicros) {
      return;
    }
    if (message.rejection() != null) {
      if (inside && isHolder(watch, instant)) {
        attribution.attribute(
            message, batchDay, Standing.NEW, object, row -> add(row, number, rows));
      }
      return;
    }
    Standing standing = inside ? Standing.NEW : Standing.EARLIER;
    int rank = tenures.rank(watch.ownerId());
    attribution.attribute(
        message,
        batchDay,
        standing,
        object,
        row -> {
          if (rank >= 0 && Lane.rank(row.getLong(MessageRows.KEY)) == rank) {
            add(row, number, rows);
          }
        });
  }

  private boolean isHolder(Watch watch, long instant) {
    Holding holding = tenures.at(watch.vin(), instant);
    return holding.state() == Holding.State.HELD && watch.ownerId().equals(holding.ownerId());
  }

  private static void add(InternalRow row, int number, Consumer<InternalRow> rows) {
    row.setInt(MessageRows.PART, number);
    rows.accept(row);
  }
}
