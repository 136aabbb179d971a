package dev.glovebox.delivery.incident;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Fields;
import dev.glovebox.store.SigningKey;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What holds for every incident package of a run; travels to every task.
 *
 * @param zone in which instants are shown, beside UTC
 * @param source whose raw objects are read, as the catalogue names it
 * @param policyVersion of the policy in force
 * @param policyDigest its SHA-256, hexadecimal
 * @param programVersion of Glovebox
 * @param asOf the instant for which the run was asked
 * @param key that seals the packages
 */
public record IncidentTerms(
    ZoneId zone,
    Catalogue catalogue,
    String source,
    String policyVersion,
    String policyDigest,
    String programVersion,
    Instant asOf,
    SigningKey key)
    implements Serializable {

  /** What the source sends. */
  Fields fields() {
    return catalogue.fields(source);
  }
}
