package dev.glovebox.simulate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.PriorityQueue;

/** Writes the object of an hour: the messages of its vehicles as they arrive, one at a time. */
final class ObjectWriter {

  private static final int FLUSH_BYTES = 1 << 13;

  private final FleetOptions options;
  private final Lines lines = new Lines();
  private final PlantedCounts counts = new PlantedCounts();
  private final DataMessages data;
  private final OddMessages odd;
  private final OtherMessages other;
  private final BrakingMessages braking;

  ObjectWriter(FleetOptions options, Places places, Handling.Table handling) {
    this.options = options;
    this.data = new DataMessages(options, places, handling, lines, counts);
    this.odd = new OddMessages(handling, lines, counts);
    this.other = new OtherMessages(lines, counts);
    this.braking = new BrakingMessages(options, handling, lines, counts);
  }

  PlantedCounts write(List<Vehicle> vehicles, long hourMicros, Draws draws, OutputStream out)
      throws IOException {
    if (draws.chance(4, options.rates().of(Rate.TOO_LONG_LINE))) {
      CutObject.writeTooLong(options.tooLongBytes(), vehicles.get(0).vin(), out);
      counts.plant(Rate.TOO_LONG_LINE);
      counts.whole(Kind.UNKNOWN, Fate.TOO_LONG, 0);
    }
    PriorityQueue<TickStream> streams = streams(vehicles, hourMicros);
    while (!streams.isEmpty()) {
      TickStream earliest = streams.poll();
      messages(earliest);
      if (lines.json().size() > FLUSH_BYTES) {
        lines.writeTo(out);
      }
      if (earliest.next()) {
        streams.add(earliest);
      }
    }
    vehicles.forEach(vehicle -> braking.write(vehicle, hourMicros, hourMicros + Calendar.HOUR));
    lines.writeTo(out);
    return counts;
  }

  private void messages(TickStream at) {
    if (at.delivery() == Delivery.ON_TIME || at.delivery() == Delivery.LATE) {
      data.regular(at);
      other.beside(at);
      odd.beside(at);
    } else {
      data.again(at);
    }
  }

  private PriorityQueue<TickStream> streams(List<Vehicle> vehicles, long hourMicros) {
    PriorityQueue<TickStream> streams = new PriorityQueue<>();
    for (Vehicle vehicle : vehicles) {
      for (Delivery delivery : Delivery.values()) {
        if (delivery.occurs(options.rates())) {
          TickStream stream =
              new TickStream(vehicle, delivery, options, hourMicros, hourMicros + Calendar.HOUR);
          if (stream.next()) {
            streams.add(stream);
          }
        }
      }
    }
    return streams;
  }
}
