package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells by its bytes whether a line can be a record of certain vehicles: it says {@code "vin"} and
 * after it one of theirs. A line with an escape could say it in other bytes, so it can be, too.
 */
final class VehicleLines implements Predicate<Line> {

  private static final byte[] KEY = "\"vin\"".getBytes(US_ASCII);

  private final Set<ByteBuffer> vins = new HashSet<>();

  VehicleLines(Set<String> vins) {
    vins.forEach(vin -> this.vins.add(ByteBuffer.wrap(vin.getBytes(UTF_8))));
  }

  @Override
  public boolean test(Line line) {
    byte[] bytes = line.bytes();
    for (int at = line.start(); at < line.end(); at++) {
      if (bytes[at] == '\\' || (bytes[at] == '"' && namesOne(bytes, at, line.end()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the key begins here and one of the vehicles is its value. */
  private boolean namesOne(byte[] bytes, int at, int end) {
    int after = at + KEY.length;
    if (after > end || !Arrays.equals(bytes, at, after, KEY, 0, KEY.length)) {
      return false;
    }
    int colon = afterBlanks(bytes, after, end);
    int quote = colon < end && bytes[colon] == ':' ? afterBlanks(bytes, colon + 1, end) : end;
    return quote < end && bytes[quote] == '"' && isOne(bytes, quote + 1, end);
  }

  private boolean isOne(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    boolean escapes = at < end && bytes[at] == '\\';
    return escapes || vins.contains(ByteBuffer.wrap(bytes, start, at - start));
  }

  private static int afterBlanks(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return at;
  }
}
