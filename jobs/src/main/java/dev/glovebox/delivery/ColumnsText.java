package dev.glovebox.delivery;

import dev.glovebox.delivery.page.PageFacts;
import dev.glovebox.request.Request.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every column explained in plain text, for whoever reads the files without the page. */
final class ColumnsText {

  private static final String ENGLISH =
      "What every column of the CSV files means. Parquet files have the same columns, without those"
          + " that end in _local.\n";
  private static final String SIMPLIFIED_CHINESE =
      "CSV 文件中各列的含义。Parquet 文件的列相同，但没有以 _local 结尾的列。\n";

  private ColumnsText() {}

  static void write(List<PageFacts.Column> columns, Language language, OutputStream out)
      throws IOException {
    StringBuilder text = new StringBuilder("\ufeff");
    text.append(language == Language.ENGLISH ? ENGLISH : SIMPLIFIED_CHINESE);
    String table = "";
    for (PageFacts.Column column : columns) {
      if (!column.table().equals(table)) {
        table = column.table();
        text.append('\n').append(table).append('\n');
      }
      text.append("  ").append(column.name());
      column.unit().ifPresent(unit -> text.append(" [").append(unit).append(']'));
      text.append(": ").append(column.description()).append('\n');
    }
    out.write(text.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }
}
