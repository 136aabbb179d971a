package dev.glovebox.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.SharedSpark;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.simulate.Fleet;
import dev.glovebox.simulate.FleetOptions;
import dev.glovebox.simulate.ObjectKey;
import dev.glovebox.simulate.PlantedTruth;
import dev.glovebox.simulate.Rate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateJobTest {

  private static final FleetOptions OPTIONS =
      FleetOptions.defaults()
          .withVehicles(8)
          .withVehiclesPerObject(3)
          .withDays(2)
          .withSeed(41)
          .withTooLongBytes(20_000)
          .withRate(Rate.TRUNCATED_OBJECT, 0.1);
  private static final Fleet FLEET =
      Fleet.of(OPTIONS, Catalogue.packaged().fields("fleet-telemetry"));

  @TempDir Path folder;

  @Test
  void writesInTasksWhatOneWouldWriteAlone() throws IOException {
    PlantedTruth truth = simulate(folder);
    Map<String, byte[]> alone = new TreeMap<>();
    PlantedTruth expected = new PlantedTruth(OPTIONS);
    for (ObjectKey key : FLEET.objects()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      expected.add(key.date(), FLEET.writeObject(key, bytes));
      alone.put(key.path(), bytes.toByteArray());
    }

    Map<String, byte[]> written = files(folder);
    assertThat(written.keySet()).containsAll(alone.keySet());
    alone.forEach((path, bytes) -> assertThat(written.get(path)).as(path).isEqualTo(bytes));
    assertThat(truth.json()).isEqualTo(expected.json());
    assertThat(new String(written.get("truth/planted.json"), StandardCharsets.UTF_8))
        .isEqualTo(expected.json());
    written.keySet().removeAll(alone.keySet());
    assertThat(written.keySet())
        .containsExactly(
            "registry/consents.csv",
            "registry/holds.csv",
            "registry/sensitive-places.geojson",
            "registry/tenures.csv",
            "registry/vehicles.csv",
            "requests/2026-11-04.jsonl",
            "truth/charges.csv",
            "truth/drives.csv",
            "truth/homes.csv",
            "truth/incidents.csv",
            "truth/planted.json");
  }

  @Test
  void replacesTheFleetThatWasThere() throws IOException {
    simulate(folder);
    Map<String, byte[]> first = files(folder);
    Files.writeString(folder.resolve("raw/of-the-other-fleet"), "");
    simulate(folder);

    Map<String, byte[]> second = files(folder);
    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach((path, bytes) -> assertThat(second.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void leavesDataAloneThatIsNoFleets() throws IOException {
    Files.createDirectories(folder.resolve("raw/date=2026-11-02/hour=00"));
    Files.writeString(folder.resolve("raw/date=2026-11-02/hour=00/real.jsonl"), "{}");

    assertThatThrownBy(() -> simulate(folder))
        .isInstanceOf(JobFailure.class)
        .hasMessageContaining("has objects in raw/ that no simulation wrote")
        .hasMessageContaining("Give another location with --out");
    assertThat(files(folder)).containsOnlyKeys("raw/date=2026-11-02/hour=00/real.jsonl");
  }

  private static PlantedTruth simulate(Path folder) {
    return new SimulateJob(SharedSpark.session()).run(FLEET, folder.toUri().toString());
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder).filter(Files::isRegularFile)) {
      for (Path file : all.toList()) {
        files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
