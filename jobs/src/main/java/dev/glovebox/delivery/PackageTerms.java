package dev.glovebox.delivery;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.store.SigningKey;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What holds for every package of a run; travels to every task.
 *
 * @param zone the owner's, in which a day and a month are meant
 * @param telemetryColumns the signals of which the run's packages have columns
 * @param policyVersion of the policy in force
 * @param policyDigest its SHA-256, hexadecimal
 * @param programVersion of Glovebox
 * @param asOf the instant for which the run was asked; the only time that a package is stamped with
 * @param key that seals the packages
 * @param occasion whether the holder had a package before
 * @param page what else the page says
 */
public record PackageTerms(
    ZoneId zone,
    Catalogue catalogue,
    List<String> telemetryColumns,
    String policyVersion,
    String policyDigest,
    String programVersion,
    Instant asOf,
    SigningKey key,
    Occasion occasion,
    PageTerms page)
    implements Serializable {

  /** Whether a holder had a package before. */
  public enum Occasion {
    /** Every column is explained. */
    FIRST_PACKAGE,
    LATER_PACKAGE
  }

  public PackageTerms {
    telemetryColumns = List.copyOf(telemetryColumns);
  }

  /** The same terms for a holder who did or did not have a package before. */
  public PackageTerms on(Occasion other) {
    return new PackageTerms(
        zone,
        catalogue,
        telemetryColumns,
        policyVersion,
        policyDigest,
        programVersion,
        asOf,
        key,
        other,
        page);
  }
}
