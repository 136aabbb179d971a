package dev.glovebox.table;

import dev.glovebox.signal.PrivacyClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What the log remembers of a data file beside its rows, so that a run finds by the log alone which
 * files still need work. A file that says nothing is looked at.
 *
 * @param order in which its rows lie
 * @param keptFrom by class the instant before which no value of it is in the file any more
 */
record FileTags(Order order, Map<PrivacyClass, Instant> keptFrom) {

  /** What is known of the order of a file's rows; each says what those before it say. */
  enum Order {
    UNKNOWN(null),
    /** The rows lie in the order of owners. */
    ROWS("rows"),
    /** And no other file of the partition has rows of the same owners, but those of later dates. */
    OWNERS("owner");

    private final String code;

    Order(String code) {
      this.code = code;
    }

    static Order of(String code) {
      return Arrays.stream(values())
          .filter(order -> Objects.equals(order.code, code))
          .findFirst()
          .orElse(UNKNOWN);
    }
  }

  /** Nothing is known. */
  static final FileTags NONE = new FileTags(Order.UNKNOWN, Map.of());

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
    return new FileTags(Order.of(tags.get(SORTED)), keptFrom);
  }

  /** What can be said of a file with the rows of all these. */
  static FileTags ofAll(Collection<AddFile> files) {
    List<FileTags> all = new ArrayList<>();
    files.forEach(file -> all.add(of(file)));
    Order order = all.stream().map(FileTags::order).min(Order::compareTo).orElse(Order.UNKNOWN);
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
    return new FileTags(order, keptFrom);
  }

  /** With rows in the order of owners, each owner's in this file alone. */
  FileTags withOwnersTogether() {
    return new FileTags(Order.OWNERS, keptFrom);
  }

  /** With rows in the order of owners. */
  FileTags withRowsInOrder() {
    return order == Order.UNKNOWN ? new FileTags(Order.ROWS, keptFrom) : this;
  }

  /** Without the values that these instants let go of. */
  FileTags without(Map<PrivacyClass, Instant> expired) {
    Map<PrivacyClass, Instant> later = new HashMap<>(keptFrom);
    expired.forEach((each, from) -> later.merge(each, from, FileTags::later));
    return new FileTags(order, later);
  }

  /** As the log keeps them. */
  Map<String, String> toMap() {
    Map<String, String> tags = new HashMap<>();
    if (order != Order.UNKNOWN) {
      tags.put(SORTED, order.code);
    }
    keptFrom.forEach((each, from) -> tags.put(KEPT_FROM + each.code(), from.toString()));
    return tags;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
