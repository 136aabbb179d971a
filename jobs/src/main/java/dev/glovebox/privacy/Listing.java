package dev.glovebox.privacy;

import java.util.Locale;

/** How the catalogue stands to a value that it gives no privacy class. */
public enum Listing {
  /** The catalogue does not know its name. */
  UNLISTED,
  /** The catalogue lists it as not published, with the reason. */
  NOT_PUBLISHED;

  /** The name in the policy file, such as {@code not-published}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
