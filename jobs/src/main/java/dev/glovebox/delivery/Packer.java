package dev.glovebox.delivery;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;

/** Packs the rows of some orders, one order after the other, each into its package. */
final class Packer implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<Integer, Order> orders = new HashMap<>();
  private final PackageTerms terms;
  private final String packages;
  private final SerializableConfiguration hadoop;

  Packer(
      List<Order> orders, PackageTerms terms, String packages, SerializableConfiguration hadoop) {
    orders.forEach(order -> this.orders.put(order.number(), order));
    this.terms = terms;
    this.packages = packages;
    this.hadoop = hadoop;
  }

  /**
   * What became of the orders whose rows these are. A row that cannot be read fails them all, since
   * another try may read it.
   *
   * @param rows in the order of {@link GatheredRows#ORDER}
   */
  Iterator<Packed> pack(Iterator<InternalRow> rows) {
    List<Packed> packed = new ArrayList<>();
    Map<Section, SqueezedRow> forms = new HashMap<>();
    OpenPackage open = null;
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      if (open == null || open.order() != GatheredRows.order(row)) {
        end(open, packed);
        Order order = orders.get(GatheredRows.order(row));
        open = new OpenPackage(order, terms, packages, hadoop.value(), forms);
      }
      open.take(row);
    }
    end(open, packed);
    return packed.iterator();
  }

  private static void end(OpenPackage open, List<Packed> packed) {
    if (open != null) {
      packed.add(open.end());
    }
  }
}
