package dev.glovebox.source;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads zstd frames one after the other (RFC 8878) to the end of the object; at least one has to be
 * there. The library's own stream takes an object that ends within its second frame for whole; this
 * one asks after each step whether the frame is done.
 */
final class ZstdFrames extends InputStream {
  private static final int CHUNK_BYTES = 1 << 16;
  private static final byte[] ZEROS = new byte[CHUNK_BYTES];

  private final InputStream stored;
  private final ZstdDecompressCtx frames = new ZstdDecompressCtx();
  private final byte[] transfer = new byte[CHUNK_BYTES];
  private final ByteBuffer input = ByteBuffer.allocateDirect(CHUNK_BYTES).limit(0);
  private final ByteBuffer output = ByteBuffer.allocateDirect(CHUNK_BYTES).limit(0);
  private boolean betweenFrames;
  private boolean mayHoldMore;
  private CorruptObjectException fault;

  ZstdFrames(StoredBytes stored) {
    this.stored = stored;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!output.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, output.remaining());
    output.get(target, offset, count);
    return count;
  }

  /** Decompresses the next bytes. False at the end of the object. */
  private boolean fill() throws IOException {
    boolean more = true;
    while (more && fault == null && !output.hasRemaining()) {
      more = mayHoldMore || input.hasRemaining() || refill();
      if (more) {
        decompress();
      }
    }
    if (output.hasRemaining()) {
      return true;
    }
    if (fault == null && !betweenFrames) {
      fault = new CorruptObjectException("the object ends within a zstd frame or before any");
    }
    if (fault != null) {
      throw fault;
    }
    return false;
  }

  private void decompress() {
    // The library does not say how much it wrote before a fault: zeros mark what it did not reach.
    output.clear().put(ZEROS).clear();
    try {
      betweenFrames = frames.decompressDirectByteBufferStream(output, input);
      mayHoldMore = !betweenFrames && !output.hasRemaining();
      output.flip();
    } catch (ZstdException broken) {
      fault = new CorruptObjectException("a zstd frame is broken", broken);
      output.position(0).limit(writtenBeforeFault());
    }
  }

  private int writtenBeforeFault() {
    int end = output.capacity();
    while (end > 0 && output.get(end - 1) == 0) {
      end--;
    }
    return end;
  }

  private boolean refill() throws IOException {
    int count = stored.read(transfer, 0, transfer.length);
    if (count <= 0) {
      return false;
    }
    input.clear().put(transfer, 0, count).flip();
    return true;
  }

  @Override
  public void close() throws IOException {
    frames.close();
    stored.close();
  }
}
