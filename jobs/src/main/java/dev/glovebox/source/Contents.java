package dev.glovebox.source;

import java.util.ArrayList;
import java.util.List;

/** What the values of one record came to, counted as they are met. Reused. */
final class Contents {
  private static final byte[] NONE = new byte[0];

  private int values;
  private int unlisted;
  private int unpublished;
  private byte[] content = NONE;
  private List<RejectedValue> rejected = List.of();

  void clear() {
    values = 0;
    unlisted = 0;
    unpublished = 0;
    content = NONE;
    rejected = List.of();
  }

  void meet() {
    values++;
  }

  void addUnlisted() {
    unlisted++;
  }

  void addUnpublished() {
    unpublished++;
  }

  void reject(String signal, Rejection reason, String raw) {
    if (rejected.isEmpty()) {
      rejected = new ArrayList<>();
    }
    rejected.add(new RejectedValue(signal, reason, raw));
  }

  /** Sets the bytes of the values that were read. */
  void keep(byte[] readable) {
    content = readable;
  }

  int values() {
    return values;
  }

  int unlisted() {
    return unlisted;
  }

  int unpublished() {
    return unpublished;
  }

  byte[] content() {
    return content;
  }

  List<RejectedValue> rejected() {
    return rejected;
  }
}
