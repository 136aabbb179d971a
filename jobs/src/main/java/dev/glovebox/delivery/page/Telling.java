package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.Asked;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What every part of a page needs to tell its facts: the words, the form of figures, and what the
 * vehicles are called.
 */
record Telling(PageFacts facts, Wording words, Figures figures, VehicleNames names) {

  private static final int WHOLE_ID = 12;
  private static final int SHOWN_OF_ID = 8;

  /** An entry of a legend. Public, like all that a template reads, for its engine to see. */
  public record LegendKey(String cssClass, String name) {}

  static Telling of(PageFacts facts) {
    Asked asked = facts.asked();
    Wording words = Wording.in(asked.language());
    return new Telling(
        facts, words, new Figures(words, asked.zone()), new VehicleNames(facts.vehicles(), words));
  }

  String text(String key, Object... arguments) {
    return words.text(key, arguments);
  }

  /** A figure in words, rounded; nothing where it is unknown. */
  String known(String key, OptionalDouble figure) {
    return figure.isPresent() ? text(key, figures.whole(figure.getAsDouble())) : "";
  }

  /** From one instant to another, in a list of a month. */
  String span(Instant from, Instant to) {
    return text("log.when", figures.day(from), figures.time(from), figures.time(to));
  }

  /** The beginning of an id, which is enough to find it by. */
  static String shortened(String id) {
    return id.codePointCount(0, id.length()) <= WHOLE_ID
        ? id
        : id.substring(0, id.offsetByCodePoints(0, SHOWN_OF_ID));
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
