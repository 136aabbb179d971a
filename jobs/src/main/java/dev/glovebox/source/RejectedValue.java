package dev.glovebox.source;

import java.util.Objects;

/**
 * A value that is rejected alone, while its message goes on.
 *
 * @param signal the source's name of it; empty if it has none that can be read
 * @param reason why
 * @param raw the JSON of the value as it came, at most 4 KiB of UTF-8
 */
public record RejectedValue(String signal, Rejection reason, String raw) {
  public RejectedValue {
    Objects.requireNonNull(signal, "signal");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(raw, "raw");
  }
}
