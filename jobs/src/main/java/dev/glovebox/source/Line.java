package dev.glovebox.source;

/**
 * One line of an object, without its line break. The bytes are lent: they hold until the next line
 * is read.
 *
 * @param bytes the buffer that holds it
 * @param start where it starts in the buffer
 * @param end where it ends, exclusive
 * @param position its number in the object, from 1
 * @param extent whether it is all there
 * @param encoding what its bytes can be
 */
record Line(byte[] bytes, int start, int end, long position, Extent extent, Encoding encoding) {

  enum Extent {
    /** Up to a line break, or to the end of a sound object. */
    WHOLE,
    /** Up to where a broken object ends. */
    CUT,
    /** The first bytes of a line that is over the limit. */
    TOO_LONG
  }

  enum Encoding {
    ASCII,
    /** Not ASCII alone: to be checked. */
    OTHER
  }

  int length() {
    return end - start;
  }

  /** The line as text, at most 4 KiB of UTF-8. */
  String raw() {
    return RawText.of(bytes, start, end);
  }
}
