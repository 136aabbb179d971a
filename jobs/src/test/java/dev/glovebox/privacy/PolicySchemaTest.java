package dev.glovebox.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glovebox.signal.PrivacyClass;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema that editors read says what the program accepts. */
class PolicySchemaTest {

  private static JsonNode schema;

  @BeforeAll
  static void readSchema() throws IOException {
    try (InputStream json =
        Policy.class.getResourceAsStream("/schemas/policy/policy.schema.json")) {
      schema = new ObjectMapper().readTree(json);
    }
  }

  @Test
  void namesTheSameKeys() {
    assertThat(keys("")).isEqualTo(known("colour: 1"));
    assertThat(keys("/properties/retention"))
        .isEqualTo(known(Policies.withOwnerRules() + "retention: {colour: 1}"));
    assertThat(keys("/properties/retention/properties/quarantine"))
        .isEqualTo(known(Policies.withOwnerRules() + "retention: {quarantine: {colour: 1}}"));
    assertThat(keys("/$defs/retention-rule"))
        .isEqualTo(known(Policies.withOwnerRules() + "retention: {classes: [{colour: 1}]}"));
    assertThat(keys("/properties/requests"))
        .isEqualTo(known(Policies.withOwnerRules() + "requests: {colour: 1}"));
    assertThat(keys("/properties/requests/properties/incident"))
        .isEqualTo(known(Policies.withOwnerRules() + "requests: {incident: {colour: 1}}"));
    assertThat(keys("/$defs/deadline"))
        .isEqualTo(known(Policies.withOwnerRules() + "requests: {erase: {colour: 1}}"));
    assertThat(keys("/$defs/rule")).isEqualTo(known(Policies.withOwnerRules("{colour: 1}")));
    assertThat(keys("/$defs/rule/properties/applies-to"))
        .isEqualTo(
            known(
                Policies.withOwnerRules(
                    "{reason: r, basis: b, action: coarsen, applies-to: {colour: 1}}")));
  }

  @Test
  void namesTheSameViewsClassesAndActions() {
    assertThat(keys("/properties/views"))
        .isEqualTo(sorted(Stream.of(ViewName.values()).map(ViewName::code)));
    assertThat(sorted(texts("/$defs/class/enum").stream()))
        .isEqualTo(sorted(Stream.of(PrivacyClass.values()).map(PrivacyClass::code)));
    assertThat(texts("/$defs/rule/properties/action/enum"))
        .isEqualTo(Stream.of(Action.values()).map(Action::code).toList());
    assertThat(texts("/$defs/rule/properties/applies-to/properties/listing/enum"))
        .isEqualTo(Stream.of(Listing.values()).map(Listing::code).toList());
  }

  @Test
  void namesTheSameDefaults() {
    Policy policy = Policy.parse(Policies.withOwnerRules());
    assertThat(schema.at("/properties/margin-meters/default").doubleValue())
        .isEqualTo(policy.marginMeters());
    String days = "/properties/retention/properties/quarantine/properties/days/default";
    assertThat(schema.at(days).intValue()).isEqualTo(policy.retention().quarantine().days());
    assertThat(schema.at("/$defs/days/minimum").intValue()).isEqualTo(1);
    assertThat(schema.at("/$defs/days/maximum").intValue()).isEqualTo(36_525);
    String carry = schema.at("/properties/position-carry/default").textValue();
    assertThat(Policy.parse(Policies.withOwnerRules() + "position-carry: " + carry))
        .extracting(Policy::positionCarryMicros)
        .isEqualTo(policy.positionCarryMicros());
  }

  /** The keys that the program says it knows where it meets the key colour. */
  private static List<String> known(String yaml) {
    try {
      Policy.parse(yaml);
      throw new AssertionError("The key colour was accepted.");
    } catch (PolicyException e) {
      String fault =
          e.faults().stream().filter(each -> each.contains("colour:")).findFirst().orElseThrow();
      String listed = fault.substring(fault.indexOf("Known are ") + 10, fault.length() - 1);
      return List.of(listed.split(", ", -1));
    }
  }

  private static List<String> keys(String pointer) {
    List<String> keys = new ArrayList<>();
    schema.at(pointer + "/properties").fieldNames().forEachRemaining(keys::add);
    return sorted(keys.stream());
  }

  private static List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    schema.at(pointer).forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  private static List<String> sorted(Stream<String> texts) {
    return texts.sorted().toList();
  }
}
