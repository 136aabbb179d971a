package dev.glovebox.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantParserTest {
  private static final int SEED = 23;
  private static final long SECONDS_OF_YEARS_0_TO_9999 = 315_569_520_000L;
  private static final long YEAR_0_SECONDS = -62_167_219_200L;

  private static long expectedMicros(OffsetDateTime dateTime) {
    return dateTime.toEpochSecond() * 1_000_000
        + dateTime.truncatedTo(ChronoUnit.MICROS).getNano() / 1000;
  }

  @Test
  @DisplayName("agrees with java.time on any instant of years 0 to 9999, seed " + SEED)
  void agreesWithJavaTime() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200_000; i++) {
      long second = YEAR_0_SECONDS + (long) (random.nextDouble() * SECONDS_OF_YEARS_0_TO_9999);
      int offsetMinutes = random.nextInt(3) == 0 ? random.nextInt(36 * 60 + 1) - 18 * 60 : 0;
      int nano = random.nextInt(1_000_000_000);
      nano -= nano % (int) Math.pow(10, random.nextInt(10));
      String text = text(second, nano, ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
      assertThat(InstantParser.parse(text))
          .as(text)
          .isEqualTo(expectedMicros(OffsetDateTime.parse(text)));
    }
  }

  private static String text(long second, int nano, ZoneOffset offset) {
    OffsetDateTime utc =
        OffsetDateTime.ofInstant(java.time.Instant.ofEpochSecond(second, nano), ZoneOffset.UTC);
    return String.format(
        "%04d-%02d-%02dT%02d:%02d:%02d%s%s",
        utc.getYear(),
        utc.getMonthValue(),
        utc.getDayOfMonth(),
        utc.getHour(),
        utc.getMinute(),
        utc.getSecond(),
        nano == 0 ? "" : String.format(".%09d", nano).replaceAll("0+$", ""),
        offset.getId());
  }

  @Test
  void knowsEveryDayOfFourCenturies() {
    OffsetDateTime day = OffsetDateTime.of(1899, 12, 31, 0, 0, 0, 0, ZoneOffset.UTC);
    for (int i = 0; i < 146_100; i++) {
      day = day.plusDays(1);
      assertThat(InstantParser.parse(day.toLocalDate() + "T00:00:00Z"))
          .isEqualTo(day.toEpochSecond() * 1_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05.999999999Z, 1767323045999999",
    "2026-01-02T03:04:05.9999999999999999Z, 1767323045999999",
    "2026-01-02T03:04:05.0000009Z, 1767323045000000",
    "1969-12-31T23:59:59.9999999Z, -1",
    "1969-12-31T23:59:59.0000019Z, -999999",
    "2026-01-02t03:04:05z, 1767323045000000",
    "2026-01-02T03:04:05-00:00, 1767323045000000",
    "2026-01-01T03:05:05-23:59, 1767323045000000",
    "2024-02-29T00:00:00Z, 1709164800000000",
  })
  void readsDateTimes(String text, long micros) {
    assertThat(InstantParser.parse(text)).isEqualTo(micros);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-02",
        "2026-01-02T03:04Z",
        "2026-01-02T03:04:05",
        "2026-01-02 03:04:05Z",
        "2026-01-02T03:04:05.Z",
        "2026-01-02T03:04:05,5Z",
        "2026-01-02T03:04:05.5",
        "2026-01-02T03:04:05Z ",
        " 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05ZZ",
        "2026-01-02T03:04:05.5.5Z",
        "2026-01-02T03:04:05+0800",
        "2026-01-02T03:04:05+08",
        "2026-01-02T03:04:05+24:00",
        "2026-01-02T03:04:05+08:60",
        "2026-01-02T03:04:05\u221208:00",
        "2026-01-02T24:00:00Z",
        "2026-01-02T03:60:05Z",
        "2016-12-31T23:59:60Z",
        "2026-00-02T03:04:05Z",
        "2026-13-02T03:04:05Z",
        "2026-01-00T03:04:05Z",
        "2026-04-31T03:04:05Z",
        "2026-02-29T03:04:05Z",
        "1900-02-29T03:04:05Z",
        "+2026-01-02T03:04:05Z",
        "12026-01-02T03:04:05Z",
        "2026-1-02T03:04:05.0Z",
        "2026/01/02T03:04:05Z",
        "\u0662026-01-02T03:04:05Z",
        "2026-01-02T03:04:05[]",
      })
  void refusesWhatIsNoDateTime(String text) {
    assertThat(InstantParser.parse(text)).isEqualTo(InstantParser.NONE);
  }
}
