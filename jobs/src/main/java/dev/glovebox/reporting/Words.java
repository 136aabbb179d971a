package dev.glovebox.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What sections, metrics, dimensions and members are called; a name that is unknown stays. */
public final class Words {

  private static final String PACKAGED = "/schemas/report/words.yaml";

  private final JsonNode root;

  private Words(JsonNode root) {
    this.root = root;
  }

  /** The packaged ones. */
  public static Words packaged() {
    try (InputStream yaml = Words.class.getResourceAsStream(PACKAGED)) {
      return new Words(new YAMLMapper().readTree(yaml));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** A word of the page itself. */
  public Text word(String key) {
    return text(root.path(key), key);
  }

  /** A section's title. */
  public Text section(String id) {
    return text(root.path("sections").path(id), id);
  }

  /** A metric's name. */
  public Text metric(String metric) {
    return text(root.path("metrics").path(metric), metric);
  }

  /** A dimension's name. */
  public Text dimension(String code) {
    return text(root.path("dimensions").path(code), code);
  }

  /** A member's name. */
  public Text member(String member) {
    return text(root.path("members").path(member), member);
  }

  private static Text text(JsonNode pair, String key) {
    return pair.size() == 2 ? new Text(pair.get(0).asText(), pair.get(1).asText()) : Text.same(key);
  }
}
