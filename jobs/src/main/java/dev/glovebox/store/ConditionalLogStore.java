package dev.glovebox.store;

import io.delta.storage.S3SingleDriverLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on S3, for any number of drivers at once: a version is created by a conditional write
 * or not at all.
 *
 * <p>It lists and reads as Delta's own store for S3 does, whose writing is for one driver: that one
 * looks whether a version is there, and then replaces it. A store that ignores the condition makes
 * this one as unsafe; {@link CommitGuard} finds that out before a run. Whoever else writes to the
 * table must commit by conditional write too.
 */
public final class ConditionalLogStore extends S3SingleDriverLogStore {

  /** As Delta makes it, by name. */
  public ConditionalLogStore(Configuration hadoop) {
    super(hadoop);
  }

  /**
   * @throws java.nio.file.FileAlreadyExistsException if another writer has that version, which
   *     makes Delta look for conflicts and try the next one
   */
  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    if (overwrite) {
      super.write(path, actions, true, hadoop);
      return;
    }
    FileSystem files = path.getFileSystem(hadoop);
    new ConditionalWrite(files, files.makeQualified(path)).create(content(actions));
  }

  private static byte[] content(Iterator<String> actions) {
    StringBuilder lines = new StringBuilder();
    actions.forEachRemaining(line -> lines.append(line).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
