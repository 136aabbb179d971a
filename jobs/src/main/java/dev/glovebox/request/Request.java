package dev.glovebox.request;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A request that can be served, as far as can be told without looking at tenures and holds.
 *
 * @param id a single path element, safe in a file's name
 * @param ownerId of whom it was that asked
 * @param receivedAt when the portal received it
 * @param vins the vehicles asked for; empty: every vehicle ever held
 * @param from where what is asked for begins; empty: the first reading
 * @param to where it ends, exclusive; empty: the last reading
 * @param at the instant of an incident; present for that kind only
 * @param language of the answer
 */
public record Request(
    String id,
    Kind kind,
    String ownerId,
    Instant receivedAt,
    List<String> vins,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Instant> at,
    Language language)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** What is asked for. */
  public enum Kind {
    EXPORT,
    INCIDENT,
    ERASE;

    /** The name in files and tables. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The languages of answers. */
  public enum Language {
    ENGLISH("en"),
    SIMPLIFIED_CHINESE("zh-Hans");

    private final String tag;

    Language(String tag) {
      this.tag = tag;
    }

    /** The BCP 47 tag, also the key of descriptions in the catalogue. */
    public String tag() {
      return tag;
    }
  }

  public Request {
    vins = List.copyOf(vins);
  }

  /** Says nothing of the person: it may end up in a message. */
  @Override
  public String toString() {
    return "Request[" + kind.code() + "]";
  }

  /** What may be left out has no serial form of its own. */
  private Object writeReplace() {
    return new Sent(
        id,
        kind,
        ownerId,
        receivedAt,
        List.copyOf(vins),
        from.orElse(null),
        to.orElse(null),
        at.orElse(null),
        language);
  }

  /** A request on its way to a task; what was left out is null. */
  private record Sent(
      String id,
      Kind kind,
      String ownerId,
      Instant receivedAt,
      List<String> vins,
      Instant from,
      Instant to,
      Instant at,
      Language language)
      implements Serializable {

    private static final long serialVersionUID = 1L;

    private Object readResolve() {
      return new Request(
          id,
          kind,
          ownerId,
          receivedAt,
          vins,
          Optional.ofNullable(from),
          Optional.ofNullable(to),
          Optional.ofNullable(at),
          language);
    }
  }
}
