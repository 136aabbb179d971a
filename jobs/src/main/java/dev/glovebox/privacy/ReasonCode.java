package dev.glovebox.privacy;

import java.util.Set;

/** The reason codes whose meaning is fixed: only the rules of their kind may carry them. */
public final class ReasonCode {

  public static final String NO_TENURE = "no-tenure";
  public static final String AMBIGUOUS_TENURE = "ambiguous-tenure";
  public static final String ERASED = "erased";
  public static final String SENSITIVE_PLACE = "sensitive-place";
  public static final String PLACE_UNKNOWN = "place-unknown";
  public static final String UNLISTED_SIGNAL = "unlisted-signal";
  public static final String NOT_PUBLISHED = "not-published";

  /** Of values that were released and kept long enough: no rule marks them. */
  public static final String RETENTION = "retention";

  static final Set<String> FIXED =
      Set.of(
          NO_TENURE,
          AMBIGUOUS_TENURE,
          ERASED,
          SENSITIVE_PLACE,
          PLACE_UNKNOWN,
          UNLISTED_SIGNAL,
          NOT_PUBLISHED,
          RETENTION);

  private ReasonCode() {}
}
