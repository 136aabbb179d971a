package dev.glovebox.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a report reckons with: limits, alarms and emission factors, each with its source.
 *
 * @param noiseBounds counts that can carry noise, with the most that one person adds in a year
 * @param leastSocChangePercent of a charging session that tells the state of health
 * @param alarms parts of alerts' names in lower case, by kind of alarm
 * @param regions the grid region of each province, by the registry's name of it
 */
public record Reference(
    String version,
    double warnAtShare,
    List<Threshold> thresholds,
    Map<String, Long> noiseBounds,
    double leastSocChangePercent,
    Map<String, List<String>> alarms,
    Factors factors,
    Map<String, String> regions) {

  /** The region of a province that nobody listed. */
  public static final String NATIONAL = "national";

  private static final String PACKAGED = "/schemas/report/reference.yaml";

  /** So many people whose data go abroad bring a duty. */
  public record Threshold(String sensitivity, long people, String duty) {}

  /**
   * Emission factors of one series; figures of two series are never added.
   *
   * @param byYear by year of the series, then by region
   */
  public record Factors(
      String series, String unit, String source, TreeMap<Integer, Map<String, Double>> byYear) {

    /**
     * The newest factor that is not of a later year; of the whole country where a region has none.
     */
    public Optional<Factor> of(String region, int year) {
      for (var each : byYear.headMap(year, true).descendingMap().entrySet()) {
        Map<String, Double> values = each.getValue();
        if (values.containsKey(region)) {
          return Optional.of(new Factor(series, each.getKey(), region, values.get(region)));
        }
        if (values.containsKey(NATIONAL)) {
          return Optional.of(new Factor(series, each.getKey(), NATIONAL, values.get(NATIONAL)));
        }
      }
      return Optional.empty();
    }
  }

  /** A factor with where it comes from; {@code value} in the series' unit. */
  public record Factor(String series, int year, String region, double value) {}

  /** The packaged one. */
  public static Reference packaged() {
    try (InputStream yaml = Reference.class.getResourceAsStream(PACKAGED)) {
      return read(new YAMLMapper().readTree(yaml));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Reference read(JsonNode root) {
    JsonNode border = root.at("/cross-border");
    List<Threshold> thresholds = new ArrayList<>();
    for (JsonNode each : border.get("thresholds")) {
      thresholds.add(
          new Threshold(
              each.get("sensitivity").asText(),
              each.get("people").asLong(),
              each.get("duty").asText()));
    }
    Map<String, List<String>> alarms = new TreeMap<>();
    root.at("/battery/alarms")
        .properties()
        .forEach(each -> alarms.put(each.getKey(), texts(each.getValue())));
    Map<String, String> regions = new HashMap<>();
    root.at("/carbon/regions")
        .properties()
        .forEach(each -> texts(each.getValue()).forEach(name -> regions.put(name, each.getKey())));
    return new Reference(
        root.get("version").asText(),
        border.get("warn-at-share").asDouble(),
        List.copyOf(thresholds),
        bounds(root.at("/noise/bounds")),
        root.at("/battery/least-soc-change-percent").asDouble(),
        alarms,
        factors(root.get("carbon")),
        Map.copyOf(regions));
  }

  private static Map<String, Long> bounds(JsonNode node) {
    Map<String, Long> bounds = new TreeMap<>();
    node.properties().forEach(each -> bounds.put(each.getKey(), each.getValue().asLong()));
    return bounds;
  }

  private static Factors factors(JsonNode carbon) {
    TreeMap<Integer, Map<String, Double>> byYear = new TreeMap<>();
    for (var year : carbon.get("factors").properties()) {
      Map<String, Double> values = new TreeMap<>();
      year.getValue()
          .properties()
          .forEach(each -> values.put(each.getKey(), each.getValue().asDouble()));
      byYear.put(Integer.valueOf(year.getKey()), values);
    }
    return new Factors(
        carbon.get("series").asText(),
        carbon.get("unit").asText(),
        carbon.get("source").asText(),
        byYear);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return List.copyOf(texts);
  }
}
