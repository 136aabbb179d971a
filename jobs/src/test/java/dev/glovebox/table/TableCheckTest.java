package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCheckTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);

  @TempDir Path folder;

  private Alerts alerts;

  @BeforeEach
  void fillTable() {
    alerts = new Alerts(folder);
    alerts.replace(FIRST, 3, "a", "b");
    alerts.replace(FIRST.plusDays(1), 5, "c");
  }

  @Test
  void findsNothingInAWholeTable() throws IOException {
    TableCheck.Report report = check();

    assertThat(report.files()).isEqualTo(2);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void findsAFileThatIsMissing() throws IOException {
    Files.delete(files().get(0));

    assertThat(check().findings())
        .extracting(TableCheck.Finding::problem)
        .containsExactly("is missing");
  }

  @Test
  void findsAFileThatWasCutOff() throws IOException {
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));

    assertThat(check().findings())
        .extracting(TableCheck.Finding::problem)
        .containsExactly("has another size than the log says");
  }

  @Test
  void findsAFileThatIsNoParquet() throws IOException {
    Path file = files().get(0);
    Files.write(file, new byte[(int) Files.size(file)]);
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));

    assertThat(check().findings())
        .extracting(TableCheck.Finding::problem)
        .containsExactly("cannot be read as Parquet");
  }

  private TableCheck.Report check() throws IOException {
    return TableCheck.of(SharedSpark.session(), alerts.path().toUri().toString());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(alerts.path())) {
      return all.filter(path -> path.toString().endsWith(".parquet"))
          .filter(path -> !path.toString().contains("_delta_log"))
          .sorted()
          .toList();
    }
  }
}
