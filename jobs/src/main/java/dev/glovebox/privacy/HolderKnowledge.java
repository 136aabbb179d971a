package dev.glovebox.privacy;

/** What is known of who held the vehicle at the instant of a reading. */
public enum HolderKnowledge {
  HELD,
  /** Nobody held it, or the vehicle is unknown. */
  NONE,
  /** Two holders of one role at once. */
  AMBIGUOUS
}
