package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a map, its plain twin. */
class NamesInBytesTest {

  private static final Map<String, Field> FIELDS =
      Catalogue.packaged().fields("fleet-telemetry").all().stream()
          .collect(Collectors.toMap(Field::name, Function.identity()));
  private static final NamesInBytes<Field> NAMES = new NamesInBytes<>(FIELDS);

  @Test
  void findsEveryName() {
    assertThat(FIELDS).isNotEmpty().allSatisfy((name, field) -> assertSameAsTwin(name));
  }

  @Test
  void findsNothingAmongNoNames() {
    assertThat(new NamesInBytes<>(Map.of()).find(new byte[] {'a'}, 0, 1)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Soc ", "soc", "车速", "VehicleSpeed车"})
  void knowsNoOddName(String name) {
    assertThat(FIELDS).doesNotContainKey(name);
    assertSameAsTwin(name);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesOnGeneratedNames(long seed) {
    Random random = new Random(seed);
    List<String> all = List.copyOf(FIELDS.keySet());
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder(all.get(random.nextInt(all.size())));
      name.setCharAt(random.nextInt(name.length()), (char) ('A' + random.nextInt(58)));
      assertSameAsTwin(name.substring(random.nextInt(2)));
    }
  }

  /** Looks the name up in the middle of other bytes, as the decoder's buffer holds it. */
  private static void assertSameAsTwin(String name) {
    for (String before : List.of("", "x", "\"key\":\"")) {
      byte[] bytes = (before + name + "\",").getBytes(UTF_8);
      Field found = NAMES.find(bytes, before.length(), bytes.length - 2);
      assertThat(found).as(name).isSameAs(FIELDS.get(name));
    }
  }
}
