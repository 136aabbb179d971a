package dev.glovebox.store;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;

/**
 * An Ed25519 key pair; shows its id and its public half only. Travels to the tasks that seal
 * packages, since a package ends with its signature and is never held anywhere as a whole.
 */
public final class SigningKey implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String ALGORITHM = "Ed25519";

  private final String id;
  private final transient byte[] seed;
  private final transient VerifyingKey publicHalf;

  private SigningKey(String id, byte[] seed) {
    this.id = id;
    this.seed = seed;
    this.publicHalf = VerifyingKey.of(pair(seed).getPublicKey());
  }

  /**
   * Reads a private key, PKCS #8 in PEM or base64.
   *
   * @throws IllegalArgumentException that says what is expected, never what was found
   */
  static SigningKey parse(String id, String text) {
    byte[] encoded = KeyText.base64(text);
    try {
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      var key = (EdECPrivateKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new SigningKey(id, key.getBytes().orElseThrow());
    } catch (GeneralSecurityException notOne) {
      throw new IllegalArgumentException(
          "leads to something else than an Ed25519 private key; make one by"
              + " \"openssl genpkey -algorithm ed25519\"");
    }
  }

  static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every JDK since 15 has Ed25519.", impossible);
    }
  }

  /** May be shown; tells keys apart in signatures. */
  public String id() {
    return id;
  }

  /** The public half, X.509 encoded; may be shown. */
  public byte[] publicKey() {
    return publicHalf.encoded();
  }

  /** The 64 bytes of the signature over these bytes. */
  public byte[] sign(byte[] bytes) {
    try {
      return new Ed25519Sign(seed).sign(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A key that was read can sign.", impossible);
    }
  }

  @Override
  public String toString() {
    return "signing key " + id;
  }

  private static Ed25519Sign.KeyPair pair(byte[] seed) {
    try {
      return Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every seed of 32 bytes makes a key.", impossible);
    }
  }

  private Object writeReplace() {
    return new Travelling(id, seed.clone());
  }

  private void readObject(ObjectInputStream stream) throws InvalidObjectException {
    throw new InvalidObjectException("A signing key is read by its proxy.");
  }

  /** The serial form. */
  private static final class Travelling implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final byte[] seed;

    Travelling(String id, byte[] seed) {
      this.id = id;
      this.seed = seed;
    }

    private Object readResolve() {
      return new SigningKey(id, seed);
    }
  }
}
