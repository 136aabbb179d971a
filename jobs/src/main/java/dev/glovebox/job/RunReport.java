package dev.glovebox.job;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one run did, in counts: for the table {@code runs} and for the summary that people read.
 *
 * @param job its command: {@code publish}
 * @param batchDates in order; empty for a run as of an instant
 * @param asOf the instant that such a run was given; null for a run over batch dates
 * @param finishedAt null until the run ends, as are {@code state} and {@code exitCode}
 * @param messages what became of messages
 * @param values what became of values
 * @param tables the commits, in order
 * @param upkeep what was tidied, a table each
 * @param answers what became of requests; null where a run serves none
 * @param policy null where a run had none, as {@code catalogueDigest}
 * @param warnings sentences for people
 */
public record RunReport(
    String runId,
    String job,
    List<LocalDate> batchDates,
    Instant asOf,
    Instant startedAt,
    Instant finishedAt,
    State state,
    Integer exitCode,
    Tally messages,
    Tally values,
    List<Commit> tables,
    List<Upkeep> upkeep,
    Answers answers,
    PolicyStamp policy,
    String catalogueDigest,
    String programVersion,
    List<String> warnings) {

  /** How a run ended. */
  public enum State {
    DONE,
    FAILED;

    /** The name in the table. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What was received and what became of it. */
  public record Tally(long received, long released, long withheld, long rejected, long duplicate) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
      return new Tally(
          received + other.received,
          released + other.released,
          withheld + other.withheld,
          rejected + other.rejected,
          duplicate + other.duplicate);
    }
  }

  /**
   * One commit to a table.
   *
   * @param batchDate null for a table that is not kept by batch date
   * @param rows that the commit added
   * @param version of the table that holds them
   */
  public record Commit(String table, LocalDate batchDate, long rows, long version) {}

  /**
   * What was tidied in one table.
   *
   * @param filesBefore data files of its current version, as are {@code bytesBefore}
   * @param filesAfter the same when all was done
   * @param valuesExpired values that were kept long enough and are gone
   * @param rowsExpired rows that are gone, since nothing of them was left or they were kept long
   *     enough
   * @param filesDeleted data files deleted from the store, which no version needs
   */
  public record Upkeep(
      String table,
      long filesBefore,
      long filesAfter,
      long bytesBefore,
      long bytesAfter,
      long valuesExpired,
      long rowsExpired,
      long filesDeleted) {}

  /**
   * What became of requests, in counts without a person.
   *
   * @param served by this run, packages that were made again among them
   * @param standing packages that were found whole and left as they are
   * @param refused by this run, by reason
   * @param delayed that wait, by reason
   * @param failed that this run tried to serve, by reason; they stay open
   * @param late that are still owed an answer after the last day for it
   * @param expired packages that were removed
   * @param bytes of the packages that were made
   * @param bytesRead of the tables' files
   */
  public record Answers(
      long served,
      long standing,
      Map<String, Long> refused,
      Map<String, Long> delayed,
      Map<String, Long> failed,
      long late,
      long expired,
      long bytes,
      long bytesRead) {

    public Answers {
      refused = new TreeMap<>(refused);
      delayed = new TreeMap<>(delayed);
      failed = new TreeMap<>(failed);
    }
  }

  /** Which policy judged. */
  public record PolicyStamp(String version, String digest) {}

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  public RunReport {
    batchDates = List.copyOf(batchDates);
    tables = List.copyOf(tables);
    upkeep = List.copyOf(upkeep);
    warnings = List.copyOf(warnings);
  }

  static RunReport begun(
      String runId,
      String job,
      List<LocalDate> batchDates,
      Instant asOf,
      Instant startedAt,
      String programVersion) {
    return new RunReport(
        runId,
        job,
        batchDates,
        asOf,
        startedAt,
        null,
        null,
        null,
        Tally.NONE,
        Tally.NONE,
        List.of(),
        List.of(),
        null,
        null,
        null,
        programVersion,
        List.of());
  }

  /** With these counts added. */
  public RunReport counted(Tally moreMessages, Tally moreValues) {
    return new RunReport(
        runId,
        job,
        batchDates,
        asOf,
        startedAt,
        finishedAt,
        state,
        exitCode,
        messages.plus(moreMessages),
        values.plus(moreValues),
        tables,
        upkeep,
        answers,
        policy,
        catalogueDigest,
        programVersion,
        warnings);
  }

  /** With one more commit. */
  public RunReport committed(Commit commit) {
    return with(appended(tables, commit), upkeep, answers, policy, catalogueDigest, warnings);
  }

  /** With what was tidied in one more table. */
  public RunReport tidied(Upkeep table) {
    return with(tables, appended(upkeep, table), answers, policy, catalogueDigest, warnings);
  }

  /** With what became of requests. */
  public RunReport answered(Answers requests) {
    return with(tables, upkeep, requests, policy, catalogueDigest, warnings);
  }

  /** With what judged and what decoded. */
  public RunReport under(PolicyStamp judgedBy, String decodedBy) {
    return with(tables, upkeep, answers, judgedBy, decodedBy, warnings);
  }

  /** With one more sentence for people; it names no person and no vehicle. */
  public RunReport warned(String warning) {
    return with(tables, upkeep, answers, policy, catalogueDigest, appended(warnings, warning));
  }

  /** The run's end, all well. */
  public RunReport done(Instant at) {
    return ended(at, State.DONE, 0);
  }

  /** The run's end, otherwise. */
  public RunReport failed(Instant at, int code) {
    return ended(at, State.FAILED, code);
  }

  /** As it stands in the table {@code runs}: keys in snake case, instants in RFC 3339. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A record of plain values is written.", impossible);
    }
  }

  private RunReport with(
      List<Commit> newTables,
      List<Upkeep> newUpkeep,
      Answers newAnswers,
      PolicyStamp newPolicy,
      String newCatalogue,
      List<String> newWarnings) {
    return new RunReport(
        runId,
        job,
        batchDates,
        asOf,
        startedAt,
        finishedAt,
        state,
        exitCode,
        messages,
        values,
        newTables,
        newUpkeep,
        newAnswers,
        newPolicy,
        newCatalogue,
        programVersion,
        newWarnings);
  }

  private RunReport ended(Instant at, State how, int code) {
    return new RunReport(
        runId,
        job,
        batchDates,
        asOf,
        startedAt,
        at,
        how,
        code,
        messages,
        values,
        tables,
        upkeep,
        answers,
        policy,
        catalogueDigest,
        programVersion,
        warnings);
  }

  private static <T> List<T> appended(List<T> list, T item) {
    List<T> longer = new ArrayList<>(list);
    longer.add(item);
    return longer;
  }
}
