package dev.glovebox.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final String LIMIT = "fs.s3a.retry.throttle.limit";

  private final Configuration hadoop = new Configuration();

  @Test
  void limitsWhatHadoopWouldRetryForMoreThanADay() {
    assertThat(hadoop.getInt(LIMIT, 0)).isEqualTo(20);

    Patience.OF_A_JOB.apply(hadoop);

    assertThat(waits(LIMIT, "fs.s3a.retry.throttle.interval"))
        .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(3));
    assertThat(waits("fs.s3a.retry.limit", "fs.s3a.retry.interval"))
        .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  @Test
  void givesUpSoonerInACheck() {
    Patience.OF_A_CHECK.apply(hadoop);

    assertThat(waits(LIMIT, "fs.s3a.retry.throttle.interval")).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void keepsWhatWasChosenInTheConfiguration() {
    hadoop.set(LIMIT, "11");

    Patience.OF_A_JOB.apply(hadoop);

    assertThat(hadoop.get(LIMIT)).isEqualTo("11");
    assertThat(hadoop.get("fs.s3a.retry.limit")).isEqualTo("6");
  }

  @Test
  void keepsWhatWasChosenForTheWholeMachine() {
    String site =
        "<configuration><property><name>%s</name><value>12</value></property></configuration>"
            .formatted(LIMIT);
    hadoop.addResource(
        new ByteArrayInputStream(site.getBytes(StandardCharsets.UTF_8)), "core-site.xml");

    Patience.OF_A_JOB.apply(hadoop);

    assertThat(hadoop.get(LIMIT)).isEqualTo("12");
  }

  /** What the waits between attempts come to on average: each is twice the one before. */
  private Duration waits(String limit, String interval) {
    long firstMillis = 2 * hadoop.getTimeDuration(interval, 0, TimeUnit.MILLISECONDS);
    return Duration.ofMillis(firstMillis * ((1L << hadoop.getInt(limit, 0)) - 1));
  }
}
