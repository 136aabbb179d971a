package dev.glovebox.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The lines of an object by seed: records, the same again, and records whose structure or whose
 * bytes were changed.
 */
final class FuzzedLines {

  private static final int REMEMBERED = 40;
  private static final int DEEPEST = 300;

  /** A JSON string, number or word: where a record can be changed and mostly stays JSON. */
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|-?\\d[-+.eE\\d]*|true|false|null");

  /** A member of an object. */
  private static final Pattern MEMBER =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\":(?:\"(?:[^\"\\\\]|\\\\.)*\"|[-\\w.]+)");

  private final Random random;
  private final FuzzedRecords records;
  private final List<String> earlier = new ArrayList<>();

  FuzzedLines(long seed) {
    this.random = new Random(seed);
    this.records = new FuzzedRecords(random);
  }

  /** So many lines, each ended by a line break; no line holds one. */
  byte[] object(int lines) {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    for (int i = 0; i < lines; i++) {
      object.writeBytes(line());
      object.write('\n');
    }
    return object.toByteArray();
  }

  private byte[] line() {
    String record = random.nextInt(4) == 0 && !earlier.isEmpty() ? again() : records.record();
    remember(record);
    return switch (random.nextInt(6)) {
      case 0 -> changed(record).getBytes(UTF_8);
      case 1 -> changed(changed(record)).getBytes(UTF_8);
      case 2 -> random.nextInt(3) == 0 ? ruined(record.getBytes(UTF_8)) : record.getBytes(UTF_8);
      default -> record.getBytes(UTF_8);
    };
  }

  private String again() {
    return earlier.get(random.nextInt(earlier.size()));
  }

  private void remember(String record) {
    if (earlier.size() == REMEMBERED) {
      earlier.remove(0);
    }
    earlier.add(record);
  }

  private String changed(String record) {
    return switch (random.nextInt(5)) {
      case 0 -> replaced(TOKEN, record, scalar());
      case 1 -> replaced(TOKEN, record, nested());
      case 2 -> replaced(MEMBER, record, "\"more\":" + scalar());
      case 3 -> doubled(record);
      default -> swapped(record);
    };
  }

  /** One occurrence, drawn, in exchange for a text. */
  private String replaced(Pattern pattern, String record, String by) {
    MatchResult found = drawn(pattern, record);
    return found == null
        ? record
        : record.substring(0, found.start()) + by + record.substring(found.end());
  }

  /** A member twice, perhaps with another value. */
  private String doubled(String record) {
    MatchResult found = drawn(MEMBER, record);
    if (found == null) {
      return record;
    }
    String twin = random.nextBoolean() ? found.group() : replaced(TOKEN, found.group(), scalar());
    return record.substring(0, found.end()) + "," + twin + record.substring(found.end());
  }

  /** A token in the place of another one. */
  private String swapped(String record) {
    MatchResult found = drawn(TOKEN, record);
    return found == null ? record : replaced(TOKEN, record, found.group());
  }

  private MatchResult drawn(Pattern pattern, String record) {
    List<MatchResult> found = pattern.matcher(record).results().toList();
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  private String scalar() {
    return FuzzedRecords.SCALARS.get(random.nextInt(FuzzedRecords.SCALARS.size()));
  }

  private String nested() {
    int depth = 1 + random.nextInt(random.nextInt(10) == 0 ? DEEPEST : 4);
    return random.nextBoolean()
        ? "[".repeat(depth) + scalar() + "]".repeat(depth)
        : "{\"value\":".repeat(depth) + scalar() + "}".repeat(depth);
  }

  private byte[] ruined(byte[] line) {
    int at = random.nextInt(line.length);
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(line, at);
      case 1 -> Arrays.copyOfRange(line, at, line.length);
      case 2 -> longer(line, at);
      default -> {
        line[at] = (byte) (line[at] ^ 1 << random.nextInt(8));
        line[at] = line[at] == '\n' ? (byte) 0xff : line[at];
        yield line;
      }
    };
  }

  /** So long that it is over the limit of a line. */
  private static byte[] longer(byte[] line, int at) {
    byte[] longer = new byte[line.length + FuzzedFeedTest.LINE_BYTES];
    Arrays.fill(longer, (byte) ' ');
    System.arraycopy(line, 0, longer, 0, at);
    System.arraycopy(line, at, longer, longer.length - (line.length - at), line.length - at);
    return longer;
  }
}
