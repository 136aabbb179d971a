package dev.glovebox.privacy;

/** Whether a position or a line lies in a sensitive place, its margin included. */
public enum PlaceVerdict {
  OUTSIDE,
  INSIDE,
  /** There is no position to tell by, or none that can be used. */
  UNKNOWN
}
