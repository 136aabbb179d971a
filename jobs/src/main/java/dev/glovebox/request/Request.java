package dev.glovebox.request;

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
    Language language) {

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
}
