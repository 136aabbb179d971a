package dev.glovebox.delivery;

import dev.glovebox.request.Grant;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The orders of a run by holder and vehicle, as every task that reads the tables has them. */
final class Orders implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<UTF8String, HashMap<UTF8String, ArrayList<Granted>>> byOwner =
      new HashMap<>();
  private final int parts;

  private record Granted(int order, Grant grant) implements Serializable {}

  /**
   * @param parts over which orders are spread
   */
  Orders(List<Order> orders, int parts) {
    this.parts = parts;
    for (Order order : orders) {
      UTF8String owner = UTF8String.fromString(order.request().ownerId());
      HashMap<UTF8String, ArrayList<Granted>> byVin =
          byOwner.computeIfAbsent(owner, id -> new HashMap<>());
      for (Grant grant : order.granted()) {
        byVin
            .computeIfAbsent(UTF8String.fromString(grant.vin()), vin -> new ArrayList<>())
            .add(new Granted(order.number(), grant));
      }
    }
  }

  /** Names every order that a row belongs to. */
  void each(SectionRows rows, InternalRow row, IntConsumer order) {
    Map<UTF8String, ArrayList<Granted>> byVin = byOwner.get(rows.owner(row));
    List<Granted> granted = byVin == null ? null : byVin.get(rows.vin(row));
    if (granted == null) {
      return;
    }
    int last = -1;
    for (Granted each : granted) {
      // Completeness counts days: one that two stretches touch is one row all the same.
      if (each.order() != last && rows.isGranted(row, each.grant())) {
        order.accept(each.order());
        last = each.order();
      }
    }
  }

  /** Where an order's rows come together. */
  int part(int order) {
    return order % parts;
  }
}
