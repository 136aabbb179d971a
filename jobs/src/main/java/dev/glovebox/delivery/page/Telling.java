package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.Asked;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/**
 * What every part of a page needs to tell its facts: the words, the form of figures, and what the
 * vehicles are called.
 */
record Telling(PageFacts facts, Wording words, Figures figures, VehicleNames names) {

  /** An entry of a legend. Public, like all that a template reads, for its engine to see. */
  public record Key(String cssClass, String name) {}

  static Telling of(PageFacts facts) {
    Asked asked = facts.asked();
    Wording words = Wording.in(asked.language());
    return new Telling(
        facts, words, new Figures(words, asked.zone()), new VehicleNames(facts.vehicles(), words));
  }

  String text(String key, Object... arguments) {
    return words.text(key, arguments);
  }

  /** Markup of our own, which the template takes over as it is. */
  static TemplateModel markup(String ours) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(ours);
    } catch (TemplateModelException e) {
      throw new IllegalStateException(e);
    }
  }
}
