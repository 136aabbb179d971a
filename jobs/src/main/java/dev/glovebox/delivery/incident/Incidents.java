package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.Receipt;
import dev.glovebox.delivery.incident.IncidentAnswer.Reason;
import dev.glovebox.publishing.Replay;
import dev.glovebox.publishing.Watch;
import dev.glovebox.registry.Holding;
import dev.glovebox.registry.Tenures;
import dev.glovebox.store.RawObjects;
import dev.glovebox.table.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * Serves the incidents of a run: one pass over the raw objects that can matter, and a package of
 * what it finds for each. A package that fails, fails alone.
 */
public final class Incidents {

  private final JavaSparkContext context;
  private final Tenures tenures;
  private final Replay replay;
  private final ArrivedObjects objects;
  private final LateArrivals late;
  private final IncidentTerms terms;

  /**
   * @param lake whose counts tell what arrived late
   * @param duplicatesWindowDays how many dates after its end an incident is looked for on in any
   *     case
   */
  public Incidents(
      SparkSession spark,
      Lake lake,
      RawObjects raw,
      Tenures tenures,
      Replay replay,
      int duplicatesWindowDays,
      IncidentTerms terms) {
    this.context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    this.tenures = tenures;
    this.replay = replay;
    this.objects = new ArrivedObjects(raw, terms.zone(), duplicatesWindowDays);
    this.late = new LateArrivals(context, lake, terms.zone());
    this.terms = terms;
  }

  /**
   * Serves incidents.
   *
   * @param shelf where packages are put, by the task that makes them
   * @return an answer to each, in their order
   */
  public List<IncidentAnswer> serve(List<IncidentOrder> orders, Shelf shelf) {
    Map<String, IncidentAnswer> answers = new HashMap<>();
    List<IncidentOrder> held = orders.stream().filter(this::isHeld).toList();
    packed(held, shelf).forEach(answer -> answers.put(answer.requestId(), answer));
    return orders.stream()
        .map(
            order ->
                answers.getOrDefault(
                    order.requestId(), IncidentAnswer.none(order, Reason.NO_TENURE)))
        .toList();
  }

  private boolean isHeld(IncidentOrder order) {
    Holding holding = tenures.at(order.vin(), order.atMicros());
    return holding.state() == Holding.State.HELD && order.ownerId().equals(holding.ownerId());
  }

  private List<IncidentAnswer> packed(List<IncidentOrder> orders, Shelf shelf) {
    List<Watch> watches = orders.stream().map(IncidentOrder::watch).toList();
    List<Replay.Arrived> arrived = objects.of(watches, late.of(watches), replay);
    Broadcast<List<IncidentOrder>> asked = context.broadcast(orders);
    Broadcast<IncidentTerms> terms = context.broadcast(this.terms);
    return replay.each(
        arrived,
        watches,
        (watch, source) -> answer(asked.value().get(watch), terms.value(), source, shelf));
  }

  private static IncidentAnswer answer(
      IncidentOrder order, IncidentTerms terms, Replay.Source source, Shelf shelf) {
    IncidentRecord found = new IncidentRecord();
    source.tell(found);
    if (found.isEmpty()) {
      return IncidentAnswer.none(order, Reason.NO_READINGS);
    }
    try {
      Receipt receipt =
          shelf.keep(order.requestId(), out -> IncidentPackage.write(order, terms, found, out));
      return IncidentAnswer.packed(order, receipt);
    } catch (IOException | UncheckedIOException failed) {
      return IncidentAnswer.failed(order, Reason.STORE_FAILED, failed);
    } catch (RuntimeException failed) { // Whatever is wrong with it, the others are served.
      return IncidentAnswer.failed(order, Reason.PACKAGE_FAILED, failed);
    }
  }
}
