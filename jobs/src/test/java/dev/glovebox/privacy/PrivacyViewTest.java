package dev.glovebox.privacy;

import static dev.glovebox.signal.PrivacyClass.ACCESS;
import static dev.glovebox.signal.PrivacyClass.DRIVING;
import static dev.glovebox.signal.PrivacyClass.ENERGY;
import static dev.glovebox.signal.PrivacyClass.LOCATION;
import static dev.glovebox.signal.PrivacyClass.MEDIA;
import static dev.glovebox.signal.PrivacyClass.ROUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.signal.PrivacyClass;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyViewTest {

  private static final Set<PrivacyClass> EVERY = EnumSet.allOf(PrivacyClass.class);
  private static final Set<PrivacyClass> PLACING = EnumSet.of(LOCATION, ROUTE);
  private static final Action VALUES = Action.WITHHOLD_VALUES;
  private static final Action READING = Action.WITHHOLD_READING;

  private static final Circumstances WELL =
      new Circumstances(HolderKnowledge.HELD, ErasureState.KEPT, PlaceVerdict.OUTSIDE, 100);
  private static final Circumstances NOBODYS =
      new Circumstances(HolderKnowledge.NONE, ErasureState.KEPT, PlaceVerdict.OUTSIDE, 100);
  private static final Circumstances TWO_HOLDERS =
      new Circumstances(HolderKnowledge.AMBIGUOUS, ErasureState.KEPT, PlaceVerdict.OUTSIDE, 100);
  private static final Circumstances ERASED =
      new Circumstances(HolderKnowledge.HELD, ErasureState.ERASED, PlaceVerdict.OUTSIDE, 100);
  private static final Circumstances SENSITIVE = WELL.lying(PlaceVerdict.INSIDE);
  private static final Circumstances NOWHERE = WELL.lying(PlaceVerdict.UNKNOWN);

  private static final Rule NO_TENURE = new HolderRule("basis", HolderKnowledge.NONE);
  private static final Rule AMBIGUOUS_TENURE = new HolderRule("basis", HolderKnowledge.AMBIGUOUS);
  private static final Rule ERASURE = new ErasureRule("basis");
  private static final Rule SENSITIVE_PLACE =
      new PlaceRule("basis", PlaceVerdict.INSIDE, VALUES, PLACING);
  private static final Rule PLACE_UNKNOWN =
      new PlaceRule("basis", PlaceVerdict.UNKNOWN, VALUES, PLACING);

  @Test
  void releasesWhatIsAllowedAndNoRuleMarks() {
    Verdict verdict = PrivacyView.of(Set.of(DRIVING), List.of()).judge(WELL);
    assertThat(verdict.reason(DRIVING)).isNull();
    assertThat(verdict.coarsening(DRIVING)).isEqualTo(Coarsening.NONE);
    assertThat(verdict.readingReason()).isNull();
  }

  @Test
  void releasesNothingThatIsNotAllowed() {
    Verdict verdict = PrivacyView.of(Set.of(DRIVING), List.of()).judge(WELL);
    assertThat(EnumSet.complementOf(EnumSet.of(DRIVING)))
        .allSatisfy(each -> assertThat(verdict.reason(each)).isEqualTo("not-published"));
  }

  @Test
  void releasesNothingWithoutAClass() {
    Verdict verdict = PrivacyView.of(EVERY, List.of()).judge(WELL);
    assertThat(verdict.reason(null)).isEqualTo("not-published");
    assertThat(verdict.unlistedReason()).isEqualTo("not-published");
    assertThat(verdict.unpublishedReason()).isEqualTo("not-published");
  }

  @Test
  void namesTheReasonOfUnlistedSignals() {
    Verdict verdict = judge(WELL, new ListingRule("basis", Listing.UNLISTED));
    assertThat(verdict.unlistedReason()).isEqualTo("unlisted-signal");
    assertThat(verdict.reason(null)).isEqualTo("unlisted-signal");
    assertThat(verdict.unpublishedReason()).isEqualTo("not-published");
    assertThat(verdict.reason(DRIVING)).isNull();
  }

  @Test
  void marksUnpublishedSignalsOnly() {
    Rule rule = new ListingRule("basis", Listing.NOT_PUBLISHED);
    assertThat(rule.reason()).isEqualTo("not-published");
    assertThat(rule.listings()).containsExactly(Listing.NOT_PUBLISHED);
    assertThat(rule.classes()).isEmpty();
  }

  @Test
  void withholdsReadingsThatNobodyHeld() {
    assertWithheldWhole(judge(NOBODYS, NO_TENURE), "no-tenure");
    assertReleased(judge(NOBODYS, AMBIGUOUS_TENURE));
    assertReleased(judge(WELL, NO_TENURE));
  }

  @Test
  void withholdsReadingsOfTwoHolders() {
    assertWithheldWhole(judge(TWO_HOLDERS, AMBIGUOUS_TENURE), "ambiguous-tenure");
    assertReleased(judge(TWO_HOLDERS, NO_TENURE));
    assertReleased(judge(WELL, AMBIGUOUS_TENURE));
  }

  @Test
  void withholdsErasedReadings() {
    assertWithheldWhole(judge(ERASED, ERASURE), "erased");
    assertReleased(judge(WELL, ERASURE));
  }

  @Test
  void withholdsValuesInSensitivePlacesAndKeepsTheReading() {
    Verdict verdict = judge(SENSITIVE, SENSITIVE_PLACE);
    assertThat(verdict.reason(LOCATION)).isEqualTo("sensitive-place");
    assertThat(verdict.reason(ROUTE)).isEqualTo("sensitive-place");
    assertThat(verdict.reason(DRIVING)).isNull();
    assertThat(verdict.readingReason()).isNull();
    assertThat(verdict.unlistedReason()).isEqualTo("not-published");
    assertReleased(judge(WELL, SENSITIVE_PLACE));
    assertReleased(judge(NOWHERE, SENSITIVE_PLACE));
  }

  @Test
  void withholdsValuesWhosePlaceNobodyKnows() {
    Verdict verdict = judge(NOWHERE, PLACE_UNKNOWN);
    assertThat(verdict.reason(LOCATION)).isEqualTo("place-unknown");
    assertThat(verdict.reason(ROUTE)).isEqualTo("place-unknown");
    assertThat(verdict.reason(DRIVING)).isNull();
    assertReleased(judge(WELL, PLACE_UNKNOWN));
    assertReleased(judge(SENSITIVE, PLACE_UNKNOWN));
  }

  @Test
  void withholdsReadingsInSensitivePlacesIfThePolicySaysSo() {
    Rule rule = new PlaceRule("basis", PlaceVerdict.INSIDE, READING, Set.of());
    assertWithheldWhole(judge(SENSITIVE, rule), "sensitive-place");
    assertReleased(judge(WELL, rule));
  }

  @Test
  void withholdsClassesWhateverTheCircumstances() {
    Rule rule = new ClassRule("entertainment", "basis", Set.of(MEDIA));
    assertThat(judge(WELL, rule).reason(MEDIA)).isEqualTo("entertainment");
    assertThat(judge(SENSITIVE, rule).reason(MEDIA)).isEqualTo("entertainment");
    assertThat(judge(WELL, rule).reason(DRIVING)).isNull();
  }

  @Test
  void givesTheRulesReasonForAClassThatIsNotAllowedEither() {
    Rule rule = new ClassRule("entertainment", "basis", Set.of(MEDIA));
    Verdict verdict = PrivacyView.of(Set.of(), List.of(rule)).judge(WELL);
    assertThat(verdict.reason(MEDIA)).isEqualTo("entertainment");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE + 1, -1, 99, 200, 201, Long.MAX_VALUE})
  void releasesOutsideTheInterval(long instantMicros) {
    assertThat(judge(at(instantMicros), timeRule(100, 200)).reason(MEDIA)).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 101, 199, Circumstances.NO_INSTANT})
  void withholdsInsideTheIntervalAndWhereTheInstantIsUnknown(long instantMicros) {
    Verdict verdict = judge(at(instantMicros), timeRule(100, 200));
    assertThat(verdict.reason(MEDIA)).isEqualTo("trial");
    assertThat(verdict.reason(DRIVING)).isNull();
    assertThat(verdict.readingReason()).isNull();
  }

  @Test
  void withholdsReadingsOfAnOpenInterval() {
    Rule since = new TimeRule("recall", "basis", 100, Long.MAX_VALUE, READING, Set.of());
    Rule until = new TimeRule("recall", "basis", Long.MIN_VALUE, 100, READING, Set.of());
    assertWithheldWhole(judge(at(100), since), "recall");
    assertReleased(judge(at(99), since));
    assertWithheldWhole(judge(at(99), until), "recall");
    assertReleased(judge(at(100), until));
  }

  @ParameterizedTest
  @MethodSource("instantsAroundIntervals")
  void tellsSeveralIntervalsApart(long instantMicros) {
    Rule[] rules = {timeRule(100, 200), timeRule(150, 300), timeRule(400, 401)};
    boolean inside = (100 <= instantMicros && instantMicros < 300) || instantMicros == 400;
    assertThat(judge(at(instantMicros), rules).reason(MEDIA)).isEqualTo(inside ? "trial" : null);
  }

  static LongStream instantsAroundIntervals() {
    return LongStream.of(0, 99, 100, 149, 150, 199, 200, 299, 300, 399, 400, 401, 402);
  }

  @Test
  void withholdsAsBeforeWhenNothingIsMadeCoarser() {
    Rule coarse = coarsening(Set.of(DRIVING, LOCATION), 5, 100);
    Rule cut = new InstantRule("coarse-instant", "basis", 60);
    PrivacyView view =
        PrivacyView.of(Set.of(DRIVING, LOCATION), List.of(coarse, cut, SENSITIVE_PLACE));

    PrivacyView uncoarsened = view.uncoarsened();

    Verdict verdict = uncoarsened.judge(SENSITIVE);
    assertThat(verdict.coarsening(DRIVING)).isEqualTo(Coarsening.NONE);
    assertThat(verdict.reason(LOCATION)).isEqualTo("sensitive-place");
    assertThat(verdict.reason(DRIVING)).isNull();
    assertThat(verdict.reason(MEDIA)).isEqualTo("not-published");
    assertThat(uncoarsened.coarseInstantMicros(61)).isEqualTo(61);
    assertThat(uncoarsened.rules()).containsExactly(SENSITIVE_PLACE);
  }

  @Test
  void coarsensClassesAndKeepsTheCoarserOfTwo() {
    Rule fine = coarsening(Set.of(ENERGY, LOCATION), 5, 100);
    Rule coarse = coarsening(Set.of(ENERGY), 2, 500);
    Verdict verdict = judge(WELL, fine, coarse);
    assertThat(verdict.coarsening(ENERGY)).isEqualTo(new Coarsening(5, 500));
    assertThat(verdict.coarsening(LOCATION)).isEqualTo(new Coarsening(5, 100));
    assertThat(verdict.coarsening(DRIVING)).isEqualTo(Coarsening.NONE);
    assertThat(verdict.reason(ENERGY)).isNull();
  }

  @Test
  void cutsInstantsToTheLongestStepAlsoBeforeTheEpoch() {
    PrivacyView view =
        PrivacyView.of(
            EVERY, List.of(new InstantRule("a", "basis", 10), new InstantRule("b", "basis", 60)));
    assertThat(view.coarseInstantMicros(119)).isEqualTo(60);
    assertThat(view.coarseInstantMicros(60)).isEqualTo(60);
    assertThat(view.coarseInstantMicros(-1)).isEqualTo(-60);
    assertThat(view.judge(WELL).reason(DRIVING)).isNull();
  }

  @Test
  void putsTheHolderFirstThenErasureThenTheWholeReading() {
    Rule recall = new TimeRule("a-recall", "basis", 0, 1_000, READING, Set.of());
    Rule[] rules = {recall, ERASURE, NO_TENURE, new ListingRule("basis", Listing.UNLISTED)};
    Circumstances everything =
        new Circumstances(HolderKnowledge.NONE, ErasureState.ERASED, PlaceVerdict.INSIDE, 100);
    assertWithheldWhole(judge(everything, rules), "no-tenure");
    assertWithheldWhole(judge(ERASED, rules), "erased");
    assertWithheldWhole(judge(WELL, rules), "a-recall");
  }

  @Test
  void putsClassesBeforePlaces() {
    Rule[] rules = {
      new ClassRule("zone", "basis", Set.of(LOCATION)), SENSITIVE_PLACE, PLACE_UNKNOWN
    };
    assertThat(judge(SENSITIVE, rules).reason(LOCATION)).isEqualTo("zone");
    assertThat(judge(NOWHERE, rules).reason(LOCATION)).isEqualTo("zone");
    assertThat(judge(NOWHERE, rules).reason(ROUTE)).isEqualTo("place-unknown");
  }

  @Test
  void putsReadingsInPlacesBeforeClasses() {
    Rule place = new PlaceRule("basis", PlaceVerdict.INSIDE, READING, Set.of());
    Rule zone = new ClassRule("a-zone", "basis", Set.of(LOCATION));
    assertThat(judge(SENSITIVE, zone, place).reason(LOCATION)).isEqualTo("sensitive-place");
  }

  @Test
  void ordersPrecedenceAsDocumented() {
    assertThat(List.of(NO_TENURE, ERASURE, timeRule(1, 2), PLACE_UNKNOWN, SENSITIVE_PLACE))
        .extracting(Rule::precedence)
        .containsExactly(
            Precedence.HOLDER,
            Precedence.ERASURE,
            Precedence.CLASSES,
            Precedence.PLACE_UNKNOWN,
            Precedence.SENSITIVE_PLACE);
    assertThat(new ListingRule("basis", Listing.UNLISTED).precedence())
        .isEqualTo(Precedence.LISTING);
  }

  @Test
  void choosesTheFirstCodeInTheAlphabetOfTwoAlike() {
    Rule first = new ClassRule("aaa", "basis", Set.of(ACCESS));
    Rule second = new ClassRule("bbb", "basis", Set.of(ACCESS));
    assertThat(judge(WELL, first, second).reason(ACCESS)).isEqualTo("aaa");
    assertThat(judge(WELL, second, first).reason(ACCESS)).isEqualTo("aaa");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void decidesAlikeInWhateverOrderRulesStand(long seed) {
    List<Rule> rules = everyKindOfRule();
    PrivacyView ordered = PrivacyView.of(Set.of(DRIVING, LOCATION, ROUTE), rules);
    Collections.shuffle(rules, new Random(seed));
    PrivacyView shuffled = PrivacyView.of(Set.of(DRIVING, LOCATION, ROUTE), rules);
    for (Circumstances each : everyCircumstance()) {
      assertThat(decisions(shuffled.judge(each))).isEqualTo(decisions(ordered.judge(each)));
    }
    assertThat(shuffled.coarseInstantMicros(12_345)).isEqualTo(ordered.coarseInstantMicros(12_345));
  }

  @Test
  void takesWhatIsNotKnownForNo() {
    Rule[] rules = {NO_TENURE, ERASURE, PLACE_UNKNOWN, timeRule(1, 2)};
    assertWithheldWhole(judge(null, rules), "no-tenure");
    assertWithheldWhole(judge(new Circumstances(null, null, null, 100), rules), "no-tenure");
    assertWithheldWhole(
        judge(new Circumstances(HolderKnowledge.HELD, null, null, 100), rules), "erased");
    Circumstances placeless = new Circumstances(HolderKnowledge.HELD, ErasureState.KEPT, null, 100);
    assertThat(judge(placeless, rules).reason(LOCATION)).isEqualTo("place-unknown");
    assertThat(judge(placeless, rules).reason(MEDIA)).isNull();
    assertThat(judge(WELL.lying(null), rules).reason(LOCATION)).isEqualTo("place-unknown");
    assertThat(Circumstances.UNKNOWN.instantMicros()).isEqualTo(Circumstances.NO_INSTANT);
  }

  private static Verdict judge(Circumstances circumstances, Rule... rules) {
    return PrivacyView.of(EVERY, List.of(rules)).judge(circumstances);
  }

  private static Circumstances at(long instantMicros) {
    return new Circumstances(
        HolderKnowledge.HELD, ErasureState.KEPT, PlaceVerdict.OUTSIDE, instantMicros);
  }

  private static Rule timeRule(long fromMicros, long toMicros) {
    return new TimeRule("trial", "basis", fromMicros, toMicros, VALUES, Set.of(MEDIA));
  }

  private static Rule coarsening(Set<PrivacyClass> classes, double step, double gridMeters) {
    return new CoarseningRule("coarse", "basis", classes, new Coarsening(step, gridMeters));
  }

  private static List<Rule> everyKindOfRule() {
    return new ArrayList<>(
        List.of(
            NO_TENURE,
            AMBIGUOUS_TENURE,
            ERASURE,
            SENSITIVE_PLACE,
            PLACE_UNKNOWN,
            new ListingRule("basis", Listing.UNLISTED),
            new ListingRule("basis", Listing.NOT_PUBLISHED),
            new ClassRule("zone", "basis", Set.of(LOCATION, MEDIA)),
            new ClassRule("area", "basis", Set.of(MEDIA)),
            new TimeRule("recall", "basis", 50, 150, READING, Set.of()),
            timeRule(100, 200),
            coarsening(Set.of(LOCATION), 1, 250),
            coarsening(Set.of(LOCATION), 2, 100),
            new InstantRule("minute", "basis", 60),
            new InstantRule("second", "basis", 1)));
  }

  private static List<Circumstances> everyCircumstance() {
    List<Circumstances> every = new ArrayList<>();
    for (HolderKnowledge holder : HolderKnowledge.values()) {
      for (ErasureState erasure : ErasureState.values()) {
        for (PlaceVerdict here : PlaceVerdict.values()) {
          LongStream.of(Circumstances.NO_INSTANT, 0, 50, 100, 150, 200)
              .forEach(at -> every.add(new Circumstances(holder, erasure, here, at)));
        }
      }
    }
    return every;
  }

  private static List<Object> decisions(Verdict verdict) {
    List<Object> decisions = new ArrayList<>();
    for (PrivacyClass each : PrivacyClass.values()) {
      decisions.add(String.valueOf(verdict.reason(each)));
      decisions.add(verdict.coarsening(each));
    }
    decisions.add(verdict.unlistedReason());
    decisions.add(verdict.unpublishedReason());
    decisions.add(String.valueOf(verdict.readingReason()));
    return decisions;
  }

  private static void assertWithheldWhole(Verdict verdict, String reason) {
    assertThat(verdict.readingReason()).isEqualTo(reason);
    assertThat(verdict.unlistedReason()).isEqualTo(reason);
    assertThat(verdict.unpublishedReason()).isEqualTo(reason);
    assertThat(EVERY).allSatisfy(each -> assertThat(verdict.reason(each)).isEqualTo(reason));
  }

  private static void assertReleased(Verdict verdict) {
    assertThat(verdict.readingReason()).isNull();
    assertThat(EVERY).allSatisfy(each -> assertThat(verdict.reason(each)).isNull());
  }
}
