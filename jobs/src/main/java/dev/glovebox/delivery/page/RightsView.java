package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.Kept;
import dev.glovebox.delivery.page.PageFacts.Terms;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How to have data erased, how long it is kept, and what rights there are. */
final class RightsView {

  private static final int RIGHTS = 6;

  /** All of it. */
  public record Rights(
      String erase,
      List<String> kept,
      List<String> keptNotes,
      List<String> yours,
      String contact) {}

  private final Telling telling;
  private final Terms terms;

  RightsView(Telling telling) {
    this.telling = telling;
    this.terms = telling.facts().terms();
  }

  Rights rights() {
    return new Rights(
        telling.text("rights.erase.how", terms.erasureWorkingDays()),
        terms.kept().stream().map(this::kept).toList(),
        List.of(
            telling.text(terms.kept().isEmpty() ? "rights.kept.all" : "rights.kept.rest"),
            telling.text("rights.kept.quarantine", terms.quarantineDays())),
        IntStream.rangeClosed(1, RIGHTS).mapToObj(i -> telling.text("rights." + i)).toList(),
        contact());
  }

  private String kept(Kept rule) {
    String classes =
        rule.classes().stream()
            .map(each -> telling.words().optional("class." + each).orElse(each))
            .collect(Collectors.joining(telling.text("format.list")));
    return telling.text("rights.kept.rule", classes, rule.days(), rule.basis());
  }

  private String contact() {
    String operator = terms.operator().orElseGet(() -> telling.text("rights.operator"));
    return terms
        .contact()
        .map(contact -> telling.text("rights.contact", operator, contact))
        .orElseGet(() -> telling.text("rights.no-contact", operator));
  }
}
