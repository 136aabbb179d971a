package dev.glovebox.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The files beside a fleet's objects, as text. */
final class Registry {

  private Registry() {}

  static String text(SideFile file) {
    try {
      StringBuilder text = new StringBuilder();
      file.content().writeTo(text);
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(FleetOptions options, String path) {
    return Fleet.of(options, Written.FIELDS).sideFiles().stream()
        .filter(file -> file.path().equals(path))
        .map(Registry::text)
        .findFirst()
        .orElseThrow();
  }

  /** The rows without the header, in cells; empty cells at the end are kept. */
  static List<List<String>> rows(FleetOptions options, String path) {
    return text(options, path).lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
  }
}
