package dev.glovebox.delivery.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The lines of Python that check the chain over the readings, as the page prints them. */
final class ChainCheck {

  static final String PYTHON = read();

  private ChainCheck() {}

  private static String read() {
    try (InputStream lines = ChainCheck.class.getResourceAsStream("check_readings.py")) {
      return new String(lines.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
