package dev.glovebox.delivery;

import dev.glovebox.store.Digests;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Hands bytes on and replaces the last 64 of them by the digest of all before, in hexadecimal. Held
 * back is no more than that.
 */
final class SealedStream extends OutputStream {

  private static final int TAIL = ZipStream.DIGEST_CHARACTERS;

  private final OutputStream out;
  private final MessageDigest body = Digests.sha256();
  private final MessageDigest whole = Digests.sha256();
  private byte[] tail = new byte[0];
  private long bytes;

  SealedStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] from, int start, int length) throws IOException {
    if (length >= TAIL) {
      pass(tail, 0, tail.length);
      pass(from, start, length - TAIL);
      tail = Arrays.copyOfRange(from, start + length - TAIL, start + length);
      return;
    }
    byte[] joined = Arrays.copyOf(tail, tail.length + length);
    System.arraycopy(from, start, joined, tail.length, length);
    int passed = Math.max(0, joined.length - TAIL);
    pass(joined, 0, passed);
    tail = Arrays.copyOfRange(joined, passed, joined.length);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Writes the digest in place of the last bytes. */
  BagWriter.Sealed seal() throws IOException {
    String digest = HexFormat.of().formatHex(body.digest());
    pass(digest.getBytes(StandardCharsets.US_ASCII), 0, TAIL);
    out.flush();
    return new BagWriter.Sealed(bytes, HexFormat.of().formatHex(whole.digest()));
  }

  private void pass(byte[] from, int start, int length) throws IOException {
    out.write(from, start, length);
    body.update(from, start, length);
    whole.update(from, start, length);
    bytes += length;
  }
}
