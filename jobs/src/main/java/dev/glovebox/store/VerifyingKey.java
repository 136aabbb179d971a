package dev.glovebox.store;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;

/** The public half of an Ed25519 key. */
public final class VerifyingKey {

  /** What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int KEY_BYTES = 32;

  private final byte[] key;

  private VerifyingKey(byte[] key) {
    this.key = key;
  }

  /** The key of these 32 bytes (RFC 8032). */
  static VerifyingKey of(byte[] raw) {
    return new VerifyingKey(raw.clone());
  }

  /**
   * Reads a public key, X.509 in PEM or base64.
   *
   * @throws IllegalArgumentException that says what is expected
   */
  public static VerifyingKey parse(String text) {
    byte[] encoded = KeyText.base64(text);
    int prefix = X509_PREFIX.length;
    boolean ed25519 =
        encoded.length == prefix + KEY_BYTES
            && Arrays.equals(encoded, 0, prefix, X509_PREFIX, 0, prefix);
    if (!ed25519) {
      throw new IllegalArgumentException("is something else than an Ed25519 public key (X.509)");
    }
    return new VerifyingKey(Arrays.copyOfRange(encoded, prefix, encoded.length));
  }

  /** X.509 encoded. */
  public byte[] encoded() {
    byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + KEY_BYTES);
    System.arraycopy(key, 0, encoded, X509_PREFIX.length, KEY_BYTES);
    return encoded;
  }

  /** Whether this signature is over these bytes and by this key's private half. */
  public boolean verifies(byte[] bytes, byte[] signature) {
    try {
      new Ed25519Verify(key).verify(signature, bytes);
      return true;
    } catch (GeneralSecurityException notByIt) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey that && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "public key";
  }
}
