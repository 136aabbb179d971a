package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.table.FileTags.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.delta.actions.AddFile;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

class FileTagsTest {

  private static final Instant EARLY = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-02T00:00:00Z");

  @Test
  void readsWhatItWrote() {
    FileTags tags =
        new FileTags(Order.OWNERS, Map.of(PrivacyClass.LOCATION, EARLY, PrivacyClass.MEDIA, LATE));

    assertThat(FileTags.of(file(tags.toMap()))).isEqualTo(tags);
  }

  @Test
  void takesAFileThatSaysNothingForOneThatNeedsWork() {
    assertThat(FileTags.of(file(null))).isEqualTo(FileTags.NONE);
    assertThat(FileTags.of(file(Map.of("other", "x")))).isEqualTo(FileTags.NONE);
  }

  @Test
  void saysOfSeveralFilesWhatHoldsForEach() {
    FileTags one =
        new FileTags(Order.OWNERS, Map.of(PrivacyClass.LOCATION, EARLY, PrivacyClass.MEDIA, LATE));
    FileTags other = new FileTags(Order.OWNERS, Map.of(PrivacyClass.LOCATION, LATE));
    FileTags loose = new FileTags(Order.ROWS, Map.of(PrivacyClass.LOCATION, LATE));

    assertThat(FileTags.ofAll(List.of(file(one.toMap()), file(other.toMap()))))
        .isEqualTo(new FileTags(Order.OWNERS, Map.of(PrivacyClass.LOCATION, EARLY)));
    assertThat(FileTags.ofAll(List.of(file(one.toMap()), file(loose.toMap()))).order())
        .isEqualTo(Order.ROWS);
    assertThat(FileTags.ofAll(List.of(file(one.toMap()), file(null)))).isEqualTo(FileTags.NONE);
  }

  @Test
  void neverSaysThatLessIsInOrderThanWas() {
    FileTags compacted = FileTags.NONE.withOwnersTogether();

    assertThat(compacted.withRowsInOrder()).isEqualTo(compacted);
    assertThat(FileTags.NONE.withRowsInOrder().order()).isEqualTo(Order.ROWS);
  }

  @Test
  void neverSaysThatLessIsGoneThanWas() {
    FileTags tags = new FileTags(Order.UNKNOWN, Map.of(PrivacyClass.LOCATION, LATE));

    assertThat(
            tags.without(Map.of(PrivacyClass.LOCATION, EARLY, PrivacyClass.MEDIA, EARLY))
                .keptFrom())
        .isEqualTo(Map.of(PrivacyClass.LOCATION, LATE, PrivacyClass.MEDIA, EARLY));
  }

  private static AddFile file(Map<String, String> tags) {
    scala.collection.immutable.Map<String, String> none =
        scala.collection.immutable.Map$.MODULE$.empty();
    return new AddFile(
        "part-1.parquet",
        none,
        1,
        1,
        true,
        null,
        tags == null
            ? null
            : scala.collection.immutable.Map.from(CollectionConverters.asScala(tags)),
        null,
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty(),
        Option.empty());
  }
}
