package dev.glovebox.trip;

import dev.glovebox.registry.Holding;
import dev.glovebox.registry.Tenures;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.apache.spark.sql.Row;

/**
 * Goes through the rows of {@link ReadingRows}, vehicle after vehicle and holder after holder:
 * first the stretches that are derived again, then the readings in order of time.
 */
final class HeldVehicles {

  private final Iterator<Row> rows;
  private final Tenures tenures;
  private final DerivedRows made;
  private final Queue<Row> derived = new ArrayDeque<>();
  private final List<Span> spans = new ArrayList<>();
  private String ownerId;
  private String vin;
  private Windows windows;
  private Derived fold;
  private Holding held;
  private int window;

  HeldVehicles(Iterator<Row> rows, Tenures tenures, DerivedRows made) {
    this.rows = rows;
    this.tenures = tenures;
    this.made = made;
  }

  /** What begins in the stretches, made while it is asked for. */
  Iterator<Row> derived() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        while (derived.isEmpty() && rows.hasNext()) {
          take(rows.next());
          if (!rows.hasNext()) {
            end();
          }
        }
        return !derived.isEmpty();
      }

      @Override
      public Row next() {
        return derived.remove();
      }
    };
  }

  private void take(Row row) {
    if (!row.getString(0).equals(ownerId) || !row.getString(1).equals(vin)) {
      end();
      begin(row.getString(0), row.getString(1));
    }
    if (!row.isNullAt(ReadingRows.END)) {
      spans.add(new Span(row.getLong(2), row.getLong(ReadingRows.END)));
    } else if (!spans.isEmpty()) {
      read(row);
    }
  }

  private void begin(String nextOwnerId, String nextVin) {
    ownerId = nextOwnerId;
    vin = nextVin;
    spans.clear();
    windows = null;
    held = null;
    window = -1;
    fold = new Derived(this::trip, this::charge);
  }

  private void read(Row row) {
    if (windows == null) {
      windows = new Windows(spans);
    }
    long micros = row.getLong(2);
    int in = windows.of(micros);
    if (in < 0) {
      return;
    }
    boolean heldOn = held == null || micros < held.untilMicros();
    if (in != window || !heldOn) {
      fold.cut();
    }
    if (held == null || !heldOn) {
      held = tenures.at(vin, micros);
    }
    window = in;
    fold.add(ReadingRows.reading(row));
  }

  private void end() {
    if (fold != null) {
      fold.end();
    }
  }

  private void trip(Trip trip) {
    if (windows.begins(trip.startMicros())) {
      derived.add(made.trip(ownerId, vin, trip));
    }
  }

  private void charge(Charge charge) {
    if (windows.begins(charge.startMicros())) {
      derived.add(made.charge(ownerId, vin, charge));
    }
  }
}
