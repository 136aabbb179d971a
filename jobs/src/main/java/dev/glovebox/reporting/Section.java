package dev.glovebox.reporting;

import java.util.List;

/**
 * A section of the report.
 *
 * @param id {@code art13-1} … {@code carbon}
 * @param statements what the operator states
 * @param missing what should be there and is not
 */
public record Section(
    String id, Text title, List<Text> statements, List<Text> missing, List<Figure> figures) {

  /** Every section, in order. */
  public static final List<String> IDS =
      List.of(
          "art13-1",
          "art13-2",
          "art13-3",
          "art13-4",
          "art13-5",
          "art13-6",
          "art13-7",
          "art14-1",
          "art14-2",
          "art14-3",
          "art14-4",
          "stored-data",
          "v2x",
          "battery",
          "carbon");

  public Section {
    statements = List.copyOf(statements);
    missing = List.copyOf(missing);
    figures = List.copyOf(figures);
  }
}
