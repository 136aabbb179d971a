package dev.glovebox.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Objects below one location, by their path relative to it, on whatever store Hadoop reads. */
public final class StoredObjects {

  private final Path root;
  private final FileSystem files;

  private StoredObjects(Path root, FileSystem files) {
    this.root = root;
    this.files = files;
  }

  /**
   * Opens a location; nothing needs to be there yet.
   *
   * @param location a URI, for example {@code file:/data} or {@code s3a://bucket/lake}
   * @throws IOException when there is no such store or it cannot be reached
   */
  public static StoredObjects at(String location, Configuration hadoop) throws IOException {
    Path root = new Path(location);
    FileSystem found = root.getFileSystem(hadoop);
    // Checksum files beside the objects would make an object unreadable that a person edits.
    FileSystem files = found instanceof LocalFileSystem local ? local.getRawFileSystem() : found;
    return new StoredObjects(files.makeQualified(root), files);
  }

  /** Opens an object as it is stored. */
  public InputStream open(String path) throws IOException {
    return files.open(path(path));
  }

  /** Creates or replaces an object; it is there when the stream is closed. */
  public OutputStream create(String path) throws IOException {
    return files.create(path(path), true);
  }

  /** Whether there is an object or a folder of this path. */
  public boolean exists(String path) throws IOException {
    return files.exists(path(path));
  }

  /** Removes an object or a folder with all that is in it; nothing when there is none. */
  public void delete(String path) throws IOException {
    files.delete(path(path), true);
  }

  /** The paths of all objects below a folder, in order; none where there is no folder. */
  public List<String> list(String folder) throws IOException {
    List<String> paths = new ArrayList<>();
    Path start = path(folder);
    if (files.exists(start)) {
      RemoteIterator<LocatedFileStatus> listing = files.listFiles(start, true);
      while (listing.hasNext()) {
        paths.add(root.toUri().relativize(listing.next().getPath().toUri()).getPath());
      }
    }
    Collections.sort(paths);
    return paths;
  }

  /** A whole object as UTF-8; for small ones. */
  public String readText(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Creates or replaces an object with text in UTF-8. */
  public void writeText(String path, String text) throws IOException {
    try (OutputStream out = create(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private Path path(String path) {
    return path.isEmpty() ? root : new Path(root, path);
  }
}
