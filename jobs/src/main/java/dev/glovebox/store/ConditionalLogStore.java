package dev.glovebox.store;

import dev.glovebox.config.ConfigException;
import io.delta.storage.S3SingleDriverLogStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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

  private static final String PART_BYTES = "fs.s3a.multipart.size";
  private static final long DEFAULT_PART_BYTES = 64L << 20;

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
    byte[] content = content(actions);
    requireConditionOnParts(files, path, content.length);
    ConditionalWrite.of(files, files.makeQualified(path)).create(content);
  }

  /** A store may keep the condition of a PUT and not that of an upload in parts: rare, so late. */
  private static void requireConditionOnParts(FileSystem files, Path path, int bytes)
      throws IOException {
    if (bytes >= files.getConf().getLongBytes(PART_BYTES, DEFAULT_PART_BYTES)) {
      Optional<String> refusal = new ConditionProbe(files, path.getParent()).twiceInParts();
      if (refusal.isPresent()) {
        throw new ConfigException(
            "A commit of " + bytes + " bytes, which goes up in parts,",
            List.of(
                "the store does not keep commits apart: "
                    + refusal.get()
                    + ". Set spark.hadoop."
                    + PART_BYTES
                    + " to more than that, so that it goes up whole"));
      }
    }
  }

  private static byte[] content(Iterator<String> actions) {
    StringBuilder lines = new StringBuilder();
    actions.forEachRemaining(line -> lines.append(line).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
