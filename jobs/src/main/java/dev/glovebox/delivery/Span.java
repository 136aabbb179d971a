package dev.glovebox.delivery;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time. */
record Span(Instant from, Instant to) {

  Duration length() {
    return Duration.between(from, to);
  }
}
