package dev.glovebox.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/** The messages of one object, line by line; after those of a broken object, one on the object. */
final class ObjectMessages implements Iterator<Message> {
  private static final long THE_OBJECT_ITSELF = 0;

  private final InputStream plain;
  private final Lines lines;
  private final RawObject about;
  private final Predicate<Line> wanted;
  private final LineDecoder decoder;
  private Message next;
  private boolean ended;

  /**
   * @param wanted tells which lines are decoded
   */
  ObjectMessages(
      InputStream plain,
      int lineBytes,
      RawObject about,
      Predicate<Line> wanted,
      LineDecoder decoder) {
    this.plain = plain;
    this.lines = new Lines(plain, lineBytes);
    this.about = about;
    this.wanted = wanted;
    this.decoder = decoder;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      try {
        next = advance();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      } catch (UncheckedIOException failure) {
        closeAfter(failure);
        throw failure;
      }
    }
    return next != null;
  }

  @Override
  public Message next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Message message = next;
    next = null;
    return message;
  }

  private Message advance() throws IOException {
    Line line = nextWanted();
    if (line == null) {
      end();
      return lines.corrupt() ? truncated("") : null;
    }
    Message message = decoder.decode(line);
    if (line.extent() == Line.Extent.CUT && message.rejection() == Rejection.BROKEN_RECORD) {
      end();
      return truncated(message.raw());
    }
    return message;
  }

  private Line nextWanted() throws IOException {
    Line line = lines.next();
    while (line != null && !wanted.test(line)) {
      line = lines.next();
    }
    return line;
  }

  private void end() throws IOException {
    ended = true;
    plain.close();
  }

  private void closeAfter(UncheckedIOException failure) {
    try {
      plain.close();
    } catch (IOException | UncheckedIOException another) {
      failure.addSuppressed(another);
    }
  }

  private Message truncated(String fragment) {
    return Message.unread(about.name(), THE_OBJECT_ITSELF, Rejection.TRUNCATED_OBJECT, fragment);
  }
}
