package dev.glovebox.delivery.incident;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an SVG; every text and attribute is escaped. */
final class Drawing {

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * Begins a drawing that scales to the width it is given.
   *
   * @param title what it is, for those who hear it
   * @param description what it shows
   */
  Drawing(int width, int height, String title, String description) {
    try {
      xml = XML.createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    open("svg", "xmlns", SVG, "viewBox", "0 0 " + width + " " + height);
    attributes("width", width, "height", height, "role", "img", "aria-label", title);
    text("title", title);
    text("desc", description);
  }

  /** Opens an element with attributes, names and values by turns. */
  Drawing open(String element, Object... attributes) {
    return write(() -> xml.writeStartElement(element)).attributes(attributes);
  }

  Drawing close() {
    return write(xml::writeEndElement);
  }

  /** An element without content. */
  Drawing mark(String element, Object... attributes) {
    return write(() -> xml.writeEmptyElement(element)).attributes(attributes);
  }

  /** An element that holds text alone. */
  Drawing text(String element, String content, Object... attributes) {
    return open(element, attributes).write(() -> xml.writeCharacters(content)).close();
  }

  /** The whole drawing. */
  String end() {
    close();
    write(xml::flush);
    return text.toString();
  }

  /** A coordinate: a tenth of a unit is finer than any screen or paper. */
  static String tenths(double number) {
    long tenths = Math.round(number * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }

  private Drawing attributes(Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i].toString();
      Object value = namesAndValues[i + 1];
      String written = value instanceof Double number ? tenths(number) : value.toString();
      write(() -> xml.writeAttribute(name, written));
    }
    return this;
  }

  private interface Writing {
    void run() throws XMLStreamException;
  }

  private Drawing write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A drawing could not be written to memory.", e);
    }
  }
}
