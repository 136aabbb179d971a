package dev.glovebox.delivery;

import dev.glovebox.delivery.TripShape.Fix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Trips in GPX 1.1, a track each and a segment for every stretch without a gap. */
final class GpxFile implements MapFile {

  private static final String NAMESPACE = "http://www.topografix.com/GPX/1/1";

  private final XMLStreamWriter xml;
  private final Datum datum;

  GpxFile(OutputStream out, Datum datum, Instant asOf) throws IOException {
    this.datum = datum;
    try {
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      begin(asOf);
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }

  private void begin(Instant asOf) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement("gpx");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("version", "1.1");
    xml.writeAttribute("creator", "Glovebox");
    line();
    xml.writeStartElement("metadata");
    element("name", "Trips, " + datum.title());
    element("time", InstantText.utc(asOf));
    xml.writeEndElement();
    line();
  }

  @Override
  public void add(TripShape trip) throws IOException {
    try {
      xml.writeStartElement("trk");
      element("name", trip.tripId());
      element("desc", InstantText.utc(trip.startedAt()) + "/" + InstantText.utc(trip.endedAt()));
      for (List<Fix> line : trip.lines()) {
        segment(line);
      }
      xml.writeEndElement();
      line();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }

  @Override
  public void end() throws IOException {
    try {
      xml.writeEndDocument();
      line();
      xml.close();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
  }

  private void segment(List<Fix> line) throws XMLStreamException {
    xml.writeStartElement("trkseg");
    for (Fix fix : line) {
      Position position = datum.of(fix.position());
      xml.writeStartElement("trkpt");
      xml.writeAttribute("lat", NumberText.of(position.latitudeDeg()));
      xml.writeAttribute("lon", NumberText.of(position.longitudeDeg()));
      element("time", InstantText.utc(fix.at()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
