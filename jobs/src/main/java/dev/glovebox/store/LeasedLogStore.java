package dev.glovebox.store;

import io.delta.storage.S3SingleDriverLogStore;
import java.io.IOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on a store without conditional writes: commits only while this process holds the
 * lake's {@link WriterLease}.
 */
public final class LeasedLogStore extends S3SingleDriverLogStore {

  /** As Delta makes it, by name. */
  public LeasedLogStore(Configuration hadoop) {
    super(hadoop);
  }

  /**
   * @throws LeaseException if this process does not hold the lease
   */
  @Override
  public void write(Path path, Iterator<String> actions, Boolean overwrite, Configuration hadoop)
      throws IOException {
    WriterLease.requireHeld(path.getFileSystem(hadoop).makeQualified(path));
    super.write(path, actions, overwrite, hadoop);
  }
}
