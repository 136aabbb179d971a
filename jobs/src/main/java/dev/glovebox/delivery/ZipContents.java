package dev.glovebox.delivery;

import dev.glovebox.store.Digests;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The files of a zip that may be hostile: nothing is unpacked, no entry is read beyond the size
 * that it states, small files alone are held in memory.
 */
final class ZipContents implements Closeable {

  private static final int MANY_ENTRIES = 100_000;
  private static final int SMALL_BYTES = 32 << 20;
  private static final int BUFFER_BYTES = 1 << 16;

  private final ZipFile zip;
  private final SortedMap<String, ZipArchiveEntry> entries = new TreeMap<>();

  private ZipContents(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens a zip.
   *
   * @param fault hears of entries that a package cannot have, which are left out: the name and why
   * @throws IOException if it is none
   */
  static ZipContents open(Path file, BiConsumer<String, String> fault) throws IOException {
    ZipFile zip = ZipFile.builder().setPath(file).get();
    ZipContents contents = new ZipContents(zip);
    try {
      contents.list(Files.size(file), fault);
      return contents;
    } catch (IOException | RuntimeException failed) {
      zip.close();
      throw failed;
    }
  }

  private void list(long fileBytes, BiConsumer<String, String> fault) throws IOException {
    List<ZipArchiveEntry> all = Collections.list(zip.getEntries());
    long packed = all.stream().mapToLong(ZipArchiveEntry::getCompressedSize).sum();
    if (all.size() > MANY_ENTRIES || packed > fileBytes) {
      throw new IOException("more entries than a zip of this size can hold");
    }
    String folder = all.isEmpty() ? "" : folder(all.get(0).getName());
    Set<String> spellings = new HashSet<>();
    for (ZipArchiveEntry entry : all) {
      String name = entry.getName();
      String problem = problem(entry, folder);
      if (problem.isEmpty() && !spellings.add(name.toLowerCase(Locale.ROOT))) {
        problem = "is there twice";
      }
      if (problem.isEmpty()) {
        entries.put(name.substring(folder.length()), entry);
      } else {
        fault.accept(name, problem);
      }
    }
  }

  private static String folder(String name) {
    return name.substring(0, name.indexOf('/') + 1);
  }

  private static String problem(ZipArchiveEntry entry, String folder) {
    String name = entry.getName();
    if (folder.isEmpty() || !name.startsWith(folder)) {
      return "does not lie in the one folder of the package";
    }
    if (!BagWriter.PATH.matcher(name).matches()) {
      return "has a name that could lead elsewhere";
    }
    boolean plain =
        !entry.isDirectory()
            && !entry.isUnixSymlink()
            && !entry.getGeneralPurposeBit().usesEncryption()
            && (entry.getMethod() == ZipArchiveEntry.STORED
                || entry.getMethod() == ZipArchiveEntry.DEFLATED);
    return plain ? "" : "is no plain file";
  }

  /** The paths of the files in the folder. */
  SortedSet<String> names() {
    return new TreeSet<>(entries.keySet());
  }

  /** The size that a file states; 0 if there is none. */
  long size(String path) {
    ZipArchiveEntry entry = entries.get(path);
    return entry == null ? 0 : entry.getSize();
  }

  /** The SHA-256 of a file, hexadecimal; empty if it cannot be read as it was written. */
  Optional<String> digest(String path) {
    ZipArchiveEntry entry = entries.get(path);
    MessageDigest digest = Digests.sha256();
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = zip.getInputStream(entry)) {
      long left = entry.getSize();
      for (int read = in.read(buffer); read >= 0 && left >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        crc.update(buffer, 0, read);
        left -= read;
      }
      boolean whole = left == 0 && crc.getValue() == entry.getCrc();
      return whole ? Optional.of(HexFormat.of().formatHex(digest.digest())) : Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  /** A small file; empty where it is missing, too large or damaged. */
  byte[] bytes(String path) {
    ZipArchiveEntry entry = entries.get(path);
    if (entry == null || entry.getSize() > SMALL_BYTES) {
      return new byte[0];
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes((int) entry.getSize());
    } catch (IOException | RuntimeException damaged) {
      return new byte[0];
    }
  }

  /** A small file as text, likewise. */
  String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  /** A file as a stream, at most as long as it states; empty if there is none. */
  Optional<InputStream> stream(String path) throws IOException {
    ZipArchiveEntry entry = entries.get(path);
    return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
