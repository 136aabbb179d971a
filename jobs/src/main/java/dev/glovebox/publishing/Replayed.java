package dev.glovebox.publishing;

import dev.glovebox.source.RecordKind;
import java.util.List;

/** Takes what a {@link Replay} finds for one watch, in order of time; the counts come last. */
public interface Replayed {

  /**
   * The released values of one instant.
   *
   * @param values as {@code ValueWriter} writes them
   * @param withheld reasons why others of this instant are not among them
   */
  void reading(long capturedAtMicros, byte[] values, List<String> withheld);

  /**
   * A released alert.
   *
   * @param startedAtMicros null if the vehicle did not say
   * @param endedAtMicros null while it lasts
   */
  void alert(
      long capturedAtMicros,
      String name,
      List<String> audiences,
      Long startedAtMicros,
      Long endedAtMicros);

  /** A released connect or disconnect; what the vehicle did not say is null. */
  void connection(
      long capturedAtMicros, String connectionId, String status, String networkInterface);

  /** A value that is not released: withheld, rejected. */
  void refused(long capturedAtMicros, String signal, Outcome outcome, String reason);

  /**
   * How many messages and values of a kind had an outcome.
   *
   * @param reason null for what is released
   */
  void count(RecordKind kind, Outcome outcome, String reason, long messages, long values);
}
