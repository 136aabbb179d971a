import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The least that reading can take: the objects below a folder, read and decompressed on all cores,
 * nothing more. Prints the seconds of the best of several passes in one process, which are warm,
 * and bytes.
 */
public final class ReadFloor {

  private static final int BUFFER_BYTES = 1 << 16;

  private static final int PASSES = 3;

  private ReadFloor() {}

  public static void main(String[] arguments) throws IOException {
    List<Path> objects;
    try (Stream<Path> paths = Files.walk(Path.of(arguments[0]))) {
      objects = paths.filter(Files::isRegularFile).sorted().toList();
    }
    double best = Double.MAX_VALUE;
    long bytes = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      long begun = System.nanoTime();
      bytes = objects.parallelStream().mapToLong(ReadFloor::read).sum();
      best = Math.min(best, (System.nanoTime() - begun) / 1e9);
    }
    System.out.println(best + " " + bytes);
  }

  private static long read(Path object) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream bytes = new GZIPInputStream(Files.newInputStream(object), BUFFER_BYTES)) {
      long total = 0;
      for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
        total += count;
      }
      return total;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
