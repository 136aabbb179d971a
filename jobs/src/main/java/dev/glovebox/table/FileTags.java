package dev.glovebox.table;

import dev.glovebox.signal.PrivacyClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What the log remembers of a data file beside its rows, so that a run finds by the log alone which
 * files still need work. A file that says nothing is looked at.
 *
 * @param sorted whether a compaction wrote it, in the order of owners
 * @param keptFrom by class the instant before which no value of it is in the file any more
 */
record FileTags(boolean sorted, Map<PrivacyClass, Instant> keptFrom) {

  private static final String SORTED = "glovebox.sorted";
  private static final String KEPT_FROM = "glovebox.kept-from.";

  FileTags {
    keptFrom = Map.copyOf(keptFrom);
  }

  static FileTags of(AddFile file) {
    Map<String, String> tags = CollectionConverters.asJava(file.tagsOrEmpty());
    Map<PrivacyClass, Instant> keptFrom = new HashMap<>();
    for (PrivacyClass each : PrivacyClass.values()) {
      Optional.ofNullable(tags.get(KEPT_FROM + each.code()))
          .ifPresent(text -> keptFrom.put(each, Instant.parse(text)));
    }
    return new FileTags(tags.containsKey(SORTED), keptFrom);
  }

  /** What can be said of a file with the rows of all these. */
  static FileTags ofAll(Collection<AddFile> files) {
    List<FileTags> all = new ArrayList<>();
    files.forEach(file -> all.add(of(file)));
    boolean sorted = all.stream().allMatch(FileTags::sorted);
    Map<PrivacyClass, Instant> keptFrom = new HashMap<>();
    for (PrivacyClass each : PrivacyClass.values()) {
      if (!all.isEmpty() && all.stream().allMatch(tags -> tags.keptFrom.containsKey(each))) {
        keptFrom.put(
            each,
            all.stream()
                .map(tags -> tags.keptFrom.get(each))
                .min(Instant::compareTo)
                .orElseThrow());
      }
    }
    return new FileTags(sorted, keptFrom);
  }

  /** In the order of owners. */
  FileTags inOrder() {
    return new FileTags(true, keptFrom);
  }

  /** Without the values that these instants let go of. */
  FileTags without(Map<PrivacyClass, Instant> expired) {
    Map<PrivacyClass, Instant> later = new HashMap<>(keptFrom);
    expired.forEach((each, from) -> later.merge(each, from, FileTags::later));
    return new FileTags(sorted, later);
  }

  /** As the log keeps them. */
  Map<String, String> toMap() {
    Map<String, String> tags = new HashMap<>();
    if (sorted) {
      tags.put(SORTED, "owner");
    }
    keptFrom.forEach((each, from) -> tags.put(KEPT_FROM + each.code(), from.toString()));
    return tags;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
