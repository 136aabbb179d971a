package dev.glovebox.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The packages that lie at a location, as far as they are whole. */
public final class Packages {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path root;
  private final Configuration hadoop;

  /**
   * @param location a URI that Hadoop reads
   */
  public Packages(String location, Configuration hadoop) {
    this.root = new Path(location);
    this.hadoop = hadoop;
  }

  /** The size of the package at a path in bytes; empty where there is none. */
  public Optional<Long> size(String path) throws IOException {
    try {
      return Optional.of(files().getFileStatus(new Path(root, path)).getLen());
    } catch (FileNotFoundException none) {
      return Optional.empty();
    }
  }

  /** SHA-256 of the package at a path, as lower-case hexadecimal. */
  public String sha256(String path) throws IOException {
    MessageDigest digest = Digests.sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = new DigestInputStream(files().open(new Path(root, path)), digest)) {
      for (int read = 0; read >= 0; ) {
        read = in.read(buffer);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Removes a package; nothing when there is none. */
  public void delete(String path) {
    try {
      files().delete(new Path(root, path), false);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Removes what runs that were killed have left beside packages.
   *
   * @param before when it was last written to
   */
  public void sweep(Instant before) throws IOException {
    FileSystem files = files();
    if (!files.exists(root)) {
      return;
    }
    RemoteIterator<LocatedFileStatus> listing = files.listFiles(root, true);
    while (listing.hasNext()) {
      LocatedFileStatus file = listing.next();
      boolean isOld = file.getModificationTime() < before.toEpochMilli();
      if (isOld && file.getPath().getName().endsWith(WholeObject.PART)) {
        files.delete(file.getPath(), false);
      }
    }
  }

  private FileSystem files() throws IOException {
    return root.getFileSystem(hadoop);
  }
}
