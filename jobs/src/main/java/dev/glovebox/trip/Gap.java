package dev.glovebox.trip;

/** A stretch in which nothing was captured, in microseconds since the epoch. */
public record Gap(long fromMicros, long toMicros) {}
