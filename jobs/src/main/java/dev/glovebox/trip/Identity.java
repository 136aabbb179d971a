package dev.glovebox.trip;

import dev.glovebox.store.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What a drive or a charge is called by: the same whenever it is derived. */
final class Identity {

  private static final int BYTES = 16;

  private Identity() {}

  /**
   * 32 hexadecimal digits.
   *
   * @param kind of what begins then
   */
  static String of(String kind, String ownerId, String vin, long startMicros) {
    MessageDigest digest = Digests.sha256();
    for (String part : new String[] {kind, ownerId, vin}) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(startMicros).array());
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }
}
