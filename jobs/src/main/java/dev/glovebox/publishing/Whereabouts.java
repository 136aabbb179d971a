package dev.glovebox.publishing;

import dev.glovebox.privacy.PlaceVerdict;
import dev.glovebox.privacy.SensitivePlaces;
import dev.glovebox.signal.Field;
import dev.glovebox.signal.ValueCursor;
import dev.glovebox.source.Polyline;
import java.util.Comparator;
import java.util.List;

/** Tells where a value that is itself a position or a line lies. */
final class Whereabouts {

  private final SensitivePlaces places;
  private final ValueCursor cursor = new ValueCursor();

  Whereabouts(SensitivePlaces places) {
    this.places = places;
  }

  /**
   * Where the value in {@code block[valueStart, valueEnd)} lies.
   *
   * @return outside for a value that is no place at all; unknown for one that cannot be decoded
   */
  PlaceVerdict of(Field field, byte[] block, int valueStart, int valueEnd) {
    return switch (field.shape()) {
      case POSITION -> point(block, valueStart, valueEnd);
      case LINE -> line(block, valueStart, valueEnd);
      case SCALAR, PARTS -> PlaceVerdict.OUTSIDE;
    };
  }

  private PlaceVerdict point(byte[] block, int valueStart, int valueEnd) {
    cursor.resetToValue(block, valueStart, valueEnd);
    if (!cursor.nextPart()) {
      return PlaceVerdict.UNKNOWN;
    }
    double latitudeDeg = cursor.readDouble();
    return cursor.nextPart() ? places.at(latitudeDeg, cursor.readDouble()) : PlaceVerdict.UNKNOWN;
  }

  private PlaceVerdict line(byte[] block, int valueStart, int valueEnd) {
    cursor.resetToValue(block, valueStart, valueEnd);
    if (!cursor.nextPart()) {
      return PlaceVerdict.UNKNOWN;
    }
    List<Polyline.Points> lines = Polyline.readings(cursor.readString());
    return lines.stream()
        .map(line -> places.along(line.latitudesDeg(), line.longitudesDeg()))
        .max(Comparator.comparing(Whereabouts::caution))
        .orElse(PlaceVerdict.UNKNOWN);
  }

  /** A line whose precision is in doubt is judged by the worst place it can mean. */
  private static int caution(PlaceVerdict verdict) {
    return switch (verdict) {
      case OUTSIDE -> 0;
      case UNKNOWN -> 1;
      case INSIDE -> 2;
    };
  }
}
