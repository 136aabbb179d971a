package dev.glovebox.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A name in the place of another: the same for the same text, and nobody without the key can tell
 * which text it stands for.
 */
public final class KeyedDigest {

  private static final String HMAC = "HmacSHA256";
  private static final int SHOWN_BYTES = 16;

  private final Secret key;

  /**
   * @param key for one purpose, as {@link Keys#derived} makes it
   */
  public KeyedDigest(Secret key) {
    this.key = key;
  }

  /** 32 hexadecimal digits: the first half of HMAC-SHA-256. */
  public String of(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.bytes(), HMAC));
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256.", impossible);
    }
  }
}
