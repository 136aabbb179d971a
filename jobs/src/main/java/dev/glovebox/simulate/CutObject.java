package dev.glovebox.simulate;

import dev.glovebox.simulate.Items.Arm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of resent values that ends in the middle of its compressed stream. It has values and
 * instants that no other object has, so that nothing depends on what is lost with its end.
 */
final class CutObject {

  private static final int VEHICLES = 3;
  private static final int MOST_LINES = 240;
  private static final int FLUSH_EVERY = 16;
  private static final long OWN_INSTANT = 7;
  private static final FleetSignal[] SIGNALS = {
    FleetSignal.DI_STATOR_TEMP_F, FleetSignal.DI_INVERTER_T_R, FleetSignal.ISOLATION_RESISTANCE
  };

  private final Handling.Table handling;
  private final Draws draws;
  private final PlantedCounts counts = new PlantedCounts();

  CutObject(Handling.Table handling, Draws draws) {
    this.handling = handling;
    this.draws = draws;
  }

  /** One message, and what must become of it if it is read. */
  private record Planted(byte[] line, Fate fate) {}

  PlantedCounts write(List<Vehicle> vehicles, long hourMicros, String suffix, OutputStream out)
      throws IOException {
    List<Planted> lines = lines(vehicles, hourMicros);
    byte[] whole = compressed(lines, suffix);
    byte[] cut = java.util.Arrays.copyOf(whole, (int) (whole.length * draws.between(5, 0.35, 0.9)));
    out.write(cut);
    byte[] readable = Compressed.readable(cut, suffix);
    int end = 0;
    for (Planted planted : lines) {
      end += planted.line().length;
      // A last line that lacks nothing but its end of line can be read.
      if (end - 1 <= readable.length) {
        count(planted.fate());
      }
    }
    counts.whole(Kind.UNKNOWN, Fate.TRUNCATED_OBJECT, 0);
    counts.plant(Rate.TRUNCATED_OBJECT);
    return counts;
  }

  private void count(Fate fate) {
    counts.values(fate, SIGNALS.length);
    if (counts.message(Kind.VEHICLE_DATA) == Fate.RELEASED) {
      counts.telemetryRow();
    }
  }

  private List<Planted> lines(List<Vehicle> vehicles, long hourMicros) {
    List<Planted> lines = new ArrayList<>();
    int first = draws.below(6, vehicles.size());
    for (int i = 0; i < Math.min(VEHICLES, vehicles.size()); i++) {
      Vehicle vehicle = vehicles.get((first + i) % vehicles.size());
      int number = MOST_LINES / 2 + draws.below(10 + i, MOST_LINES / 2);
      for (int line = 0; line < number; line++) {
        long micros = hourMicros + line * 14L * Calendar.SECOND + OWN_INSTANT;
        lines.add(planted(vehicle, micros, line));
      }
    }
    return lines;
  }

  private Planted planted(Vehicle vehicle, long micros, int number) {
    Lines line = new Lines();
    Items items = new Items(line.json());
    line.beginData();
    for (int i = 0; i < SIGNALS.length; i++) {
      line.separate();
      items.item(SIGNALS[i], 310 + (int) (draws.unit(number, i) * 400), Arm.TYPED);
    }
    line.endData(vehicle.vin(), micros, 0, Lines.Resend.YES);
    Fate fate = handling.of(SIGNALS[0]).fate(vehicle.holders().at(micros), Fate.RELEASED);
    return new Planted(bytes(line), fate);
  }

  private static byte[] bytes(Lines line) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      line.writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] compressed(List<Planted> lines, String suffix) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = Compressed.writing(bytes, suffix)) {
      for (int i = 0; i < lines.size(); i++) {
        stream.write(lines.get(i).line());
        if (i % FLUSH_EVERY == 0) {
          stream.flush();
        }
      }
    }
    return bytes.toByteArray();
  }

  /** A line that is too long, written without being held. */
  static void writeTooLong(int bytes, String vin, OutputStream out) throws IOException {
    byte[] begin =
        "{\"data\":[{\"key\":\"MediaNowPlayingTitle\",\"value\":{\"stringValue\":\""
            .getBytes(StandardCharsets.US_ASCII);
    byte[] end =
        ("\"}}],\"createdAt\":\"2026-01-02T03:04:05.678Z\",\"vin\":\"" + vin + "\"}")
            .getBytes(StandardCharsets.US_ASCII);
    out.write(begin);
    byte[] piece = "long ".repeat(800).getBytes(StandardCharsets.US_ASCII);
    int left = bytes - begin.length - end.length;
    while (left > 0) {
      out.write(piece, 0, Math.min(left, piece.length));
      left -= piece.length;
    }
    out.write(end);
    out.write('\n');
  }
}
