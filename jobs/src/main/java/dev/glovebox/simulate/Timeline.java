package dev.glovebox.simulate;

import dev.glovebox.simulate.Phase.Kind;
import java.util.List;
import java.util.Optional;

/** What a vehicle does from the first to the last moment of the period, phase after phase. */
record Timeline(List<Phase> phases) {

  Timeline {
    phases = List.copyOf(phases);
  }

  /** The first phase that may have a tick at an instant or after it. */
  int phaseAt(long micros) {
    int low = 0;
    int high = phases.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (phases.get(middle).startMicros() <= micros) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The drive on which the vehicle brakes hard, if there is one. */
  Optional<Phase> hardBraking() {
    return phases.stream()
        .filter(phase -> phase.kind() == Kind.DRIVING && phase.drive().brakesHard())
        .findFirst();
  }

  /** The drives, in order. */
  List<Phase> drives() {
    return phases.stream().filter(phase -> phase.kind() == Kind.DRIVING).toList();
  }
}
