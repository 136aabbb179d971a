package dev.glovebox.delivery;

import dev.glovebox.store.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes a sealed package: a BagIt bag (RFC 8493, SHA-256) in one zip, as a stream. The same
 * contents give the same bytes.
 */
public final class BagWriter {

  static final String DATA = "data/";
  static final String MANIFEST = "manifest-sha256.txt";
  static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
  static final String BAGIT = "bagit.txt";
  static final String INFO = "bag-info.txt";
  static final String SIGNATURE = "signature.json";
  static final String OXUM = "Payload-Oxum";

  /** What every file system takes and no manifest has to escape. */
  static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

  static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

  private final ZipStream zip;
  private final String folder;
  private final Map<String, String> info;
  private final SigningKey key;
  private final SortedMap<String, String> payload = new TreeMap<>();
  private final SortedMap<String, String> tags = new TreeMap<>();
  private final Map<String, Written> writtenFiles = new LinkedHashMap<>();
  private long payloadBytes;

  private BagWriter(ZipStream zip, String folder, Map<String, String> info, SigningKey key) {
    this.zip = zip;
    this.folder = folder;
    this.info = new LinkedHashMap<>(info);
    this.key = key;
  }

  /**
   * Begins a package.
   *
   * @param out takes the zip; it is flushed, never closed
   * @param folder the one folder in the zip, which holds the bag; a single path element
   * @param info what {@code bag-info.txt} says besides what the bag itself counts
   * @throws IllegalArgumentException if the folder or an entry of {@code info} could not be written
   *     so that it is read as it was meant
   */
  public static BagWriter open(
      OutputStream out, String folder, Map<String, String> info, SigningKey key)
      throws IOException {
    if (folder.contains("/") || !PATH.matcher(folder).matches()) {
      throw new IllegalArgumentException("A bag's folder is a single plain path element.");
    }
    info.forEach(BagWriter::checkInfo);
    BagWriter bag = new BagWriter(new ZipStream(out), folder, info, key);
    bag.tag(BAGIT, DECLARATION);
    return bag;
  }

  /**
   * Begins a file below {@code data/}; it ends when the stream is closed, and one is open at a
   * time.
   *
   * @throws IllegalArgumentException for a path that is there already or could lead elsewhere
   */
  public OutputStream payload(String path) throws IOException {
    return member(checked(DATA + path, payload), payload);
  }

  /** Begins a file beside {@code data/}, likewise. */
  public OutputStream tag(String path) throws IOException {
    if (path.startsWith(DATA) || path.equals(SIGNATURE)) {
      throw new IllegalArgumentException(
          "A tag file lies beside data/, and has a name of its own.");
    }
    return member(checked(path, tags), tags);
  }

  /** Copies what was written aside to a file below {@code data/}. */
  void payload(String path, Spool contents) throws IOException {
    try (OutputStream file = payload(path)) {
      contents.writeTo(file);
    }
  }

  /** How large a finished payload file is, and its hash. */
  Written written(String path) {
    return writtenFiles.get(DATA + path);
  }

  /**
   * A finished file of the package.
   *
   * @param sha256 hexadecimal
   */
  record Written(long bytes, String sha256) {}

  /** Writes the manifests and the signature, and ends the zip. */
  public Sealed finish() throws IOException {
    info.put(OXUM, payloadBytes + "." + payload.size());
    tag(INFO, lines(info));
    tag(MANIFEST, manifest(payload));
    byte[] tagManifest = manifest(tags).getBytes(StandardCharsets.UTF_8);
    write(TAG_MANIFEST, tagManifest);
    write(SIGNATURE, PackageSignature.by(key, tagManifest).toJson());
    return zip.finish();
  }

  /**
   * A finished zip.
   *
   * @param bytes its size
   * @param sha256 of it, hexadecimal
   */
  public record Sealed(long bytes, String sha256) {}

  private void tag(String path, String text) throws IOException {
    try (OutputStream file = tag(path)) {
      file.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void write(String path, byte[] bytes) throws IOException {
    try (OutputStream file = zip.entry(folder + "/" + path, (size, sha256) -> {})) {
      file.write(bytes);
    }
  }

  private OutputStream member(String path, Map<String, String> manifest) throws IOException {
    return zip.entry(
        folder + "/" + path,
        (size, sha256) -> {
          manifest.put(path, sha256);
          writtenFiles.put(path, new Written(size, sha256));
          payloadBytes += path.startsWith(DATA) ? size : 0;
        });
  }

  private static String checked(String path, Map<String, String> there) {
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException(
          "A file of a bag has a plain relative path: letters, digits, \"_\", \".\", \"-\".");
    }
    if (there.containsKey(path)) {
      throw new IllegalArgumentException("The bag has a file " + path + " already.");
    }
    return path;
  }

  private static void checkInfo(String label, String value) {
    boolean plain =
        label.matches("[A-Za-z0-9-]+") && value.chars().noneMatch(Character::isISOControl);
    if (!plain || label.equals(OXUM)) {
      throw new IllegalArgumentException(
          "A label of bag-info.txt is letters, digits and hyphens, its value one line, and "
              + OXUM
              + " is counted.");
    }
  }

  private static String manifest(SortedMap<String, String> digests) {
    StringBuilder text = new StringBuilder();
    digests.forEach((path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
    return text.toString();
  }

  private static String lines(Map<String, String> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
    return text.toString();
  }
}
