package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.Journal.Charge;
import java.util.Optional;

/** The list of charging sessions. */
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

  private final Telling telling;
  private final Figures figures;

  ChargeLog(Telling telling) {
    this.telling = telling;
    this.figures = telling.figures();
  }

  MonthlyLog<ChargeRow> log() {
    Journal journal = telling.facts().journal();
    return MonthlyLog.of(
        telling,
        new MonthlyLog.Source<>(
            "charges",
            journal.charges(),
            journal.chargesInAll(),
            Charge::startedAt,
            charge -> charge.energyKwh().orElse(0),
            this::row));
  }

  private ChargeRow row(Charge charge) {
    return new ChargeRow(
        charge.startedAt().toString(),
        telling.span(charge.startedAt(), charge.endedAt()),
        figures.duration(charge.startedAt(), charge.endedAt()),
        Telling.shortened(charge.chargeId()),
        telling.names().name(charge.vin()),
        figures.tenths(charge.energyKwh(), "kWh"),
        telling.known("charges.peak", charge.peakPowerKw()),
        figures.soc(charge.startSocPercent(), charge.endSocPercent()),
        charge.currentKind().orElse(Figures.UNKNOWN),
        place(charge.placeKind()));
  }

  private String place(Optional<String> kind) {
    return kind.map(each -> telling.words().optional("place." + each).orElse(each)).orElse("");
  }
}
