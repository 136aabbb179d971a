package dev.glovebox.delivery;

import dev.glovebox.store.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A zip as a stream. Entries that end early are written with their size, as the oldest readers like
 * it; longer ones with 64-bit sizes behind them (zip64). Entries bear no time of their own.
 *
 * <p>The zip's comment is the SHA-256 of all that stands before it, so that damage shows in the
 * headers between files too, which no manifest covers.
 */
final class ZipStream {

  /** Begins the comment of the zip; the digest follows. */
  static final String SEAL = "sha256:";

  /** As long as a digest. */
  static final int DIGEST_CHARACTERS = 64;

  /** The first instant that every reader takes in every zone. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private static final int HELD_BYTES = 1 << 20;

  private final SealedStream out;
  private final ZipArchiveOutputStream zip;
  private boolean open;

  ZipStream(OutputStream out) {
    this.out = new SealedStream(out);
    this.zip = new ZipArchiveOutputStream(this.out);
    zip.setEncoding(StandardCharsets.UTF_8.name());
    zip.setComment(SEAL + "0".repeat(DIGEST_CHARACTERS));
  }

  /** Hears of an entry that ended. */
  @FunctionalInterface
  interface Ended {
    /** The entry's size, and its digest in hexadecimal. */
    void entry(long bytes, String sha256);
  }

  /** Begins an entry; it ends when the stream is closed. */
  OutputStream entry(String name, Ended ended) {
    if (open) {
      throw new IllegalStateException("Another file of the package is open; close it first.");
    }
    open = true;
    return new Entry(name, ended);
  }

  BagWriter.Sealed finish() throws IOException {
    if (open) {
      throw new IllegalStateException("A file of the package is open; close it first.");
    }
    zip.setUseZip64(Zip64Mode.AsNeeded);
    zip.finish();
    zip.flush();
    return out.seal();
  }

  /** One file: held until its size is known or it grows too long for that. */
  private final class Entry extends OutputStream {

    private final ZipArchiveEntry entry;
    private final Ended ended;
    private final MessageDigest sha256 = Digests.sha256();
    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private long bytes;
    private boolean closed;

    Entry(String name, Ended ended) {
      this.entry = new ZipArchiveEntry(name);
      this.ended = ended;
      entry.setTimeLocal(NO_TIME);
      entry.setMethod(stored(name) ? ZipArchiveEntry.STORED : ZipArchiveEntry.DEFLATED);
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] from, int start, int length) throws IOException {
      if (closed) {
        throw new IOException("This file of the package is closed.");
      }
      sha256.update(from, start, length);
      bytes += length;
      if (held != null && bytes > HELD_BYTES) {
        begin();
      }
      if (held == null) {
        zip.write(from, start, length);
      } else {
        held.write(from, start, length);
      }
    }

    @Override
    public void close() throws IOException {
      if (closed) {
        return;
      }
      closed = true;
      if (held != null) {
        writeHeld();
      }
      zip.closeArchiveEntry();
      open = false;
      ended.entry(bytes, HexFormat.of().formatHex(sha256.digest()));
    }

    private void begin() throws IOException {
      entry.setMethod(ZipArchiveEntry.DEFLATED);
      zip.setUseZip64(Zip64Mode.AlwaysWithCompatibility);
      zip.putArchiveEntry(entry);
      held.writeTo(zip);
      held = null;
    }

    private void writeHeld() throws IOException {
      byte[] all = held.toByteArray();
      CRC32 crc = new CRC32();
      crc.update(all);
      entry.setSize(all.length);
      entry.setCrc(crc.getValue());
      if (entry.getMethod() == ZipArchiveEntry.STORED) {
        entry.setCompressedSize(all.length);
      }
      zip.setUseZip64(Zip64Mode.AsNeeded);
      zip.putArchiveEntry(entry);
      zip.write(all);
    }
  }

  /** What is compressed already is not compressed again where that can be said in advance. */
  private static boolean stored(String name) {
    return name.endsWith(".parquet");
  }
}
