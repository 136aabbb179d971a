package dev.glovebox.delivery;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * From the rows of one table to those that orders get, with a last row an order that says which
 * columns occur.
 *
 * @param schema of the rows; those of telemetry have their month behind it
 */
record SectionScan(Section section, StructType schema, SectionRows rows, Broadcast<Orders> orders)
    implements Serializable {

  Iterator<InternalRow> over(Iterator<InternalRow> read) {
    return new Pass(this, read);
  }

  private static final class Pass implements Iterator<InternalRow> {

    private final SectionScan scan;
    private final Iterator<InternalRow> read;
    private final SqueezedRow squeezed;
    private final UnsafeProjection projection;
    private final Queue<InternalRow> made = new ArrayDeque<>();
    private final TreeMap<Integer, BitSet> occurring = new TreeMap<>();

    Pass(SectionScan scan, Iterator<InternalRow> read) {
      this.scan = scan;
      this.read = read;
      this.squeezed = new SqueezedRow(scan.schema.length());
      this.projection = UnsafeProjection.create(scan.schema);
    }

    @Override
    public boolean hasNext() {
      while (made.isEmpty() && read.hasNext()) {
        take(read.next());
      }
      if (made.isEmpty() && !occurring.isEmpty()) {
        var last = occurring.pollFirstEntry();
        made.add(
            GatheredRows.occurrences(orders().part(last.getKey()), last.getKey(), last.getValue()));
      }
      return !made.isEmpty();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return made.remove();
    }

    private void take(InternalRow row) {
      orders().each(scan.rows, row, order -> add(order, row));
    }

    private void add(int order, InternalRow row) {
      UnsafeRow whole = projection.apply(row);
      boolean isTelemetry = scan.section == Section.TELEMETRY;
      if (isTelemetry) {
        note(occurring.computeIfAbsent(order, first -> new BitSet()), whole);
      }
      made.add(
          GatheredRows.of(
              orders().part(order),
              order,
              scan.section,
              isTelemetry ? row.getUTF8String(scan.schema.length()).clone() : UTF8String.EMPTY_UTF8,
              scan.rows.vin(row).clone(),
              scan.rows.time(row),
              squeezed.squeezed(whole)));
    }

    private static void note(BitSet columns, UnsafeRow row) {
      for (int column = 0; column < row.numFields(); column++) {
        if (!row.isNullAt(column)) {
          columns.set(column);
        }
      }
    }

    private Orders orders() {
      return scan.orders.value();
    }
  }
}
