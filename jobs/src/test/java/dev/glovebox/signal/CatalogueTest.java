package dev.glovebox.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the packaged catalogue decides. */
class CatalogueTest {

  private static final Catalogue CATALOGUE = Catalogue.packaged();
  private static final Fields FIELDS = CATALOGUE.fields("fleet-telemetry");

  @Test
  void decidesEachNameOfFleetTelemetryOnce() throws IOException {
    List<String> decided = new ArrayList<>(FIELDS.all().stream().map(Field::name).toList());
    decided.addAll(FIELDS.unpublished());

    assertThat(decided).hasSize(260).containsExactlyInAnyOrderElementsOf(names());
  }

  @Test
  void ordersColumnsByTheNumbersOfTheFields() throws IOException {
    List<String> names = new ArrayList<>(names());
    names.removeAll(FIELDS.unpublished());

    assertThat(FIELDS.all()).extracting(Field::name).containsExactlyElementsOf(names);
    assertThat(FIELDS.all().stream().flatMap(field -> field.parts().stream()).map(Part::signal))
        .containsExactlyElementsOf(CATALOGUE.signals());
  }

  @Test
  void numbersFieldsAndSignalsByTheirPlace() {
    assertThat(FIELDS.all())
        .extracting(Field::id)
        .containsExactlyElementsOf(indexes(FIELDS.all().size()));
    assertThat(CATALOGUE.signals())
        .extracting(Signal::ordinal)
        .containsExactlyElementsOf(indexes(CATALOGUE.signals().size()));
    assertThat(FIELDS.all()).allSatisfy(field -> assertThat(FIELDS.at(field.id())).isSameAs(field));
  }

  @Test
  void findsAFieldByItsName() {
    Field speed = FIELDS.find("VehicleSpeed");

    assertThat(speed.shape()).isEqualTo(Field.Shape.SCALAR);
    assertThat(speed.parts()).hasSize(1);
    assertThat(speed.parts().get(0).scale()).isEqualTo(1.609344);
    Signal signal = speed.parts().get(0).signal();
    assertThat(signal.column()).isEqualTo("speed_kmh");
    assertThat(signal.type()).isEqualTo(SignalType.DOUBLE);
    assertThat(signal.unit()).contains("km/h");
    assertThat(signal.range()).contains(new Range(0, 400));
    assertThat(signal.vss()).contains("Vehicle.Speed");
    assertThat(signal.descriptions()).containsEntry("zh-Hans", "车速");
  }

  @Test
  void tellsUnpublishedNamesFromUnknownOnes() {
    assertThat(FIELDS.find("Experimental_7")).isNull();
    assertThat(FIELDS.listedUnpublished("Experimental_7")).isTrue();
    assertThat(FIELDS.whyUnpublished("Experimental_7")).contains("not documented");
    assertThat(FIELDS.find("NoSuchField")).isNull();
    assertThat(FIELDS.listedUnpublished("NoSuchField")).isFalse();
    assertThat(FIELDS.listedUnpublished("VehicleSpeed")).isFalse();
  }

  @Test
  void takesThePositionOfTheVehicleApartFromOtherPositions() {
    assertThat(FIELDS.position()).isSameAs(FIELDS.find("Location"));
    assertThat(columns("Location")).containsExactly("latitude_deg", "longitude_deg");
    assertThat(columns("OriginLocation"))
        .containsExactly("origin_latitude_deg", "origin_longitude_deg");
    assertThat(columns("DestinationLocation"))
        .containsExactly("destination_latitude_deg", "destination_longitude_deg");
    assertThat(FIELDS.all())
        .filteredOn(field -> field.shape() == Field.Shape.POSITION)
        .extracting(Field::name)
        .containsExactly("Location", "OriginLocation", "DestinationLocation");
  }

