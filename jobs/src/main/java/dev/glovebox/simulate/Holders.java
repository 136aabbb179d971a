package dev.glovebox.simulate;

import java.util.List;

/** Who holds a vehicle, found by looking through all of its tenures. */
record Holders(List<Tenure> tenures) {

  /** What is known of the holder at an instant. */
  enum Known {
    HELD,
    NONE,
    AMBIGUOUS
  }

  Holders {
    tenures = List.copyOf(tenures);
  }

  Known at(long micros) {
    Tenure highest = null;
    boolean ambiguous = false;
    for (Tenure tenure : tenures) {
      if (tenure.covers(micros)) {
        int above = highest == null ? 1 : tenure.role().compareTo(highest.role());
        ambiguous =
            above <= 0
                && (ambiguous || (above == 0 && !tenure.ownerId().equals(highest.ownerId())));
        highest = above > 0 ? tenure : highest;
      }
    }
    if (highest == null) {
      return Known.NONE;
    }
    return ambiguous ? Known.AMBIGUOUS : Known.HELD;
  }
}
