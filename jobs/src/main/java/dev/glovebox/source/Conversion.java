package dev.glovebox.source;

import dev.glovebox.signal.Part;
import dev.glovebox.signal.Range;

/** From the source's unit to the column's, and the range that the result has to be in. */
record Conversion(double scale, double offset, double min, double max) {
  private static final Range ANY = new Range(-Double.MAX_VALUE, Double.MAX_VALUE);

  static Conversion of(Part part) {
    Range range = part.signal().range().orElse(ANY);
    return new Conversion(part.scale(), part.offset(), range.min(), range.max());
  }

  double apply(double sent) {
    return sent * scale + offset;
  }

  boolean isIdentity() {
    return scale == 1 && offset == 0;
  }

  /** Whether a converted value is in the range, both ends included. */
  boolean accepts(double converted) {
    return converted >= min && converted <= max;
  }
}
