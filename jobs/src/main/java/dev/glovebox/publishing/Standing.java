package dev.glovebox.publishing;

/** How a message takes part in the reading of its instant. */
enum Standing {
  /** Of this batch date: it is judged, counted and published. */
  NEW,
  /** Published or placed earlier: only its values are known, to tell what repeats and where. */
  EARLIER,
  /** Met earlier but not published: only digests of its values are known. */
  SEEN;

  private static final Standing[] ALL = values();

  static Standing of(int ordinal) {
    return ALL[ordinal];
  }
}
