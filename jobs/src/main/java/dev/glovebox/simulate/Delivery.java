package dev.glovebox.simulate;

import java.util.EnumSet;
import java.util.Set;

/** When messages arrive: most at once, some later; and what is sent so much later. */
enum Delivery {
  ON_TIME(0),
  SOON(4 * Calendar.MINUTE, Rate.REPEAT_IN_OBJECT, Rate.CONFLICTING_VALUE),
  RESENT(30 * Calendar.MINUTE, Rate.RESEND_OLD, Rate.RESEND_MIXED),
  NEXT_HOUR(65 * Calendar.MINUTE, Rate.REPEAT_NEXT_HOUR),
  /** Whole drives. */
  LATE(Calendar.DAY),
  NEXT_DAY(Calendar.DAY + 7 * Calendar.MINUTE, Rate.REPEAT_NEXT_DAY);

  private static final long LATENCY = 1_500_000;

  private final long delay;

  @SuppressWarnings("ImmutableEnumChecker") // it is not changed once made
  private final Set<Rate> sent;

  Delivery(long delay, Rate... sent) {
    this.delay = delay;
    this.sent = EnumSet.noneOf(Rate.class);
    this.sent.addAll(Set.of(sent));
  }

  long arrivalMicros(long instantMicros) {
    return instantMicros + LATENCY + delay;
  }

  long instantMicros(long arrivalMicros) {
    return arrivalMicros - LATENCY - delay;
  }

  /** Whether this happening to a message is sent with this delivery. */
  boolean sends(Rate happening) {
    return happening != null && sent.contains(happening);
  }

  /** Whether anything can be sent with this delivery. */
  boolean occurs(Rates rates) {
    return switch (this) {
      case ON_TIME -> true;
      case LATE -> rates.of(Rate.LATE_DRIVE) > 0;
      default -> sent.stream().anyMatch(rate -> rates.of(rate) > 0);
    };
  }
}
