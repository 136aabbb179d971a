package dev.glovebox.request;

import dev.glovebox.request.Request.Kind;
import dev.glovebox.request.Request.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was asked, as far as it could be read: a request that can be served has all that {@link
 * Request} has.
 *
 * @param id of the request; where it gave none that is usable, made from its file and line
 */
public record Asked(
    String id,
    Optional<Kind> kind,
    Optional<String> ownerId,
    Optional<Instant> receivedAt,
    List<String> vins,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Instant> at,
    Language language) {

  public Asked {
    vins = List.copyOf(vins);
  }

  /** Nothing could be read. */
  static Asked nothing(String id) {
    return new Asked(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Language.ENGLISH);
  }

  /** The same under another id. */
  Asked named(String other) {
    return new Asked(other, kind, ownerId, receivedAt, vins, from, to, at, language);
  }

  /** The request; only where nothing was found wrong with it. */
  public Request request() {
    return new Request(
        id,
        kind.orElseThrow(),
        ownerId.orElseThrow(),
        receivedAt.orElseThrow(),
        vins,
        from,
        to,
        at,
        language);
  }

  /** Says nothing of the person: it may end up in a message. */
  @Override
  public String toString() {
    return "Asked";
  }
}
