package dev.glovebox.delivery;

import dev.glovebox.request.Request;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a package was made for somebody.
 *
 * @param vins vehicles of which there are rows
 * @param first the first instant of its rows; null when there are none
 * @param last the last one; null likewise
 * @param rows of all its tables
 * @param bytes the size of the package
 * @param sha256 of the package, lower-case hexadecimal
 * @param path below the packages
 * @param at when it was made
 * @param runId that made it
 */
public record Disclosure(
    String requestId,
    String kind,
    String ownerId,
    List<String> vins,
    Instant first,
    Instant last,
    long rows,
    long bytes,
    String sha256,
    String path,
    Instant at,
    String runId)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public Disclosure {
    vins = List.copyOf(vins);
  }

  /** Of a package that was made now. */
  public static Disclosure of(
      Request request, String path, Receipt receipt, Instant at, String runId) {
    return new Disclosure(
        request.id(),
        request.kind().code(),
        request.ownerId(),
        receipt.vins(),
        receipt.first(),
        receipt.last(),
        receipt.allRows(),
        receipt.bytes(),
        receipt.sha256(),
        path,
        at,
        runId);
  }

  /** The first instant of its rows. */
  public Optional<Instant> firstInstant() {
    return Optional.ofNullable(first);
  }

  /** The last instant of its rows. */
  public Optional<Instant> lastInstant() {
    return Optional.ofNullable(last);
  }

  /** Says nothing of the person: it may end up in a message. */
  @Override
  public String toString() {
    return "Disclosure[" + kind + "]";
  }
}
