package dev.glovebox.cli;

import dev.glovebox.config.Config;
import dev.glovebox.config.ConfigException;
import dev.glovebox.config.Location;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.store.HadoopSettings;
import dev.glovebox.store.Regions;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code glovebox simulate}: needs no configuration file, and heeds one that is there. */
@Command(
    name = "simulate",
    description =
        "Writes a synthetic fleet in its true wire form; the same seed gives the same bytes.")
final class SimulateCommand implements Callable<Integer> {

  /** More than the longest line by this is surely too long. */
  private static final int BEYOND_LIMIT_BYTES = 1000;

  private static final int LONGEST_ORDINARY_LINE_BYTES = 16 * 1024;

  private final Workplace workplace;
  private final Jobs jobs;
  private FleetOptions fleet = FleetOptions.defaults();

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions options;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "LOCATION",
      description = "Where raw/, registry/, requests/ and truth/ are written.")
  private String out;

  SimulateCommand(Workplace workplace, Jobs jobs) {
    this.workplace = workplace;
    this.jobs = jobs;
  }

  @Option(names = "--vehicles", paramLabel = "N", description = "Default: 50.")
  void vehicles(int vehicles) {
    change(() -> fleet.withVehicles(vehicles));
  }

  @Option(names = "--days", paramLabel = "N", description = "Default: 3.")
  void days(int days) {
    change(() -> fleet.withDays(days));
  }

  @Option(
      names = "--start",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "The first day (default: 2026-11-02).")
  void start(LocalDate start) {
    change(() -> fleet.withStart(start));
  }

  @Option(names = "--seed", paramLabel = "S", description = "Default: 1.")
  void seed(long seed) {
    change(() -> fleet.withSeed(seed));
  }

  @Option(
      names = "--rate",
      paramLabel = "NAME=SHARE",
      converter = RateConverter.class,
      description = {
        "How often something out of the ordinary happens, from 0 to 1; may be repeated.",
        "Names: ${COMPLETION-CANDIDATES}."
      },
      completionCandidates = RateConverter.Names.class)
  private List<RateConverter.RateShare> rates = List.of();

  @Override
  public Integer call() {
    Location location = location();
    Config config = options.readIfAny(workplace, fallbacks(location)).config();
    List<String> faults =
        new Regions(HadoopSettings.plain(config)).faults(config.region(), List.of(location));
    if (!faults.isEmpty()) {
      throw new ConfigException("--out", faults);
    }
    FleetOptions asked = fleet(config);
    workplace.progress().step("simulating");
    jobs.simulate(asked, location, config, workplace.environment());
    workplace.progress().step("");
    workplace
        .err()
        .println(
            "Simulated %d vehicles, %d days from %s, seed %d, in %s"
                .formatted(fleet.vehicles(), fleet.days(), fleet.start(), fleet.seed(), location));
    workplace.err().flush();
    return ExitCode.DONE.code();
  }

  private FleetOptions fleet(Config config) {
    change(() -> fleet.withZone(config.timeZone()));
    int limitBytes = Math.max(config.limits().lineBytes(), LONGEST_ORDINARY_LINE_BYTES);
    change(() -> fleet.withTooLongBytes(limitBytes + BEYOND_LIMIT_BYTES));
    rates.forEach(rate -> change(() -> fleet.withRate(rate.rate(), rate.share())));
    return fleet;
  }

  private Location location() {
    try {
      return Location.parse(out, workplace.folder());
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), "--out " + wrong.getMessage());
    }
  }

  /** So that a configuration is whole where there is no file. */
  private static Map<String, String> fallbacks(Location out) {
    Map<String, String> fallbacks = new LinkedHashMap<>();
    for (String name : List.of("raw", "lake", "registry")) {
      fallbacks.put(name, out.resolve(name).text());
    }
    return fallbacks;
  }

  private void change(Supplier<FleetOptions> changed) {
    try {
      fleet = changed.get();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage());
    }
  }
}
