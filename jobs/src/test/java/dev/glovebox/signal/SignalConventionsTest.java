package dev.glovebox.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every signal of the packaged catalogue keeps to. */
class SignalConventionsTest {

  private static final Catalogue CATALOGUE = Catalogue.packaged();
  private static final Map<String, String> SUFFIX_BY_UNIT =
      Map.ofEntries(
          Map.entry("km/h", "kmh"),
          Map.entry("km", "km"),
          Map.entry("m/s^2", "mps2"),
          Map.entry("degrees", "deg"),
          Map.entry("V", "v"),
          Map.entry("A", "a"),
          Map.entry("kOhm", "kohm"),
          Map.entry("kW", "kw"),
          Map.entry("kWh", "kwh"),
          Map.entry("Nm", "nm"),
          Map.entry("rpm", "rpm"),
          Map.entry("bar", "bar"),
          Map.entry("celsius", "celsius"),
          Map.entry("percent", "percent"),
          Map.entry("h", "hours"),
          Map.entry("min", "minutes"),
          Map.entry("ms", "ms"));

  @Test
  void describesInBothLanguagesWithoutPlaceholders() {
    assertThat(CATALOGUE.signals())
        .allSatisfy(
            signal -> {
              assertThat(signal.descriptions()).containsOnlyKeys("en", "zh-Hans");
              assertThat(signal.descriptions().get("en"))
                  .matches("[A-Z].{4,}")
                  .doesNotContainIgnoringCase("todo", "tbd")
                  .doesNotContain("???", "...");
              assertThat(signal.descriptions().get("zh-Hans"))
                  .containsPattern("\\p{IsHan}{2}")
                  .doesNotContainPattern("[(),;?]")
                  .doesNotContain("待定", "……");
            });
  }

  @Test
  void describesNoTwoSignalsAlike() {
    for (String language : List.of("en", "zh-Hans")) {
      assertThat(CATALOGUE.signals())
          .extracting(signal -> signal.descriptions().get(language))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void endsEachColumnInItsUnit() {
    assertThat(CATALOGUE.signals())
        .filteredOn(signal -> signal.unit().isPresent())
        .allSatisfy(
            signal ->
                assertThat(signal.column())
                    .endsWith("_" + SUFFIX_BY_UNIT.get(signal.unit().orElseThrow())));
  }

  @Test
  void boundsEachNumberThatHasAUnit() {
    assertThat(CATALOGUE.signals())
        .filteredOn(signal -> signal.unit().isPresent() && signal.range().isEmpty())
        .extracting(Signal::column)
        .containsExactly("media_now_playing_elapsed_ms");
  }

  @Test
  void usesEveryPrivacyClassButCamera() {
    assertThat(CATALOGUE.signals().stream().map(Signal::privacyClass).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(PrivacyClass.values())
                .filter(privacyClass -> privacyClass != PrivacyClass.CAMERA)
                .toList());
  }

  @Test
  void hasASchemaOfTheSameTypesAndClasses() throws IOException {
    assertThat(schemaNames("type"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(SignalType.values()).map(SignalType::code).toList());
    assertThat(schemaNames("class"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(PrivacyClass.values()).map(PrivacyClass::code).toList());
  }

  private static List<String> schemaNames(String property) throws IOException {
    String schema = Files.readString(RepositoryFiles.find("schemas/signals.schema.json"));
    JsonNode names =
        new ObjectMapper().readTree(schema).at("/$defs/signal/properties/" + property + "/enum");
    List<String> texts = new ArrayList<>();
    names.forEach(name -> texts.add(name.textValue()));
    return texts;
  }
}
