package dev.glovebox.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.simulate.Rate.Per;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlantedTrapsTest {

  private static final FleetOptions CLEAN = FleetOptions.clean(10, 3, 23);
  private static final PlantedCounts NOTHING = Written.of(CLEAN).truth().total();

  /** What each trap comes to that a clean fleet has nothing of. */
  private static final Map<Rate, Fate> FATES =
      Map.ofEntries(
          Map.entry(Rate.REPEAT_IN_OBJECT, Fate.REPEATED_VALUE),
          Map.entry(Rate.REPEAT_NEXT_HOUR, Fate.REPEATED_VALUE),
          Map.entry(Rate.REPEAT_NEXT_DAY, Fate.REPEATED_VALUE),
          Map.entry(Rate.RESEND_OLD, Fate.REPEATED_VALUE),
          Map.entry(Rate.RESEND_MIXED, Fate.REPEATED_VALUE),
          Map.entry(Rate.REPEATED_ALERTS, Fate.REPEATED_VALUE),
          Map.entry(Rate.CONFLICTING_VALUE, Fate.CONFLICTING_VALUE),
          Map.entry(Rate.CLOCK_AHEAD_BEYOND, Fate.CLOCK_AHEAD),
          Map.entry(Rate.CREATED_AT_NULL, Fate.NO_INSTANT),
          Map.entry(Rate.EMPTY_DATA, Fate.NO_VALUES),
          Map.entry(Rate.BROKEN_LINE, Fate.BROKEN_RECORD),
          Map.entry(Rate.MISSING_VIN, Fate.NO_VIN),
          Map.entry(Rate.UNKNOWN_VIN, Fate.NO_TENURE),
          Map.entry(Rate.UNKNOWN_SIGNAL, Fate.UNLISTED_SIGNAL),
          Map.entry(Rate.OUT_OF_RANGE, Fate.OUT_OF_RANGE),
          Map.entry(Rate.WRONG_TYPE, Fate.WRONG_TYPE),
          Map.entry(Rate.INVALID_VALUE, Fate.INVALID),
          Map.entry(Rate.ZERO_POSITION, Fate.INVALID),
          Map.entry(Rate.ERRORS, Fate.NOT_PUBLISHED),
          Map.entry(Rate.METRICS, Fate.NOT_PUBLISHED),
          Map.entry(Rate.TRUNCATED_OBJECT, Fate.TRUNCATED_OBJECT),
          Map.entry(Rate.TOO_LONG_LINE, Fate.TOO_LONG));

  static Stream<Rate> byMessage() {
    return Stream.of(Rate.values()).filter(rate -> rate.per() == Per.MESSAGE);
  }

  static Stream<Rate> withFate() {
    return Stream.of(Rate.values()).filter(FATES::containsKey);
  }

  @ParameterizedTest(name = "{0}, seed 23")
  @MethodSource("byMessage")
  void plantsAtItsRate(Rate rate) {
    PlantedCounts counts = only(rate, 0.08);

    // A split needs a position, a conflict a value that can differ, a day later another day.
    double part =
        switch (rate) {
          case SPLIT_READING, CONFLICTING_VALUE, REPEAT_NEXT_DAY -> 0.5;
          default -> 0.9;
        };
    double expected = 0.08 * NOTHING.telemetryRows();
    assertThat((double) counts.planted(rate)).isBetween(part * expected, 1.1 * expected);
  }

  @ParameterizedTest(name = "{0}, seed 23")
  @MethodSource("withFate")
  void comesToNothingElse(Rate rate) {
    Set<Fate> allowed = EnumSet.of(FATES.get(rate));
    if (rate == Rate.UNKNOWN_SIGNAL) {
      allowed.add(Fate.NOT_PUBLISHED);
    }
    PlantedCounts counts = only(rate, 0.08);
    assertThat(fates(counts)).contains(FATES.get(rate));
    allowed.addAll(fates(NOTHING));
    assertThat(allowed).containsAll(fates(counts));
  }

  @Test
  void hasNeitherRejectedNorDuplicateWhenClean() {
    assertThat(fates(NOTHING))
        .containsOnly(Fate.RELEASED, Fate.OTHER_PERSON, Fate.PLACE_UNKNOWN, Fate.SENSITIVE_PLACE);
    for (Rate rate : Rate.values()) {
      assertThat(NOTHING.planted(rate)).as(rate.code()).isZero();
    }
  }

  @Test
  void withholdsNoMessageAsAWholeWhenClean() {
    assertThat(NOTHING.messages()).isEqualTo(NOTHING.telemetryRows() + NOTHING.connectivityRows());
  }

  @Test
  void sendsWholeDrivesADayLate() {
    assertThat(only(Rate.LATE_DRIVE, 0.3).planted(Rate.LATE_DRIVE)).isGreaterThan(500);
    assertThat(only(Rate.LATE_DRIVE, 0.3).telemetryRows()).isEqualTo(NOTHING.telemetryRows());
  }

  @Test
  void losesThePositionForLongerThanItIsCarried() {
    assertThat(values(only(Rate.POSITION_GAP, 1), Fate.PLACE_UNKNOWN))
        .isGreaterThan(values(NOTHING, Fate.PLACE_UNKNOWN));
  }

  @Test
  void leadsThroughSensitivePlacesOnPurpose() {
    assertThat(values(only(Rate.SENSITIVE_PASS, 1), Fate.SENSITIVE_PLACE))
        .isGreaterThan(2 * values(NOTHING, Fate.SENSITIVE_PLACE));
  }

  @Test
  void releasesWhatIsNewInAResend() {
    PlantedCounts counts = only(Rate.RESEND_MIXED, 0.08);

    assertThat(values(counts, Fate.RELEASED))
        .isEqualTo(values(NOTHING, Fate.RELEASED) + counts.planted(Rate.RESEND_MIXED));
    assertThat(counts.messages("vehicle-data", "duplicate", "repeated-value")).isZero();
  }

  @Test
  void countsASplitReadingOnce() {
    PlantedCounts counts = only(Rate.SPLIT_READING, 0.08);

    assertThat(counts.telemetryRows()).isEqualTo(NOTHING.telemetryRows());
    assertThat(counts.values()).isEqualTo(NOTHING.values());
    assertThat(counts.messages())
        .isEqualTo(NOTHING.messages() + counts.planted(Rate.SPLIT_READING));
  }

  private static PlantedCounts only(Rate rate, double share) {
    FleetOptions options =
        CLEAN
            .withTooLongBytes(20_000)
            .withCompression(FleetOptions.Compression.NONE)
            .withRate(rate, share);
    return Written.of(options).truth().total();
  }

  private static long values(PlantedCounts counts, Fate fate) {
    long values = 0;
    for (Kind kind : Kind.values()) {
      values += counts.values(kind, fate);
    }
    return values;
  }

  private static Set<Fate> fates(PlantedCounts counts) {
    Set<Fate> fates = EnumSet.noneOf(Fate.class);
    for (Kind kind : Kind.values()) {
      for (Fate fate : Fate.values()) {
        if (counts.messages(kind, fate) > 0 || counts.values(kind, fate) > 0) {
          fates.add(fate);
        }
      }
    }
    return fates;
  }
}
