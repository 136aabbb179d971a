package dev.glovebox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import dev.glovebox.config.ConfigException;
import dev.glovebox.job.JobFailure;
import dev.glovebox.job.JobFailure.Category;
import dev.glovebox.privacy.Policy;
import dev.glovebox.table.SweptException;
import dev.glovebox.table.TurnTakenException;
import io.delta.exceptions.ConcurrentAppendException;
import io.delta.exceptions.ConcurrentWriteException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileAlreadyExistsException;
import java.time.LocalDate;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class ExitCodeTest {

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ConfigException("glovebox.yaml", List.of("a")), 3),
        Arguments.of(policyFault(), 3),
        Arguments.of(new UnsupportedFileSystemException("No FileSystem for scheme \"gopher\""), 3),
        Arguments.of(new JobFailure(Category.CONFIGURATION, "a"), 3),
        Arguments.of(new JobFailure(Category.INPUT, "a"), 4),
        Arguments.of(new JobFailure(Category.STORAGE, "a"), 5),
        Arguments.of(new JobFailure(Category.CONFLICT, "a"), 6),
        Arguments.of(new JobFailure(Category.OTHER, "a"), 1),
        Arguments.of(new ConcurrentAppendException("a"), 6),
        Arguments.of(new ConcurrentWriteException("a"), 6),
        Arguments.of(new TurnTakenException(LocalDate.EPOCH), 6),
        Arguments.of(new SweptException(), 6),
        Arguments.of(
            new IOException(new FileAlreadyExistsException("lake/ledger/_delta_log/7.json")), 6),
        Arguments.of(new UncheckedIOException(new EOFException()), 5),
        Arguments.of(new FileNotFoundException("a"), 5),
        Arguments.of(new ConnectException("refused"), 5),
        Arguments.of(SdkClientException.create("no answer"), 5),
        Arguments.of(
            new SparkException("Task failed: java.io.IOException: No space left on device"), 5),
        Arguments.of(new SparkException("Task failed: java.io.IOException: File too large"), 5),
        Arguments.of(
            new SparkException("Task failed: java.io.IOException: Disk quota exceeded"), 5),
        Arguments.of(new SparkException("Job aborted", new IOException("reset")), 5),
        Arguments.of(new SparkException("Job aborted", new JobFailure(Category.INPUT, "a")), 4),
        Arguments.of(new SparkException("Job aborted", new ConcurrentAppendException("a")), 6),
        Arguments.of(new JobFailure(Category.INPUT, "a", new IOException("b")), 4),
        Arguments.of(new SparkException("Job aborted"), 1),
        Arguments.of(new ConcurrentModificationException("of a list"), 1),
        Arguments.of(new IllegalStateException(new JsonParseException(null, "a")), 1),
        Arguments.of(new IllegalStateException(new MalformedInputException(1)), 1),
        Arguments.of(new OutOfMemoryError("Java heap space"), 1),
        Arguments.of(new IllegalStateException("a"), 1));
  }

  @ParameterizedTest(name = "{1} for {0}")
  @MethodSource("failures")
  void mapsFailures(Throwable failure, int code) {
    assertThat(ExitCode.of(failure).code()).isEqualTo(code);
  }

  @Test
  void survivesCausesThatGoInACircle() {
    IllegalStateException one = new IllegalStateException("one");
    IllegalStateException other = new IllegalStateException("other", one);
    one.initCause(other);

    assertThat(ExitCode.of(one)).isEqualTo(ExitCode.OTHER);
  }

  private static RuntimeException policyFault() {
    try {
      Policy.parse("no: policy");
      throw new IllegalStateException("This is no policy.");
    } catch (RuntimeException refused) {
      return refused;
    }
  }
}
