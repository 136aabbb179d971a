package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeObjectTest {

  private final Configuration hadoop = new Configuration(false);

  @TempDir Path folder;

  @Test
  void showsAnObjectOnceItIsWhole() throws IOException {
    try (WholeObject object = begin("a/b.zip")) {
      write(object, "whole");
      assertThat(folder.resolve("a/b.zip")).doesNotExist();
      object.commit();
    }

    assertThat(folder.resolve("a/b.zip")).hasContent("whole");
    assertThat(files()).containsExactly("b.zip");
  }

  @Test
  void replacesWhatIsThere() throws IOException {
    Files.writeString(folder.resolve("b.zip"), "before");
    try (WholeObject object = begin("b.zip")) {
      write(object, "after");
      assertThat(folder.resolve("b.zip")).hasContent("before");
      object.commit();
    }

    assertThat(folder.resolve("b.zip")).hasContent("after");
  }

  @Test
  void leavesNothingOfWhatIsNotCommitted() throws IOException {
    try (WholeObject object = begin("b.zip")) {
      write(object, "half");
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void sweepsWhatAKilledRunLeft() throws IOException {
    WholeObject killed = begin("a/b.zip");
    write(killed, "half");
    Files.writeString(folder.resolve("a/c.zip"), "whole");
    Packages packages = new Packages(folder.toUri().toString(), hadoop);

    packages.sweep(Instant.now().minusSeconds(86_400));
    assertThat(files()).hasSize(2);
    packages.sweep(Instant.now().plusSeconds(86_400));
    assertThat(files()).containsExactly("c.zip");
  }

  private WholeObject begin(String path) throws IOException {
    return WholeObject.begin(folder.toUri().toString(), path, hadoop);
  }

  private static void write(WholeObject object, String text) throws IOException {
    object.stream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
