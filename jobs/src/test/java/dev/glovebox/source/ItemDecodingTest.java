package dev.glovebox.source;

import static dev.glovebox.source.Readings.item;
import static dev.glovebox.source.Readings.outcome;
import static dev.glovebox.source.Readings.readItems;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around a value: its name, its one-of, and what is told of it when it is wrong. */
class ItemDecodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"invalid\":true}; invalid",
        "{\"invalid\":false}; invalid",
        "{\"invalid\":true,\"doubleValue\":7}; invalid",
        "{\"doubleValue\":7,\"invalid\":true}; invalid",
        "{}; invalid",
        "null; invalid",
        "{\"doubleValue\":null}; invalid",
        "{\"stringValue\":null,\"doubleValue\":7,\"invalid\":null}; Soc=7.0",
        "{\"doubleValue\":7,\"floatValue\":7}; wrong-type",
        "7; wrong-type",
        "\"7\"; wrong-type",
        "[{\"doubleValue\":7}]; wrong-type",
      })
  void readsTheOneArmThatIsThere(String value, String expected) {
    assertThat(outcome(readItems(item("Soc", value)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "7; ``",
        "null; ``",
        "[]; ``",
        "{}; ``",
        "{\"value\":{\"doubleValue\":7}}; ``",
        "{\"key\":null,\"value\":{\"doubleValue\":7}}; ``",
        "{\"key\":[\"Soc\"],\"value\":{\"doubleValue\":7}}; ``",
        "{\"key\":\"\\ud800\",\"value\":{\"doubleValue\":7}}; ``",
        "{\"key\":\"Soc\",\"key\":\"Soc\",\"value\":{\"doubleValue\":7}}; ``",
        "{\"key\":\"Soc\",\"value\":{\"doubleValue\":7},\"key\":\"Soc\"}; ``",
        "{\"key\":\"Soc\",\"value\":{\"doubleValue\":7},\"value\":{\"doubleValue\":7}}; Soc",
      })
  void rejectsAnItemWithoutOneNameAndOneValue(String item, String signal) {
    Message message = readItems(item);
    assertThat(message.values()).isEqualTo(1);
    assertThat(message.rejectedValues())
        .containsExactly(new RejectedValue(signal, Rejection.WRONG_TYPE, item));
  }

  @Test
  void takesAnItemWithoutAValueForInvalid() {
    assertThat(outcome(readItems("{\"key\":\"Soc\"}"))).isEqualTo("invalid");
  }

  @Test
  void readsAnItemWhoseValueComesBeforeItsName() {
    Message message =
        readItems(
            "{\"value\":{\"doubleValue\":7},\"more\":{},\"key\":\"Soc\"}",
            "{\"value\":{\"doubleValue\":700},\"key\":\"Soc\"}",
            "{\"value\":{\"doubleValue\":7},\"key\":\"Unheard\"}");
    assertThat(Readings.values(message)).containsExactly("Soc=7.0");
    assertThat(message.rejectedValues())
        .extracting(RejectedValue::reason)
        .containsExactly(Rejection.OUT_OF_RANGE);
    assertThat(message.unlisted()).isEqualTo(1);
  }

  @Test
  void countsNamesThatTheCatalogueLacksOrDoesNotPublish() {
    Message message =
        readItems(
            item("Unheard", "{\"doubleValue\":7}"),
            item("", "{\"doubleValue\":7}"),
            item("Experimental_1", "{\"invalid\":true}"),
            "{\"key\":\"Unheard\"}",
            item("Soc", "{\"doubleValue\":7}"));
    assertThat(message.values()).isEqualTo(5);
    assertThat(message.unlisted()).isEqualTo(3);
    assertThat(message.unpublished()).isEqualTo(1);
    assertThat(Readings.values(message)).containsExactly("Soc=7.0");
  }

  @Test
  void keepsRepeatedAndConflictingValuesForThoseWhoCompareThem() {
    Message message =
        readItems(
            item("Soc", "{\"doubleValue\":7}"),
            item("Soc", "{\"doubleValue\":8}"),
            item("Soc", "{\"stringValue\":\"7\"}"));
    assertThat(Readings.values(message)).containsExactly("Soc=7.0", "Soc=8.0", "Soc=7.0");
  }

  @Test
  void showsTheItemOfARejectedValueCutTo4KiB() {
    String huge = item("Gear", "{\"stringValue\":\"" + "\u6863".repeat(2000) + "\"}");
    Message message = readItems(item("Soc", "{\"any\":7}"), huge, item("Soc", "{\"any\":\"x\"}"));
    List<String> raws = message.rejectedValues().stream().map(RejectedValue::raw).toList();
    assertThat(huge).startsWith(raws.get(0));
    assertThat(raws.get(0).getBytes(UTF_8).length).isBetween(4094, 4096);
    assertThat(raws.get(1)).isEqualTo(item("Soc", "{\"any\":\"x\"}"));
  }
}
