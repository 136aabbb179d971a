package dev.glovebox.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@link Fields#find}, its plain twin. */
class FieldNamesTest {

  private static final Fields FIELDS = Catalogue.packaged().fields("fleet-telemetry");
  private static final FieldNames NAMES = new FieldNames(FIELDS);

  @Test
  void findsEveryPublishedNameAndNoUnpublishedOne() {
    assertThat(FIELDS.all().size() + FIELDS.unpublished().size()).isEqualTo(260);
    assertThat(FIELDS.all()).allSatisfy(field -> assertThat(found(field.name())).isSameAs(field));
    assertThat(FIELDS.unpublished()).allSatisfy(name -> assertThat(found(name)).isNull());
  }

  @Test
  void takesNoPartAndNoExtensionOfANameForIt() {
    for (Field field : FIELDS.all()) {
      String name = field.name();
      for (int length = 0; length < name.length(); length++) {
        assertSameAsTwin(name.substring(0, length));
        assertSameAsTwin(name.substring(length + 1));
      }
      assertSameAsTwin(name + "s");
      assertSameAsTwin(name + '\0');
      assertSameAsTwin(" " + name);
      assertSameAsTwin(name.toLowerCase(java.util.Locale.ROOT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "车速", "VehicleSpeed车", "\uD83D\uDE97", "\uD83D", "Véhicule"})
  void knowsNoOddName(String name) {
    assertThat(found(name)).isNull();
    assertSameAsTwin(name);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void agreesOnGeneratedNames(long seed) {
    Random random = new Random(seed);
    List<Field> all = FIELDS.all();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder name = new StringBuilder(all.get(random.nextInt(all.size())).name());
      char changed = (char) ('A' + random.nextInt(58));
      name.setCharAt(random.nextInt(name.length()), changed);
      assertSameAsTwin(name.toString());
    }
  }

  private static void assertSameAsTwin(String name) {
    assertThat(found(name)).as(name).isSameAs(FIELDS.find(name));
  }

  /** Looks the name up in the middle of other text, as the decoder's buffer holds it. */
  private static Field found(String name) {
    List<Field> found = new ArrayList<>();
    for (String before : List.of("", "x", "\"key\":\"")) {
      char[] text = (before + name + "\",").toCharArray();
      found.add(NAMES.find(text, before.length(), name.length()));
    }
    assertThat(found).containsOnly(found.get(0));
    return found.get(0);
  }
}
