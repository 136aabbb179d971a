package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Charge;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of charging sessions, month by month, newest first. */
final class ChargeLog {

  /** A charging session. */
  public record ChargeRow(
      String startedUtc,
      String when,
      String duration,
      String id,
      String vehicle,
      String energy,
      String peakPower,
      String soc,
      String kind,
      String place) {}

  /** The charging sessions of a month. */
  public record ChargeMonth(String name, String sum, List<ChargeRow> rows) {}

  /** All of it. */
  public record Log(
      String lead, String leftOut, boolean severalVehicles, List<ChargeMonth> months) {}

  private final Telling telling;
  private final Figures figures;

  ChargeLog(Telling telling) {
    this.telling = telling;
    this.figures = telling.figures();
  }

  Log log() {
    Journal journal = telling.facts().journal();
    long older = journal.chargesInAll() - journal.charges().size();
    return new Log(
        telling.text("charges.lead", journal.chargesInAll()),
        older > 0 ? telling.text("charges.left-out", journal.charges().size(), older) : "",
        !telling.names().isOnlyOne(),
        byMonth(journal.charges()).entrySet().stream()
            .map(each -> month(each.getKey(), each.getValue()))
            .toList());
  }

  private Map<YearMonth, List<Charge>> byMonth(List<Charge> newestFirst) {
    ZoneId zone = telling.facts().asked().zone();
    return newestFirst.stream()
        .collect(
            Collectors.groupingBy(
                charge -> YearMonth.from(charge.startedAt().atZone(zone)),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private ChargeMonth month(YearMonth month, List<Charge> charges) {
    double energyKwh = charges.stream().mapToDouble(each -> each.energyKwh().orElse(0)).sum();
    String sum = telling.text("charges.month", charges.size(), figures.whole(energyKwh));
    return new ChargeMonth(figures.month(month), sum, charges.stream().map(this::row).toList());
  }

  private ChargeRow row(Charge charge) {
    return new ChargeRow(
        charge.startedAt().toString(),
        telling.text(
            "log.when",
            figures.day(charge.startedAt()),
            figures.time(charge.startedAt()),
            figures.time(charge.endedAt())),
        figures.duration(Duration.between(charge.startedAt(), charge.endedAt())),
        charge.chargeId(),
        telling.names().name(charge.vin()),
        TripLog.withUnit(figures.tenths(charge.energyKwh()), "kWh"),
        charge.peakPowerKw().isPresent()
            ? telling.text("charges.peak", figures.whole(charge.peakPowerKw()))
            : "",
        figures.soc(charge.startSocPercent(), charge.endSocPercent()),
        charge.currentKind().orElse(Figures.UNKNOWN),
        place(charge.placeKind()));
  }

  private String place(Optional<String> kind) {
    return kind.map(each -> telling.words().optional("place." + each).orElse(each)).orElse("");
  }
}
