package dev.glovebox.delivery.incident;

import static dev.glovebox.delivery.incident.SampleIncident.AT;
import static dev.glovebox.delivery.incident.SampleIncident.MINUTE;
import static dev.glovebox.delivery.incident.SampleIncident.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.delivery.incident.Silence.Gap;
import dev.glovebox.delivery.incident.Track.Point;
import dev.glovebox.delivery.incident.Track.Step;
import dev.glovebox.request.Request.Language;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ChartTest {

  @ParameterizedTest
  @EnumSource
  void isWellFormedAndMasksTheVehicle(Language language) throws Exception {
    String chart = Chart.of(SampleIncident.incident(language));

    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(chart)));
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(chart).doesNotContain(SampleIncident.VIN).contains("LRW**********0042");
    assertThat(chart).doesNotContain("<script").doesNotContain("href");
    Path pictures = Files.createDirectories(Path.of("target/incident"));
    Files.writeString(pictures.resolve("chart." + language.tag() + ".svg"), chart);
  }

  @Test
  void showsWhatEveryReaderNeeds() {
    String chart = Chart.of(SampleIncident.incident(Language.ENGLISH));

    assertThat(chart)
        .contains("Speed (km/h)", "Accelerator pedal (%)", "Brake pedal pressed")
        .contains("Pressure in the brake master cylinder (bar)")
        .contains("Steering angle", "this vehicle never records it")
        .contains("ESP_a021_emergencyBraking")
        .contains("2026-11-02 08:12:03.250, Asia/Shanghai (+08:00)")
        .contains("2026-11-02T00:12:03.250000Z")
        .contains("nothing sent for 5 min");
  }

  @Test
  void holdsAValueUntilTheNext() {
    Track track = new Track(List.of(new Point(0, 5), new Point(10, 7)));

    assertThat(track.steps(2, 20, List.of()))
        .containsExactly(new Step(2, 10, 5), new Step(10, 20, 7));
  }

  @Test
  void holdsNoValueWhereTheVehicleIsSilent() {
    Track track = new Track(List.of(new Point(0, 5), new Point(100, 7)));
    List<Gap> silences = List.of(new Gap(20, 90));

    assertThat(track.steps(0, 120, silences))
        .containsExactly(new Step(0, 20, 5), new Step(100, 120, 7));
    assertThat(track.steps(30, 90, silences)).isEmpty();
  }

  @Test
  void drawsNoLineThroughASilence() {
    Incident incident = SampleIncident.incident(Language.ENGLISH);
    List<Gap> silences = incident.channels().messages().gaps();

    List<Step> steps =
        Track.of(incident, "speed_kmh").steps(AT - 30 * MINUTE, AT + 5 * MINUTE, silences);

    assertThat(silences).hasSize(3);
    assertThat(steps)
        .noneMatch(
            step -> step.fromMicros() < AT - 12 * MINUTE && step.untilMicros() > AT - 12 * MINUTE);
    assertThat(steps).allMatch(step -> step.untilMicros() - step.fromMicros() <= 10 * SECOND);
  }
}
