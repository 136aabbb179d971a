package dev.glovebox.delivery.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page's style sheet and the digest by which its security policy knows it. */
final class StyleSheet {

  static final String TEXT = read();

  /** As a Content Security Policy names it; a style that anybody else brings in is refused. */
  static final String DIGEST = "sha256-" + Base64.getEncoder().encodeToString(sha256(TEXT));

  private StyleSheet() {}

  private static String read() {
    try (InputStream bytes = StyleSheet.class.getResourceAsStream("page.css")) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
