package dev.glovebox.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts of policies for tests. */
final class Policies {

  private static final List<String> MANDATORY =
      List.of(
          "{reason: no-tenure, basis: b, applies-to: {holder: none}, action: withhold-reading}",
          "{reason: ambiguous-tenure, basis: b, applies-to: {holder: ambiguous},"
              + " action: withhold-reading}",
          "{reason: erased, basis: b, applies-to: {erased: true}, action: withhold-reading}",
          "{reason: sensitive-place, basis: b, action: withhold-values,"
              + " applies-to: {places: sensitive, classes: [location, route]}}",
          "{reason: place-unknown, basis: b, action: withhold-values,"
              + " applies-to: {places: unknown, classes: [location, route]}}");

  private Policies() {}

  /** The packaged policy's text. */
  static String packaged() {
    try (InputStream yaml = Policies.class.getResourceAsStream(Policy.PACKAGED)) {
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mandatory rules, each as one line of YAML; the caller may change the list. */
  static List<String> mandatory() {
    return new ArrayList<>(MANDATORY);
  }

  /** A policy that is whole, with further rules in the owner's view. */
  static String withOwnerRules(String... rules) {
    List<String> every = mandatory();
    every.addAll(List.of(rules));
    return withRules(ViewName.OWNER, every);
  }

  /** A policy whose one view has these rules only; the others have the mandatory ones. */
  static String withRules(ViewName name, List<String> rules) {
    StringBuilder yaml = new StringBuilder("version: test\nviews:\n");
    for (ViewName view : ViewName.values()) {
      yaml.append("  ").append(view.code()).append(":\n    allow: [location, driving]\n");
      yaml.append("    rules:\n");
      for (String rule : view == name ? rules : MANDATORY) {
        yaml.append("      - ").append(rule).append('\n');
      }
    }
    return yaml.toString();
  }
}
