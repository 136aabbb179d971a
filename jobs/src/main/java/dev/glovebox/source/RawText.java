package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Bytes of a record as text for people, and whether text is what it claims to be. */
public final class RawText {
  /** How much of a record is kept. */
  static final int LIMIT_BYTES = 4096;

  private static final int LONGEST_CHARACTER_BYTES = 4;

  private RawText() {}

  /** As much of a text as is kept of a record: at most 4 KiB of UTF-8, cut between characters. */
  public static String of(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    return of(utf8, 0, utf8.length);
  }

  /** At most 4 KiB of UTF-8, cut between characters; what is not UTF-8 shows as U+FFFD. */
  static String of(byte[] bytes, int start, int end) {
    String text = new String(bytes, start, cut(bytes, start, end) - start, UTF_8);
    byte[] utf8 = text.getBytes(UTF_8);
    return utf8.length <= LIMIT_BYTES ? text : of(utf8, 0, utf8.length);
  }

  private static int cut(byte[] bytes, int start, int end) {
    int cut = start + LIMIT_BYTES;
    if (end <= cut) {
      return end;
    }
    for (int at = cut; at > cut - LONGEST_CHARACTER_BYTES; at--) {
      if ((bytes[at] & 0xC0) != 0x80) {
        return at;
      }
    }
    return cut;
  }

  /** Whether the bytes are UTF-8 by the letter: no overlong forms, no surrogates. */
  static boolean isUtf8(byte[] bytes, int start, int end) {
    CharsetDecoder decoder =
        UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer rest = ByteBuffer.wrap(bytes, start, end - start);
    CharBuffer scratch = CharBuffer.allocate(1024);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      scratch.clear();
      result = decoder.decode(rest, scratch, true);
    }
    return result.isUnderflow();
  }

  /** Whether every surrogate in the text has its other half: else it has no UTF-8 form. */
  static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (Character.isSurrogate(next)) {
        boolean paired =
            Character.isHighSurrogate(next)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
