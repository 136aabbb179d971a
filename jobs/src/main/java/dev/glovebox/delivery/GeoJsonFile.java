package dev.glovebox.delivery;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.glovebox.delivery.TripShape.Fix;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalDouble;

/** Trips in GeoJSON, a feature each; the geometry is null where no position was released. */
final class GeoJsonFile implements MapFile {

  private final JsonGenerator json;
  private final Datum datum;
  private final ZoneId zone;

  GeoJsonFile(OutputStream out, Datum datum, ZoneId zone) throws IOException {
    this.datum = datum;
    this.zone = zone;
    this.json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeStringField("type", "FeatureCollection");
    json.writeStringField("name", "trips");
    json.writeStringField("datum", datum.title());
    json.writeArrayFieldStart("features");
  }

  @Override
  public void add(TripShape trip) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", trip.tripId());
    json.writeFieldName("geometry");
    geometry(trip.lines());
    json.writeObjectFieldStart("properties");
    json.writeStringField("trip_id", trip.tripId());
    json.writeStringField("vin", trip.vin());
    json.writeStringField("started_at", InstantText.utc(trip.startedAt()));
    json.writeStringField("ended_at", InstantText.utc(trip.endedAt()));
    json.writeStringField("started_at_local", InstantText.local(trip.startedAt(), zone));
    json.writeStringField("ended_at_local", InstantText.local(trip.endedAt(), zone));
    number("distance_km", trip.distanceKm());
    number("energy_kwh", trip.energyKwh());
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void end() throws IOException {
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private void geometry(List<List<Fix>> lines) throws IOException {
    if (lines.isEmpty()) {
      json.writeNull();
      return;
    }
    List<Fix> first = lines.get(0);
    json.writeStartObject();
    if (lines.size() > 1) {
      json.writeStringField("type", "MultiLineString");
      json.writeArrayFieldStart("coordinates");
      for (List<Fix> line : lines) {
        line(line);
      }
      json.writeEndArray();
    } else if (first.size() > 1) {
      json.writeStringField("type", "LineString");
      json.writeFieldName("coordinates");
      line(first);
    } else {
      json.writeStringField("type", "Point");
      json.writeFieldName("coordinates");
      position(first.get(0));
    }
    json.writeEndObject();
  }

  /** A line has two positions at least, so a lone one stands twice. */
  private void line(List<Fix> line) throws IOException {
    json.writeStartArray();
    for (Fix fix : line) {
      position(fix);
    }
    if (line.size() == 1) {
      position(line.get(0));
    }
    json.writeEndArray();
  }

  private void position(Fix fix) throws IOException {
    Position position = datum.of(fix.position());
    json.writeStartArray();
    json.writeNumber(decimal(position.longitudeDeg()));
    json.writeNumber(decimal(position.latitudeDeg()));
    json.writeEndArray();
  }

  private void number(String name, OptionalDouble number) throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(name, decimal(number.getAsDouble()));
    } else {
      json.writeNullField(name);
    }
  }

  private static BigDecimal decimal(double number) {
    return new BigDecimal(NumberText.of(number));
  }
}
