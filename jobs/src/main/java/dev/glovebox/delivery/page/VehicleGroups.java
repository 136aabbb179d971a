package dev.glovebox.delivery.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The vehicles as charts tell them apart: a colour each, as far as the eye can. */
final class VehicleGroups {

  private static final int COLOURS = 5;

  /** Vehicles of one colour. */
  record Group(String name, String cssClass, Set<String> vins) {

    boolean has(String vin) {
      return vins.contains(vin);
    }
  }

  private VehicleGroups() {}

  /** One group a vehicle; of many vehicles, the last group has the rest. */
  static List<Group> of(Telling telling) {
    List<String> vins = List.copyOf(vins(telling));
    int alone = vins.size() <= COLOURS ? vins.size() : COLOURS - 1;
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < alone; i++) {
      String vin = vins.get(i);
      groups.add(new Group(telling.names().name(vin), "s" + i, Set.of(vin)));
    }
    if (alone < vins.size()) {
      Set<String> rest = Set.copyOf(vins.subList(alone, vins.size()));
      groups.add(new Group(telling.text("vehicle.others", rest.size()), "s5", rest));
    }
    return groups;
  }

  private static Set<String> vins(Telling telling) {
    Journal journal = telling.facts().journal();
    Set<String> vins = new TreeSet<>();
    Stream.of(
            journal.months().stream().map(Journal.Month::vin),
            journal.batteries().stream().map(Journal.BatteryMonth::vin))
        .forEach(some -> some.forEach(vins::add));
    return vins;
  }
}
