package dev.glovebox.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.glovebox.store.Digests;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chain of hashes over the rows of a table: each covers its row and the hash before it, so that a
 * row that is altered, missing, added or moved shows in every hash from there on. Rows that are
 * missing at the end show only beside the last hash, which has to be told elsewhere.
 *
 * <p>A hash is SHA-256, in hexadecimal, of the hash before it (64 zeros before the first) followed
 * by the row's cells as one JSON object in canonical form (RFC 8785), all of them strings.
 */
public final class HashChain {

  private static final String BEFORE_THE_FIRST = "0".repeat(64);
  private static final HexFormat HEX = HexFormat.of();

  private final List<String> columns;

  /** Places of the cells in the order of their columns' names, by UTF-16 units. */
  private final int[] order;

  private final MessageDigest digest = Digests.sha256();
  private String last = BEFORE_THE_FIRST;
  private long rows;

  /**
   * @param columns names of the cells, each once
   */
  public HashChain(List<String> columns) {
    this.columns = List.copyOf(columns);
    this.order =
        IntStream.range(0, columns.size())
            .boxed()
            .sorted(Comparator.comparing(columns::get))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * The hash of the next row.
   *
   * @param cells in the order of the columns, just as the table has them; an empty one is ""
   */
  public String next(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "A row has " + columns.size() + " cells. Provided: " + cells.size());
    }
    digest.update(last.getBytes(UTF_8));
    last = HEX.formatHex(digest.digest(canonical(cells).getBytes(UTF_8)));
    rows++;
    return last;
  }

  /** The hash of the last row; 64 zeros before the first. */
  public String last() {
    return last;
  }

  /** How many rows it covers. */
  public long rows() {
    return rows;
  }

  private String canonical(List<String> cells) {
    StringBuilder json = new StringBuilder("{");
    for (int place : order) {
      json.append(json.length() == 1 ? "" : ",");
      text(columns.get(place), json);
      text(cells.get(place), json.append(':'));
    }
    return json.append('}').toString();
  }

  private static void text(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i), json);
    }
    json.append('"');
  }

  private static void character(char each, StringBuilder json) {
    switch (each) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\b' -> json.append("\\b");
      case '\t' -> json.append("\\t");
      case '\n' -> json.append("\\n");
      case '\f' -> json.append("\\f");
      case '\r' -> json.append("\\r");
      default -> {
        if (each < ' ') {
          json.append("\\u00").append(HEX.toHexDigits((byte) each));
        } else {
          json.append(each);
        }
      }
    }
  }
}
