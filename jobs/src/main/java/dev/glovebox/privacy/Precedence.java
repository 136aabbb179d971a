package dev.glovebox.privacy;

/**
 * Which of several rules that mark one value gives the reason: the first of these, and of two alike
 * the one whose code comes first in the alphabet. The order in the policy file never counts.
 */
public enum Precedence {
  HOLDER,
  ERASURE,
  READING,
  LISTING,
  CLASSES,
  PLACE_UNKNOWN,
  SENSITIVE_PLACE
}
