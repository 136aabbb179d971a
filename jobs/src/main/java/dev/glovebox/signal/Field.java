package dev.glovebox.signal;

import java.io.Serializable;
import java.util.List;

/**
 * What a source sends under one name: one value, which fills one column or several.
 *
 * @param id index in {@link Fields#all()}
 * @param name the source's name of it
 * @param shape of the source's value
 * @param privacyClass of every part
 * @param parts columns that it fills; one for a scalar and a line, latitude and longitude in this
 *     order for a position
 */
public record Field(int id, String name, Shape shape, PrivacyClass privacyClass, List<Part> parts)
    implements Serializable {

  /** How a value is built. */
  public enum Shape {
    SCALAR,
    /** A latitude and a longitude, WGS 84. */
    POSITION,
    /** Text that encodes a line on the map. */
    LINE,
    /** Booleans by name, for example one a door. */
    PARTS
  }

  public Field {
    parts = List.copyOf(parts);
  }
}
