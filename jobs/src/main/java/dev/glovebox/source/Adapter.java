package dev.glovebox.source;

import java.io.InputStream;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Set;

/** Reads the objects of one source: bytes as stored in, messages out. One class a wire format. */
public interface Adapter extends Serializable {

  /** The source's name in the signal catalogue: {@code fleet-telemetry}. */
  String source();

  /**
   * Reads one object. Content of any kind gives messages, never an exception: what cannot be read
   * is a message that says why. An unreadable or truncated object gives its readable messages, then
   * one at position 0. The object is closed after its last message.
   *
   * @param object the object's bytes as stored, compressed as its name says
   * @return one message for each line that is not blank, in order
   * @throws java.io.UncheckedIOException by the iterator, if the storage fails: then the object is
   *     not known to be bad, and reading it again may succeed
   */
  Iterator<Message> read(InputStream object, RawObject about);

  /**
   * Reads of one object what certain vehicles sent, and leaves most of the rest undecoded: every
   * message of theirs, and perhaps some that are not. Otherwise as {@link #read(InputStream,
   * RawObject)}.
   *
   * @param vins of the vehicles
   */
  Iterator<Message> read(InputStream object, RawObject about, Set<String> vins);
}
