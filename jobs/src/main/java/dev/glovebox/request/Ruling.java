package dev.glovebox.request;

import java.util.List;
import java.util.Optional;

/**
 * Whether a request is served.
 *
 * @param state open: it is
 * @param reason why not
 * @param granted what it gets, in order of vehicle and time; nothing unless it is served
 */
public record Ruling(State state, Optional<Reason> reason, List<Grant> granted) {

  public Ruling {
    granted = List.copyOf(granted);
  }

  static Ruling granted(List<Grant> grants) {
    return new Ruling(State.OPEN, Optional.empty(), grants);
  }

  static Ruling refused(Reason why) {
    return new Ruling(State.REFUSED, Optional.of(why), List.of());
  }

  static Ruling delayed(Reason why) {
    return new Ruling(State.DELAYED, Optional.of(why), List.of());
  }
}
