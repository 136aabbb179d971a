package dev.glovebox.store;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** An Ed25519 key pair; shows its id and its public half only. */
public final class SigningKey {

  private static final String ALGORITHM = "Ed25519";

  private final String id;
  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private SigningKey(String id, KeyPair pair) {
    this.id = id;
    this.privateKey = pair.getPrivate();
    this.publicKey = pair.getPublic();
  }

  /**
   * Reads a private key, PKCS #8 in PEM or base64.
   *
   * @throws IllegalArgumentException that says what is expected, never what was found
   */
  static SigningKey parse(String id, String text) {
    byte[] encoded = KeyText.base64(text);
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new SigningKey(id, new KeyPair(publicHalf((EdECPrivateKey) key), key));
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
    return publicKey.getEncoded();
  }

  /** The 64 bytes of the signature over these bytes. */
  public byte[] sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("A key that was read can sign.", impossible);
    }
  }

  @Override
  public String toString() {
    return "signing key " + id;
  }

  /** The JDK derives the public half only while it generates, so it is led to generate this key. */
  private static PublicKey publicHalf(EdECPrivateKey key) throws GeneralSecurityException {
    byte[] seed = key.getBytes().orElseThrow();
    KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
    generator.initialize(NamedParameterSpec.ED25519, new FixedSeed(seed));
    return generator.generateKeyPair().getPublic();
  }

  private static final class FixedSeed extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final transient byte[] seed;

    FixedSeed(byte[] seed) {
      this.seed = seed;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      if (bytes.length != seed.length) {
        throw new IllegalStateException("A seed of another length was asked for.");
      }
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
