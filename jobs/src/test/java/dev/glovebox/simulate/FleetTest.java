package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {

  private static final FleetOptions SMALL =
      FleetOptions.defaults()
          .withVehicles(9)
          .withVehiclesPerObject(4)
          .withDays(2)
          .withTooLongBytes(20_000)
          .withRate(Rate.TRUNCATED_OBJECT, 0.2);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20261102})
  void givesTheSameBytesForTheSameSeed(long seed) {
    FleetOptions options = SMALL.withSeed(seed);

    Written first = Written.of(options);
    Written second = Written.of(options);

    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(second.truth().json()).isEqualTo(first.truth().json());
    assertThat(sideFiles(options)).isEqualTo(sideFiles(options));
  }

  @Test
  void givesOtherBytesForAnotherSeed() {
    assertThat(Written.of(SMALL.withSeed(2)).digest())
        .isNotEqualTo(Written.of(SMALL.withSeed(3)).digest());
    assertThat(sideFiles(SMALL.withSeed(2))).isNotEqualTo(sideFiles(SMALL.withSeed(3)));
  }

  @ParameterizedTest(name = "in {0} parts, seed 1")
  @ValueSource(ints = {1, 4})
  void givesTheSameBytesHoweverItIsDivided(int parts) throws Exception {
    Written whole = Written.of(SMALL);
    Fleet fleet = Fleet.of(SMALL, Written.FIELDS);
    List<ObjectKey> keys = fleet.objects();
    Map<ObjectKey, byte[]> objects = new TreeMap<>(Comparator.comparing(ObjectKey::path));
    PlantedTruth truth = new PlantedTruth(SMALL);

    for (int part = parts - 1; part >= 0; part--) {
      Fleet sent = sent(fleet);
      for (int i = keys.size() - 1 - part; i >= 0; i -= parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        truth.add(keys.get(i).date(), sent.writeObject(keys.get(i), bytes));
        objects.put(keys.get(i), bytes.toByteArray());
      }
    }

    assertThat(Written.digest(objects)).isEqualTo(whole.digest());
    assertThat(truth.json()).isEqualTo(whole.truth().json());
  }

  @Test
  void keepsAVehicleWhatItIsInALargerFleet() {
    Fleet small = Fleet.of(SMALL, Written.FIELDS);
    Fleet large = Fleet.of(SMALL.withVehicles(1_000_000), Written.FIELDS);

    assertThat(large.vehicle(7).timeline().phases())
        .extracting(Phase::startMicros)
        .isEqualTo(small.vehicle(7).timeline().phases().stream().map(Phase::startMicros).toList());
    assertThat(large.vehicle(7).holders()).isEqualTo(small.vehicle(7).holders());
  }

  @Test
  void writesPieceByPiece() throws IOException {
    FleetOptions options =
        SMALL.withCompression(FleetOptions.Compression.NONE).withTooLongBytes(6_000_000);
    Fleet fleet = Fleet.of(options.withRate(Rate.TOO_LONG_LINE, 1), Written.FIELDS);
    ObjectKey key =
        fleet.objects().stream()
            .filter(object -> object.hour() == 8 && object.part() == ObjectKey.Part.WHOLE)
            .findFirst()
            .orElseThrow();
    LargestPiece largest = new LargestPiece();

    fleet.writeObject(key, largest);

    assertThat(largest.all).isGreaterThan(6_000_000);
    assertThat(largest.piece).isLessThanOrEqualTo(1 << 16);
  }

  @Test
  void hasAnObjectForEveryHourAndShard() {
    assertThat(Fleet.of(SMALL.withRates(Rates.none()), Written.FIELDS).objects())
        .hasSize(3 * 2 * 24)
        .extracting(ObjectKey::path)
        .doesNotHaveDuplicates()
        .allMatch(
            path ->
                path.matches(
                    "raw/date=2026-11-0[23]/hour=\\d\\d/fleet-0000[0-2]\\.jsonl(\\.gz|\\.zst)?"));
  }

  @Test
  void mixesTheCompressions() {
    assertThat(Fleet.of(SMALL.withVehicles(400), Written.FIELDS).objects())
        .extracting(ObjectKey::suffix)
        .contains(".gz", ".zst", "");
  }

  private static String sideFiles(FleetOptions options) {
    StringBuilder all = new StringBuilder();
    for (SideFile file : Fleet.of(options, Written.FIELDS).sideFiles()) {
      all.append(file.path()).append('\n').append(Registry.text(file));
    }
    return all.toString();
  }

  private static Fleet sent(Fleet fleet) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(fleet);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Fleet) in.readObject();
    }
  }

  private static final class LargestPiece extends OutputStream {
    private long all;
    private int piece;

    @Override
    public void write(int one) {
      all++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      all += length;
      piece = Math.max(piece, length);
    }
  }
}
