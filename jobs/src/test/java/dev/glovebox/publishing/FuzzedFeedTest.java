package dev.glovebox.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.glovebox.publishing.JudgedFeed.Judged;
import dev.glovebox.publishing.OutcomeRow.Output;
import dev.glovebox.source.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever lines arrive, from bytes to outcomes: no exception, no hang, one outcome for each
 * message and each value, nothing released that a place hides.
 */
class FuzzedFeedTest {

  static final int LINE_BYTES = 16 * 1024;

  private static final int LINES = 100_000;
  private static final int[] SIZES = {1, 1, 2, 5, 20, 100};
  private static final Duration HANGS = Duration.ofMinutes(15);

  private final JudgedFeed feed = new JudgedFeed(LINE_BYTES);
  private final Set<String> met = new TreeSet<>();

  @ParameterizedTest(name = "seed {0}, 100 000 lines")
  @ValueSource(longs = 1)
  void judgesEveryLineOnce(long seed) {
    assertTimeoutPreemptively(HANGS, () -> assertThatAllIsJudged(seed));
    assertThat(met).contains(EVERY_REASON);
  }

  @ParameterizedTest(name = "seed {0}, 100 000 lines")
  @ValueSource(longs = {2, 3, 4, 5})
  @Tag("full")
  void judgesEveryLineOfMoreFeedsOnce(long seed) {
    assertTimeoutPreemptively(HANGS, () -> assertThatAllIsJudged(seed));
  }

  /** Lines that once failed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"connectionId\":\"c\",\"createdAt\":\"2026-11-01T04:00:00Z\",\"vin\":\"LRWTEST0000000001\"}",
      })
  void judgesAKnownLineOnce(String line) {
    byte[] object = (line + "\n").getBytes(UTF_8);

    assertThatItIsJudged(object, new byte[0]);
    assertThatItIsJudged(object, object);
  }

  private static final String[] EVERY_REASON = {
    "alerts/released",
    "connectivity/released",
    "errors/withheld/not-published",
    "metrics/withheld/not-published",
    "unknown/rejected/broken-record",
    "unknown/rejected/too-long",
    "vehicle-data/duplicate/repeated-value",
    "vehicle-data/rejected/clock-ahead",
    "vehicle-data/rejected/conflicting-value",
    "vehicle-data/rejected/invalid",
    "vehicle-data/rejected/no-instant",
    "vehicle-data/rejected/no-values",
    "vehicle-data/rejected/no-vin",
    "vehicle-data/rejected/out-of-range",
    "vehicle-data/rejected/wrong-type",
    "vehicle-data/released",
    "vehicle-data/withheld/ambiguous-tenure",
    "vehicle-data/withheld/no-tenure",
    "vehicle-data/withheld/other-person",
    "vehicle-data/withheld/place-unknown",
    "vehicle-data/withheld/sensitive-place",
    "vehicle-data/withheld/unlisted-signal"
  };

  private void assertThatAllIsJudged(long seed) {
    Random random = new Random(seed);
    FuzzedLines lines = new FuzzedLines(seed);
    byte[] earlier = {};
    for (int done = 0; done < LINES; ) {
      int size = SIZES[random.nextInt(SIZES.length)];
      byte[] object = lines.object(size);
      assertThatItIsJudged(object, earlier);
      earlier = random.nextInt(3) == 0 ? object : earlier;
      done += size;
    }
  }

  private void assertThatItIsJudged(byte[] object, byte[] earlier) {
    Judged judged = judge(object, earlier);
    Ledger ledger = judged.ledger();
    String lines = new String(object, UTF_8);
    assertThat(ledger.imbalances()).as(lines).isEmpty();
    assertThat(ledger.entries())
        .as(lines)
        .allMatch(entry -> entry.messages() >= 0 && entry.values() >= 0)
        .allMatch(entry -> (entry.reason() == null) == (entry.outcome() == Outcome.RELEASED));
    assertThat(judged.of(Output.QUARANTINE)).as(lines).hasSize(rejects(judged));
    assertThat(judged.of(Output.TELEMETRY)).as(lines).noneMatch(FuzzedFeedTest::liesInThePlace);
    ledger.entries().forEach(entry -> met.add(text(entry)));
  }

  private Judged judge(byte[] object, byte[] earlier) {
    try {
      return feed.judge(object, earlier);
    } catch (RuntimeException failure) {
      throw new AssertionError("Fails on\n" + new String(object, UTF_8), failure);
    }
  }

  /** Messages rejected whole, and values rejected alone. */
  private static int rejects(Judged judged) {
    List<Message> whole =
        judged.messages().stream().filter(message -> message.rejection() != null).toList();
    long shared = whole.stream().mapToLong(Message::values).sum();
    return Math.toIntExact(whole.size() + judged.ledger().values(Outcome.REJECTED) - shared);
  }

  /** Within the square itself; its margin is the places' own tests' business. */
  private static boolean liesInThePlace(Found reading) {
    Map<String, Object> values = reading.values();
    return values.get("latitude_deg") instanceof Double latitude
        && values.get("longitude_deg") instanceof Double longitude
        && latitude >= 31.19
        && latitude <= 31.21
        && longitude >= 121.39
        && longitude <= 121.41;
  }

  private static String text(Ledger.Entry entry) {
    return Stream.of(entry.kind().code(), entry.outcome().code(), entry.reason())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("/"));
  }
}
