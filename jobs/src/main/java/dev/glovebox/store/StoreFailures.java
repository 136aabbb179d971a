package dev.glovebox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;

/** Tells apart, of one failure without its causes, what stores and tables fail with. */
public final class StoreFailures {

  private static final String NO_SPACE = "No space left on device";
  private static final String STORE_CLIENT = "software.amazon.awssdk.";

  private StoreFailures() {}

  /** Another writer was there first. */
  public static boolean isConflict(Throwable failure) {
    boolean commitTaken =
        failure instanceof FileAlreadyExistsException && message(failure).contains("_delta_log");
    return failure instanceof DeltaConcurrentModificationException || commitTaken;
  }

  /** No file system here reads a location of this scheme. */
  public static boolean isUnknownScheme(Throwable failure) {
    return failure instanceof UnsupportedFileSystemException;
  }

  /** A store or a disk did not do what it was asked; another try may succeed. */
  public static boolean isStorage(Throwable failure) {
    boolean aboutText =
        failure instanceof JsonProcessingException || failure instanceof CharacterCodingException;
    return (failure instanceof IOException && !aboutText)
        || failure.getClass().getName().startsWith(STORE_CLIENT)
        || message(failure).contains(NO_SPACE);
  }

  private static String message(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }
}
