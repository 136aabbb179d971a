package dev.glovebox.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glovebox.delivery.page.PageFacts;
import dev.glovebox.request.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code datapackage.json}: every file of {@code data/} and every column, as Frictionless has it.
 */
final class DataPackage {

  static final String PATH = "datapackage.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "csv", "text/csv",
          "parquet", "application/vnd.apache.parquet",
          "gpx", "application/gpx+xml",
          "geojson", "application/geo+json",
          "json", "application/json");

  private final Map<Section, TableFields> tables;
  private final ArrayNode resources = JSON.createArrayNode();
  private final List<PageFacts.PackageFile> files = new ArrayList<>();

  DataPackage(Map<Section, TableFields> tables) {
    this.tables = new EnumMap<>(tables);
  }

  void csv(String path, Section section, long rows, BagWriter.Written written) {
    ObjectNode resource = resource(path, written);
    resource.put("profile", "tabular-data-resource");
    resource.put("encoding", "utf-8");
    resource.put("rows", rows);
    ObjectNode dialect = resource.putObject("dialect");
    dialect.put("delimiter", ",");
    dialect.put("lineTerminator", "\r\n");
    dialect.put("quoteChar", "\"");
    dialect.put("doubleQuote", true);
    dialect.put("header", true);
    resource.putObject("schema").set("fields", fields(tables.get(section).csv()));
    files.add(new PageFacts.PackageFile("data/" + path, written.bytes(), Optional.of(rows)));
  }

  void parquet(String path, Section section, long rows, BagWriter.Written written) {
    ObjectNode resource = resource(path, written);
    // Said, since validators otherwise need a reader of Parquet to check its size and hash.
    resource.put("type", "file");
    resource.putObject("schema").set("fields", fields(tables.get(section).parquet()));
    files.add(new PageFacts.PackageFile("data/" + path, written.bytes(), Optional.of(rows)));
  }

  /** Lists a file that is no table. */
  void file(String path, BagWriter.Written written) {
    resource(path, written);
    files.add(new PageFacts.PackageFile("data/" + path, written.bytes(), Optional.empty()));
  }

  /** The files that were listed. */
  List<PageFacts.PackageFile> files() {
    return List.copyOf(files);
  }

  byte[] toJson(Request request, PackageTerms terms) throws IOException {
    ObjectNode whole = JSON.createObjectNode();
    whole.put("profile", "data-package");
    whole.put("name", "owner-package");
    whole.put("id", request.id());
    whole.put("created", InstantText.utc(terms.asOf()));
    whole.put("glovebox_version", terms.programVersion());
    whole.put("policy_version", terms.policyVersion());
    whole.put("policy_sha256", terms.policyDigest());
    whole.put("time_zone", terms.zone().getId());
    whole.put("language", request.language().tag());
    whole.set("resources", resources);
    return JSON.writeValueAsBytes(whole);
  }

  private ObjectNode resource(String path, BagWriter.Written written) {
    String format = path.substring(path.lastIndexOf('.') + 1);
    ObjectNode resource = resources.addObject();
    resource.put("name", path.toLowerCase(Locale.ROOT).replace('/', '-').replace('.', '-'));
    resource.put("path", path);
    resource.put("format", format);
    resource.put("mediatype", MEDIA_TYPES.get(format));
    resource.put("bytes", written.bytes());
    resource.put("hash", "sha256:" + written.sha256());
    return resource;
  }

  private static ArrayNode fields(List<PageFacts.Column> columns) {
    ArrayNode fields = JSON.createArrayNode();
    for (PageFacts.Column column : columns) {
      ObjectNode field = fields.addObject();
      field.put("name", column.name());
      field.put("type", column.type());
      column.unit().ifPresent(unit -> field.put("unit", unit));
      field.put("description", column.description());
    }
    return fields;
  }
}
