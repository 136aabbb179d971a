package dev.glovebox.privacy;

/**
 * What is known of one reading when its values are judged. What is not known (null) is taken for
 * the answer that withholds.
 *
 * @param holder who held the vehicle at the instant
 * @param erasure whether that holder's interval was erased
 * @param here where the vehicle was
 * @param instantMicros when, in microseconds since the epoch; {@link #NO_INSTANT} if unknown
 */
public record Circumstances(
    HolderKnowledge holder, ErasureState erasure, PlaceVerdict here, long instantMicros) {

  /** Stands for an instant that is not known: every rule about times marks it. */
  public static final long NO_INSTANT = Long.MIN_VALUE;

  /** Nothing is known. */
  public static final Circumstances UNKNOWN = new Circumstances(null, null, null, NO_INSTANT);

  public Circumstances {
    holder = holder == null ? HolderKnowledge.NONE : holder;
    erasure = erasure == null ? ErasureState.ERASED : erasure;
    here = here == null ? PlaceVerdict.UNKNOWN : here;
  }

  /** The same reading as it concerns a value that is itself a place, and lies there. */
  public Circumstances lying(PlaceVerdict there) {
    return new Circumstances(holder, erasure, there, instantMicros);
  }
}
