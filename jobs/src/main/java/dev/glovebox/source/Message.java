package dev.glovebox.source;

import java.util.List;
import java.util.Objects;

/**
 * One record of an object as the adapter understood it. A message that is rejected as a whole
 * carries no content and no rejected values: all its values share its fate. Otherwise each of its
 * {@code values} is an entry of the content, unlisted, unpublished, or rejected alone.
 *
 * @param kind what it is about
 * @param object the name of the object that it came in
 * @param position its line in the object, from 1; 0 for the object itself
 * @param vin the vehicle; null if not known
 * @param capturedAtMicros the instant of capture, in microseconds since the epoch, or {@link
 *     #NO_INSTANT}
 * @param values values received
 * @param rejection why the whole message is rejected; null if it is not
 * @param raw the line as it came, at most 4 KiB of UTF-8; null unless the message is rejected
 * @param content vehicle data: a block of values as {@code ValueWriter} writes it; alerts: a JSON
 *     array; connectivity: a JSON object; both in UTF-8; else empty
 * @param unlisted values whose name the catalogue lacks
 * @param unpublished values that the catalogue lists as not published, and all of errors and
 *     metrics
 * @param rejectedValues values that are rejected alone
 */
public record Message(
    RecordKind kind,
    String object,
    long position,
    String vin,
    long capturedAtMicros,
    int values,
    Rejection rejection,
    String raw,
    byte[] content,
    int unlisted,
    int unpublished,
    List<RejectedValue> rejectedValues) {

  /** Stands where the instant is missing or cannot be read. */
  public static final long NO_INSTANT = Long.MIN_VALUE;

  private static final byte[] NO_CONTENT = new byte[0];

  public Message {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(rejectedValues, "rejectedValues");
  }

  /** A record that could not be read at all: of no kind, no vehicle and no values. */
  static Message unread(String object, long position, Rejection rejection, String raw) {
    return refused(RecordKind.UNKNOWN, object, position, null, NO_INSTANT, 0, rejection, raw);
  }

  /** A record that could be read and is rejected as a whole. */
  static Message refused(
      RecordKind kind,
      String object,
      long position,
      String vin,
      long capturedAtMicros,
      int values,
      Rejection rejection,
      String raw) {
    return new Message(
        kind,
        object,
        position,
        vin,
        capturedAtMicros,
        values,
        rejection,
        raw,
        NO_CONTENT,
        0,
        0,
        List.of());
  }
}
