package dev.glovebox.simulate;

import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import dev.glovebox.signal.PrivacyClass;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * How the owner's view handles a value, by the privacy class that the catalogue gives its name.
 * This is all that the truth takes from the catalogue.
 */
enum Handling {
  PLAIN,
  /** Of a class that a sensitive place withholds. */
  PLACED,
  OTHER_PERSON,
  NOT_PUBLISHED,
  UNLISTED;

  /** Whether the catalogue publishes such a value at all, so that it can be a repeat of another. */
  boolean decoded() {
    return this != UNLISTED && this != NOT_PUBLISHED;
  }

  Fate fate(Holders.Known holder, Fate place) {
    if (holder != Holders.Known.HELD) {
      return holder == Holders.Known.NONE ? Fate.NO_TENURE : Fate.AMBIGUOUS_TENURE;
    }
    return switch (this) {
      case PLAIN -> Fate.RELEASED;
      case PLACED -> place;
      case OTHER_PERSON -> Fate.OTHER_PERSON;
      case NOT_PUBLISHED -> Fate.NOT_PUBLISHED;
      case UNLISTED -> Fate.UNLISTED_SIGNAL;
    };
  }

  /** The handling of every signal that the vehicles send. */
  static final class Table implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<FleetSignal, Handling> handling = new EnumMap<>(FleetSignal.class);
    private final Handling experiment;

    Table(Fields fields) {
      for (FleetSignal signal : FleetSignal.values()) {
        handling.put(signal, of(fields, signal.sent));
      }
      experiment = of(fields, DataMessages.EXPERIMENT);
    }

    Handling of(FleetSignal signal) {
      return handling.get(signal);
    }

    Handling experiment() {
      return experiment;
    }

    private static Handling of(Fields fields, String name) {
      Field field = fields.find(name);
      if (field == null) {
        return fields.listedUnpublished(name) ? NOT_PUBLISHED : UNLISTED;
      }
      return of(field.privacyClass());
    }

    private static Handling of(PrivacyClass privacyClass) {
      return switch (privacyClass) {
        case LOCATION, ROUTE -> PLACED;
        case OCCUPANT -> OTHER_PERSON;
        case CAMERA -> Handling.NOT_PUBLISHED;
        default -> PLAIN;
      };
    }
  }
}
