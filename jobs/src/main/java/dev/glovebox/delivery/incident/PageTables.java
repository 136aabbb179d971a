package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.incident.IncidentRecord.Count;
import dev.glovebox.delivery.incident.IncidentRecord.Fate;
import dev.glovebox.delivery.incident.IncidentRecord.Reading;
import dev.glovebox.publishing.Outcome;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tables of the page, as rows of texts. */
final class PageTables {

  private static final long AROUND_MICROS = 10_000_000;
  private static final int MOST_ROWS = 240;
  private static final List<String> SHOWN =
      List.of(
          "speed_kmh",
          "accelerator_pedal_percent",
          "brake_pedal_pressed",
          "brake_master_cylinder_pressure_bar",
          "longitudinal_acceleration_mps2",
          "gear");

  private final Incident incident;
  private final Words words;
  private final Times times;
  private final NumberFormat figures;

  PageTables(Incident incident) {
    this.incident = incident;
    this.words = incident.words();
    this.times = incident.times();
    this.figures = NumberFormat.getInstance(Locale.forLanguageTag(words.language().tag()));
    figures.setMaximumFractionDigits(3);
  }

  /** A table with its heads; a table without rows is not printed. */
  public record Table(List<String> heads, List<List<String>> rows) {}

  /** What, when, for how long: name and text by turns. */
  List<List<String>> facts() {
    IncidentOrder order = incident.order();
    return List.of(
        List.of(words.text("fact.vehicle"), incident.maskedVin()),
        List.of(words.text("fact.at"), whole(order.atMicros())),
        List.of(words.text("fact.from"), whole(order.fromMicros())),
        List.of(words.text("fact.to"), whole(order.untilMicros())),
        List.of(words.text("fact.readings"), figures.format(incident.found().readings().size())),
        List.of(words.text("fact.alerts"), figures.format(incident.found().alerts().size())),
        List.of(words.text("fact.request"), order.requestId()));
  }

  private String whole(long micros) {
    return times.dated(micros) + " " + times.zoneAt(micros) + " = " + Times.utc(micros);
  }

  /** The readings in the ten seconds before and after the instant. */
  Table around() {
    List<Channel> shown =
        SHOWN.stream()
            .flatMap(column -> incident.channels().find(column).stream())
            .filter(channel -> channel.count() > 0)
            .toList();
    List<String> heads = new ArrayList<>(List.of(words.text("head.time"), words.text("head.from")));
    shown.forEach(channel -> heads.add(head(channel)));
    long at = incident.order().atMicros();
    List<List<String>> rows =
        incident.found().readings().stream()
            .filter(reading -> Math.abs(reading.micros() - at) <= AROUND_MICROS)
            .map(reading -> around(reading, shown))
            .filter(row -> row.stream().skip(2).anyMatch(cell -> !cell.isEmpty()))
            .limit(MOST_ROWS)
            .toList();
    return new Table(heads, rows);
  }

  private List<String> around(Reading reading, List<Channel> shown) {
    Map<Integer, Object> values = new HashMap<>();
    ReadingValues.each(
        reading, incident.terms().fields(), (signal, value) -> values.put(signal.ordinal(), value));
    long since = reading.micros() - incident.order().atMicros();
    List<String> row = new ArrayList<>();
    row.add(times.fineClock(reading.micros()));
    row.add(String.format(Locale.ROOT, "%+.3f", since / 1e6).replace('-', '\u2212'));
    shown.forEach(channel -> row.add(shown(values.get(channel.signal().ordinal()))));
    return row;
  }

  private String shown(Object value) {
    if (value instanceof Boolean on) {
      return words.text(on ? "yes" : "no");
    }
    return value instanceof Double number ? figures.format(number) : Objects.toString(value, "");
  }

  private String head(Channel channel) {
    String column = channel.signal().column();
    String name = words.textOr("head." + column, incident.description(channel.signal()));
    return name + unit(channel, " (", ")");
  }

  private String unit(Channel channel, String before, String after) {
    return channel
        .signal()
        .unit()
        .map(code -> before + words.textOr("unit." + code, code) + after)
        .orElse("");
  }

  Table alerts() {
    return new Table(
        heads("time", "from", "name", "started", "ended"),
        incident.found().alerts().stream()
            .map(
                alert ->
                    List.of(
                        times.fineClock(alert.micros()),
                        since(alert.micros()),
                        Objects.toString(alert.name(), ""),
                        dated(alert.startedAtMicros()),
                        dated(alert.endedAtMicros())))
            .toList());
  }

