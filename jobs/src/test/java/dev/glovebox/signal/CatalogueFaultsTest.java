package dev.glovebox.signal;

import static dev.glovebox.signal.Catalogues.SPEED;
import static dev.glovebox.signal.Catalogues.signal;
import static dev.glovebox.signal.Catalogues.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a catalogue is refused for. */
class CatalogueFaultsTest {

  @Test
  void acceptsWhatHasNoFault() {
    assertThat(Catalogue.parse(yaml(Catalogues.EVERY_KIND)).signals()).hasSize(11);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void refuses(String fault, String text) {
    assertThatThrownBy(() -> Catalogue.parse(text))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("Correct each of these:")
        .hasMessageContaining("- " + fault);
  }

  static Stream<Arguments> faults() {
    return Stream.of(fileFaults(), signalFaults(), sourceFaults(), shapeFaults())
        .flatMap(faults -> faults);
  }

  private static Stream<Arguments> fileFaults() {
    return Stream.of(
        Arguments.of("the file: a mapping is needed here", ""),
        Arguments.of("the file: a mapping is needed here", "- speed"),
        Arguments.of("the file: no valid YAML", "version: 1\n{signals"),
        Arguments.of("the file: no valid YAML", "version: 1\nversion: 1\n"),
        Arguments.of("the file: version must be 1", "signals:\n" + SPEED),
        Arguments.of(
            "the file: version must be 1", yaml(SPEED).replace("version: 1", "version: 2")),
        Arguments.of("the file: version must be 1", yaml(SPEED).replace("n: 1\n", "n: \"1\"\n")),
        Arguments.of("the file: unknown key sources", yaml(SPEED) + "sources: {}\n"),
        Arguments.of("the file: signals must be a list", "version: 1\nsignals: {}\n"),
        Arguments.of("the file: signals must be a list with at least one", "version: 1\n"),
        Arguments.of("signal 1: a mapping is needed here", "version: 1\nsignals: [speed]\n"),
        Arguments.of(
            "the file.not-published.test: A must be text",
            yaml(SPEED) + "not-published: {test: {A: 1}}\n"),
        Arguments.of(
            "the file.not-published.test: the name of a source must be kebab-case"
                .replace("test", "Test"),
            yaml(SPEED) + "not-published: {Test: {A: why}}\n"));
  }

  private static Stream<Arguments> signalFaults() {
    return Stream.of(
        changed("signal 1: column is missing", "column: speed_kmh\n    type", "type"),
        changed("speed_kmh: unknown key units", "unit:", "units:"),
        changed("speedKmh: the column must be snake_case", "speed_kmh", "speedKmh"),
        changed("speed__kmh: the column must be snake_case", "speed_kmh", "speed__kmh"),
        changed(
            "owner_id: the column has the name of one that every table has",
            "speed_kmh",
            "owner_id"),
        changed("vin: the column has the name of one", "speed_kmh", "vin"),
        changed("event_month: the column has the name of one", "speed_kmh", "event_month"),
        changed("speed_kmh: type is missing", "type: double\n", "\n"),
        changed("speed_kmh: unknown type float", "double", "float"),
        changed("speed_kmh: class is missing", "class: driving\n", "\n"),
        changed("speed_kmh: unknown class secret", "driving", "secret"),
        changed("speed_kmh: a range is for the types double and long", "double", "boolean"),
        changed("speed_kmh: range must be [min, max]", "[0, 400]", "[400, 0]"),
        changed("speed_kmh: range must be [min, max]", "[0, 400]", "[0]"),
        changed("speed_kmh: range must be a list", "[0, 400]", "400"),
        changed("speed_kmh: range must be a finite number", "[0, 400]", "[0, 1e400]"),
        changed("speed_kmh: range must be a finite number", "[0, 400]", "[0, \"400\"]"),
        changed("speed_kmh: values are for the type string", "range: [0, 400]", "values: [a]"),
        changed("speed_kmh: values must name at least one value", "range: [0, 400]", "values: []"),
        changed("speed_kmh: values names one value twice", "range: [0, 400]", "values: [a, a]"),
        changed("speed_kmh: values must be text", "range: [0, 400]", "values: [true]"),
        changed("speed_kmh: vss must be a path", "unit: km/h", "vss: Speed"),
        changed("speed_kmh: unit must be text", "km/h", "\" \""),
        changed("speed_kmh: description is missing", "description:", "# description:"),
        changed("speed_kmh.description: en is missing", "en: Speed, ", ""),
        changed("speed_kmh.description: zh-Hans is missing", ", zh-Hans: 车速", ""),
        changed("speed_kmh.description: zh-Hans must be text", "车速", "\"\""),
        changed("speed_kmh.description: unknown key de", "zh-Hans: 车速", "zh-Hans: 车速, de: Tempo"),
        Arguments.of("speed_kmh: the column is defined twice", yaml(SPEED + SPEED)));
  }

  private static Stream<Arguments> sourceFaults() {
    return Stream.of(
        changed(
            "speed_kmh: sources must name at least one source",
            "sources:",
            "sources: {} #",
            "      test:",
            "      # test:"),
        changed("speed_kmh.sources.test: name is missing", "name: VehicleSpeed, ", ""),
        changed("speed_kmh.sources.test: unknown key factor", "scale", "factor"),
        changed("speed_kmh.sources.test: scale must be a finite number", "1.609344", "fast"),
        changed("speed_kmh.sources.test: scale must not be 0", "1.609344", "0"),
        changed(
            "speed_kmh.sources.Test: the name of a source must be kebab-case", "test:", "Test:"),
        changed(
            "speed_kmh.sources.test: prefix is for a signal with values",
            "scale: 1.609344",
            "prefix: Speed"),
        changed(
            "speed_kmh.sources.test: encoding must be polyline",
            "scale: 1.609344",
            "encoding: wkt"),
        changed(
            "speed_kmh.sources.test: encoding is for a whole value of type string",
            "scale: 1.609344",
            "encoding: polyline"),
        Arguments.of(
            "a.sources.test: scale is for numbers",
            yaml(signal("a", "string", "name: A, scale: 2"))),
        Arguments.of(
            "a.sources.test: offset is for numbers",
            yaml(signal("a", "time", "name: A, offset: 2"))),
        Arguments.of(
            "b.sources.test: another column already takes A",
            yaml(signal("a", "string", "name: A") + signal("b", "string", "name: A"))),
        Arguments.of(
            "b.sources.test: another column already takes A x",
            yaml(
                signal("a", "boolean", "name: A, part: x")
                    + signal("b", "boolean", "name: A, part: x"))),
        Arguments.of(
            "test VehicleSpeed: it is both published and listed as not published",
            yaml(SPEED) + "not-published: {test: {VehicleSpeed: why}}\n"));
  }

  private static Stream<Arguments> shapeFaults() {
    String latitude = signal("a", "double", "name: A, part: latitude");
    String longitude = signal("b", "double", "name: A, part: longitude");
    return Stream.of(
        Arguments.of(
            "test A: its parts have different privacy classes",
            yaml(
                signal("a", "boolean", "body", "name: A, part: x")
                    + signal("b", "boolean", "access", "name: A, part: y"))),
        Arguments.of(
            "test A: it is taken both whole and in parts",
            yaml(signal("a", "boolean", "name: A") + signal("b", "boolean", "name: A, part: x"))),
        Arguments.of("test A: a position needs the parts latitude and longitude", yaml(latitude)),
        Arguments.of(
            "test A: a position needs the parts latitude and longitude",
            yaml(longitude + latitude)),
        Arguments.of(
            "test A: a position is two doubles without scale and offset",
            yaml(latitude + longitude.replace("part:", "scale: 2, part:"))),
        Arguments.of(
            "test A: a position is two doubles without scale and offset",
            yaml(latitude + longitude.replace("type: double", "type: string"))),
        Arguments.of(
            "test A: its parts must be of type boolean",
            yaml(signal("a", "long", "name: A, part: x"))));
  }

  @Test
  void reportsEveryFaultAtOnce() {
    String text =
        yaml(
                SPEED.replace("km/h", "7").replace("driving", "secret")
                    + signal("A", "text", "part: x"))
            + "extra: 1\n";

    assertThatThrownBy(() -> Catalogue.parse(text))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContainingAll(
            "the file: unknown key extra",
            "speed_kmh: unit must be text",
            "speed_kmh: unknown class secret",
            "A: the column must be snake_case",
            "A: unknown type text",
            "A.sources.test: name is missing");
  }

  /** The catalogue of one signal, with texts of it replaced in pairs. */
  private static Arguments changed(String fault, String... replacements) {
    String signals = SPEED;
    for (int i = 0; i < replacements.length; i += 2) {
      assertThat(signals).contains(replacements[i]);
      signals = signals.replace(replacements[i], replacements[i + 1]);
    }
    return Arguments.of(fault, yaml(signals));
  }
}
