package dev.glovebox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class HashChainTest {

  private static final String ZEROS = "0".repeat(64);

  @Test
  void coversTheRowInCanonicalFormAfterTheHashBefore() throws Exception {
    HashChain chain = new HashChain(List.of("speed_kmh", "captured_at"));

    String first = chain.next(List.of("40", "2026"));
    String second = chain.next(List.of("", "2027"));

    assertThat(first).isEqualTo(sha256(ZEROS + "{\"captured_at\":\"2026\",\"speed_kmh\":\"40\"}"));
    assertThat(second).isEqualTo(sha256(first + "{\"captured_at\":\"2027\",\"speed_kmh\":\"\"}"));
    assertThat(chain.last()).isEqualTo(second);
    assertThat(chain.rows()).isEqualTo(2);
  }

  @Test
  void writesTextAsRfc8785Does() throws Exception {
    HashChain chain = new HashChain(List.of("a"));

    String hash = chain.next(List.of("\u20ac$\u000F\nA'B\"\\\"/\b\t\f\r\u007f\u8f66\ud83d\ude97"));

    String json =
        "{\"a\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\"/\\b\\t\\f\\r\u007f\u8f66\ud83d\ude97\"}";
    assertThat(hash).isEqualTo(sha256(ZEROS + json));
  }

  @Test
  void beginsWithZeros() {
    assertThat(new HashChain(List.of("a")).last()).isEqualTo(ZEROS);
  }

  @Test
  void refusesARowOfAnotherWidth() {
    assertThatThrownBy(() -> new HashChain(List.of("a")).next(List.of("1", "2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A row has 1 cells. Provided: 2");
  }

  private static String sha256(String text) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
