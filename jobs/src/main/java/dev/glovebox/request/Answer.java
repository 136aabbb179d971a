package dev.glovebox.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of a request so far.
 *
 * @param reason code of a refusal, a delay, or why it is still open
 * @param dueOn the last day for an answer; empty where it is not known when it was received
 * @param completedAt when it was answered
 * @param packagePath of its package, below the packages
 * @param certificate of its erasure, below the reports
 */
public record Answer(
    State state,
    Optional<String> reason,
    Optional<LocalDate> dueOn,
    Optional<Instant> completedAt,
    Optional<String> packagePath,
    Optional<Link> link,
    Optional<String> certificate) {

  /**
   * A download link.
   *
   * @param address empty: it has expired
   */
  public record Link(Optional<String> address, Instant expiresAt) {

    /** Says nothing of the address, which is as good as the package. */
    @Override
    public String toString() {
      return "Link[until " + expiresAt + "]";
    }
  }

  /** Nothing yet. */
  static Answer none(Optional<LocalDate> dueOn) {
    return new Answer(
        State.OPEN,
        Optional.empty(),
        dueOn,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Answer refused(Reason why, Instant at) {
    return new Answer(
        State.REFUSED, code(why), dueOn, Optional.of(at), packagePath, link, certificate);
  }

  Answer delayed(Reason why) {
    return new Answer(
        State.DELAYED, code(why), dueOn, Optional.empty(), packagePath, link, certificate);
  }

  Answer open(Optional<Reason> why) {
    return new Answer(
        State.OPEN, why.map(Reason::code), dueOn, Optional.empty(), packagePath, link, certificate);
  }

  Answer done(Instant at, String path, Link by) {
    return new Answer(
        State.DONE,
        Optional.empty(),
        dueOn,
        Optional.of(at),
        Optional.of(path),
        Optional.of(by),
        certificate);
  }

  Answer withoutLink() {
    return new Answer(
        state,
        reason,
        dueOn,
        completedAt,
        packagePath,
        link.map(known -> new Link(Optional.empty(), known.expiresAt())),
        certificate);
  }

  Answer withoutPackage() {
    return new Answer(
        state, reason, dueOn, completedAt, Optional.empty(), withoutLink().link(), certificate);
  }

  private static Optional<String> code(Reason why) {
    return Optional.of(why.code());
  }
}
