package dev.glovebox.delivery.incident;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.delivery.BagWriter;
import dev.glovebox.delivery.Receipt;
import dev.glovebox.delivery.Section;
import dev.glovebox.store.Digests;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/**
 * Writes one incident package. The vehicle's whole number stands in {@code bag-info.txt} alone;
 * whatever is meant to be shown has it masked.
 */
final class IncidentPackage {

  private final Incident incident;
  private final BagWriter bag;
  private final Descriptor descriptor;
  private final List<PackedFile> files = new ArrayList<>();

  private IncidentPackage(Incident incident, BagWriter bag) {
    this.incident = incident;
    this.bag = bag;
    this.descriptor = new Descriptor(incident);
  }

  /**
   * Writes a package; the stream stays open.
   *
   * @param found with at least one message
   */
  static Receipt write(
      IncidentOrder order, IncidentTerms terms, IncidentRecord found, OutputStream out)
      throws IOException {
    Incident incident = Incident.of(order, terms, found);
    BagWriter bag = BagWriter.open(out, order.requestId(), info(incident), terms.key());
    new IncidentPackage(incident, bag).write();
    return receipt(incident, bag.finish());
  }

  private static Map<String, String> info(Incident incident) {
    IncidentOrder order = incident.order();
    Map<String, String> info = new LinkedHashMap<>();
    info.put("External-Identifier", order.requestId());
    info.put("External-Description", "Readings of one vehicle around an instant");
    info.put(
        "Bagging-Date",
        incident.terms().asOf().atZone(incident.terms().zone()).toLocalDate().toString());
    info.put("Bag-Software-Agent", "Glovebox " + incident.terms().programVersion());
    info.put("Vehicle-Identification-Number", order.vin());
    info.put("Incident-At", Times.utc(order.atMicros()));
    info.put("Incident-From", Times.utc(order.fromMicros()));
    info.put("Incident-To", Times.utc(order.untilMicros()));
    info.put("Policy-Version", incident.terms().policyVersion());
    info.put("Policy-SHA256", incident.terms().policyDigest());
    return info;
  }

  private void write() throws IOException {
    ReadingsTable readings = new ReadingsTable(incident);
    table(ReadingsTable.FILE, readings.columns(), readings::addTo);
    descriptor.chain(readings.chain());
    ListedTables listed = new ListedTables(incident);
    table(ListedTables.ALERTS, listed.alertColumns(), listed::addAlerts);
    table(ListedTables.CONNECTIVITY, listed.connectivityColumns(), listed::addConnections);
    ChannelsTable channels = new ChannelsTable(incident);
    table(ChannelsTable.FILE, channels.columns(), channels::addTo);
    CountsTable counts = new CountsTable(incident);
    table(CountsTable.FILE, counts.columns(), counts::addTo);
    String chart = Chart.of(incident);
    descriptor.chart(file(Chart.FILE, out -> out.write(chart.getBytes(UTF_8))));
    byte[] described = descriptor.bytes();
    file(Descriptor.FILE, out -> out.write(described));
    String page = IncidentPage.of(incident, chart, readings.chain(), files);
    try (OutputStream out = bag.tag(IncidentPage.FILE)) {
      out.write(page.getBytes(UTF_8));
    }
  }

  private void table(String name, List<Column> columns, PackedTable.Rows rows) throws IOException {
    long[] count = new long[1];
    PackedFile file = file(name, out -> count[0] = PackedTable.write(out, columns, rows));
    descriptor.table(file, columns, count[0]);
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private PackedFile file(String name, Content content) throws IOException {
    MessageDigest digest = Digests.sha256();
    Counted counted;
    try (OutputStream out = bag.payload(name)) {
      counted = new Counted(new DigestOutputStream(out, digest));
      content.writeTo(counted);
      counted.flush();
    }
    PackedFile file =
        new PackedFile(name, counted.bytes, HexFormat.of().formatHex(digest.digest()));
    files.add(file);
    return file;
  }

  /** Counts what is written. */
  private static final class Counted extends FilterOutputStream {
    private long bytes;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int each) throws IOException {
      out.write(each);
      bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      bytes += length;
    }
  }

  private static Receipt receipt(Incident incident, BagWriter.Sealed sealed) {
    IncidentRecord found = incident.found();
    Map<Section, Long> rows = new LinkedHashMap<>();
    for (Section section : Section.values()) {
      rows.put(section, 0L);
    }
    rows.put(Section.TELEMETRY, (long) found.readings().size());
    rows.put(Section.ALERTS, (long) found.alerts().size());
    rows.put(Section.CONNECTIVITY, (long) found.connections().size());
    LongSummaryStatistics instants =
        found.instants().mapToLong(Long::longValue).summaryStatistics();
    boolean any = instants.getCount() > 0;
    Instant first = any ? Times.instant(instants.getMin()) : null;
    Instant last = any ? Times.instant(instants.getMax()) : null;
    List<String> vins = any ? List.of(incident.order().vin()) : List.of();
    return new Receipt(rows, vins, first, last, sealed.bytes(), sealed.sha256());
  }
}
