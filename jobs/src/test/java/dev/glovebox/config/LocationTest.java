package dev.glovebox.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

  private static final Path FOLDER = Path.of("/home/fleet");

  @ParameterizedTest
  @CsvSource({
    "raw, file:/home/fleet/raw",
    "./raw/, file:/home/fleet/raw",
    "../raw, file:/home/raw",
    "/data/raw, file:/data/raw",
    "file:/data/raw, file:/data/raw",
    "file:///data/raw/, file:/data/raw",
    "file:raw, file:/home/fleet/raw",
    "FILE:///data/raw, file:/data/raw",
    "file:///data/my%20raw, file:/data/my raw",
    "file:///data/my raw, file:/data/my raw",
    "my raw, file:/home/fleet/my raw",
    "s3a://bucket/raw, s3a://bucket/raw",
    "s3a://bucket/a//, s3a://bucket/a",
    "s3a://bucket, s3a://bucket/",
    "hdfs://node:8020/raw, hdfs://node:8020/raw"
  })
  void readsUrisAndPaths(String text, String expected) {
    assertThat(Location.parse(text, FOLDER).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty; give a URI or a path",
    "s3a:raw, names no bucket; write s3a://bucket/folder",
    "s3a:///raw, names no bucket; write s3a://bucket/folder",
    "file://data/raw, has a host after file:// where a folder is expected; write file:///folder",
    "s3a://bucket/raw/*, 'holds one of * ? [ ] { }, which stores read as a pattern; name one"
        + " folder'",
    "s3a://bucket/raw?a=b, 'holds one of * ? [ ] { }, which stores read as a pattern; name one"
        + " folder'"
  })
  void refusesWhatIsNoLocation(String text, String message) {
    assertThatThrownBy(() -> Location.parse(text, FOLDER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void resolvesWhatLiesInIt() {
    assertThat(Location.parse("s3a://bucket", FOLDER).resolve("a/b").text())
        .isEqualTo("s3a://bucket/a/b");
    assertThat(Location.parse("lake", FOLDER).resolve("ledger").file())
        .contains(Path.of("/home/fleet/lake/ledger"));
  }

  @Test
  void coversItselfAndWhatLiesInIt() {
    Location lake = Location.parse("s3a://bucket/lake", FOLDER);

    assertThat(lake.covers(lake)).isTrue();
    assertThat(lake.covers(lake.resolve("ledger"))).isTrue();
    assertThat(lake.covers(Location.parse("s3a://bucket/lake2", FOLDER))).isFalse();
    assertThat(lake.covers(Location.parse("s3a://other/lake", FOLDER))).isFalse();
    assertThat(Location.parse("s3a://bucket", FOLDER).covers(lake)).isTrue();
  }
}
