package dev.glovebox.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.config.Config;
import dev.glovebox.delivery.PackageCheck;
import dev.glovebox.store.SparkSessions;
import dev.glovebox.store.VerifyingKey;
import dev.glovebox.table.TableCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glovebox verify}. */
@Command(
    name = "verify",
    description =
        "Tells whether a package or a table is whole and untampered: exits 0 only if it is, and"
            + " names every file that is not.")
final class VerifyCommand implements Callable<Integer> {

  private static final String LOG_FOLDER = "_delta_log";

  private final Workplace workplace;

  /** For a table beside no configuration; none of them is looked at. */
  private static final Map<String, String> FALLBACKS =
      Map.of("raw", "raw", "lake", "lake", "registry", "registry");

  @Spec private CommandSpec spec;

  @Mixin private ConfigOptions options;

  @Parameters(paramLabel = "PATH", description = "The zip of a package, or the folder of a table.")
  private Path path;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "The public keys that may have sealed it, as reports/keys.json has them: key ids and keys"
              + " in base64. Without, the key that the package names is believed.")
  private Path keys;

  VerifyCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws IOException {
    Path file = workplace.folder().resolve(path);
    if (Files.isDirectory(file.resolve(LOG_FOLDER))) {
      return table(file);
    }
    if (!Files.isRegularFile(file)) {
      throw usage("There is no such package or table.");
    }
    if (file.toString().endsWith(".json")) {
      throw usage("Certificates cannot be verified by this version; give a package or a table.");
    }
    PackageCheck.Report report = PackageCheck.of(file, known());
    print(report);
    return (report.findings().isEmpty() ? ExitCode.DONE : ExitCode.OTHER).code();
  }

  private int table(Path folder) throws IOException {
    Config config = options.readIfAny(workplace, FALLBACKS).config();
    SparkSession spark = SparkSessions.open(config, workplace.environment());
    try {
      TableCheck.Report report = TableCheck.of(spark, folder.toUri().toString());
      report
          .findings()
          .forEach(each -> workplace.out().println("file " + each.file() + ": " + each.problem()));
      boolean whole = report.findings().isEmpty();
      workplace
          .out()
          .println(
              (whole ? "Whole: " : "Not whole: ")
                  + report.files()
                  + " files of version "
                  + report.version()
                  + ".");
      workplace.out().flush();
      return (whole ? ExitCode.DONE : ExitCode.OTHER).code();
    } finally {
      spark.stop();
    }
  }

  private void print(PackageCheck.Report report) {
    PrintWriter out = workplace.out();
    report.findings().forEach(each -> out.println(each.file() + ": " + each.problem()));
    if (report.findings().isEmpty()) {
      out.println(
          "Whole and untampered: "
              + report.files()
              + " files, sealed by key "
              + report.keyId()
              + (keys == null ? ", which the package itself names." : ", which is known."));
    } else {
      out.println("Not as it was sealed; do not rely on it.");
    }
    out.flush();
  }

  private Optional<Map<String, VerifyingKey>> known() {
    if (keys == null) {
      return Optional.empty();
    }
    Map<String, VerifyingKey> known = new LinkedHashMap<>();
    try {
      read(keys).forEach((id, key) -> known.put(id, VerifyingKey.parse(key)));
    } catch (IllegalArgumentException refused) {
      throw usage("A key of --keys " + refused.getMessage() + ".");
    }
    return Optional.of(known);
  }

  private Map<String, String> read(Path file) {
    try {
      byte[] json = Files.readAllBytes(workplace.folder().resolve(file));
      return new ObjectMapper().readValue(json, new TypeReference<>() {});
    } catch (IOException unreadable) {
      throw usage("--keys leads to no file of keys by id.");
    }
  }

  private ParameterException usage(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }
}
