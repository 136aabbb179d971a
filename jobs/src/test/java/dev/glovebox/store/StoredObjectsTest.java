package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredObjectsTest {

  @TempDir Path folder;
  private StoredObjects objects;

  @BeforeEach
  void open() throws IOException {
    objects = StoredObjects.at(folder.toUri().toString(), new Configuration(false));
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    objects.writeText("requests/a.jsonl", "{\"名\":1}\n");
    try (OutputStream out = objects.create("raw/date=2026-11-02/hour=00/x.gz")) {
      out.write(new byte[] {1, 2, 3});
    }

    assertThat(objects.readText("requests/a.jsonl")).isEqualTo("{\"名\":1}\n");
    try (InputStream in = objects.open("raw/date=2026-11-02/hour=00/x.gz")) {
      assertThat(in.readAllBytes()).containsExactly(1, 2, 3);
    }
  }

  @Test
  void replacesAnObject() throws IOException {
    objects.writeText("a", "long before");
    objects.writeText("a", "now");

    assertThat(objects.readText("a")).isEqualTo("now");
  }

  @Test
  void listsInOrderWhatLiesBelowAFolder() throws IOException {
    objects.writeText("raw/b/2", "");
    objects.writeText("raw/a", "");
    objects.writeText("raw/b/1", "");
    objects.writeText("other", "");

    assertThat(objects.list("raw")).containsExactly("raw/a", "raw/b/1", "raw/b/2");
    assertThat(objects.list("")).containsExactly("other", "raw/a", "raw/b/1", "raw/b/2");
    assertThat(objects.list("nowhere")).isEmpty();
  }

  @Test
  void leavesAFileThatAPersonMayEdit() throws IOException {
    objects.writeText("a", "one");
    Files.writeString(folder.resolve("a"), "another");

    assertThat(objects.readText("a")).isEqualTo("another");
    assertThat(objects.list("")).containsExactly("a");
  }

  @Test
  void deletesAFolderWithAllThatIsInIt() throws IOException {
    objects.writeText("raw/b/2", "");
    objects.delete("raw");
    objects.delete("nowhere");

    assertThat(objects.exists("raw")).isFalse();
  }

  @Test
  void failsWhereNothingIs() {
    assertThatThrownBy(() -> objects.readText("nowhere"))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("nowhere");
  }
}
