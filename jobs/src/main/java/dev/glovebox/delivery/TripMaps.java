package dev.glovebox.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The map files of a package: GPX and GeoJSON, each in both datums, set aside trip by trip. */
final class TripMaps implements Closeable {

  private static final String NAME = "trips";

  private final Map<String, Spool> spools = new LinkedHashMap<>();
  private final Map<String, MapFile> files = new LinkedHashMap<>();

  TripMaps(ZoneId zone, Instant asOf) throws IOException {
    for (Datum datum : Datum.values()) {
      String gpx = datum.file(NAME, ".gpx");
      files.put(gpx, new GpxFile(spool(gpx), datum, asOf));
      String geoJson = datum.file(NAME, ".geojson");
      files.put(geoJson, new GeoJsonFile(spool(geoJson), datum, zone));
    }
  }

  void add(TripShape trip) throws IOException {
    for (MapFile file : files.values()) {
      file.add(trip);
    }
  }

  /** Ends the files and copies them into the package. */
  void writeTo(BagWriter bag, DataPackage resources) throws IOException {
    for (Map.Entry<String, MapFile> file : files.entrySet()) {
      file.getValue().end();
      bag.payload(file.getKey(), spools.get(file.getKey()));
      resources.file(file.getKey(), bag.written(file.getKey()));
    }
  }

  private Spool spool(String path) throws IOException {
    Spool spool = new Spool();
    spools.put(path, spool);
    return spool;
  }

  @Override
  public void close() throws IOException {
    for (Spool spool : spools.values()) {
      spool.close();
    }
  }
}
