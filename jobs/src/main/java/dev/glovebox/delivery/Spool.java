package dev.glovebox.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.output.DeferredFileOutputStream;

/**
 * Bytes set aside until another file of the package has ended: in memory while they are few, in a
 * temporary file beyond that, which is gone when this is closed.
 */
final class Spool extends OutputStream {

  private static final int HELD_BYTES = 1 << 20;

  private final DeferredFileOutputStream bytes =
      DeferredFileOutputStream.builder()
          .setThreshold(HELD_BYTES)
          .setPrefix("glovebox-package-")
          .setSuffix(".part")
          .get();

  Spool() throws IOException {}

  @Override
  public void write(int octet) throws IOException {
    bytes.write(octet);
  }

  @Override
  public void write(byte[] from, int start, int length) throws IOException {
    bytes.write(from, start, length);
  }

  /** Copies all of it; nothing can be added then. */
  void writeTo(OutputStream out) throws IOException {
    bytes.close();
    bytes.writeTo(out);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
    Path file = bytes.getPath();
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
