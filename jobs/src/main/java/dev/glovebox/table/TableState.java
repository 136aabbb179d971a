package dev.glovebox.table;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.VersionChecksum;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import org.apache.spark.sql.functions;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a snapshot holds. Delta keeps the transactions of a table, and the files of a small one,
 * beside each commit; only where it does not is the log replayed, by several jobs of the engine.
 */
final class TableState {

  private final Snapshot snapshot;

  TableState(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The version that a transaction finds of an application, or -1. Having read it, the transaction
   * fails if it moves on before the commit.
   */
  static long version(OptimisticTransaction transaction, String application) {
    transaction.readTxn().addOne(application);
    return new TableState(transaction.snapshot()).transactions().getOrDefault(application, -1L);
  }

  /** The versions of applications whose names begin so, by the rest of their names. */
  Map<String, Long> versions(String prefix) {
    Map<String, Long> versions = new HashMap<>();
    transactions()
        .forEach(
            (name, version) -> {
              if (name.startsWith(prefix)) {
                versions.put(name.substring(prefix.length()), version);
              }
            });
    return versions;
  }

  /** The version of each application that has written with one. */
  Map<String, Long> transactions() {
    Map<String, Long> versions = new HashMap<>();
    Optional<List<SetTransaction>> kept =
        checksum().flatMap(checksum -> listed(checksum.setTransactions()));
    if (kept.isPresent()) {
      kept.get().forEach(each -> versions.put(each.appId(), each.version()));
    } else {
      CollectionConverters.asJava(snapshot.transactions())
          .forEach((application, version) -> versions.put(application, (Long) version));
    }
    return versions;
  }

  /** Every file of the table. */
  Iterator<AddFile> files() {
    return listedFiles().map(List::iterator).orElseGet(() -> snapshot.allFiles().toLocalIterator());
  }

  /** The files of a month, of a table that is partitioned by months. */
  List<AddFile> filesOfMonth(String month) {
    return filesThatMayHold(Conditions.equal(snapshot, Months.COLUMN, month)).stream()
        .filter(file -> month.equals(file.partitionValues().apply(Months.COLUMN)))
        .toList();
  }

  /** The values that a partition column has, in order. */
  SortedSet<String> valuesOf(String partitionColumn) {
    SortedSet<String> values = new TreeSet<>();
    Optional<List<AddFile>> listed = listedFiles();
    if (listed.isPresent()) {
      listed.get().forEach(file -> values.add(file.partitionValues().apply(partitionColumn)));
    } else {
      snapshot
          .allFiles()
          .select(functions.col("partitionValues").getItem(partitionColumn))
          .distinct()
          .collectAsList()
          .forEach(row -> values.add(row.getString(0)));
    }
    return values;
  }

  /** How many files the table has, and their bytes. */
  Lake.Extent extent() {
    return checksum()
        .map(checksum -> new Lake.Extent(checksum.numFiles(), checksum.tableSizeBytes()))
        .orElseGet(() -> new Lake.Extent(snapshot.numOfFiles(), snapshot.sizeInBytes()));
  }

  /** The files that may hold rows for which this is true, with statistics; or more than these. */
  List<AddFile> filesThatMayHold(Expression predicate) {
    Optional<List<AddFile>> kept = listedFiles();
    if (kept.isPresent()) {
      return kept.get();
    }
    List<AddFile> files = CollectionConverters.asJava(filesForScan(predicate));
    List<String> paths = files.stream().map(AddFile::path).toList();
    return files.isEmpty()
        ? files
        : CollectionConverters.asJava(snapshot.getSpecificFilesWithStats(ScalaSeq.of(paths)));
  }

  private scala.collection.immutable.Seq<AddFile> filesForScan(Expression predicate) {
    return snapshot.filesForScan(ScalaSeq.of(List.of(predicate)), false).files();
  }

  private Optional<List<AddFile>> listedFiles() {
    return checksum().flatMap(checksum -> listed(checksum.allFiles()));
  }

  private Optional<VersionChecksum> checksum() {
    Option<VersionChecksum> checksum = snapshot.checksumOpt();
    return checksum.isDefined() ? Optional.of(checksum.get()) : Optional.empty();
  }

  private static <T> Optional<List<T>> listed(Option<scala.collection.immutable.Seq<T>> kept) {
    return kept.isDefined()
        ? Optional.of(CollectionConverters.asJava(kept.get()))
        : Optional.empty();
  }
}
