package dev.glovebox.delivery.page;

import dev.glovebox.delivery.page.PageFacts.Vehicle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page calls each vehicle: its model and the end of its VIN, never the whole VIN. */
final class VehicleNames {

  private static final int SHOWN_HEAD = 3;
  private static final int SHOWN_TAIL = 4;
  private static final int MASKABLE = 11;

  private final Wording words;
  private final Map<String, String> byVin = new LinkedHashMap<>();

  VehicleNames(List<Vehicle> vehicles, Wording words) {
    this.words = words;
    vehicles.forEach(
        each ->
            byVin.put(
                each.vin(),
                words.text(
                    "vehicle.name", each.model().orElse(words.text("vehicle")), tail(each.vin()))));
  }

  /** The vehicles in their order. */
  List<String> vins() {
    return List.copyOf(byVin.keySet());
  }

  String name(String vin) {
    return byVin.getOrDefault(vin, words.text("vehicle.name", words.text("vehicle"), tail(vin)));
  }

  boolean isOnlyOne() {
    return byVin.size() <= 1;
  }

  /** Head and tail of a VIN; of anything shorter only the tail. */
  static String masked(String vin) {
    String head = vin.length() < MASKABLE ? "" : vin.substring(0, SHOWN_HEAD);
    return head + "••••••" + tail(vin);
  }

  private static String tail(String vin) {
    int shown = vin.length() < MASKABLE ? Math.min(2, vin.length() / 2) : SHOWN_TAIL;
    return vin.substring(vin.length() - shown);
  }
}
