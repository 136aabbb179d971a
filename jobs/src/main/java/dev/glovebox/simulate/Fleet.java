package dev.glovebox.simulate;

import dev.glovebox.signal.Fields;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fleet that does not exist. What a vehicle does follows from the seed and its number alone, and
 * what an object holds from its key, so objects can be written anywhere and in any order.
 */
public final class Fleet implements Serializable {

  private static final long serialVersionUID = 1L;

  private final FleetOptions options;
  private final Handling.Table handling;
  private transient Plans plans;
  private transient int heldShard;
  private transient List<Vehicle> held;

  private Fleet(FleetOptions options, Handling.Table handling) {
    this.options = options;
    this.handling = handling;
  }

  /**
   * Plans a fleet.
   *
   * @param fields of the source {@code fleet-telemetry}, for the privacy classes of what it sends
   */
  public static Fleet of(FleetOptions options, Fields fields) {
    return new Fleet(options, new Handling.Table(fields));
  }

  /** What was asked for. */
  public FleetOptions options() {
    return options;
  }

  /** Every object of the fleet; neighbours share their vehicles. */
  public List<ObjectKey> objects() {
    return plans().objects.objects();
  }

  /** The files beside the raw objects that do not depend on what was counted. */
  public List<SideFile> sideFiles() {
    return new SideFiles(this).all();
  }

  /**
   * Writes one object; leaves the stream open. Not for several threads at once.
   *
   * @return what must become of what is in it
   */
  public PlantedCounts writeObject(ObjectKey key, OutputStream out) throws IOException {
    Draws draws = plans().objects.of(key);
    int day = (int) (key.date().toEpochDay() - options.start().toEpochDay());
    long hour = Calendar.of(options).at(day, key.hour());
    List<Vehicle> vehicles = shard(key.shard());
    if (key.part() == ObjectKey.Part.CUT) {
      return new CutObject(handling, draws).write(vehicles, hour, key.suffix(), out);
    }
    try (OutputStream compressed = Compressed.writing(new Unclosed(out), key.suffix())) {
      return new ObjectWriter(options, plans().places, handling)
          .write(vehicles, hour, draws, compressed);
    }
  }

  /** Everything that one vehicle does. */
  Vehicle vehicle(int index) {
    Profile profile = plans().profiles.of(index);
    return new Vehicle(
        profile, plans().holders.of(index), TimelinePlan.of(options, profile, plans().profiles));
  }

  Places places() {
    return plans().places;
  }

  HolderPlan holders() {
    return plans().holders;
  }

  ProfilePlan profiles() {
    return plans().profiles;
  }

  Draws draws() {
    return plans().draws;
  }

  private List<Vehicle> shard(int shard) {
    if (held == null || heldShard != shard) {
      int first = shard * options.vehiclesPerObject();
      int end = Math.min(options.vehicles(), first + options.vehiclesPerObject());
      held = IntStream.range(first, end).mapToObj(this::vehicle).toList();
      heldShard = shard;
    }
    return held;
  }

  private Plans plans() {
    if (plans == null) {
      plans = new Plans(options);
    }
    return plans;
  }

  /** What is planned for all vehicles; made again wherever the fleet is sent. */
  private static final class Plans {
    final Draws draws;
    final Places places;
    final HolderPlan holders;
    final ProfilePlan profiles;
    final ObjectPlan objects;

    Plans(FleetOptions options) {
      draws = new Draws(options.seed());
      places = Places.of(options.marginMeters());
      holders = new HolderPlan(options, draws.of(1));
      profiles = new ProfilePlan(options, places, holders, draws.of(2));
      objects = new ObjectPlan(options, draws.of(3));
    }
  }

  /** Closing a compressed stream must not close what it writes to. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
