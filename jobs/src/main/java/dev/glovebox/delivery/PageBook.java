package dev.glovebox.delivery;

import dev.glovebox.delivery.page.Journal;
import dev.glovebox.delivery.page.OwnerPage;
import dev.glovebox.delivery.page.PageFacts;
import dev.glovebox.delivery.page.PageNotes;
import dev.glovebox.request.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects what the page of a package shows while its rows go by. */
final class PageBook {

  private final Request request;
  private final PackageTerms terms;
  private final PageNotes notes;
  private final SortedMap<String, Readings> vehicles = new TreeMap<>();

  private record Readings(Instant first, Instant last, long count) {

    Readings and(Instant at) {
      return new Readings(
          first == null || at.isBefore(first) ? at : first,
          last == null || at.isAfter(last) ? at : last,
          count + 1);
    }
  }

  PageBook(Request request, PackageTerms terms) {
    this.request = request;
    this.terms = terms;
    this.notes = new PageNotes(terms.zone());
    request.vins().forEach(this::vehicle);
  }

  void trip(RowView row, TripShape shape) {
    vehicle(shape.vin());
    notes.trip(
        new Journal.Trip(
            shape.vin(),
            shape.tripId(),
            shape.startedAt(),
            shape.endedAt(),
            shape.distanceKm(),
            shape.energyKwh(),
            row.number("average_speed_kmh"),
            row.number("top_speed_kmh"),
            row.number("start_soc_percent"),
            row.number("end_soc_percent"),
            row.number("outside_temperature_c"),
            shape.lines().stream().map(PageBook::line).toList()));
  }

  void charge(RowView row) {
    vehicle(row.text("vin"));
    notes.charge(
        new Journal.Charge(
            row.text("vin"),
            row.text("charge_id"),
            row.instant("started_at"),
            row.instant("ended_at"),
            row.number("energy_kwh"),
            row.number("start_soc_percent"),
            row.number("end_soc_percent"),
            row.number("peak_power_kw"),
            row.optionalText("current_kind"),
            row.optionalText("place_kind")));
  }

  void alert(String vin, String name, Instant at) {
    vehicle(vin);
    notes.alert(name, at);
  }

  /** Notes that there is such a vehicle. */
  void vehicle(String vin) {
    vehicles.putIfAbsent(vin, new Readings(null, null, 0));
  }

  void reading(String vin, Instant at, OptionalDouble socPercent, OptionalDouble rangeKm) {
    vehicles.merge(vin, new Readings(at, at, 1), (before, one) -> before.and(at));
    notes.battery(vin, at, socPercent, rangeKm);
  }

  /** Writes the page. */
  void writeTo(
      OutputStream out,
      PageFacts.Completeness completeness,
      List<PageFacts.PackageFile> files,
      List<PageFacts.Column> columns,
      List<PageFacts.Column> neverSent)
      throws IOException {
    PageFacts facts =
        new PageFacts(
            asked(),
            vehicles.entrySet().stream().map(this::vehicle).toList(),
            notes.journal(),
            completeness,
            files,
            columns,
            neverSent,
            seal(),
            terms());
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    OwnerPage.write(facts, writer);
    writer.flush();
  }

  private PageFacts.Asked asked() {
    return new PageFacts.Asked(
        request.id(),
        request.language(),
        terms.zone(),
        request.receivedAt(),
        terms.asOf(),
        request.from(),
        request.to());
  }

  private PageFacts.Vehicle vehicle(Map.Entry<String, Readings> vehicle) {
    Readings readings = vehicle.getValue();
    return new PageFacts.Vehicle(
        vehicle.getKey(),
        Optional.ofNullable(terms.page().models().get(vehicle.getKey())),
        Optional.ofNullable(readings.first()),
        Optional.ofNullable(readings.last()),
        readings.count());
  }

  private PageFacts.Seal seal() {
    return new PageFacts.Seal(
        terms.key().id(),
        Base64.getEncoder().encodeToString(terms.key().publicKey()),
        Recipe.lines(request.id()));
  }

  private PageFacts.Terms terms() {
    PageTerms page = terms.page();
    return new PageFacts.Terms(
        terms.policyVersion(),
        terms.programVersion(),
        Optional.ofNullable(page.operator()),
        Optional.ofNullable(page.contact()),
        page.kept().stream()
            .map(kept -> new PageFacts.Kept(kept.classes(), kept.days(), kept.basis()))
            .toList(),
        page.quarantineDays(),
        page.erasureWorkingDays());
  }

  private static Journal.Line line(List<TripShape.Fix> fixes) {
    return new Journal.Line(
        fixes.stream()
            .map(
                fix ->
                    new Journal.Spot(fix.position().latitudeDeg(), fix.position().longitudeDeg()))
            .toList());
  }
}
