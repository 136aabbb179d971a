package dev.glovebox.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.Option;

/**
 * Tells whether the newest version of a table is whole: every file that the log names is there,
 * with the size and the number of rows that the log says.
 */
public final class TableCheck {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROWS = "numRecords";

  private TableCheck() {}

  /**
   * Something that is not as the log says.
   *
   * @param file number of the file in the log's order, since a path can name a person
   */
  public record Finding(int file, String problem) {}

  /**
   * What was found.
   *
   * @param files how many the version has
   */
  public record Report(long version, int files, List<Finding> findings) {

    public Report {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Checks the newest version of a table.
   *
   * @throws IOException if the store does not answer
   */
  public static Report of(SparkSession spark, String table) throws IOException {
    DeltaLog log = DeltaLog.forTable(spark, table);
    var snapshot = log.update(false, Option.empty(), Option.empty());
    Configuration hadoop = log.newDeltaHadoopConf();
    List<AddFile> files = snapshot.allFiles().collectAsList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String problem = problem(files.get(i), log.dataPath(), hadoop);
      if (!problem.isEmpty()) {
        findings.add(new Finding(i + 1, problem));
      }
    }
    return new Report(snapshot.version(), files.size(), findings);
  }

  private static String problem(AddFile file, Path table, Configuration hadoop) throws IOException {
    Path path = new Path(table, file.toPath());
    try {
      FileStatus status = path.getFileSystem(hadoop).getFileStatus(path);
      if (status.getLen() != file.size()) {
        return "has another size than the log says";
      }
      OptionalLong stated = stated(file);
      if (stated.isEmpty()) {
        return "has no number of rows in the log";
      }
      return rows(status, hadoop) == stated.getAsLong()
          ? ""
          : "has another number of rows than the log says";
    } catch (FileNotFoundException gone) {
      return "is missing";
    } catch (RuntimeException damaged) {
      return "cannot be read as Parquet";
    }
  }

  private static long rows(FileStatus file, Configuration hadoop) throws IOException {
    try (var reader = ParquetFileReader.open(HadoopInputFile.fromStatus(file, hadoop))) {
      return reader.getRecordCount();
    }
  }

  /** The rows that the log counts in a file; empty where it does not. */
  private static OptionalLong stated(AddFile file) throws JsonProcessingException {
    JsonNode rows = JSON.readTree(file.stats() == null ? "{}" : file.stats()).path(ROWS);
    return rows.isNumber() ? OptionalLong.of(rows.asLong()) : OptionalLong.empty();
  }
}
