package dev.glovebox.signal;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One catalogued quantity: one column of the telemetry table.
 *
 * @param ordinal place in the catalogue, from 0
 * @param column name of the column, snake_case, ending in its unit
 * @param type of the converted value
 * @param unit of the converted value; empty for what has none
 * @param range that a number must lie in; empty when any number is possible
 * @param values names that an enumeration allows, without prefix; empty for anything else
 * @param privacyClass what the signal can tell about people
 * @param vss path in the COVESA Vehicle Signal Specification 6.0, where it has one
 * @param descriptions by language: {@code en}, {@code zh-Hans}
 */
public record Signal(
    int ordinal,
    String column,
    SignalType type,
    Optional<String> unit,
    Optional<Range> range,
    List<String> values,
    PrivacyClass privacyClass,
    Optional<String> vss,
    Map<String, String> descriptions)
    implements Serializable {

  public Signal {
    values = List.copyOf(values);
    descriptions = Map.copyOf(descriptions);
  }

  private Object writeReplace() {
    return new Stored(
        ordinal,
        column,
        type,
        unit.orElse(null),
        range.orElse(null),
        values,
        privacyClass,
        vss.orElse(null),
        descriptions);
  }

  /** The serial form: an Optional has none of its own. */
  private record Stored(
      int ordinal,
      String column,
      SignalType type,
      String unit,
      Range range,
      List<String> values,
      PrivacyClass privacyClass,
      String vss,
      Map<String, String> descriptions)
      implements Serializable {

    private Object readResolve() {
      return new Signal(
          ordinal,
          column,
          type,
          Optional.ofNullable(unit),
          Optional.ofNullable(range),
          values,
          privacyClass,
          Optional.ofNullable(vss),
          descriptions);
    }
  }
}
