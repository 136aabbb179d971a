package dev.glovebox.simulate;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses by an object's suffix, the same bytes each time: no name, no time of writing. */
final class Compressed {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_LEVEL = 3;
  private static final int ZSTD_LEVEL = 3;

  private Compressed() {}

  static OutputStream writing(OutputStream out, String suffix) throws IOException {
    return switch (suffix) {
      case ".gz" -> new Gzip(out);
      case ".zst" -> new ZstdOutputStream(out, ZSTD_LEVEL);
      default -> new BufferedOutputStream(out, BUFFER);
    };
  }

  /** What can still be read of a stream that was cut off. */
  static byte[] readable(byte[] cut, String suffix) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try (InputStream in = reading(new ByteArrayInputStream(cut), suffix)) {
      byte[] buffer = new byte[256];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        read.write(buffer, 0, length);
      }
      throw new IllegalStateException(
          "A cut object could be read to its end, so it was not cut. Cut it earlier.");
    } catch (IOException expected) {
      return read.toByteArray();
    }
  }

  private static InputStream reading(InputStream in, String suffix) throws IOException {
    return suffix.equals(".gz") ? new GZIPInputStream(in) : new ZstdInputStream(in);
  }

  /** Quick rather than small, as a sink would have it. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(GZIP_LEVEL);
    }
  }
}
