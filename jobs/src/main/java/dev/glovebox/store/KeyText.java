package dev.glovebox.store;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How keys are written down. */
final class KeyText {

  static final int SECRET_BYTES = 32;

  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){32,}");
  private static final Pattern PEM_BORDER = Pattern.compile("-----(BEGIN|END) [A-Z0-9 ]+-----");

  private KeyText() {}

  /**
   * A symmetric key.
   *
   * @throws IllegalArgumentException that says what is expected, never what was found
   */
  static Secret secret(String text) {
    byte[] bytes = HEX.matcher(text).matches() ? HexFormat.of().parseHex(text) : base64OrNone(text);
    if (bytes.length < SECRET_BYTES) {
      throw new IllegalArgumentException(
          "leads to a key that is not written in base64 or is too short; make one of 32 bytes, by"
              + " \"openssl rand -base64 32\"");
    }
    return Secret.of(bytes);
  }

  private static byte[] base64OrNone(String text) {
    try {
      return base64(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  /** The bytes of a key in base64, with the borders of PEM or without. */
  static byte[] base64(String text) {
    try {
      String bare = PEM_BORDER.matcher(text).replaceAll("").replaceAll("\\s", "");
      return Base64.getDecoder().decode(bare);
    } catch (IllegalArgumentException notBase64) {
      // Without its cause, which quotes what it stumbled on.
      throw new IllegalArgumentException("leads to a key that is not written in base64");
    }
  }

  static String pem(String kind, byte[] bytes) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }
}
