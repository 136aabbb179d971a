package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.glovebox.signal.PrivacyClass;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A rule cannot be made wrong. */
class RuleTest {

  private static final Set<PrivacyClass> DRIVING = Set.of(PrivacyClass.DRIVING);

  @Test
  void refusesToWithholdWhatSomebodyHeld() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HolderRule("basis", HolderKnowledge.HELD))
        .withMessage("A rule about the holder marks what nobody holds.");
  }

  @Test
  void refusesPlacesThatAreNotSensitiveAndCoarsePlaces() {
    String message = "A rule about places withholds what lies in one, or nobody knows where.";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlaceRule("b", PlaceVerdict.OUTSIDE, Action.WITHHOLD_VALUES, DRIVING))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PlaceRule("b", PlaceVerdict.INSIDE, Action.COARSEN, DRIVING))
        .withMessage(message);
  }

  @Test
  void refusesEmptyAndCoarseIntervals() {
    String message = "A rule about times withholds what lies in an interval.";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeRule("r", "b", 5, 5, Action.WITHHOLD_VALUES, DRIVING))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeRule("r", "b", 5, 6, Action.COARSEN, DRIVING))
        .withMessage(message);
  }

  @Test
  void refusesStepsOfNoLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new InstantRule("r", "b", 0))
        .withMessage("A step of instants is longer than 0. Provided value: 0 microseconds");
  }

  @Test
  void coversEveryClassWhenItWithholdsTheReading() {
    List<Rule> rules =
        List.of(
            new HolderRule("b", HolderKnowledge.NONE),
            new ErasureRule("b"),
            new PlaceRule("b", PlaceVerdict.INSIDE, Action.WITHHOLD_READING, Set.of()),
            new TimeRule("r", "b", 5, 6, Action.WITHHOLD_READING, DRIVING));
    for (Rule rule : rules) {
      assertThat(rule.action()).isEqualTo(Action.WITHHOLD_READING);
      assertThat(rule.classes()).isEqualTo(EnumSet.allOf(PrivacyClass.class));
      assertThat(rule.listings()).containsExactlyInAnyOrder(Listing.values());
    }
  }

  @Test
  void coversNoListingWhenItIsAboutClasses() {
    assertThat(new ClassRule("r", "b", DRIVING).listings()).isEmpty();
    assertThat(new InstantRule("r", "b", 1).classes()).isEmpty();
    assertThat(new InstantRule("r", "b", 1).listings()).isEmpty();
    assertThat(new InstantRule("r", "b", 1).action()).isEqualTo(Action.COARSEN);
    assertThat(new CoarseningRule("r", "b", DRIVING, Coarsening.NONE).action())
        .isEqualTo(Action.COARSEN);
  }

  @Test
  void marksEveryReadingWhenItIsAboutClassesOrInstants() {
    List<Rule> rules =
        List.of(
            new ClassRule("r", "b", DRIVING),
            new CoarseningRule("r", "b", DRIVING, Coarsening.NONE),
            new InstantRule("r", "b", 1),
            new ListingRule("b", Listing.UNLISTED));
    assertThat(rules).allSatisfy(rule -> assertThat(rule.marks(Circumstances.UNKNOWN)).isTrue());
  }
}
