package dev.glovebox.reporting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a cell stands: a member for each dimension that it is broken down by; a dimension that is
 * absent is totalled.
 */
public final class Coordinates implements Comparable<Coordinates> {

  /** The total over everything. */
  public static final Coordinates TOTAL = new Coordinates(Map.of());

  private final Map<Dimension, String> members;

  private Coordinates(Map<Dimension, String> members) {
    EnumMap<Dimension, String> copy = new EnumMap<>(Dimension.class);
    copy.putAll(members);
    this.members = Collections.unmodifiableMap(copy);
  }

  /** Of these members. */
  public static Coordinates of(Map<Dimension, String> members) {
    return new Coordinates(members);
  }

  /** The members, in the order of dimensions. */
  public Map<Dimension, String> members() {
    return members;
  }

  /** The member of one dimension. */
  public Optional<String> member(Dimension dimension) {
    return Optional.ofNullable(members.get(dimension));
  }

  /** Whether it totals this dimension. */
  public boolean isTotalOver(Dimension dimension) {
    return !members.containsKey(dimension);
  }

  /** A part of it. */
  public Coordinates with(Dimension dimension, String member) {
    Map<Dimension, String> more = new EnumMap<>(Dimension.class);
    more.putAll(members);
    more.put(dimension, member);
    return new Coordinates(more);
  }

  /** The total that it is a part of. */
  public Coordinates without(Dimension dimension) {
    Map<Dimension, String> fewer = new EnumMap<>(Dimension.class);
    fewer.putAll(members);
    fewer.remove(dimension);
    return new Coordinates(fewer);
  }

  /** By their names, as the table has them. */
  public Map<String, String> byName() {
    Map<String, String> names = new TreeMap<>();
    members.forEach((dimension, member) -> names.put(dimension.code(), member));
    return names;
  }

  @Override
  public int compareTo(Coordinates other) {
    return key().compareTo(other.key());
  }

  private String key() {
    StringBuilder key = new StringBuilder();
    for (Dimension dimension : Dimension.values()) {
      key.append(members.getOrDefault(dimension, "")).append('\u0000');
    }
    return key.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Coordinates that && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
