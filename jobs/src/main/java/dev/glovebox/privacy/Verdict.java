package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.io.Serializable;

/**
 * What a view decides about the values of one reading: released, coarsened, or withheld and why.
 */
public final class Verdict implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String[] reasons;
  private final Coarsening[] coarsenings;
  private final String[] listingReasons;
  private final String readingReason;

  /**
   * Takes the arrays over.
   *
   * @param reasons by ordinal of {@link PrivacyClass}; null where the class is released
   * @param coarsenings by ordinal of {@link PrivacyClass}; never null
   * @param listingReasons by ordinal of {@link Listing}; never null
   * @param readingReason why the whole reading is withheld, or null
   */
  Verdict(
      String[] reasons, Coarsening[] coarsenings, String[] listingReasons, String readingReason) {
    this.reasons = reasons;
    this.coarsenings = coarsenings;
    this.listingReasons = listingReasons;
    this.readingReason = readingReason;
  }

  /**
   * Why values of this class are withheld.
   *
   * @param privacyClass of the value; null, unknown, is withheld like a value that is not listed
   * @return the reason code, or null if they are released
   */
  public String reason(PrivacyClass privacyClass) {
    return privacyClass == null ? unlistedReason() : reasons[privacyClass.ordinal()];
  }

  /** How a released value of this class is made coarser; {@link Coarsening#NONE} if it is not. */
  public Coarsening coarsening(PrivacyClass privacyClass) {
    return coarsenings[privacyClass.ordinal()];
  }

  /** Why a value is withheld whose name the catalogue does not know; never null. */
  public String unlistedReason() {
    return listingReasons[Listing.UNLISTED.ordinal()];
  }

  /** Why a value is withheld that the catalogue lists as not published; never null. */
  public String unpublishedReason() {
    return listingReasons[Listing.NOT_PUBLISHED.ordinal()];
  }

  /** Why the whole reading is withheld, or null if it is not. */
  public String readingReason() {
    return readingReason;
  }
}
