package dev.glovebox.source;

import dev.glovebox.signal.Fields;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads what Tesla's fleet-telemetry server forwards: decoded records as JSON, one a line, of
 * several kinds mixed in one object. A value is read by its field, whatever arm it comes in.
 */
public final class FleetTelemetryAdapter implements Adapter {
  private static final long serialVersionUID = 1L;

  /** The source in the signal catalogue. */
  public static final String SOURCE = "fleet-telemetry";

  private final Fields fields;
  private final int lineBytes;

  /**
   * @param fields the catalogue's fields of this source
   * @param lineBytes the longest line that is read, without its line break
   */
  public FleetTelemetryAdapter(Fields fields, int lineBytes) {
    if (lineBytes < 1) {
      throw new IllegalArgumentException(
          "The limit of a line has to be at least 1 byte. Provided: " + lineBytes);
    }
    this.fields = Objects.requireNonNull(fields, "fields");
    this.lineBytes = lineBytes;
  }

  @Override
  public String source() {
    return SOURCE;
  }

  @Override
  public Iterator<Message> read(InputStream object, RawObject about) {
    return read(object, about, line -> true);
  }

  @Override
  public Iterator<Message> read(InputStream object, RawObject about, Set<String> vins) {
    return read(object, about, new VehicleLines(vins));
  }

  private Iterator<Message> read(InputStream object, RawObject about, Predicate<Line> wanted) {
    InputStream plain = Decompression.open(object, about.name());
    return new ObjectMessages(plain, lineBytes, about, wanted, new LineDecoder(fields, about));
  }
}
