package dev.glovebox.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What no table knows: who is responsible, why data are handled, what happened and was complained
 * of. {@code registry/statements.yaml}, checked against its schema; what is not stated is told as
 * missing, never made up.
 */
public final class Statements {

  private static final String SCHEMA = "/schemas/report/statements.schema.json";
  private static final String HOME = "CN";

  private final JsonNode root;

  private Statements(JsonNode root) {
    this.root = root;
  }

  /** No statements at all. */
  public static Statements none() {
    return new Statements(JsonNodeFactory.instance.objectNode());
  }

  /**
   * Reads statements.
   *
   * @throws StatementsException with every fault, if they do not fit the schema
   */
  public static Statements parse(String yaml) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException broken) {
      throw new StatementsException(
          List.of("the file is no YAML; look at line " + broken.getLocation().getLineNr()));
    }
    if (root == null || root.isMissingNode() || root.isNull()) {
      return none();
    }
    List<String> faults =
        schema().validate(root.toString(), InputFormat.JSON).stream()
            .map(fault -> fault.getInstanceLocation() + ": " + fault.getType())
            .sorted()
            .toList();
    if (!faults.isEmpty()) {
      throw new StatementsException(faults);
    }
    return new Statements(root);
  }

  /** Ids of recipients outside the country. */
  public Set<String> recipientsAbroad() {
    Set<String> ids = new TreeSet<>();
    for (JsonNode recipient : root.path("recipients")) {
      if (!recipient.path("country").asText().equals(HOME)) {
        ids.add(recipient.path("id").asText());
      }
    }
    return ids;
  }

  /** Who answers for a duty: {@code data-security}, {@code user-rights}. */
  List<Text> responsible(String duty) {
    JsonNode contact = root.path("responsible").path(duty);
    if (contact.isMissingNode()) {
      return List.of();
    }
    Text name = text(contact.path("name"));
    String reached = contact.path("contact").asText();
    return List.of(new Text(name.english() + ", " + reached, name.chinese() + "，" + reached));
  }

  /**
   * What is stated of a class of data: {@code purpose}, {@code necessity}, {@code place}, {@code
   * period}.
   */
  List<Text> ofData(String dataClass, String about) {
    JsonNode stated = root.path("data").path(dataClass).path(about);
    return stated.isMissingNode() ? List.of() : List.of(text(stated));
  }

  /** A list of texts: {@code measures}, {@code further}. */
  List<Text> list(String name) {
    List<Text> texts = new ArrayList<>();
    root.path(name).forEach(each -> texts.add(text(each)));
    return texts;
  }

  /** Whether a part of the file is there, if only to say that there was nothing. */
  boolean has(String name) {
    return root.has(name);
  }

  /** What happened, with how it was handled. */
  List<Text> events(String name) {
    List<Text> texts = new ArrayList<>();
    for (JsonNode event : root.path(name)) {
      Text what = text(event.path("what"));
      Text handling = text(event.path("handling"));
      String on = event.path("on").asText();
      texts.add(
          new Text(
              on + ": " + what.english() + " " + handling.english(),
              on + "：" + what.chinese() + " " + handling.chinese()));
    }
    return texts;
  }

  /** Recipients at home or abroad, with one thing that is stated of them. */
  List<Text> recipients(Where where, String about) {
    List<Text> texts = new ArrayList<>();
    for (JsonNode recipient : root.path("recipients")) {
      boolean isAbroad = !recipient.path("country").asText().equals(HOME);
      if (isAbroad == (where == Where.ABROAD) && recipient.has(about)) {
        Text name = text(recipient.path("name"));
        Text stated = text(recipient.path(about));
        String country = recipient.path("country").asText();
        texts.add(
            new Text(
                name.english() + " (" + country + "): " + stated.english(),
                name.chinese() + "（" + country + "）：" + stated.chinese()));
      }
    }
    return texts;
  }

  /** On which side of the border. */
  enum Where {
    HOME,
    ABROAD
  }

  private static Text text(JsonNode node) {
    if (node.isTextual()) {
      return Text.same(node.asText());
    }
    String english = node.path("en").asText(node.path("zh-Hans").asText());
    return new Text(english, node.path("zh-Hans").asText(english));
  }

  private static JsonSchema schema() {
    try (InputStream json = Statements.class.getResourceAsStream(SCHEMA)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
