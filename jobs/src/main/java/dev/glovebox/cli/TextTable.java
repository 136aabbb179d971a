package dev.glovebox.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in columns: the first flush left, the others flush right. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... headings) {
    rows.add(headings);
  }

  void add(String... cells) {
    rows.add(cells);
  }

  /** Every row ends with a line break. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(row[0] + " ".repeat(width(0) - row[0].length()));
      for (int column = 1; column < row.length; column++) {
        line.append(GAP).append(" ".repeat(width(column) - row[column].length()));
        line.append(row[column]);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }
}
