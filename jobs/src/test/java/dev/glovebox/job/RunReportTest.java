package dev.glovebox.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunReportTest {

  private static final Instant START = Instant.parse("2026-11-05T03:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final RunReport.Tally MESSAGES = new RunReport.Tally(10, 6, 2, 1, 1);
  private static final RunReport.Tally VALUES = new RunReport.Tally(100, 60, 20, 10, 10);

  private final RunReport begun =
      new RunContext("r-1", START, "1.0", Progress.none()).begin("publish", List.of(DAY));

  @Test
  void writesEverythingAsJson() throws JsonProcessingException {
    String json =
        begun
            .under(new RunReport.PolicyStamp("7", "abc"), "def")
            .counted(MESSAGES, VALUES)
            .committed(new RunReport.Commit("telemetry", DAY, 6, 3))
            .warned("a warning")
            .done(START.plusSeconds(2))
            .toJson();

    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(json))
        .isEqualTo(
            mapper.readTree(
                """
                {"run_id": "r-1", "job": "publish", "batch_dates": ["2026-11-02"],
                 "as_of": null,
                 "started_at": "2026-11-05T03:00:00Z", "finished_at": "2026-11-05T03:00:02Z",
                 "state": "done", "exit_code": 0,
                 "messages": {"received": 10, "released": 6, "withheld": 2, "rejected": 1,
                              "duplicate": 1},
                 "values": {"received": 100, "released": 60, "withheld": 20, "rejected": 10,
                            "duplicate": 10},
                 "tables": [{"table": "telemetry", "batch_date": "2026-11-02", "rows": 6,
                             "version": 3}], "upkeep": [], "answers": null,
                 "policy": {"version": "7", "digest": "abc"}, "catalogue_digest": "def",
                 "program_version": "1.0", "warnings": ["a warning"]}
                """));
  }

  @Test
  void tellsWhatWasTidied() throws JsonProcessingException {
    Instant asOf = Instant.parse("2026-12-05T03:00:00Z");
    RunReport.Upkeep done = new RunReport.Upkeep("telemetry", 12, 3, 400, 300, 70, 5, 11);

    String json =
        new RunContext("r-1", START, "1.0", Progress.none())
            .begin("maintain", asOf)
            .tidied(done)
            .toJson();

    ObjectMapper mapper = new ObjectMapper();
    assertThat(mapper.readTree(json).get("as_of").asText()).isEqualTo("2026-12-05T03:00:00Z");
    assertThat(mapper.readTree(json).get("batch_dates")).isEmpty();
    assertThat(mapper.readTree(json).get("upkeep"))
        .isEqualTo(
            mapper.readTree(
                """
                [{"table": "telemetry", "files_before": 12, "files_after": 3, "bytes_before": 400,
                  "bytes_after": 300, "values_expired": 70, "rows_expired": 5,
                  "files_deleted": 11}]
                """));
  }

  @Test
  void addsUpBatchDates() {
    RunReport report = begun.counted(MESSAGES, VALUES).counted(MESSAGES, VALUES);

    assertThat(report.messages()).isEqualTo(new RunReport.Tally(20, 12, 4, 2, 2));
    assertThat(report.values().received()).isEqualTo(200);
  }

  @Test
  void tellsHowARunFailed() {
    RunReport failed = begun.failed(START, 6);

    assertThat(failed.state().code()).isEqualTo("failed");
    assertThat(failed.exitCode()).isEqualTo(6);
    assertThat(failed.toJson()).contains("\"state\":\"failed\"", "\"exit_code\":6");
  }
}
