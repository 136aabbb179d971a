package dev.glovebox.delivery.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.request.Request.Language;
import dev.glovebox.source.RecordKind;
import dev.glovebox.source.Rejection;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {

  @Test
  void sayTheSameInBothLanguages() {
    assertThat(Words.in(Language.SIMPLIFIED_CHINESE).keys())
        .isEqualTo(Words.in(Language.ENGLISH).keys());
  }

  @ParameterizedTest
  @EnumSource
  void nameEveryKindReasonAndQuantity(Language language) {
    Words words = Words.in(language);
    assertThat(words.keys())
        .containsAll(Arrays.stream(RecordKind.values()).map(kind -> "kind." + kind.code()).toList())
        .containsAll(
            Arrays.stream(Rejection.values()).map(each -> "reason." + each.code()).toList())
        .containsAll(Arrays.stream(NeverRecorded.values()).map(NeverRecorded::key).toList());
  }
}
