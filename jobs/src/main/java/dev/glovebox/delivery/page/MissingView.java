package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.Completeness;
import dev.glovebox.delivery.page.PageFacts.Count;
import java.util.Comparator;
import java.util.List;

/** What became of everything that was received, and why. */
final class MissingView {

  /** A line of the balance. */
  public record Outcome(
      String cssClass, String name, String meaning, String values, String share) {}

  /** A reason in plain words. */
  public record Reason(String code, String name, String words, String values, String basis) {}

  /** The reasons of one outcome. */
  public record Group(String heading, String none, List<Reason> reasons) {}

  /** All of it. */
  public record Missing(
      List<Outcome> outcomes, String received, String whole, List<Group> groups, String gaps) {}

  private final Telling telling;
  private final Completeness counts;

  MissingView(Telling telling) {
    this.telling = telling;
    this.counts = telling.facts().completeness();
  }

  Missing missing() {
    return new Missing(
        List.of(
            outcome("s0", "released", counts.released()),
            outcome("s1", "withheld", Completeness.sum(counts.withheld())),
            outcome("s3", "rejected", Completeness.sum(counts.rejected())),
            outcome("s5", "duplicate", counts.duplicate())),
        telling.figures().count(counts.received()),
        share(counts.received()),
        List.of(group("withheld", counts.withheld()), group("rejected", counts.rejected())),
        telling.text("missing.gaps", counts.gaps()));
  }

  private Outcome outcome(String cssClass, String name, long values) {
    return new Outcome(
        cssClass,
        telling.text("outcome." + name),
        telling.text("outcome." + name + ".meaning"),
        telling.figures().count(values),
        share(values));
  }

  private String share(long values) {
    return counts.received() == 0
        ? Figures.UNKNOWN
        : telling.figures().tenths(100.0 * values / counts.received()) + " %";
  }

  private Group group(String outcome, List<Count> reasons) {
    return new Group(
        telling.text("missing." + outcome),
        telling.text("missing." + outcome + ".none"),
        reasons.stream()
            .filter(each -> each.values() > 0)
            .sorted(Comparator.comparing(Count::values).reversed().thenComparing(Count::reason))
            .map(this::reason)
            .toList());
  }

  /** A code of the operator's own rules has no words here: its basis speaks. */
  private Reason reason(Count count) {
    Wording words = telling.words();
    String key = "reason." + count.reason();
    return new Reason(
        count.reason(),
        words.optional(key).orElseGet(() -> words.text("reason.own-rule")),
        words.optional(key + ".words").orElseGet(() -> words.text("reason.own-rule.words")),
        telling.figures().count(count.values()),
        count.basis().orElse(""));
  }
}
