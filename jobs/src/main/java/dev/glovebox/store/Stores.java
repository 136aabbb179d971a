package dev.glovebox.store;

import dev.glovebox.config.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Stores as a check meets them: opened for one question, closed after it. */
public final class Stores {

  private static final byte[] PROBE = "glovebox probe\n".getBytes(StandardCharsets.US_ASCII);

  private Stores() {}

  /**
   * A file system of its own, since Hadoop's shared ones keep the settings of their first use; and
   * soon discouraged, since somebody waits for the answer.
   */
  public static FileSystem open(Location location, Configuration hadoop) throws IOException {
    Configuration impatient = new Configuration(hadoop);
    Patience.OF_A_CHECK.apply(impatient);
    return FileSystem.newInstance(new Path(location.text()).toUri(), impatient);
  }

  /** Whether Hadoop knows how to read such a location at all. */
  public static boolean isKnown(Location location, Configuration hadoop) {
    try {
      FileSystem.getFileSystemClass(location.scheme(), hadoop);
      return true;
    } catch (IOException unknown) {
      return false;
    }
  }

  /**
   * A small text, whole.
   *
   * @throws java.io.FileNotFoundException if nothing is there
   */
  public static String text(Location location, Configuration hadoop) throws IOException {
    try (FileSystem files = open(location, hadoop);
        InputStream stream = files.open(new Path(location.text()))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a folder holds: {@code 3 entries}, {@code nothing yet}. */
  public static String contents(Location location, Configuration hadoop) throws IOException {
    Path folder = new Path(location.text());
    try (FileSystem files = open(location, hadoop)) {
      if (!files.exists(folder)) {
        return "nothing yet";
      }
      int entries = files.listStatus(folder).length;
      return entries == 1 ? "1 entry" : entries + " entries";
    }
  }

  /**
   * Writes, reads and deletes an object there. A folder of this machine that does not exist yet is
   * not made: it is enough that it can be.
   *
   * @throws IOException if any of it fails
   */
  public static void probe(Location location, Configuration hadoop) throws IOException {
    if (location.file().isPresent() && !Files.exists(location.file().get())) {
      refuseUnlessCanBeMade(location.file().get());
      return;
    }
    Path object = new Path(location.resolve(".glovebox-probe-" + UUID.randomUUID()).text());
    try (FileSystem files = open(location, hadoop)) {
      try (FSDataOutputStream stream = files.create(object, false)) {
        stream.write(PROBE);
      }
      try (InputStream stream = files.open(object)) {
        if (!Arrays.equals(stream.readAllBytes(), PROBE)) {
          throw new IOException("What was written is not what is read.");
        }
      } finally {
        files.delete(object, false);
      }
    }
  }

  private static void refuseUnlessCanBeMade(java.nio.file.Path folder) throws IOException {
    java.nio.file.Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new IOException("The folder cannot be made; " + there + " takes no new folder.");
    }
  }
}