  Table connections() {
    return new Table(
        heads("time", "from", "status", "network"),
        incident.found().connections().stream()
            .map(
                each ->
                    List.of(
                        times.fineClock(each.micros()),
                        since(each.micros()),
                        Objects.toString(each.status(), ""),
                        Objects.toString(each.networkInterface(), "")))
            .toList());
  }

  private String since(long micros) {
    double seconds = (micros - incident.order().atMicros()) / 1e6;
    return String.format(Locale.ROOT, "%+.3f", seconds).replace('-', '\u2212');
  }

  private String dated(Long micros) {
    return micros == null ? "" : times.dated(micros);
  }

  /** How often each channel came, and the vehicle as a whole first. */
  Table channels() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(rates(words.text("channels.all"), "", "", incident.channels().messages()));
    for (Channel each : incident.channels().released()) {
      rows.add(
          rates(
              incident.description(each.signal()),
              each.signal().column(),
              unit(each, "", ""),
              each.sent()));
    }
    return new Table(
        heads("channel", "column", "unit", "count", "median", "longest", "gaps"), rows);
  }

  private List<String> rates(String name, String column, String unit, Silence sent) {
    boolean several = sent.instants().length > 1;
    return List.of(
        name,
        column,
        unit,
        figures.format(sent.instants().length),
        several ? figures.format(sent.medianMicros() / 1e6) : "",
        several ? figures.format(sent.longestMicros() / 1e6) : "",
        figures.format(sent.gaps().size()));
  }

  /** When the vehicle was silent for a minute and more. */
  Table gaps() {
    return new Table(
        heads("gap.from", "gap.to", "gap.seconds"),
        incident.channels().messages().gaps().stream()
            .map(
                gap ->
                    List.of(
                        times.dated(gap.fromMicros()),
                        times.dated(gap.untilMicros()),
                        figures.format(gap.micros() / 1e6)))
            .toList());
  }

  List<String> never() {
    return NeverRecorded.of(incident.terms().catalogue()).stream()
        .map(each -> words.text(each.key()))
        .toList();
  }

  List<String> unsent() {
    return incident.channels().unsent().stream()
        .map(channel -> incident.description(channel.signal()))
        .toList();
  }

  /** What the values of each kind of message came to; the numbers of a row add up. */
  Table counts() {
    Map<String, Map<Outcome, Long>> byKind = new LinkedHashMap<>();
    for (Map.Entry<Fate, Count> each : incident.found().counts().entrySet()) {
      byKind
          .computeIfAbsent(each.getKey().kind().code(), kind -> new TreeMap<>())
          .merge(each.getKey().outcome(), each.getValue().values(), Long::sum);
    }
    List<List<String>> rows = new ArrayList<>();
    byKind.forEach((kind, outcomes) -> rows.add(counts(words.text("kind." + kind), outcomes)));
    return new Table(
        heads("kind", "received", "released", "withheld", "duplicate", "rejected"), rows);
  }

  private List<String> counts(String kind, Map<Outcome, Long> outcomes) {
    long received = outcomes.values().stream().mapToLong(Long::longValue).sum();
    Stream<Long> each =
        Stream.of(Outcome.RELEASED, Outcome.WITHHELD, Outcome.DUPLICATE, Outcome.REJECTED)
            .map(outcome -> outcomes.getOrDefault(outcome, 0L));
    return Stream.concat(
            Stream.of(kind), Stream.concat(Stream.of(received), each).map(figures::format))
        .toList();
  }

  /** Why values are not in the package, in plain words. */
  Table reasons() {
    Map<String, Long> values = new LinkedHashMap<>();
    incident
        .found()
        .counts()
        .forEach(
            (fate, count) -> {
              if (fate.reason() != null) {
                values.merge(fate.reason(), count.values(), Long::sum);
              }
            });
    return new Table(
        heads("reason", "meaning", "values"),
        values.entrySet().stream()
            .map(
                each ->
                    List.of(
                        each.getKey(),
                        words.textOr("reason." + each.getKey(), each.getKey()),
                        figures.format(each.getValue())))
            .toList());
  }

  Table files(List<PackedFile> files) {
    return new Table(
        heads("file", "meaning", "bytes"),
        files.stream()
            .map(
                file ->
                    List.of(
                        "data/" + file.name(),
                        words.text("file." + file.name()),
                        figures.format(file.bytes())))
            .toList());
  }

  private List<String> heads(String... keys) {
    return Stream.of(keys).map(key -> words.text("head." + key)).toList();
  }
}
