package dev.glovebox.delivery.page;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a drawing that stands inside a page. The XML writer escapes every text and attribute; how
 * things look is the style sheet's business, by class.
 */
final class Svg {

  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /**
   * Begins a drawing.
   *
   * @param id of the drawing within its page
   * @param title what it is, for those who hear the page
   * @param description what it shows
   */
  Svg(String id, String cssClass, int width, int height, String title, String description) {
    try {
      xml = XML.createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    open("svg", "class", cssClass, "viewBox", "0 0 " + width + " " + height, "role", "img");
    attributes("aria-labelledby", id + "-title " + id + "-desc");
    text("title", title, "id", id + "-title");
    text("desc", description, "id", id + "-desc");
  }

  /** Opens an element with attributes, names and values by turns. */
  Svg open(String element, Object... attributes) {
    return write(() -> xml.writeStartElement(element)).attributes(attributes);
  }

  Svg close() {
    return write(xml::writeEndElement);
  }

  /** An element without content. */
  Svg mark(String element, Object... attributes) {
    return write(() -> xml.writeEmptyElement(element)).attributes(attributes);
  }

  /** An element that holds text alone. */
  Svg text(String element, String content, Object... attributes) {
    return open(element, attributes).write(() -> xml.writeCharacters(content)).close();
  }

  /** The whole drawing. */
  String end() {
    close();
    write(xml::flush);
    return text.toString();
  }

  private Svg attributes(Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      String name = namesAndValues[i].toString();
      String value = valueText(namesAndValues[i + 1]);
      write(() -> xml.writeAttribute(name, value));
    }
    return this;
  }

  private static String valueText(Object value) {
    return value instanceof Double number ? tenths(number) : value.toString();
  }

  /** A coordinate: a tenth of a unit is finer than any screen. */
  static String tenths(double number) {
    long tenths = Math.round(number * 10);
    return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
  }

  private interface Writing {
    void run() throws XMLStreamException;
  }

  private Svg write(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A drawing could not be written to memory.", e);
    }
  }
}
