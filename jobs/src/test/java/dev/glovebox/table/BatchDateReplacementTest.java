package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ConcurrentModificationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchDateReplacementTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
  private static final LocalDate SECOND = FIRST.plusDays(1);
  private static final LocalDate THIRD = FIRST.plusDays(2);

  @TempDir Path folder;

  private Alerts alerts;

  @BeforeEach
  void fillTable() {
    alerts = new Alerts(folder);
    alerts.replace(FIRST, 1, "a", "b");
    alerts.replace(SECOND, 1, "c");
  }

  @Test
  void triesAgainWhereACompactionTookItsFiles() {
    Meanwhile meanwhile = new Meanwhile(1, alerts::compact);

    long version = meanwhile.during(() -> alerts.replace(FIRST, 2, "d"));

    assertThat(meanwhile.commits()).isEqualTo(2);
    assertThat(alerts.names()).containsExactlyInAnyOrder("c", "d");
    assertThat(alerts.lake().version(Alerts.TABLE)).isEqualTo(version);
  }

  @Test
  void triesAgainWhereACompactionTookAFileOfSeveralDates() {
    alerts.compact();
    alerts.replace(THIRD, 1, "e");
    Meanwhile meanwhile = new Meanwhile(1, alerts::compact);

    meanwhile.during(() -> alerts.replace(FIRST, 2, "d"));

    assertThat(meanwhile.commits()).isEqualTo(2);
    assertThat(alerts.names()).containsExactlyInAnyOrder("c", "d", "e");
  }

  @Test
  void commitsOnceWhereOnlyAnotherDateIsReplacedMeanwhile() {
    Meanwhile meanwhile = new Meanwhile(1, () -> alerts.replace(SECOND, 2, "x"));

    meanwhile.during(() -> alerts.replace(FIRST, 2, "d"));

    assertThat(meanwhile.commits()).isEqualTo(1);
    assertThat(alerts.names()).containsExactlyInAnyOrder("d", "x");
  }

  @Test
  void isNotTriedAgainWhereItsTurnWasTaken() {
    Meanwhile meanwhile = new Meanwhile(1, () -> alerts.replace(FIRST, 2, "x"));

    assertThatThrownBy(() -> meanwhile.during(() -> alerts.replace(FIRST, 2, "d")))
        .isInstanceOf(ConcurrentModificationException.class);

    assertThat(alerts.names()).containsExactlyInAnyOrder("c", "x");
  }

  @Test
  void givesUpWhereItsFilesAreTakenAgainAndAgain() {
    long[] turn = {1};
    Meanwhile meanwhile =
        new Meanwhile(
            Integer.MAX_VALUE,
            () -> {
              turn[0]++;
              alerts.replace(THIRD, turn[0], "e" + turn[0]);
              alerts.compact();
            });

    assertThatThrownBy(() -> meanwhile.during(() -> alerts.replace(FIRST, 2, "d")))
        .isInstanceOf(ConcurrentModificationException.class);

    assertThat(meanwhile.commits()).isEqualTo(10);
    assertThat(alerts.names()).containsExactlyInAnyOrder("a", "b", "c", "e" + turn[0]);
  }

  @RepeatedTest(3)
  void staysRightWhileATableIsCompacted() {
    var compacted = CompletableFuture.runAsync(alerts::compact);
    var replaced = CompletableFuture.supplyAsync(() -> alerts.replace(FIRST, 2, "d"));

    replaced.join();
    try {
      compacted.join();
    } catch (CompletionException lost) {
      assertThat(lost).hasCauseInstanceOf(ConcurrentModificationException.class);
    }

    assertThat(alerts.names()).containsExactlyInAnyOrder("c", "d");
  }
}
