package dev.glovebox.signal;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the repository's own files, from whichever folder the tests run in. */
final class RepositoryFiles {

  private RepositoryFiles() {}

  static Path find(String relative) {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("schemas/signals.yaml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("Run the tests inside the repository.");
      }
    }
    return folder.resolve(relative);
  }
}
