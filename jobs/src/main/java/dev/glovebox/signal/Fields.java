package dev.glovebox.signal;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that one source sends, and what becomes of each. */
public final class Fields implements Serializable {

  private static final long serialVersionUID = 1L;

  static final String LATITUDE_COLUMN = "latitude_deg";

  private final String source;
  private final List<Field> all;
  private final HashMap<String, Field> byName;
  private final Map<String, String> unpublished;
  private final Field position;

  Fields(String source, List<Field> all, Map<String, String> unpublished) {
    this.source = source;
    this.all = List.copyOf(all);
    this.byName = new HashMap<>();
    all.forEach(field -> byName.put(field.name(), field));
    this.unpublished = Collections.unmodifiableMap(new LinkedHashMap<>(unpublished));
    this.position = all.stream().filter(Fields::isOwnPosition).findFirst().orElse(null);
  }

  /** Every published field; a field's id is its index. */
  public List<Field> all() {
    return all;
  }

  /** The field of this id. */
  public Field at(int id) {
    return all.get(id);
  }

  /** The published field of this name; null when there is none. */
  public Field find(String name) {
    return byName.get(name);
  }

  /** Whether the catalogue lists this name with a reason why it is not published. */
  public boolean listedUnpublished(String name) {
    return unpublished.containsKey(name);
  }

  /** The names that are not published. */
  public Set<String> unpublished() {
    return unpublished.keySet();
  }

  /** Why this name is not published; null when it is, or is not listed. */
  public String whyUnpublished(String name) {
    return unpublished.get(name);
  }

  /**
   * The vehicle's own position.
   *
   * @throws IllegalStateException when the source has none
   */
  public Field position() {
    if (position == null) {
      throw new IllegalStateException(
          "The source "
              + source
              + " has no position of the vehicle, so its readings cannot be judged by place."
              + " Give "
              + LATITUDE_COLUMN
              + " and longitude_deg a name of that source in the signal catalogue.");
    }
    return position;
  }

  private static boolean isOwnPosition(Field field) {
    return field.shape() == Field.Shape.POSITION
        && field.parts().get(0).signal().column().equals(LATITUDE_COLUMN);
  }
}
