package dev.glovebox.trip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * A drive or a charge as it goes on: what stood before it, its readings so far, and the last of
 * them that showed it to go on, with which it ends if nothing more does.
 */
final class Session {

  private final Known.Before before;
  private final List<Reading> readings = new ArrayList<>();
  private int shown;
  private Reading ender;

  Session(Known.Before before, Reading first) {
    this.before = before;
    readings.add(first);
    shown = 1;
  }

  void add(Reading reading) {
    readings.add(reading);
  }

  /** The newest reading shows that it goes on, or how it ends. */
  void show() {
    shown = readings.size();
  }

  /** What ended it has a say in it too. */
  void endedBy(Reading reading) {
    ender = reading;
  }

  /** Microseconds from the last reading that showed it to go on until an instant. */
  long quietFor(long micros) {
    return micros - readings.get(shown - 1).micros();
  }

  List<Reading> readings() {
    return readings.subList(0, shown);
  }

  long startMicros() {
    return readings.get(0).micros();
  }

  long endMicros() {
    return readings.get(shown - 1).micros();
  }

  /** The value at the start: sent then, else before, else as soon as it is; NaN if never. */
  double first(Quantity quantity) {
    Reading start = readings.get(0);
    if (!start.has(quantity) && before.has(quantity)) {
      return before.value(quantity);
    }
    return readings().stream()
        .filter(reading -> reading.has(quantity))
        .mapToDouble(reading -> reading.value(quantity))
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The value at the end; NaN if there is none. */
  double last(Quantity quantity) {
    for (int i = shown - 1; i >= 0; i--) {
      if (readings.get(i).has(quantity)) {
        return readings.get(i).value(quantity);
      }
    }
    return before.value(quantity);
  }

  /** Which state of charge this vehicle sends: the usable one, or else that which it shows. */
  Quantity charge() {
    return Double.isNaN(first(Quantity.STATE_OF_CHARGE))
        ? Quantity.DISPLAYED_CHARGE
        : Quantity.STATE_OF_CHARGE;
  }

  /** Whether it was ever said to be so. */
  boolean isTold(Quantity yesOrNo) {
    return before.value(yesOrNo) > 0 || greatest(reading -> reading.value(yesOrNo)) > 0;
  }

  /** Whether it was said, and never to be so. */
  boolean isDenied(Quantity yesOrNo) {
    return !isTold(yesOrNo) && !Double.isNaN(first(yesOrNo));
  }

  /** The greatest of what this gives of readings; NaN if it gives nothing. */
  double greatest(ToDoubleFunction<Reading> value) {
    return readings().stream()
        .mapToDouble(value)
        .filter(each -> !Double.isNaN(each))
        .max()
        .orElse(Double.NaN);
  }

  /** How much less a quantity is at the end; NaN unless it was sent at two instants. */
  double fall(Quantity quantity) {
    long sent = readings().stream().filter(reading -> reading.has(quantity)).count();
    boolean stoodBefore = before.has(quantity) && !readings.get(0).has(quantity);
    return sent + (stoodBefore ? 1 : 0) < 2 ? Double.NaN : first(quantity) - last(quantity);
  }

  /** The mean over time; the value itself where no time passes; NaN where there is none. */
  double mean(Quantity quantity) {
    double standing = first(quantity);
    double sum = 0;
    long from = startMicros();
    for (Reading reading : readings()) {
      sum += standing * (reading.micros() - from);
      from = reading.micros();
      standing = reading.has(quantity) ? reading.value(quantity) : standing;
    }
    long lasted = endMicros() - startMicros();
    return lasted == 0 ? standing : sum / lasted;
  }

  /** The values of a quantity with their instants, from what stood at the start. */
  void follow(Quantity quantity, Follower follower) {
    if (before.has(quantity) && !readings.get(0).has(quantity)) {
      follower.next(startMicros(), before.value(quantity));
    }
    for (Reading reading : readings()) {
      if (reading.has(quantity)) {
        follower.next(reading.micros(), reading.value(quantity));
      }
    }
  }

  /** Takes values in order of time. */
  interface Follower {
    void next(long micros, double value);
  }

  /** Silences of more than so many microseconds. */
  List<Gap> gaps(long longerThan) {
    List<Gap> gaps = new ArrayList<>();
    List<Reading> all = readings();
    for (int i = 1; i < all.size(); i++) {
      long from = all.get(i - 1).micros();
      if (all.get(i).micros() - from > longerThan) {
        gaps.add(new Gap(from, all.get(i).micros()));
      }
    }
    return gaps;
  }

  /** The batch dates of all that has a say in it, in days since the epoch, in order. */
  List<Integer> batchDays() {
    TreeSet<Integer> days = new TreeSet<>();
    readings().forEach(reading -> days.add(reading.batchDay()));
    if (ender != null) {
      days.add(ender.batchDay());
    }
    Arrays.stream(Quantity.values())
        .filter(quantity -> before.has(quantity) && !readings.get(0).has(quantity))
        .forEach(quantity -> days.add(before.batchDay(quantity)));
    return List.copyOf(days);
  }
}
