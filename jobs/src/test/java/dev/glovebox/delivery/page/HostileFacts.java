package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Charge;
import dev.glovebox.delivery.page.PageFacts.Column;
import dev.glovebox.delivery.page.PageFacts.Completeness;
import dev.glovebox.delivery.page.PageFacts.Count;
import dev.glovebox.delivery.page.PageFacts.Kept;
import dev.glovebox.delivery.page.PageFacts.PackageFile;
import dev.glovebox.delivery.page.PageFacts.Seal;
import dev.glovebox.delivery.page.PageFacts.Terms;
import dev.glovebox.delivery.page.PageFacts.Vehicle;
import dev.glovebox.request.Request.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Facts in which every text that a car, a register or a policy brings is an attack. */
final class HostileFacts {

  private static final String ATTACK = "</script></title><img src=x onerror=alert(1)>\"'&${7*7}";

  private HostileFacts() {}

  static PageFacts facts() {
    PageFacts plain = PageFixtures.nothing(Language.ENGLISH);
    Column column = new Column(ATTACK, ATTACK, ATTACK, Optional.of(ATTACK), ATTACK);
    Count count = new Count(ATTACK, 1, Optional.of(ATTACK));
    return new PageFacts(
        plain.asked(),
        List.of(new Vehicle(ATTACK, Optional.of(ATTACK), Optional.empty(), Optional.empty(), 1)),
        journal(PageFixtures.ANSWERED),
        new Completeness(1, 0, List.of(count), List.of(), 0, 0),
        List.of(new PackageFile("data/" + ATTACK, 1, Optional.empty())),
        List.of(column),
        List.of(column),
        new Seal(ATTACK, ATTACK, List.of(ATTACK)),
        terms());
  }

  private static Journal journal(Instant at) {
    PageNotes notes = new PageNotes(PageFixtures.ZONE);
    notes.trip(PageNotesTest.trip(ATTACK, at, 9, 1, 5));
    notes.charge(charge(at));
    notes.alert(ATTACK, at);
    notes.battery(ATTACK, at, OptionalDouble.of(50), OptionalDouble.of(200));
    return notes.journal();
  }

  private static Charge charge(Instant at) {
    OptionalDouble unknown = OptionalDouble.empty();
    return new Charge(
        ATTACK,
        ATTACK,
        at,
        at,
        OptionalDouble.of(1),
        unknown,
        unknown,
        unknown,
        Optional.of(ATTACK),
        Optional.of(ATTACK));
  }

  private static Terms terms() {
    return new Terms(
        ATTACK,
        ATTACK,
        Optional.of(ATTACK),
        Optional.of(ATTACK),
        List.of(new Kept(List.of(ATTACK), 1, ATTACK)),
        1,
        1);
  }
}
