package dev.glovebox.request;

import java.time.Instant;
import java.util.Optional;

/** A request in the book: what was asked, and what became of it. */
public record Entry(Asked asked, Answer answer) {

  /** Its id. */
  public String id() {
    return asked.id();
  }

  /** Never to be served. */
  public Entry refused(Reason why, Instant at) {
    return new Entry(asked, answer.refused(why, at));
  }

  /** Not to be served yet. */
  public Entry delayed(Reason why) {
    return new Entry(asked, answer.delayed(why));
  }

  /** To be served. */
  public Entry open() {
    return new Entry(asked, answer.open(Optional.empty()));
  }

  /** To be served again, since it failed. */
  public Entry failed(Reason why) {
    return new Entry(asked, answer.open(Optional.of(why)));
  }

  /** Served. */
  public Entry done(Instant at, String path, Answer.Link link) {
    return new Entry(asked, answer.done(at, path, link));
  }

  /** Its link has expired. */
  public Entry withoutLink() {
    return new Entry(asked, answer.withoutLink());
  }

  /** Its package is gone, since it was kept long enough. */
  public Entry withoutPackage() {
    return new Entry(asked, answer.withoutPackage());
  }
}
