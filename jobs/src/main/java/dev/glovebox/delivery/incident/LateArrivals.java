package dev.glovebox.delivery.incident;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.glovebox.publishing.Watch;
import dev.glovebox.table.EngineRows;
import dev.glovebox.table.Lake;
import dev.glovebox.table.LakeTables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * On which dates messages of a vehicle and a day arrived, as the counts of publishing say: however
 * late they were, their objects are found.
 */
final class LateArrivals {

  private static final StructType SCHEMA =
      new StructType()
          .add("watch", DataTypes.IntegerType, false)
          .add("batch_day", DataTypes.IntegerType, false);

  private final JavaSparkContext context;
  private final Lake lake;
  private final ZoneId zone;

  LateArrivals(JavaSparkContext context, Lake lake, ZoneId zone) {
    this.context = context;
    this.lake = lake;
    this.zone = zone;
  }

  /** The dates for each watch; none where nothing has been published. */
  List<NavigableSet<LocalDate>> of(List<Watch> watches) {
    List<NavigableSet<LocalDate>> dates = new ArrayList<>();
    watches.forEach(watch -> dates.add(new TreeSet<>()));
    if (!watches.isEmpty() && lake.has(LakeTables.completeness())) {
      for (Row row : counted(watches).collectAsList()) {
        dates.get(row.getInt(0)).add(LocalDate.ofEpochDay(row.getInt(1)));
      }
    }
    return dates;
  }

  /** The vehicles travel beside the plan, in which nobody is to be found. */
  private Dataset<Row> counted(List<Watch> watches) {
    LocalDate first = day(watches.stream().mapToLong(Watch::fromMicros).min().orElseThrow());
    LocalDate last = day(watches.stream().mapToLong(Watch::untilMicros).max().orElseThrow());
    Dataset<Row> rows =
        lake.read(LakeTables.completeness())
            .filter(
                col("event_month")
                    .between(YearMonth.from(first).toString(), YearMonth.from(last).toString())
                    .and(col("event_date").between(lit(first), lit(last))))
            .select("vin", "event_date", "batch_date");
    Broadcast<Map<String, List<Integer>>> byVin = context.broadcast(byVin(watches));
    int[] firstDays = days(watches.stream().map(Watch::fromMicros).toList());
    int[] lastDays = days(watches.stream().map(Watch::untilMicros).toList());
    return EngineRows.flatMap(
            rows,
            SCHEMA,
            () ->
                (row, out) -> {
                  String vin = row.getUTF8String(0).toString();
                  for (int watch : byVin.value().getOrDefault(vin, List.of())) {
                    if (firstDays[watch] <= row.getInt(1) && row.getInt(1) <= lastDays[watch]) {
                      out.accept(row(watch, row.getInt(2)));
                    }
                  }
                })
        .distinct();
  }

  private static InternalRow row(int watch, int batchDay) {
    return new GenericInternalRow(new Object[] {watch, batchDay});
  }

  private static Map<String, List<Integer>> byVin(List<Watch> watches) {
    Map<String, List<Integer>> byVin = new HashMap<>();
    IntStream.range(0, watches.size())
        .forEach(
            watch ->
                byVin
                    .computeIfAbsent(watches.get(watch).vin(), vin -> new ArrayList<>())
                    .add(watch));
    return byVin;
  }

  private int[] days(List<Long> instants) {
    return instants.stream().mapToInt(micros -> (int) day(micros).toEpochDay()).toArray();
  }

  private LocalDate day(long micros) {
    return LocalDate.ofInstant(Times.instant(micros), zone);
  }
}
