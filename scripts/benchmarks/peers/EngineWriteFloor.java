import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.TaskID;
import org.apache.hadoop.mapreduce.TaskType;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;

/**
 * The least that writing can take on this engine: a table's rows, from memory, by Spark's own
 * Parquet writer with the settings of a run, a file a partition, on all cores, nothing more. Prints
 * the seconds of the best of several passes in one process, which are warm.
 */
public final class EngineWriteFloor {

  private static final int PASSES = 4;

  private EngineWriteFloor() {}

  /** A file's rows in memory, and where they are written. */
  private record Part(List<InternalRow> rows, OutputWriterFactory writers, StructType schema) {}

  /** Arguments: TABLE FOLDER. */
  public static void main(String[] arguments) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "localhost")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .getOrCreate();
    Job job = Job.getInstance(spark.sparkContext().hadoopConfiguration());
    List<Part> parts = new ArrayList<>();
    for (String file : files(arguments[0])) {
      parts.add(read(spark, job, file));
    }
    double best = Double.MAX_VALUE;
    for (int pass = 0; pass < PASSES; pass++) {
      best = Math.min(best, write(parts, Path.of(arguments[1]), job.getConfiguration()));
    }
    System.out.println(best);
    spark.stop();
  }

  private static List<String> files(String table) throws Exception {
    try (Stream<Path> paths = Files.walk(Path.of(table))) {
      return paths.map(Path::toString).filter(path -> path.endsWith(".parquet")).sorted().toList();
    }
  }

  private static Part read(SparkSession spark, Job job, String file) {
    Dataset<Row> table = spark.read().parquet(file);
    OutputWriterFactory writers =
        new ParquetFileFormat()
            .prepareWrite(
                (org.apache.spark.sql.classic.SparkSession) spark,
                job,
                Map$.MODULE$.empty(),
                table.schema());
    List<InternalRow> rows =
        table.queryExecution().toRdd().toJavaRDD().map(InternalRow::copy).collect();
    return new Part(rows, writers, table.schema());
  }

  private static double write(List<Part> parts, Path folder, Configuration hadoop)
      throws Exception {
    ExecutorService cores = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    long begun = System.nanoTime();
    List<Future<?>> written = new ArrayList<>();
    for (int number = 0; number < parts.size(); number++) {
      Path file = folder.resolve("engine-%04d.parquet".formatted(number));
      Files.deleteIfExists(file);
      Part part = parts.get(number);
      written.add(cores.submit(() -> write(part, file, hadoop)));
    }
    for (Future<?> each : written) {
      each.get();
    }
    cores.shutdown();
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void write(Part part, Path file, Configuration hadoop) {
    TaskAttemptID attempt = new TaskAttemptID(new TaskID("floor", 0, TaskType.MAP, 0), 0);
    OutputWriter writer =
        part.writers()
            .newInstance(
                file.toString(), part.schema(), new TaskAttemptContextImpl(hadoop, attempt));
    part.rows().forEach(writer::write);
    writer.close();
  }
}
