package dev.glovebox.delivery;

import dev.glovebox.store.Digests;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** The digest at the end of a package, over all its bytes before. */
final class SealedBytes {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int TAIL = ZipStream.DIGEST_CHARACTERS;

  private SealedBytes() {}

  /** Whether a file ends with the digest of what stands before it. */
  static boolean areWhole(Path file) throws IOException {
    long body = Files.size(file) - TAIL;
    if (body < 0) {
      return false;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
      MessageDigest digest = Digests.sha256();
      byte[] buffer = new byte[BUFFER_BYTES];
      for (long left = body; left > 0; ) {
        int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (read < 0) {
          return false;
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
      String wanted = HexFormat.of().formatHex(digest.digest());
      return Arrays.equals(wanted.getBytes(StandardCharsets.US_ASCII), in.readAllBytes());
    }
  }
}
