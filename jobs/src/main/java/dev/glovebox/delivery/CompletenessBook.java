package dev.glovebox.delivery;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.glovebox.delivery.page.PageFacts;
import dev.glovebox.request.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Keeps what the completeness statement says: counts by vehicle and day, and gaps. It grows with
 * the days of a package and its connections, not with its rows.
 */
final class CompletenessBook {

  static final String PATH = "completeness.json";

  private final SortedMap<Day, DayCounts> days = new TreeMap<>();
  private final Silences silences = new Silences();
  private final ZoneId zone;

  private record Day(String vin, LocalDate date) implements Comparable<Day> {

    private static final Comparator<Day> ORDER =
        Comparator.comparing(Day::vin).thenComparing(Day::date);

    @Override
    public int compareTo(Day other) {
      return ORDER.compare(this, other);
    }
  }

  CompletenessBook(ZoneId zone) {
    this.zone = zone;
  }

  /** Takes a row of completeness. */
  void count(RowView row) {
    day(row.text("vin"), row.date("event_date"))
        .count(
            row.text("record_kind"), row.text("outcome"), row.text("reason"), row.count("values"));
  }

  /** Takes a connect or a disconnect. */
  void connection(String vin, Instant at, String status) {
    silences.connection(vin, at, status);
    inRow(vin, at, "connectivity", 1);
  }

  /** Takes an alert. */
  void alert(String vin, Instant at) {
    inRow(vin, at, "alerts", 1);
  }

  /** Takes a reading and the number of its values. */
  void reading(String vin, Instant at, long values) {
    silences.reading(vin, at, this::gap);
    inRow(vin, at, "vehicle-data", values);
  }

  /**
   * Ends the book.
   *
   * @param whole tells the days of which every row is in the package
   * @throws IncompleteRowsException if rows lack that were released, or are there that were not
   */
  void end(Predicate<LocalDate> whole) {
    silences.end(this::gap);
    long wrong =
        days.entrySet().stream()
            .filter(day -> whole.test(day.getKey().date()) && !day.getValue().agreesWithRows())
            .count();
    if (wrong > 0) {
      throw new IncompleteRowsException(wrong);
    }
  }

  /** The totals, as the page shows them. */
  PageFacts.Completeness totals(Map<String, String> bases) {
    SortedMap<String, Long> withheld = new TreeMap<>();
    SortedMap<String, Long> rejected = new TreeMap<>();
    long gaps = 0;
    long released = 0;
    long duplicate = 0;
    for (DayCounts day : days.values()) {
      day.withheld().forEach((reason, values) -> withheld.merge(reason, values, Long::sum));
      day.rejected().forEach((reason, values) -> rejected.merge(reason, values, Long::sum));
      released += day.released();
      duplicate += day.duplicate();
      gaps += day.gaps().size();
    }
    long received = days.values().stream().mapToLong(DayCounts::received).sum();
    return new PageFacts.Completeness(
        received, released, counts(withheld, bases), counts(rejected, bases), duplicate, gaps);
  }

  void writeTo(OutputStream out, Request request) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
    json.setPrettyPrinter(new DefaultPrettyPrinter());
    json.writeStartObject();
    json.writeStringField("request_id", request.id());
    json.writeStringField("counted", "values");
    json.writeStringField("time_zone", zone.getId());
    json.writeObjectFieldStart("totals");
    totals(json, totals(Map.of()));
    json.writeEndObject();
    json.writeArrayFieldStart("days");
    for (Map.Entry<Day, DayCounts> day : days.entrySet()) {
      day(json, day.getKey(), day.getValue());
    }
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private static void totals(JsonGenerator json, PageFacts.Completeness totals) throws IOException {
    SortedMap<String, Long> withheld = new TreeMap<>();
    totals.withheld().forEach(count -> withheld.put(count.reason(), count.values()));
    SortedMap<String, Long> rejected = new TreeMap<>();
    totals.rejected().forEach(count -> rejected.put(count.reason(), count.values()));
    json.writeNumberField("received", totals.received());
    json.writeNumberField("released", totals.released());
    reasons(json, "withheld", withheld);
    reasons(json, "rejected", rejected);
    json.writeNumberField("duplicate", totals.duplicate());
    json.writeNumberField("gaps", totals.gaps());
  }

  private static void day(JsonGenerator json, Day day, DayCounts counts) throws IOException {
    json.writeStartObject();
    json.writeStringField("vin", day.vin());
    json.writeStringField("date", day.date().toString());
    json.writeNumberField("received", counts.received());
    json.writeNumberField("released", counts.released());
    reasons(json, "withheld", counts.withheld());
    reasons(json, "rejected", counts.rejected());
    json.writeNumberField("duplicate", counts.duplicate());
    json.writeArrayFieldStart("gaps");
    for (Span gap : counts.gaps()) {
      json.writeStartObject();
      json.writeStringField("from", InstantText.utc(gap.from()));
      json.writeStringField("to", InstantText.utc(gap.to()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void reasons(JsonGenerator json, String name, SortedMap<String, Long> counts)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> count : counts.entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
  }

  private static List<PageFacts.Count> counts(
      SortedMap<String, Long> counts, Map<String, String> bases) {
    return counts.entrySet().stream()
        .map(
            count ->
                new PageFacts.Count(
                    count.getKey(),
                    count.getValue(),
                    Optional.ofNullable(bases.get(count.getKey()))))
        .toList();
  }

  private void inRow(String vin, Instant at, String kind, long values) {
    day(vin, LocalDate.ofInstant(at, zone)).inRow(kind, values);
  }

  private void gap(String vin, Span gap) {
    day(vin, LocalDate.ofInstant(gap.from(), zone)).gap(gap);
  }

  private DayCounts day(String vin, LocalDate date) {
    return days.computeIfAbsent(new Day(vin, date), absent -> new DayCounts());
  }
}
