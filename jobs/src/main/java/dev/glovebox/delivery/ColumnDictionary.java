package dev.glovebox.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.glovebox.request.Request.Language;
import dev.glovebox.signal.Catalogue;
import dev.glovebox.signal.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What every column of a package means, in the languages of answers. */
final class ColumnDictionary {

  private static final String RESOURCE = "/schemas/package-columns.yaml";
  private static final String EVERY_SECTION = "every-section";

  /** Section or {@link #EVERY_SECTION}, then column, then language or {@code unit}. */
  private static final Map<String, Map<String, Map<String, String>>> DECLARED = read();

  private final Map<String, Signal> signals = new HashMap<>();
  private final Language language;

  ColumnDictionary(Catalogue catalogue, Language language) {
    this.language = language;
    catalogue.signals().forEach(signal -> signals.put(signal.column(), signal));
  }

  /**
   * A column's meaning.
   *
   * @param unit empty where it has none
   */
  record Meaning(Optional<String> unit, String description) {}

  /**
   * What a column means.
   *
   * @throws IllegalArgumentException for a column that is not declared
   */
  Meaning of(Section section, String column) {
    Map<String, String> own = declared(section.table(), column);
    Map<String, String> every = declared(EVERY_SECTION, column);
    if (own != null) {
      return meaning(own);
    }
    if (every != null) {
      return meaning(every);
    }
    Signal signal = signals.get(column);
    if (section != Section.TELEMETRY || signal == null) {
      throw new IllegalArgumentException(
          "The column " + column + " is not explained; add it to schemas/package-columns.yaml.");
    }
    return new Meaning(signal.unit(), signal.descriptions().get(language.tag()));
  }

  private Meaning meaning(Map<String, String> entry) {
    return new Meaning(Optional.ofNullable(entry.get("unit")), entry.get(language.tag()));
  }

  private static Map<String, String> declared(String section, String column) {
    return DECLARED.getOrDefault(section, Map.of()).get(column);
  }

  private static Map<String, Map<String, Map<String, String>>> read() {
    try (InputStream resource = ColumnDictionary.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper(new YAMLFactory()).readValue(resource, new TypeReference<>() {});
    } catch (IOException failed) {
      throw new UncheckedIOException("The packaged " + RESOURCE + " could not be read.", failed);
    }
  }
}
