package dev.glovebox.signal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signal catalogue: the only place that knows a signal. Columns, decoding, policy, the data
 * dictionary and the documentation are derived from it. Immutable.
 */
public final class Catalogue implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The class path resource that holds the packaged catalogue. */
  public static final String PACKAGED = "/schemas/signals.yaml";

  private final List<Signal> signals;
  private final LinkedHashMap<String, Fields> fieldsBySource;
  private final String digest;

  Catalogue(List<Signal> signals, Map<String, Fields> fieldsBySource, String digest) {
    this.signals = List.copyOf(signals);
    this.fieldsBySource = new LinkedHashMap<>(fieldsBySource);
    this.digest = digest;
  }

  /** The catalogue that comes with the program. */
  public static Catalogue packaged() {
    try (InputStream resource = Catalogue.class.getResourceAsStream(PACKAGED)) {
      if (resource == null) {
        throw new IllegalStateException(
            "The program has no " + PACKAGED + ": it was not built whole. Build it again.");
      }
      return parse(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The packaged " + PACKAGED + " could not be read.", e);
    }
  }

  /**
   * Reads a catalogue, strictly.
   *
   * @throws CatalogueException with every fault at once
   */
  public static Catalogue parse(String yaml) {
    return new CatalogueParser().parse(yaml, sha256(yaml));
  }

  /** Every signal in the order of the file, which is the order of the table's columns. */
  public List<Signal> signals() {
    return signals;
  }

  /**
   * What a source sends.
   *
   * @throws IllegalArgumentException for a source that the catalogue does not know
   */
  public Fields fields(String source) {
    Fields fields = fieldsBySource.get(source);
    if (fields == null) {
      throw new IllegalArgumentException(
          "The signal catalogue does not know the source "
              + source
              + ". It knows "
              + String.join(", ", sources())
              + ".");
    }
    return fields;
  }

  /** The sources that the catalogue knows. */
  public Set<String> sources() {
    return Collections.unmodifiableSet(fieldsBySource.keySet());
  }

  /** SHA-256 of the file's text in UTF-8, in hexadecimal. */
  public String digest() {
    return digest;
  }

  private static String sha256(String yaml) {
    try {
      byte[] text = yaml.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every Java must have.", e);
    }
  }
}
