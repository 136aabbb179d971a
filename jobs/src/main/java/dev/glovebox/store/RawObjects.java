package dev.glovebox.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** The objects below {@code raw/date=YYYY-MM-DD/hour=HH/}, as they arrived. */
public final class RawObjects {

  private static final Pattern HOUR = Pattern.compile("/hour=(\\d{1,2})/");
  private static final Pattern NOTE = Pattern.compile("(^|/)[._]");
  private static final int LAST_HOUR = 23;

  private final Path raw;
  private final ZoneId zone;
  private final Configuration hadoop;

  /**
   * @param raw location of the raw objects
   * @param zone in which {@code date=} and {@code hour=} are written
   */
  public RawObjects(String raw, ZoneId zone, Configuration hadoop) {
    this.raw = new Path(raw);
    this.zone = zone;
    this.hadoop = hadoop;
  }

  /**
   * One raw object.
   *
   * @param uri where it is
   * @param name its path below raw
   * @param bytes its size as stored
   * @param arrivalEndMicros the end of the hour in which it arrived; of the day, where it lies
   *     under no hour
   */
  public record StoredObject(String uri, String name, long bytes, long arrivalEndMicros)
      implements Serializable {}

  /**
   * The objects of a batch date in order of their names; none where the day has none. What lies
   * under a name that begins with a dot or an underscore is no object but a writer's own note.
   */
  public List<StoredObject> of(LocalDate date) throws IOException {
    Path day = new Path(raw, "date=" + date);
    FileSystem files = day.getFileSystem(hadoop);
    requireRoot(files);
    List<StoredObject> objects = new ArrayList<>();
    if (files.exists(day)) {
      Path root = files.makeQualified(raw);
      RemoteIterator<LocatedFileStatus> listing = files.listFiles(day, true);
      while (listing.hasNext()) {
        LocatedFileStatus status = listing.next();
        String name = nameBelow(root, status.getPath());
        if (!isNote(name)) {
          objects.add(
              new StoredObject(
                  status.getPath().toString(), name, status.getLen(), arrivalEnd(date, name)));
        }
      }
    }
    objects.sort(Comparator.comparing(StoredObject::name));
    return objects;
  }

  /** Opens an object as it is stored. */
  public static InputStream open(String uri, Configuration hadoop) throws IOException {
    Path path = new Path(uri);
    return path.getFileSystem(hadoop).open(path);
  }

  /** A folder that is missing may be one that is not mounted; an object store has no folders. */
  private void requireRoot(FileSystem files) throws IOException {
    if ("file".equals(files.getScheme()) && !files.exists(raw)) {
      throw new FileNotFoundException(
          "The folder of raw objects is missing: is it mounted? An empty one says that nothing"
              + " arrived.");
    }
  }

  private static String nameBelow(Path root, Path object) {
    String below = object.toUri().getPath().substring(root.toUri().getPath().length());
    return below.startsWith("/") ? below.substring(1) : below;
  }

  private static boolean isNote(String name) {
    return NOTE.matcher(name).find();
  }

  private long arrivalEnd(LocalDate date, String name) {
    Matcher hour = HOUR.matcher(name);
    int written = hour.find() ? Integer.parseInt(hour.group(1)) : LAST_HOUR;
    LocalTime hourOfDay = LocalTime.of(Math.min(written, LAST_HOUR), 0);
    // An hour that a clock change repeats ends when it ends for the second time.
    ZonedDateTime start = date.atTime(hourOfDay).atZone(zone).withLaterOffsetAtOverlap();
    return TimeUnit.SECONDS.toMicros(start.plusHours(1).toEpochSecond());
  }
}
