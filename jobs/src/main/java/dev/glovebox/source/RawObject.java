package dev.glovebox.source;

import java.util.Objects;

/**
 * What is known of a stored object before it is read.
 *
 * @param name its name, by which it is found again; the suffix {@code .gz} or {@code .zst} says how
 *     it is compressed
 * @param latestInstantMicros the latest instant that its messages may claim, in microseconds since
 *     the epoch
 */
public record RawObject(String name, long latestInstantMicros) {
  public RawObject {
    Objects.requireNonNull(name, "name");
  }
}
