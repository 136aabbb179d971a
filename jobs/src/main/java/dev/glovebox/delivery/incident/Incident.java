package dev.glovebox.delivery.incident;

import dev.glovebox.signal.Signal;

/**
 * All that the files of one incident package are made from.
 *
 * @param order what was asked for
 * @param found what there is
 * @param channels what became of each signal
 * @param words in the language of the request
 */
record Incident(
    IncidentOrder order,
    IncidentTerms terms,
    IncidentRecord found,
    Channels channels,
    Words words,
    Times times) {

  static Incident of(IncidentOrder order, IncidentTerms terms, IncidentRecord found) {
    return new Incident(
        order,
        terms,
        found,
        Channels.of(found, order, terms.fields()),
        Words.in(order.language()),
        new Times(terms.zone()));
  }

  String maskedVin() {
    return MaskedVin.of(order.vin());
  }

  /** Seconds from the incident's instant, to the microsecond. */
  String secondsFromInstant(long micros) {
    return Times.seconds(micros - order.atMicros());
  }

  /** What a column of the catalogue means, in the language of the request. */
  String description(Signal signal) {
    String tag = words.language().tag();
    return signal.descriptions().getOrDefault(tag, signal.descriptions().get("en"));
  }
}
