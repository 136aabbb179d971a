package dev.glovebox.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * An object that is seen whole or not at all. A store that shows an object only when its last part
 * is in is written to directly; elsewhere it is written beside its place and moved there.
 */
public final class WholeObject implements AutoCloseable {

  /** The end of names of objects that are not whole yet. */
  static final String PART = ".part";

  private final FileSystem files;
  private final Path place;
  private final Path written;
  private final FSDataOutputStream stream;
  private boolean isCommitted;

  private WholeObject(FileSystem files, Path place, Path written) throws IOException {
    this.files = files;
    this.place = place;
    this.written = written;
    this.stream = files.create(written, true);
  }

  /**
   * Begins an object; nothing is to be seen of it until {@link #commit}.
   *
   * @param location a URI that Hadoop writes
   * @param path of the object below it
   */
  public static WholeObject begin(String location, String path, Configuration hadoop)
      throws IOException {
    Path place = new Path(location, path);
    FileSystem found = place.getFileSystem(hadoop);
    // Checksum files beside the objects would make an object unreadable that a person edits.
    FileSystem files = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
    boolean showsWholeOnly =
        files.hasPathCapability(place, CommonPathCapabilities.ABORTABLE_STREAM);
    Path beside =
        new Path(place.getParent(), "." + place.getName() + "." + UUID.randomUUID() + PART);
    return new WholeObject(files, place, showsWholeOnly ? place : beside);
  }

  /** Where to write; whoever closes it closes nothing. */
  public OutputStream stream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        stream.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        stream.write(bytes, offset, length);
      }

      @Override
      public void flush() throws IOException {
        stream.flush();
      }
    };
  }

  /** Shows it, in place of whatever is there. */
  public void commit() throws IOException {
    stream.close();
    if (!written.equals(place)) {
      replace();
    }
    isCommitted = true;
  }

  /** Local files replace others in one step; a store that does not is asked twice. */
  private void replace() throws IOException {
    if (!files.rename(written, place)) {
      files.delete(place, false);
      if (!files.rename(written, place)) {
        throw new IOException("An object that was written could not be moved to its place.");
      }
    }
  }

  /** Takes back what is not committed. */
  @Override
  public void close() throws IOException {
    if (isCommitted) {
      return;
    }
    if (written.equals(place)) {
      stream.abort();
    } else {
      stream.close();
      files.delete(written, false);
    }
  }
}
