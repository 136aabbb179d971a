package dev.glovebox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.config.Location;
import dev.glovebox.job.JobFailure;
import dev.glovebox.job.RunReport;
import dev.glovebox.simulate.Rate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GloveboxTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @TempDir Path folder;

  private final Errands errands = Errands.thatSucceed();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|Which job?",
        "publsh|Did you mean: glovebox publish?",
        "publish|Give either --batch-date DATE, or --from DATE --to DATE.",
        "publish --batch-date 2026-11-02 --from 2026-11-02 --to 2026-11-03|Give either",
        "publish --from 2026-11-02|--from and --to belong together",
        "publish --to 2026-11-02|--from and --to belong together",
        "publish --from 2026-11-03 --to 2026-11-02|--to 2026-11-02 lies before --from 2026-11-03",
        "publish --batch-date 2026-02-30|\"2026-02-30\" is no day; write it as 2026-11-02",
        "publish --batch-date 2026-11-02 --set hunter2|it takes key=value",
        "publish --batch-date 2026-11-02 --fast|Unknown option: '--fast'",
        "simulate|Missing required option: '--out=LOCATION'",
        "simulate --out x --vehicles 0|A fleet has at least one vehicle",
        "simulate --out x --rate broken-lines=0.1|\"broken-lines\" is no rate",
        "simulate --out x --rate broken-line=2|broken-line is a share",
        "simulate --out s3a:x|--out names no bucket",
        "export|Missing required option: '--as-of=INSTANT'",
        "maintain|Missing required option: '--as-of=INSTANT'",
        "maintain --as-of 2026-12-05|\"2026-12-05\" is no instant; write it with its offset",
        "maintain --as-of 2026-12-05T03:00:00|is no instant",
        "check now|Unmatched argument at index 1: 'now'"
      })
  void endsWithTwoOnWrongUsage(String arguments, String message) throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();

    int code = trial.run(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(trial.err.toString()).contains(message).contains("--help").doesNotContain("\tat ");
    assertThat(code).isEqualTo(2);
    assertThat(errands.dates).isEmpty();
  }

  @Test
  void doesNotRepeatWhatWasSetWrongly() throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();

    trial.run("publish", "--batch-date", "2026-11-02", "--set", "hunter2");

    assertThat(trial.err.toString()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"publish", "derive", "export", "simulate", "maintain", "check"})
  void explainsEveryJob(String job) {
    CommandLineTrial trial = new CommandLineTrial(folder, errands);

    assertThat(trial.run(job, "--help")).isZero();
    assertThat(trial.out.toString())
        .contains("glovebox " + job, "--config=FILE", "--set=KEY=VALUE");
  }

  @Test
  void explainsItselfAndTellsItsVersion() {
    CommandLineTrial trial = new CommandLineTrial(folder, errands);

    assertThat(trial.run("--help")).isZero();
    assertThat(trial.run("--version")).isZero();
    assertThat(trial.out.toString())
        .contains("simulate", "publish", "derive", "maintain", "check", "Exit codes:");
    assertThat(trial.out.toString()).contains("glovebox development");
  }

  @Test
  void publishesOneDayOrSeveral() throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();

    assertThat(trial.run("publish", "--batch-date", "2026-11-02")).isZero();
    assertThat(trial.run("publish", "--from", "2026-11-02", "--to", "2026-11-04")).isZero();

    assertThat(errands.dates)
        .containsExactly(List.of(DAY), List.of(DAY, DAY.plusDays(1), DAY.plusDays(2)));
    assertThat(errands.closed).isEqualTo(2);
  }

  @Test
  void tellsWhatAnExportDidThatFailedInPart() throws IOException {
    var answers =
        new RunReport.Answers(
            2,
            3,
            Map.of("never-held", 4L),
            Map.of("legal-hold", 5L),
            Map.of("store-failed", 1L),
            6,
            7,
            8 * 1024,
            0);
    Errands failing =
        Errands.thatDo(
            context -> {
              RunReport report = context.begin("export", Instant.parse("2026-12-05T03:00:00Z"));
              throw new JobFailure(
                  JobFailure.Category.STORAGE, "1 of 3 failed.", report.answered(answers));
            });
    CommandLineTrial trial = new CommandLineTrial(folder, failing).configured();

    int code =
        trial.run(
            "export",
            "--as-of",
            "2026-12-05T03:00:00Z",
            "--set",
            "packages=packages",
            "--set",
            "requests=requests");

    assertThat(code).isEqualTo(5);
    assertThat(failing.reports)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.answers()).isEqualTo(answers);
              assertThat(report.exitCode()).isEqualTo(5);
              assertThat(report.toJson()).contains("\"refused\":{\"never-held\":4}");
            });
    assertThat(trial.err.toString())
        .contains("export as of 2026-12-05T03:00:00Z: failed in")
        .containsPattern("served +2")
        .containsPattern("refused +4 +never-held")
        .containsPattern("failed +1 +store-failed")
        .contains("1 of 3 failed.");
  }

  @Test
  void endsWithThreeWhereAnExportLacksItsPlaces() throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();

    int code =
        trial.run(
            "export", "--as-of", "2026-12-05T03:00:00Z", "--set", "delivery.calendar=none.yaml");

    assertThat(code).isEqualTo(3);
    assertThat(trial.err.toString())
        .contains("\"packages\" is missing", "\"requests\" is missing")
        .contains("\"delivery.calendar\" names a file that cannot be read");
    assertThat(errands.instants).isEmpty();
  }

  @Test
  void maintainsAsOfAnInstant() throws IOException {
    RunReport.Upkeep done = new RunReport.Upkeep("telemetry", 1200, 3, 4096, 2048, 70, 5, 1199);
    Errands tidying =
        Errands.thatDo(
            context ->
                context.begin("maintain", Instant.parse("2026-12-04T19:00:00Z")).tidied(done));
    CommandLineTrial trial = new CommandLineTrial(folder, tidying).configured();

    assertThat(trial.run("maintain", "--as-of", "2026-12-05T03:00:00+08:00")).isZero();

    assertThat(tidying.instants).containsExactly(Instant.parse("2026-12-04T19:00:00Z"));
    assertThat(tidying.reports)
        .singleElement()
        .satisfies(report -> assertThat(report.upkeep()).containsExactly(done));
    assertThat(trial.err.toString())
        .contains("maintain as of 2026-12-04T19:00:00Z: done in")
        .containsPattern("telemetry +1,200 +3 +4 +2 +70 +5 +1,199")
        .doesNotContain("duplicate");
    assertThat(tidying.closed).isEqualTo(1);
  }

  @Test
  void keepsTheReportOfAMaintainThatFailed() throws IOException {
    Errands failing = Errands.thatFail(new IllegalStateException("no"));
    CommandLineTrial trial = new CommandLineTrial(folder, failing).configured();

    assertThat(trial.run("maintain", "--as-of", "2026-12-05T03:00:00Z")).isEqualTo(1);

    assertThat(failing.reports)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.job()).isEqualTo("maintain");
              assertThat(report.asOf()).isEqualTo(Instant.parse("2026-12-05T03:00:00Z"));
              assertThat(report.state()).isEqualTo(RunReport.State.FAILED);
            });
  }

  @Test
  void keepsAndTellsTheReportOfARun() throws IOException {
    RunReport.Tally messages = new RunReport.Tally(1200, 1000, 100, 40, 60);
    Errands counting =
        Errands.thatDo(
            context ->
                context
                    .begin("publish", List.of(DAY))
                    .counted(messages, messages)
                    .committed(new RunReport.Commit("telemetry", DAY, 1000, 3)));
    CommandLineTrial trial = new CommandLineTrial(folder, counting).configured();

    assertThat(trial.run("publish", "--batch-date", "2026-11-02")).isZero();

    assertThat(counting.reports)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.state()).isEqualTo(RunReport.State.DONE);
              assertThat(report.exitCode()).isZero();
              assertThat(report.startedAt()).isEqualTo(CommandLineTrial.NOW);
              assertThat(report.finishedAt()).isEqualTo(CommandLineTrial.NOW);
            });
    assertThat(trial.err.toString())
        .contains("publish 2026-11-02: done in 0.0 s")
        .containsPattern("messages +1,200 +1,000 +100 +40 +60")
        .containsPattern("telemetry +1,000 +3");
    assertThat(trial.out.toString()).isEmpty();
  }

  @Test
  void keepsAndTellsAFailure() throws IOException {
    JobFailure failure =
        new JobFailure(JobFailure.Category.INPUT, "Too much of the input is rejected.");
    Errands failing = Errands.thatFail(failure);
    CommandLineTrial trial = new CommandLineTrial(folder, failing).configured();

    assertThat(trial.run("publish", "--batch-date", "2026-11-02")).isEqualTo(4);

    assertThat(failing.reports)
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.state()).isEqualTo(RunReport.State.FAILED);
              assertThat(report.exitCode()).isEqualTo(4);
              assertThat(report.batchDates()).containsExactly(DAY);
            });
    assertThat(trial.err.toString())
        .contains("glovebox: Too much of the input is rejected.")
        .doesNotContain("\tat ", "JobFailure");
    assertThat(failing.closed).isEqualTo(1);
  }

  @Test
  void showsNothingOfAPersonEvenWhenVerbose() throws IOException {
    RuntimeException failure =
        new IllegalStateException(
            "LRWYGCEK5PC000123 of owner_id=Wang at 31.230416",
            new UncheckedIOException(new IOException("at owner_partition=Wang/part-0")));
    CommandLineTrial trial = new CommandLineTrial(folder, Errands.thatFail(failure)).configured();

    assertThat(trial.run("publish", "--batch-date", "2026-11-02", "--verbose")).isEqualTo(5);

    assertThat(trial.err.toString())
        .contains("glovebox: Storage failed", "\tat ")
        .doesNotContain("LRWYGCEK5PC000123", "Wang", "31.230416");
  }

  @Test
  void tellsOfAFaultOfItsOwnWithoutItsMessage() throws IOException {
    CommandLineTrial trial =
        new CommandLineTrial(folder, Errands.thatFail(new IllegalStateException("Wang")))
            .configured();

    assertThat(trial.run("publish", "--batch-date", "2026-11-02")).isEqualTo(1);
    assertThat(trial.err.toString())
        .contains("IllegalStateException in GloveboxTest.java")
        .doesNotContain("Wang");
  }

  @Test
  void saysHowToMakeAConfigurationThatIsMissing() {
    CommandLineTrial trial = new CommandLineTrial(folder, errands);

    assertThat(trial.run("publish", "--batch-date", "2026-11-02")).isEqualTo(3);
    assertThat(trial.err.toString())
        .contains("there is no such file; name another with --config, or make it")
        .contains("raw: FOLDER");
    assertThat(trial.run("check", "--config", "other.yaml")).isEqualTo(3);
    assertThat(trial.err.toString()).contains(folder.resolve("other.yaml") + " is refused");
  }

  @Test
  void makesKeysOnceAndSaysSo() throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();

    trial.run("publish", "--batch-date", "2026-11-02");
    trial.run("publish", "--batch-date", "2026-11-02");

    assertThat(trial.err.toString())
        .containsOnlyOnce("Made the keys of pseudonyms and signatures in " + folder);
  }

  @Test
  void simulatesWithoutAConfiguration() {
    CommandLineTrial trial = new CommandLineTrial(folder, errands);
    String[] arguments = {
      "simulate",
      "--vehicles",
      "7",
      "--days",
      "2",
      "--start",
      "2026-12-01",
      "--seed",
      "9",
      "--rate",
      "sold=0.5",
      "--rate",
      "broken-line=0",
      "--out",
      "fleet"
    };

    assertThat(trial.run(arguments)).isZero();

    assertThat(errands.places).containsExactly(Location.ofFile(folder.resolve("fleet")));
    assertThat(errands.fleets)
        .singleElement()
        .satisfies(
            fleet -> {
              assertThat(fleet.vehicles()).isEqualTo(7);
              assertThat(fleet.days()).isEqualTo(2);
              assertThat(fleet.start()).isEqualTo(LocalDate.of(2026, 12, 1));
              assertThat(fleet.seed()).isEqualTo(9);
              assertThat(fleet.rates().of(Rate.SOLD)).isEqualTo(0.5);
              assertThat(fleet.rates().of(Rate.BROKEN_LINE)).isZero();
              assertThat(fleet.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
            });
  }

  @Test
  void simulatesAsTheConfigurationSays() throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();

    assertThat(
            trial.run(
                "simulate",
                "--out",
                "fleet",
                "--set",
                "time-zone=Asia/Tokyo",
                "--set",
                "limits.line-bytes=8KiB"))
        .isZero();
    assertThat(errands.fleets.get(0).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(errands.fleets.get(0).tooLongBytes()).isGreaterThan(8 * 1024);
    assertThat(trial.run("simulate", "--out", "fleet", "--set", "region=cn-north-1")).isEqualTo(3);
    assertThat(trial.run("simulate", "--out", "fleet", "--config", "none.yaml")).isEqualTo(3);
  }

  @Test
  void checkTellsWhatItFound() throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();

    assertThat(trial.run("check")).isZero();

    assertThat(trial.out.toString())
        .containsPattern("lake +ok +file:.*lake \\(local\\): nothing yet, can be written")
        .containsPattern("tenures +ok +0 in tenures.csv")
        .containsPattern("region +warning +any is allowed")
        .containsPattern("policy +ok +packaged, version ")
        .containsPattern("keys +ok +.*made by the first run");
    assertThat(folder.resolve(".glovebox")).doesNotExist();
    assertThat(folder.resolve("lake")).doesNotExist();
  }

  @Test
  void checkEndsWithFiveWhereAStoreDoesNotAnswer() throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();
    trial.write("blocked", "a file where a folder is wanted");

    assertThat(trial.run("check", "--set", "lake=blocked/lake")).isEqualTo(5);
    assertThat(trial.out.toString()).containsPattern("lake +FAILED +file:.*blocked/lake");
  }

  @Test
  void checkLeavesNoProbeBehind() throws IOException {
    CommandLineTrial trial = new CommandLineTrial(folder, errands).configured();
    Path lake = Files.createDirectories(folder.resolve("lake"));

    assertThat(trial.run("check")).isZero();
    assertThat(lake).isEmptyDirectory();
  }
}
