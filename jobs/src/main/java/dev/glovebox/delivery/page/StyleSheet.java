package dev.glovebox.delivery.page;

import dev.glovebox.store.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The page's style sheet and the digest by which its security policy knows it. */
final class StyleSheet {

  static final String TEXT = read();

  /** As a Content Security Policy names it; a style that anybody else brings in is refused. */
  static final String DIGEST =
      "sha256-"
          + Base64.getEncoder()
              .encodeToString(Digests.sha256().digest(TEXT.getBytes(StandardCharsets.UTF_8)));

  private StyleSheet() {}

  private static String read() {
    try (InputStream bytes = StyleSheet.class.getResourceAsStream("page.css")) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
