package dev.glovebox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of docs/packages.md, run as it stands there. */
class RecipeTest {

  private static final String ID = "REQUEST";

  @TempDir Path folder;

  @Test
  void isTheSameInTheDocumentationAndOnThePage() throws IOException {
    assertThat(documented()).isEqualTo(Recipe.lines(ID)).hasSize(10);
  }

  @Test
  void passesAWholePackage() throws Exception {
    MadePackages.in(folder, ID);

    Ended ended = run();
    assertThat(ended.code()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("Signature Verified Successfully");
  }

  @Test
  void failsWhereAFileWasChangedOrAdded() throws Exception {
    for (String path :
        List.of("data/trips.csv", "index.html", "data/extra.csv", "manifest-sha256.txt")) {
      Path own = Files.createDirectory(folder.resolve(path.replace('/', '-')));
      changed(MadePackages.in(folder, ID), own.resolve(ID + ".zip"), path);
      assertThat(run(own).code()).as(path).isNotZero();
    }
  }

  @Test
  void failsWhereTheSignatureIsOfOtherBytes() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Path zip = other.resolve(ID + ".zip");
    try (var out = Files.newOutputStream(zip)) {
      BagWriter.open(out, ID, Map.of("A", "b"), MadePackages.key()).finish();
    }
    Path own = Files.createDirectory(folder.resolve("own"));
    String signature = text(zip, "signature.json");
    replaced(MadePackages.in(folder, ID), own.resolve(ID + ".zip"), "signature.json", signature);

    assertThat(run(own).code()).isNotZero();
  }

  private record Ended(int code, String output) {}

  private Ended run() throws IOException, InterruptedException {
    return run(folder);
  }

  private static Ended run(Path where) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-c", String.join("\n", documented()))
            .directory(where.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(shell.waitFor(), output);
  }

  private static List<String> documented() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "packages.md"));
    int start = lines.indexOf("```sh");
    List<String> recipe = new ArrayList<>(lines.subList(start + 1, lines.size()));
    return recipe.subList(0, recipe.indexOf("```"));
  }

  private static void changed(Path from, Path to, String path) throws IOException {
    replaced(from, to, path, "changed");
  }

  private static void replaced(Path from, Path to, String path, String text) throws IOException {
    try (ZipFile zip = new ZipFile(from.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        if (!entry.getName().equals(ID + "/" + path)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          zip.getInputStream(entry).transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry(ID + "/" + path));
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String text(Path zip, String path) throws IOException {
    try (ZipFile open = new ZipFile(zip.toFile())) {
      byte[] bytes = open.getInputStream(open.getEntry(ID + "/" + path)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
