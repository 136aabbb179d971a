package dev.glovebox.delivery.page;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A list month by month, newest first.
 *
 * @param lead how many there are
 * @param leftOut how many are not listed and where they are; empty where all are
 */
public record MonthlyLog<R>(
    String lead, String leftOut, boolean severalVehicles, List<LogMonth<R>> months) {

  /** The rows of a month, with what they add up to. */
  public record LogMonth<R>(String name, String sum, List<R> rows) {}

  /**
   * Where the items of a list come from, and how they are told.
   *
   * @param key of the list's words
   * @param newestFirst what is listed
   * @param inAll how many there are
   * @param summed what is added up for a month
   */
  record Source<T, R>(
      String key,
      List<T> newestFirst,
      long inAll,
      Function<T, Instant> startedAt,
      ToDoubleFunction<T> summed,
      Function<T, R> row) {}

  static <T, R> MonthlyLog<R> of(Telling telling, Source<T, R> source) {
    String key = source.key();
    long listed = source.newestFirst().size();
    long older = source.inAll() - listed;
    return new MonthlyLog<>(
        telling.text(key + ".lead", source.inAll()),
        older > 0 ? telling.text(key + ".left-out", listed, older) : "",
        !telling.names().isOnlyOne(),
        months(telling, source));
  }

  private static <T, R> List<LogMonth<R>> months(Telling telling, Source<T, R> source) {
    ZoneId zone = telling.facts().asked().zone();
    return source.newestFirst().stream()
        .collect(
            Collectors.groupingBy(
                item -> YearMonth.from(source.startedAt().apply(item).atZone(zone)),
                LinkedHashMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(each -> month(telling, source, each.getKey(), each.getValue()))
        .toList();
  }

  private static <T, R> LogMonth<R> month(
      Telling telling, Source<T, R> source, YearMonth month, List<T> items) {
    String sum = telling.figures().whole(items.stream().mapToDouble(source.summed()).sum());
    return new LogMonth<>(
        telling.figures().month(month),
        telling.text(source.key() + ".month", items.size(), sum),
        items.stream().map(source.row()).toList());
  }
}
