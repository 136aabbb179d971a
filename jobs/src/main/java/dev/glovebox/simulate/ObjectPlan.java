package dev.glovebox.simulate;

import dev.glovebox.simulate.ObjectKey.Part;
import java.util.ArrayList;
import java.util.List;

/** Which objects there are, and how each is stored. */
final class ObjectPlan {

  private static final int HOURS = 24;
  private static final double ZSTD_FROM = 0.8;
  private static final double PLAIN_FROM = 0.9;

  private final FleetOptions options;
  private final Draws draws;

  ObjectPlan(FleetOptions options, Draws draws) {
    this.options = options;
    this.draws = draws;
  }

  /** Every object, those of one shard together. */
  List<ObjectKey> objects() {
    List<ObjectKey> objects = new ArrayList<>();
    for (int shard = 0; shard < options.shards(); shard++) {
      for (int hour = 0; hour < options.days() * HOURS; hour++) {
        addHour(shard, hour, objects);
      }
    }
    return objects;
  }

  /** The draws of one object. */
  Draws of(ObjectKey key) {
    int hour = (int) (key.date().toEpochDay() - options.start().toEpochDay()) * HOURS + key.hour();
    return draws.of(key.shard()).of(hour);
  }

  private void addHour(int shard, int hour, List<ObjectKey> objects) {
    Draws own = draws.of(shard).of(hour);
    objects.add(key(shard, hour, Part.WHOLE, suffix(own.unit(1))));
    if (own.chance(2, options.rates().of(Rate.TRUNCATED_OBJECT))) {
      boolean zstd =
          switch (options.compression()) {
            case GZIP, NONE -> false;
            case ZSTD -> true;
            case MIXED -> own.chance(3, 0.4);
          };
      objects.add(key(shard, hour, Part.CUT, zstd ? ".zst" : ".gz"));
    }
  }

  private ObjectKey key(int shard, int hour, Part part, String suffix) {
    return new ObjectKey(options.start().plusDays(hour / HOURS), hour % HOURS, shard, part, suffix);
  }

  private String suffix(double unit) {
    return switch (options.compression()) {
      case GZIP -> ".gz";
      case ZSTD -> ".zst";
      case NONE -> "";
      case MIXED -> unit < ZSTD_FROM ? ".gz" : unit < PLAIN_FROM ? ".zst" : "";
    };
  }
}
