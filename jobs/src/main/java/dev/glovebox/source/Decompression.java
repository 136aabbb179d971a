package dev.glovebox.source;

import java.io.InputStream;

/** Opens an object as its name's suffix says: {@code .gz}, {@code .zst}, or plain. */
final class Decompression {

  private Decompression() {}

  /**
   * The plain bytes of an object. Reading them throws {@link CorruptObjectException} where the
   * object does not decompress, after everything before that place has been handed out, and {@link
   * java.io.UncheckedIOException} where the storage fails.
   */
  static InputStream open(InputStream storage, String name) {
    StoredBytes stored = new StoredBytes(storage);
    if (name.endsWith(".gz")) {
      return new GzipMembers(stored);
    }
    return name.endsWith(".zst") ? new ZstdFrames(stored) : stored;
  }
}
