package dev.glovebox.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
   * The objects of a batch date in order of their names; none where the day has none. Names that
   * begin with a dot or an underscore are not objects but the store's own notes.
   */
  public List<StoredObject> of(LocalDate date) throws IOException {
    Path day = new Path(raw, "date=" + date);
    FileSystem files = day.getFileSystem(hadoop);
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

  private static String nameBelow(Path root, Path object) {
    String below = object.toUri().getPath().substring(root.toUri().getPath().length());
    return below.startsWith("/") ? below.substring(1) : below;
  }

  private static boolean isNote(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return last.startsWith(".") || last.startsWith("_");
  }

  private long arrivalEnd(LocalDate date, String name) {
    Matcher hour = HOUR.matcher(name);
    int written = hour.find() ? Integer.parseInt(hour.group(1)) : LAST_HOUR;
    var end = date.atTime(LocalTime.of(Math.min(written, LAST_HOUR), 0)).atZone(zone).plusHours(1);
    return TimeUnit.SECONDS.toMicros(end.toEpochSecond());
  }
}
