package dev.glovebox.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.glovebox.store.SigningKey;
import dev.glovebox.store.VerifyingKey;
import java.io.IOException;
import java.util.Base64;

/**
 * {@code signature.json}.
 *
 * @param algorithm always {@code Ed25519}
 * @param keyId identifies the key
 * @param publicKey X.509, base64
 * @param signature 64 bytes, base64
 */
@JsonPropertyOrder({"algorithm", "key_id", "public_key", "signature"})
public record PackageSignature(
    @JsonProperty("algorithm") String algorithm,
    @JsonProperty("key_id") String keyId,
    @JsonProperty("public_key") String publicKey,
    @JsonProperty("signature") String signature) {

  static final String ALGORITHM = "Ed25519";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Signs these bytes. */
  public static PackageSignature by(SigningKey key, byte[] bytes) {
    Base64.Encoder base64 = Base64.getEncoder();
    return new PackageSignature(
        ALGORITHM,
        key.id(),
        base64.encodeToString(key.publicKey()),
        base64.encodeToString(key.sign(bytes)));
  }

  /**
   * Reads it, strictly.
   *
   * @throws IOException if it is none
   */
  static PackageSignature read(byte[] json) throws IOException {
    PackageSignature read = JSON.readValue(json, PackageSignature.class);
    boolean whole =
        read != null
            && ALGORITHM.equals(read.algorithm)
            && read.keyId != null
            && read.publicKey != null
            && read.signature != null;
    if (!whole) {
      throw new IOException("not an Ed25519 signature");
    }
    return read;
  }

  byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Four texts can be written.", impossible);
    }
  }

  /** The key that it was made with, as far as it says itself. */
  VerifyingKey key() {
    return VerifyingKey.parse(publicKey);
  }

  /** Whether it is over these bytes, by its own key. */
  boolean covers(byte[] bytes) {
    try {
      return key().verifies(bytes, Base64.getDecoder().decode(signature));
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
