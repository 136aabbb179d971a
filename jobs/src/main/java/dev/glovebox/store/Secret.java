package dev.glovebox.store;

import java.security.MessageDigest;

/** Bytes that are never shown; not serializable, so that no task and no plan can carry them. */
public final class Secret {

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public static Secret of(byte[] bytes) {
    return new Secret(bytes);
  }

  /** A copy; whoever asks for it takes care of it. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
  }

  /** The same for all, since a hash of a secret tells of it. */
  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