  @Test
  void takesDoorsAndTiresApart() {
    assertThat(FIELDS.find("DoorState").shape()).isEqualTo(Field.Shape.PARTS);
    assertThat(FIELDS.find("DoorState").parts())
        .extracting(Part::name)
        .containsExactly(
            "DriverFront",
            "DriverRear",
            "PassengerFront",
            "PassengerRear",
            "TrunkFront",
            "TrunkRear");
    assertThat(FIELDS.find("TpmsHardWarnings").parts()).hasSize(10);
    assertThat(FIELDS.find("TpmsSoftWarnings").parts()).hasSize(10);
  }

  @Test
  void readsTheRouteAsALine() {
    assertThat(FIELDS.all())
        .filteredOn(field -> field.shape() == Field.Shape.LINE)
        .extracting(Field::name)
        .containsExactly("RouteLine");
  }

  @Test
  void readsNamesThatYamlTakesForTruthValuesAsText() {
    Part gear = FIELDS.find("Gear").parts().get(0);
    assertThat(gear.prefix()).isEqualTo("ShiftState");
    assertThat(gear.signal().values())
        .containsExactly("Unknown", "Invalid", "P", "R", "N", "D", "SNA");
    assertThat(FIELDS.find("HvacPower").parts().get(0).signal().values()).contains("On", "Off");
    assertThat(FIELDS.find("CruiseFollowDistance").parts().get(0).signal().values())
        .contains("1", "7");
  }

  @Test
  void readsInstantsAndTimesOfDay() {
    assertThat(names(SignalType.TIME))
        .containsExactly("ScheduledChargingStartTime", "ScheduledDepartureTime");
    assertThat(names(SignalType.TIMESTAMP))
        .containsExactly(
            "TpmsLastSeenPressureTimeFl",
            "TpmsLastSeenPressureTimeFr",
            "TpmsLastSeenPressureTimeRl",
            "TpmsLastSeenPressureTimeRr",
            "RouteLastUpdated",
            "SoftwareUpdateScheduledStartTime");
  }

  @Test
  void refusesASourceThatItDoesNotKnow() {
    assertThat(CATALOGUE.sources()).containsExactly("fleet-telemetry");
    assertThatThrownBy(() -> CATALOGUE.fields("gbt32960"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The signal catalogue does not know the source gbt32960. It knows fleet-telemetry.");
  }

  @Test
  void namesItsTextByADigest() {
    String yaml = Catalogues.yaml(Catalogues.SPEED);

    assertThat(Catalogue.parse(yaml).digest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(Catalogue.parse(yaml).digest())
        .isNotEqualTo(Catalogue.parse(yaml + "\n").digest());
  }

  @Test
  void refusesToJudgeASourceWithoutAPosition() {
    Fields fields = Catalogue.parse(Catalogues.yaml(Catalogues.SPEED)).fields("test");

    assertThatThrownBy(fields::position)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no position of the vehicle")
        .hasMessageContaining("Give latitude_deg and longitude_deg a name");
  }

  @Test
  void travelsToOtherMachines() throws Exception {
    Catalogue arrived = (Catalogue) sent(CATALOGUE);
    Fields arrivedFields = (Fields) sent(FIELDS);

    assertThat(arrived.signals()).isEqualTo(CATALOGUE.signals());
    assertThat(arrived.digest()).isEqualTo(CATALOGUE.digest());
    assertThat(arrivedFields.all()).isEqualTo(FIELDS.all());
    assertThat(arrivedFields.find("Location")).isEqualTo(arrivedFields.position());
    assertThat(arrivedFields.listedUnpublished("Unknown")).isTrue();
  }

  private static List<String> names() throws IOException {
    String table =
        new String(
            CatalogueTest.class.getResourceAsStream("/fleet-telemetry-fields.tsv").readAllBytes(),
            StandardCharsets.UTF_8);
    return table.lines().skip(1).map(line -> line.split("\t", -1)[1]).toList();
  }

  private static List<String> names(SignalType type) {
    return FIELDS.all().stream()
        .filter(field -> field.parts().get(0).signal().type() == type)
        .map(Field::name)
        .toList();
  }

  private static List<String> columns(String name) {
    return FIELDS.find(name).parts().stream().map(part -> part.signal().column()).toList();
  }

  private static List<Integer> indexes(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static Object sent(Object object) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
