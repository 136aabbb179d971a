package dev.glovebox.delivery.incident;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glovebox.delivery.HashChain;
import java.io.IOException;
import java.util.List;

/** {@code datapackage.json}: a Frictionless description of the files beside it. */
final class Descriptor {

  static final String FILE = "datapackage.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Incident incident;
  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode resources;

  Descriptor(Incident incident) {
    this.incident = incident;
    root.put("profile", "data-package");
    root.put("name", "incident");
    root.put("title", incident.words().text("title"));
    root.put("created", incident.terms().asOf().toString());
    root.put("incident_at", Times.utc(incident.order().atMicros()));
    root.put("from", Times.utc(incident.order().fromMicros()));
    root.put("to", Times.utc(incident.order().untilMicros()));
    root.put("time_zone", incident.terms().zone().getId());
    root.put("vin", incident.maskedVin());
    resources = root.putArray("resources");
  }

  /** Describes a table that is written. */
  void table(PackedFile file, List<Column> columns, long rows) {
    ObjectNode resource = resource(file, "text/csv", "csv");
    resource.put("profile", "tabular-data-resource");
    resource.put("encoding", "utf-8");
    resource.put("rowcount", rows);
    ArrayNode fields = resource.putObject("schema").putArray("fields");
    for (Column column : columns) {
      ObjectNode field = fields.addObject();
      field.put("name", column.name());
      field.put("type", column.type());
      column.unit().ifPresent(unit -> field.put("unit", unit));
      field.put("description", column.description());
    }
  }

  /** Describes the chart. */
  void chart(PackedFile file) {
    resource(file, "image/svg+xml", "svg");
  }

  /** Says where the chain over the readings ends. */
  void chain(HashChain chain) {
    ObjectNode told = root.putObject("hash_chain");
    told.put("file", ReadingsTable.FILE);
    told.put("column", ReadingsTable.HASH);
    told.put("rows", chain.rows());
    told.put("last", chain.last());
  }

  byte[] bytes() throws IOException {
    return JSON.writeValueAsBytes(root);
  }

  private ObjectNode resource(PackedFile file, String mediaType, String format) {
    String name = file.name().substring(0, file.name().lastIndexOf('.'));
    ObjectNode resource = resources.addObject();
    resource.put("name", name);
    resource.put("path", file.name());
    resource.put("title", incident.words().text("file." + file.name()));
    resource.put("mediatype", mediaType);
    resource.put("format", format);
    resource.put("bytes", file.bytes());
    resource.put("hash", "sha256:" + file.sha256());
    return resource;
  }
}
