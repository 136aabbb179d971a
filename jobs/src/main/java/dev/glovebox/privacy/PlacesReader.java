package dev.glovebox.privacy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Polygon;

/**
 * Reads the sensitive places from GeoJSON. What it does not understand is a fault, because a place
 * left out would be published. The file is itself sensitive: faults tell where they are in it by
 * counting from 0, and repeat nothing of it.
 */
final class PlacesReader {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Set<String> WGS_84 =
      Set.of(
          "urn:ogc:def:crs:OGC:1.3:CRS84",
          "urn:ogc:def:crs:OGC::CRS84",
          "urn:ogc:def:crs:EPSG::4326",
          "EPSG:4326");

  private final Faults faults = new Faults();
  private final PolygonReader polygons = new PolygonReader(faults);
  private final List<Polygon> read = new ArrayList<>();

  List<Polygon> read(String geoJson) {
    try {
      readTop(JSON.readTree(geoJson.startsWith(BYTE_ORDER_MARK) ? geoJson.substring(1) : geoJson));
    } catch (JsonProcessingException e) {
      faults.add("file", "is not JSON without repeated keys" + line(e) + ".");
    }
    if (!faults.isEmpty()) {
      throw new SensitivePlacesException(faults.listed());
    }
    return read;
  }

  /** Only the line: what the parser says of it would repeat a position or a name. */
  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "" : ", at line " + e.getLocation().getLineNr();
  }

  private void readTop(JsonNode top) {
    if (!type(top).equals("FeatureCollection")) {
      readPart("file", top);
      return;
    }
    checkDatum("file", top);
    JsonNode features = top.path("features");
    if (!features.isArray()) {
      faults.add("file", "has no list of features.");
      return;
    }
    for (int i = 0; i < features.size(); i++) {
      readFeature("features[" + i + "]", features.get(i));
    }
  }

  private void readPart(String where, JsonNode part) {
    if (type(part).equals("Feature")) {
      readFeature(where, part);
    } else {
      readGeometry(where, part);
    }
  }

  private void readFeature(String where, JsonNode feature) {
    if (!type(feature).equals("Feature")) {
      faults.add(where, "has to be a Feature.");
      return;
    }
    checkDatum(where, feature);
    readGeometry(where, feature.path("geometry"));
  }

  private void readGeometry(String where, JsonNode geometry) {
    checkDatum(where, geometry);
    JsonNode coordinates = geometry.path("coordinates");
    switch (type(geometry)) {
      case "Polygon" -> polygons.read(where, coordinates).ifPresent(read::add);
      case "MultiPolygon" -> readPolygons(where, coordinates);
      default ->
          faults.add(where, "has to be a Polygon or a MultiPolygon. Draw an area, not a point.");
    }
  }

  private void readPolygons(String where, JsonNode coordinates) {
    if (coordinates.isEmpty() || !coordinates.isArray()) {
      faults.add(where, "has no polygon.");
      return;
    }
    for (int i = 0; i < coordinates.size(); i++) {
      polygons.read(where + ", polygon " + i, coordinates.get(i)).ifPresent(read::add);
    }
  }

  /** Shifted by another datum, a place would miss what it protects by hundreds of metres. */
  private void checkDatum(String where, JsonNode part) {
    JsonNode name = part.path("crs").path("properties").path("name");
    if (part.has("crs") && !WGS_84.contains(name.asText())) {
      faults.add(where, "has a crs that is not WGS 84. Convert it to longitude and latitude.");
    }
  }

  private static String type(JsonNode part) {
    return part.path("type").asText();
  }
}
