package dev.glovebox.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the text of a calendar, strictly: what is not known is a fault. */
final class WorkingDaysReader {

  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> YEAR_KEYS = Set.of("basis", "holidays", "make-up-days");
  private static final Set<String> SPAN_KEYS = Set.of("from", "to");
  private static final int LONGEST_SPAN = 31;

  private final List<String> faults = new ArrayList<>();
  private final Set<Integer> years = new HashSet<>();
  private final Set<LocalDate> holidays = new HashSet<>();
  private final Set<LocalDate> makeUpDays = new HashSet<>();

  WorkingDays read(String yaml) {
    JsonNode tree = tree(yaml);
    if (keys(tree).equals(Set.of("years")) && tree.get("years").isObject()) {
      for (Map.Entry<String, JsonNode> year : tree.get("years").properties()) {
        readYear(year.getKey(), year.getValue());
      }
    } else if (faults.isEmpty()) {
      faults.add("the file has to have the one key years, and by year holidays and make-up-days");
    }
    if (!faults.isEmpty()) {
      throw new WorkingDaysException(faults);
    }
    return new WorkingDays(years, holidays, makeUpDays);
  }

  private JsonNode tree(String yaml) {
    try {
      return YAML.readTree(yaml);
    } catch (JsonProcessingException e) {
      faults.add("the file is not one YAML document without repeated keys");
      return YAML.missingNode();
    }
  }

  private void readYear(String key, JsonNode node) {
    if (!key.matches("[12]\\d{3}") || !YEAR_KEYS.containsAll(keys(node)) || !node.isObject()) {
      faults.add(key + ": has to be a year with holidays, make-up-days and their basis");
      return;
    }
    years.add(Integer.valueOf(key));
    readDays(key, "holidays", node.path("holidays"), holidays);
    readDays(key, "make-up-days", node.path("make-up-days"), makeUpDays);
  }

  private void readDays(String year, String name, JsonNode list, Set<LocalDate> days) {
    if (!list.isArray()) {
      faults.add(year + "." + name + ": has to be a list, an empty one if there are none");
    }
    for (JsonNode item : list) {
      List<LocalDate> read = days(item);
      boolean isOfYear =
          read.stream().allMatch(day -> Integer.toString(day.getYear()).equals(year));
      if (read.isEmpty() || !isOfYear) {
        faults.add(
            year
                + "."
                + name
                + ": every item has to be a day of the year as 2026-02-16, or {from: …, to: …} of at"
                + " most "
                + LONGEST_SPAN
                + " days");
      }
      days.addAll(read);
    }
  }

  private static List<LocalDate> days(JsonNode item) {
    boolean isSpan = keys(item).equals(SPAN_KEYS);
    Optional<LocalDate> from = day(isSpan ? item.get("from") : item);
    Optional<LocalDate> to = day(isSpan ? item.get("to") : item);
    if (from.isEmpty() || to.isEmpty() || to.get().isAfter(from.get().plusDays(LONGEST_SPAN))) {
      return List.of();
    }
    return to.get().isBefore(from.get())
        ? List.of()
        : from.get().datesUntil(to.get().plusDays(1)).toList();
  }

  private static Optional<LocalDate> day(JsonNode value) {
    try {
      return Optional.of(LocalDate.parse(value.asText()));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static Set<String> keys(JsonNode node) {
    Set<String> keys = new HashSet<>();
    Iterator<String> names = node.fieldNames();
    names.forEachRemaining(keys::add);
    return keys;
  }
}
