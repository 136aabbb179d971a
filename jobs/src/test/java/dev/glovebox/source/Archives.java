package dev.glovebox.source;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Compresses and joins bytes. */
final class Archives {

  private Archives() {}

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(stored)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return stored.toByteArray();
  }

  static byte[] zstd(byte[] plain) {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(stored)) {
      zstd.setChecksum(true);
      zstd.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return stored.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /** The bytes with one bit turned. */
  static byte[] flip(byte[] stored, int index) {
    byte[] flipped = Arrays.copyOf(stored, stored.length);
    flipped[index] ^= 0x10;
    return flipped;
  }
}
