package dev.glovebox.publishing;

import dev.glovebox.publishing.PartFindings.Rejected;
import dev.glovebox.source.RecordKind;
import dev.glovebox.table.WrittenFile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one batch date came to: the files of every table but the ledger, which nothing knows of
 * before they are committed, and the ledger that counts what is in them.
 */
public final class Findings {

  private static final Comparator<Ledger.Entry> ORDER =
      Comparator.comparing(Ledger.Entry::kind)
          .thenComparing(Ledger.Entry::outcome)
          .thenComparing(Ledger.Entry::reason, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final List<PartFindings> parts;
  private final Map<RecordKind, Ledger.Received> received;

  Findings(Map<RecordKind, Ledger.Received> received, List<PartFindings> parts) {
    this.received = received;
    this.parts = parts;
  }

  /** Every file, of whichever table. */
  public List<WrittenFile> files() {
    return parts.stream().flatMap(part -> part.files().stream()).toList();
  }

  /** The files of one table. */
  public List<WrittenFile> files(String table) {
    return files().stream().filter(file -> file.table().equals(table)).toList();
  }

  /** What was received against what was found. */
  public Ledger ledger() {
    Map<Ledger.Entry, long[]> counts = new TreeMap<>(ORDER);
    for (PartFindings part : parts) {
      for (Ledger.Entry entry : part.entries()) {
        long[] sums = counts.computeIfAbsent(entry, first -> new long[2]);
        sums[0] += entry.messages();
        sums[1] += entry.values();
      }
    }
    return new Ledger(
        received,
        counts.entrySet().stream()
            .map(
                count ->
                    new Ledger.Entry(
                        count.getKey().kind(),
                        count.getKey().outcome(),
                        count.getKey().reason(),
                        count.getValue()[0],
                        count.getValue()[1]))
            .toList());
  }

  /** The objects with the most rejected records, and of these with the most values, worst first. */
  public List<String> worstObjects(int most) {
    Map<String, Rejected> rejected = new HashMap<>();
    for (PartFindings part : parts) {
      part.rejected().forEach((object, more) -> rejected.merge(object, more, Rejected::and));
    }
    Comparator<Map.Entry<String, Rejected>> worst =
        Comparator.comparingLong((Map.Entry<String, Rejected> each) -> -each.getValue().records())
            .thenComparing(each -> -each.getValue().values())
            .thenComparing(Map.Entry::getKey);
    return rejected.entrySet().stream()
        .sorted(worst)
        .limit(most)
        .map(
            each ->
                each.getKey()
                    + " ("
                    + each.getValue().records()
                    + ", "
                    + each.getValue().values()
                    + ")")
        .collect(Collectors.toList());
  }
}
