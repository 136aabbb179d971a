package dev.glovebox.source;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Takes the encoded polyline out of field 1 of a protobuf message in base64. */
final class WrappedPolyline {
  private static final int WIRE_VARINT = 0;
  private static final int WIRE_64_BITS = 1;
  private static final int WIRE_BYTES = 2;
  private static final int WIRE_32_BITS = 5;
  private static final int LONGEST_VARINT = 10;

  private final byte[] message;
  private int position;
  private byte[] polyline;
  private boolean cutShort;

  private WrappedPolyline(byte[] message) {
    this.message = message;
  }

  /** The polyline's characters; empty if the text is not such a message. */
  static Optional<byte[]> unwrap(String text) {
    try {
      String standard = text.replace('-', '+').replace('_', '/');
      WrappedPolyline wrapped = new WrappedPolyline(Base64.getDecoder().decode(standard));
      return wrapped.read() ? Optional.of(wrapped.polyline) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** True if the message is sound to its end and has field 1 exactly once. */
  private boolean read() {
    boolean sound = true;
    while (sound && position < message.length) {
      long tag = varint();
      sound = !cutShort && (tag >>> 3) > 0 && readField(tag >>> 3, (int) tag & 7);
    }
    return sound && !cutShort && polyline != null;
  }

  private boolean readField(long number, int wireType) {
    return switch (wireType) {
      case WIRE_VARINT -> number != 1 && skipVarint();
      case WIRE_64_BITS -> number != 1 && skip(Long.BYTES);
      case WIRE_32_BITS -> number != 1 && skip(Integer.BYTES);
      case WIRE_BYTES -> readBytes(number);
      default -> false;
    };
  }

  private boolean readBytes(long number) {
    long length = varint();
    int start = position;
    if (length < 0 || !skip(length)) {
      return false;
    }
    if (number == 1 && polyline == null) {
      polyline = Arrays.copyOfRange(message, start, position);
      return true;
    }
    return number != 1;
  }

  private boolean skip(long count) {
    boolean there = count <= message.length - position;
    position += there ? (int) count : 0;
    return there;
  }

  private boolean skipVarint() {
    varint();
    return !cutShort;
  }

  private long varint() {
    long value = 0;
    for (int i = 0; i < LONGEST_VARINT && position < message.length; i++) {
      byte next = message[position++];
      value |= (long) (next & 0x7F) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    cutShort = true;
    return -1;
  }
}
