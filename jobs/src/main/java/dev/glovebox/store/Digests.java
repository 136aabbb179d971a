package dev.glovebox.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that objects and packages are known by. */
public final class Digests {

  private Digests() {}

  /** SHA-256, with nothing in it yet. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }
}
