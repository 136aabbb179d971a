package dev.glovebox.publishing;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digests of values that were met but not published, so that a repeat can be told without
 * keeping the value.
 *
 * <p>Whoever has the key can still test a guess against a digest: the table that holds them is
 * erased like any other table of owner data.
 */
final class Digests implements Serializable {

  /** Bytes of a digest: the first half of an HMAC-SHA256. */
  static final int LENGTH = 16;

  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;
  private final String id;
  private transient Mac mac;

  /**
   * @param key secret
   * @param meaning of the values: digests made while they meant something else cannot be compared
   */
  Digests(byte[] key, String meaning) {
    this.key = key.clone();
    byte[] text = meaning.getBytes(StandardCharsets.UTF_8);
    this.id = HexFormat.of().formatHex(of("", 0, "", text, 0, text.length));
  }

  /** Tells apart digests that were made by another key or of values of another meaning. */
  String id() {
    return id;
  }

  /**
   * The digest of {@code bytes[start, end)}, sent by this vehicle at this instant under this name.
   */
  byte[] of(String vin, long capturedAtMicros, String name, byte[] bytes, int start, int end) {
    Mac started = mac();
    updateText(started, vin);
    started.update(ByteBuffer.allocate(Long.BYTES).putLong(0, capturedAtMicros));
    updateText(started, name);
    started.update(bytes, start, end - start);
    return Arrays.copyOf(started.doFinal(), LENGTH);
  }

  private static void updateText(Mac mac, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
    mac.update(bytes);
  }

  private Mac mac() {
    if (mac == null) {
      try {
        mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(key, ALGORITHM));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java runtime lacks " + ALGORITHM, e);
      }
    }
    return mac;
  }
}
