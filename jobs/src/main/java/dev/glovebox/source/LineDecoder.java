package dev.glovebox.source;

import dev.glovebox.signal.Fields;

/** Reads a line the fast way where it is regular, the plain way where it is not. */
final class LineDecoder {

  private final RegularDecoder regular;
  private final RecordDecoder plain;

  LineDecoder(Fields fields, RawObject about) {
    this.regular = new RegularDecoder(fields, about);
    this.plain = new RecordDecoder(fields, about);
  }

  /** The message of a line, of whatever bytes it may be. */
  Message decode(Line line) {
    Message message = regular.decode(line);
    return message == null ? plain.decode(line) : message;
  }
}
