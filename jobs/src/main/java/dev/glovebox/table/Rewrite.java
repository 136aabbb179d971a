package dev.glovebox.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.RemoveFile;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Takes some files of a table away and puts others in their place, in one commit.
 *
 * <p>The commit fails if another writer took one of the same files away since this was begun, so
 * that no row is lost or doubled; files that others added meanwhile stand beside it.
 */
final class Rewrite {

  /** What a commit does to the rows that a reader sees. */
  enum Effect {
    /** None: the same rows lie in other files. */
    SAME_ROWS,
    OTHER_ROWS
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  private final DeltaLog log;
  private final Effect effect;
  private final OptimisticTransaction transaction;
  private final List<Action> actions = new ArrayList<>();

  private Rewrite(DeltaLog log, Effect effect) {
    this.log = log;
    this.effect = effect;
    this.transaction = log.startTransaction(Option.empty(), Option.empty());
  }

  /** Begins on the table's newest version. */
  static Rewrite begin(DeltaLog log, Effect effect) {
    return new Rewrite(log, effect);
  }

  Snapshot snapshot() {
    return transaction.snapshot();
  }

  /** The files that may hold rows of which all of this is true, with the number of their rows. */
  List<AddFile> files(Expression... conditions) {
    return CollectionConverters.asJava(
        snapshot().filesForScan(ScalaSeq.of(List.of(conditions)), true).files());
  }

  /** The rows of some files. */
  Dataset<Row> rows(List<AddFile> files) {
    return log.createDataFrame(snapshot(), ScalaSeq.of(files), false, Option.empty());
  }

  /** Takes files away. */
  Rewrite drop(List<AddFile> files) {
    for (AddFile file : files) {
      actions.add(file.removeWithTimestamp(file.removeWithTimestamp$default$1(), changesRows()));
    }
    return this;
  }

  /**
   * Writes rows as files.
   *
   * @param tags kept with each file, for whoever rewrites it next
   */
  Rewrite add(Dataset<Row> rows, Map<String, String> tags) {
    for (FileAction written : CollectionConverters.asJava(transaction.writeFiles(rows))) {
      actions.add(written instanceof AddFile file ? tagged(file, tags) : written);
    }
    return this;
  }

  /** The number kept under a name, or -1; the commit fails if another writer changes it. */
  long version(String name) {
    return TableState.version(transaction, name);
  }

  /** Puts files that were written already. */
  Rewrite put(TableDefinition table, List<WrittenFile> files) {
    files.forEach(file -> actions.add(FileActions.added(table, file)));
    return this;
  }

  /** Keeps a number under a name, in this commit or not at all. */
  Rewrite turn(String name, long turn) {
    actions.add(new SetTransaction(name, turn, Option.empty()));
    return this;
  }

  /** How many rows fewer the table has by this. */
  long rowsLost() {
    long lost = 0;
    for (Action action : actions) {
      if (action instanceof RemoveFile file) {
        lost += rows(file.stats());
      } else if (action instanceof AddFile file) {
        lost -= rows(file.stats());
      }
    }
    return lost;
  }

  private static long rows(String statistics) {
    try {
      return JSON.readTree(statistics == null ? "{}" : statistics).path("numRecords").asLong(0);
    } catch (JsonProcessingException unreadable) {
      return 0; // Another writer's: it counts nothing.
    }
  }

  /** Whether there is nothing to commit. */
  boolean isEmpty() {
    return actions.isEmpty();
  }

  /**
   * Commits.
   *
   * @param stamp kept with the commit, as JSON
   * @return the version of the table that this made
   * @throws java.util.ConcurrentModificationException if another writer took one of the files
   */
  long commit(String stamp) {
    SweepTurn.heed(transaction, actions);
    return transaction.commit(ScalaSeq.of(actions), WriteOperation.rewrite(stamp));
  }

  private AddFile tagged(AddFile file, Map<String, String> tags) {
    return file.copy(
        file.path(),
        file.partitionValues(),
        file.size(),
        file.modificationTime(),
        changesRows(),
        file.stats(),
        scala.collection.immutable.Map.from(CollectionConverters.asScala(tags)),
        file.deletionVector(),
        file.baseRowId(),
        file.defaultRowCommitVersion(),
        file.clusteringProvider(),
        file.backReference(),
        file.amtPassthrough());
  }

  private boolean changesRows() {
    return effect == Effect.OTHER_ROWS;
  }
}
