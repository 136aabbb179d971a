package dev.glovebox.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.request.Request.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Instant AS_OF = Instant.parse("2026-11-10T00:00:00Z");
  private static final Deadlines DEADLINES =
      new Deadlines(
          WorkingDays.packaged(),
          ZoneId.of("Asia/Shanghai"),
          Map.of(Kind.EXPORT, 15, Kind.INCIDENT, 15, Kind.ERASE, 10));
  private static final String FIRST =
      "{\"request_id\":\"r-1\",\"kind\":\"export\",\"owner_id\":\"anna\","
          + "\"received_at\":\"2026-11-04T00:00:00Z\"}";
  private static final String ERASURE = FIRST.replace("r-1", "r-2").replace("export", "erase");

  private final Map<String, Entry> book = new LinkedHashMap<>();

  @Test
  void entersEachRequestOnceWithItsDeadline() {
    Map<String, Entry> entered = enter(FIRST, ERASURE, FIRST);

    assertThat(entered.keySet()).containsExactly("r-1", "r-2");
    assertThat(entered.get("r-1").answer())
        .isEqualTo(Answer.none(Optional.of(LocalDate.of(2026, 11, 25))));
    assertThat(entered.get("r-2").answer().dueOn()).contains(LocalDate.of(2026, 11, 18));
    assertThat(enter(FIRST, ERASURE)).isEmpty();
  }

  @Test
  void refusesAnotherRequestOfAKnownIdUnderAnIdOfItsOwn() {
    enter(FIRST);

    Map<String, Entry> entered = enter(FIRST, FIRST.replace("anna", "bert"));

    assertThat(entered.keySet()).containsExactly("day.jsonl:2");
    assertThat(entered.get("day.jsonl:2").answer().state()).isEqualTo(State.REFUSED);
    assertThat(entered.get("day.jsonl:2").answer().reason()).contains("repeated-id");
    assertThat(entered.get("day.jsonl:2").answer().completedAt()).contains(AS_OF);
    assertThat(enter(FIRST, FIRST.replace("anna", "bert"))).isEmpty();
  }

  @Test
  void dropsNothing() {
    Map<String, Entry> entered =
        enter("broken", FIRST.replace("r-1", "../x"), FIRST.replace("export", "import"), "broken");

    assertThat(entered.keySet())
        .containsExactly("day.jsonl:1", "day.jsonl:2", "r-1", "day.jsonl:4");
    assertThat(entered.values().stream().map(entry -> entry.answer().reason().orElseThrow()))
        .containsExactly("malformed", "unsafe-id", "unknown-kind", "malformed");
    assertThat(entered.get("r-1").answer().dueOn()).isEmpty();
  }

  @Test
  void tellsWhatIsLate() {
    Entry entry = enter(FIRST).get("r-1");

    assertThat(DEADLINES.isLate(entry, Instant.parse("2026-11-25T15:59:59Z"))).isFalse();
    assertThat(DEADLINES.isLate(entry, Instant.parse("2026-11-25T16:00:00Z"))).isTrue();
    assertThat(
            DEADLINES.isLate(
                entry.delayed(Reason.LEGAL_HOLD), Instant.parse("2027-01-01T00:00:00Z")))
        .isTrue();
    assertThat(
            DEADLINES.isLate(
                entry.refused(Reason.NEVER_HELD, AS_OF), Instant.parse("2027-01-01T00:00:00Z")))
        .isFalse();
  }

  private Map<String, Entry> enter(String... texts) {
    List<RequestLine> lines = new ArrayList<>();
    for (String text : texts) {
      lines.add(new RequestLine("day.jsonl", lines.size() + 1, text));
    }
    Map<String, Entry> entered = new Intake(book, DEADLINES, AS_OF).enter(lines);
    book.putAll(entered);
    return entered;
  }
}
