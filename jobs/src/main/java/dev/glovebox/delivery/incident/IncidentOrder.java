package dev.glovebox.delivery.incident;

import dev.glovebox.publishing.Watch;
import dev.glovebox.request.Request;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An incident that is to be packed: what one vehicle sent around an instant, as far as whoever asks
 * held it then.
 *
 * @param request of the kind incident, with its instant
 * @param vin of the one vehicle
 * @param fromMicros where it begins, in microseconds since the epoch
 * @param untilMicros exclusive
 */
public record IncidentOrder(Request request, String vin, long fromMicros, long untilMicros)
    implements Serializable {

  public IncidentOrder {
    long at = micros(request.at().orElseThrow());
    if (at < fromMicros || at >= untilMicros) {
      throw new IllegalArgumentException("The instant of an incident lies in its stretch of time.");
    }
  }

  /** What is read again for it. */
  public Watch watch() {
    return new Watch(vin, request.ownerId(), fromMicros, untilMicros);
  }

  /** The instant, in microseconds since the epoch. */
  long atMicros() {
    return micros(request.at().orElseThrow());
  }

  /** Microseconds since the epoch. */
  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Says nothing of the person: an order may end up in a message. */
  @Override
  public String toString() {
    return "IncidentOrder[" + request.id() + "]";
  }
}
