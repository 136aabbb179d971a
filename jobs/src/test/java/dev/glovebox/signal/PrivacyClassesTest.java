package dev.glovebox.signal;

import static dev.glovebox.signal.PrivacyClass.ACCESS;
import static dev.glovebox.signal.PrivacyClass.LOCATION;
import static dev.glovebox.signal.PrivacyClass.MEDIA;
import static dev.glovebox.signal.PrivacyClass.OCCUPANT;
import static dev.glovebox.signal.PrivacyClass.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The classes of the fields that place or name a person: to change one is to change who sees it.
 */
class PrivacyClassesTest {

  private static final Fields FIELDS = Catalogue.packaged().fields("fleet-telemetry");

  private static final Map<PrivacyClass, List<String>> EXPECTED =
      Map.of(
          LOCATION,
          List.of(
              "Location",
              "GpsState",
              "GpsHeading",
              "FastChargerType",
              "HomelinkDeviceCount",
              "HomelinkNearby",
              "PowershareType",
              "LocatedAtHome",
              "LocatedAtWork",
              "LocatedAtFavorite"),
          ROUTE,
          List.of(
              "ScheduledDepartureTime",
              "SuperchargerSessionTripPlanner",
              "RouteLastUpdated",
              "RouteLine",
              "MilesToArrival",
              "MinutesToArrival",
              "OriginLocation",
              "DestinationLocation",
              "DestinationName",
              "ExpectedEnergyPercentAtTripArrival",
              "RouteTrafficMinutesDelay"),
          OCCUPANT,
          List.of("DriverSeatBelt", "PassengerSeatBelt", "DriverSeatOccupied"),
          MEDIA,
          List.of(
              "MediaPlaybackStatus",
              "MediaPlaybackSource",
              "MediaAudioVolume",
              "MediaNowPlayingDuration",
              "MediaNowPlayingElapsed",
              "MediaNowPlayingArtist",
              "MediaNowPlayingTitle",
              "MediaNowPlayingAlbum",
              "MediaNowPlayingStation",
              "MediaAudioVolumeIncrement",
              "MediaAudioVolumeMax"),
          ACCESS,
          List.of(
              "Locked",
              "VehicleName",
              "SentryMode",
              "SpeedLimitMode",
              "CurrentLimitMph",
              "GuestModeEnabled",
              "PinToDriveEnabled",
              "PairedPhoneKeyAndKeyFobQty",
              "GuestModeMobileAccessState",
              "RemoteStartEnabled",
              "ValetModeEnabled"));

  @Test
  void keepsWhatPlacesOrNamesAPersonInItsClass() {
    assertThat(EXPECTED)
        .allSatisfy(
            (privacyClass, names) ->
                assertThat(FIELDS.all())
                    .filteredOn(field -> field.privacyClass() == privacyClass)
                    .extracting(Field::name)
                    .containsExactlyElementsOf(names));
  }

  @Test
  void hasACodeForEachClass() {
    for (PrivacyClass privacyClass : PrivacyClass.values()) {
      assertThat(PrivacyClass.of(privacyClass.code())).contains(privacyClass);
    }
    assertThat(PrivacyClass.of("LOCATION")).isEmpty();
    assertThat(SignalType.of("timestamp")).contains(SignalType.TIMESTAMP);
    assertThat(SignalType.of("float")).isEmpty();
  }
}
