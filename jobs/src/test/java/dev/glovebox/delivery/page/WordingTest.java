package dev.glovebox.delivery.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.privacy.ReasonCode;
import dev.glovebox.request.Request.Language;
import dev.glovebox.signal.PrivacyClass;
import dev.glovebox.source.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {

  private static final Pattern PLACES = Pattern.compile("\\{(\\d)");
  private static final Pattern TEMPLATE_KEYS = Pattern.compile("\\bt\\(\"([^\"]+)\"\\)");
  private static final Pattern POLICY_REASONS = Pattern.compile("(?m)^\\s*- reason: (\\S+)$");

  @Test
  void hasTheSameKeysInBothLanguages() {
    assertThat(patterns(Language.SIMPLIFIED_CHINESE).keySet())
        .containsExactlyInAnyOrderElementsOf(patterns(Language.ENGLISH).keySet());
  }

  /** A number that one language leaves out is a number that its reader does not get. */
  @Test
  void putsNoArgumentInAPlaceThatTheOtherLanguageDoesNotKnow() {
    patterns(Language.SIMPLIFIED_CHINESE)
        .forEach(
            (key, chinese) ->
                assertThat(places(patterns(Language.ENGLISH).get(key)))
                    .as(key)
                    .containsAll(places(chinese)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isWrittenAsPatternsWithoutStraightApostrophes(Language language) {
    patterns(language)
        .forEach(
            (key, pattern) -> {
              assertThat(pattern).as(key).isNotBlank().doesNotContain("'");
              assertThat(new MessageFormat(pattern).toPattern()).as(key).isNotEmpty();
            });
  }

  @Test
  void isChineseInChinese() {
    patterns(Language.SIMPLIFIED_CHINESE).entrySet().stream()
        .filter(each -> each.getValue().matches(".*[A-Za-z]{3}.*"))
        .filter(each -> !each.getKey().matches("lang|format\\..*|open\\.python"))
        .forEach(
            each -> assertThat(each.getValue()).as(each.getKey()).containsPattern("\\p{IsHan}"));
  }

  static Stream<String> reasons() throws IOException, IllegalAccessException {
    Stream.Builder<String> codes = Stream.builder();
    for (Field field : ReasonCode.class.getDeclaredFields()) {
      if (Modifier.isPublic(field.getModifiers()) && field.getType() == String.class) {
        codes.add((String) field.get(null));
      }
    }
    Arrays.stream(Rejection.values()).map(Rejection::code).forEach(codes);
    ownerRules().forEach(codes);
    return codes.add("repeated-value").build().distinct();
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void hasPlainWordsForEveryReason(String code) {
    for (Language language : Language.values()) {
      assertThat(patterns(language)).containsKeys("reason." + code, "reason." + code + ".words");
    }
  }

  @Test
  void meetsTheReasonsOfThePackagedPolicy() throws IOException {
    assertThat(ownerRules()).contains("other-person", "sensitive-place", "no-tenure");
  }

  @ParameterizedTest
  @EnumSource(PrivacyClass.class)
  void namesEveryPrivacyClass(PrivacyClass each) {
    for (Language language : Language.values()) {
      assertThat(patterns(language)).containsKey("class." + each.code());
    }
  }

  @Test
  void hasEveryTextThatTheTemplateNames() throws IOException {
    assertThat(TEMPLATE_KEYS.matcher(resource("page.ftlh")).results().map(found -> found.group(1)))
        .hasSizeGreaterThan(50)
        .allSatisfy(key -> assertThat(patterns(Language.ENGLISH)).containsKey(key));
  }

  @Test
  void refusesAKeyThatItDoesNotHave() {
    assertThatThrownBy(() -> Wording.in(Language.ENGLISH).text("no.such.key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There are no words for no.such.key.");
  }

  private static Map<String, String> patterns(Language language) {
    return Wording.in(language).patterns();
  }

  private static Set<String> places(String pattern) {
    return PLACES.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  /** The codes of the owner's view, the first of the packaged policy's. */
  private static Stream<String> ownerRules() throws IOException {
    String policy = resource("/schemas/policy/default.yaml");
    String owner = policy.substring(policy.indexOf("  owner:"), policy.indexOf("  analyst:"));
    return POLICY_REASONS.matcher(owner).results().map(found -> found.group(1));
  }

  private static String resource(String name) throws IOException {
    try (InputStream bytes = Wording.class.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
