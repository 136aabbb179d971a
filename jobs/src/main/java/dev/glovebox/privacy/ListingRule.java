package dev.glovebox.privacy;

import dev.glovebox.signal.PrivacyClass;
import java.util.Set;

/**
 * Withholds values that have no privacy class, because the catalogue does not publish them.
 *
 * @param basis the legal basis
 * @param listing how the catalogue stands to the values that it marks
 */
public record ListingRule(String basis, Listing listing) implements Rule {

  private static final long serialVersionUID = 1L;

  @Override
  public String reason() {
    return listing == Listing.UNLISTED ? ReasonCode.UNLISTED_SIGNAL : ReasonCode.NOT_PUBLISHED;
  }

  @Override
  public Action action() {
    return Action.WITHHOLD_VALUES;
  }

  @Override
  public Set<PrivacyClass> classes() {
    return Set.of();
  }

  @Override
  public Set<Listing> listings() {
    return Set.of(listing);
  }

  @Override
  public Precedence precedence() {
    return Precedence.LISTING;
  }

  @Override
  public boolean marks(Circumstances circumstances) {
    return true;
  }
}
