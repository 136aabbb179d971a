package dev.glovebox.reporting.form;

import java.util.List;

/**
 * A report in one language, as a sequence of parts that every form shows alike.
 *
 * @param languageTag {@code en}, {@code zh-Hans}
 */
record Page(String languageTag, String title, List<Part> parts) {

  Page {
    parts = List.copyOf(parts);
  }

  /** What stands on a page. */
  sealed interface Part permits Heading, Paragraph, Remark, Table, Chart {}

  /** A section's title. */
  record Heading(String text) implements Part {}

  /** Running text. */
  record Paragraph(String text) implements Part {}

  /** What is missing or to be warned of. */
  record Remark(String text) implements Part {}

  /**
   * Figures.
   *
   * @param labels how many columns at the left name the row
   */
  record Table(String caption, List<String> header, List<List<String>> rows, int labels)
      implements Part {

    Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** Bars, beside the table of the same figures. */
  record Chart(String caption, List<Bar> bars) implements Part {

    Chart {
      bars = List.copyOf(bars);
    }

    double longest() {
      return bars.stream().mapToDouble(Bar::value).max().orElse(0);
    }
  }

  /** One bar. */
  record Bar(String label, double value, String text) {}
}
