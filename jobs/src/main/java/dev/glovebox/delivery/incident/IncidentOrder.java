package dev.glovebox.delivery.incident;

import dev.glovebox.publishing.Watch;
import dev.glovebox.request.Request;
import dev.glovebox.request.Request.Language;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An incident that is to be packed: what one vehicle sent around an instant, as far as whoever asks
 * held it then. Instants are in microseconds since the epoch.
 *
 * @param requestId of the request that asks for it
 * @param ownerId of whoever asks
 * @param vin of the one vehicle
 * @param atMicros the instant
 * @param fromMicros where it begins
 * @param untilMicros exclusive
 * @param language of the package
 */
public record IncidentOrder(
    String requestId,
    String ownerId,
    String vin,
    long atMicros,
    long fromMicros,
    long untilMicros,
    Language language)
    implements Serializable {

  public IncidentOrder {
    if (atMicros < fromMicros || atMicros >= untilMicros) {
      throw new IllegalArgumentException("The instant of an incident lies in its stretch of time.");
    }
  }

  /**
   * The order of a request.
   *
   * @param request of the kind incident, with its instant
   */
  public static IncidentOrder of(Request request, String vin, long fromMicros, long untilMicros) {
    return new IncidentOrder(
        request.id(),
        request.ownerId(),
        vin,
        micros(request.at().orElseThrow()),
        fromMicros,
        untilMicros,
        request.language());
  }

  /** What is read again for it. */
  public Watch watch() {
    return new Watch(vin, ownerId, fromMicros, untilMicros);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Says nothing of the person: an order may end up in a message. */
  @Override
  public String toString() {
    return "IncidentOrder[" + requestId + "]";
  }
}
