package dev.glovebox.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.delivery.PackageCheck;
import dev.glovebox.store.VerifyingKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code glovebox verify}. */
@Command(
    name = "verify",
    description =
        "Tells whether a package is whole and untampered: exits 0 only if it is, and names every"
            + " file that is not as it was sealed.")
final class VerifyCommand implements Callable<Integer> {

  private static final String LOG_FOLDER = "_delta_log";

  private final Workplace workplace;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "The zip of a package.")
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
  public Integer call() {
    Path file = workplace.folder().resolve(path);
    if (Files.isDirectory(file.resolve(LOG_FOLDER))) {
      throw usage("Tables cannot be verified by this version; give the zip of a package.");
    }
    if (!Files.isRegularFile(file)) {
      throw usage("There is no such file. Give the zip of a package.");
    }
    if (file.toString().endsWith(".json")) {
      throw usage("Certificates cannot be verified by this version; give the zip of a package.");
    }
    PackageCheck.Report report = PackageCheck.of(file, known());
    print(report);
    return (report.findings().isEmpty() ? ExitCode.DONE : ExitCode.OTHER).code();
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
