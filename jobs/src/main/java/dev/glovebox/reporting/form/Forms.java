package dev.glovebox.reporting.form;

import dev.glovebox.reporting.Language;
import dev.glovebox.reporting.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Every form of a report. */
public final class Forms {

  private Forms() {}

  /** The files by name: {@code report.json}, {@code report.en.html}, {@code report.zh-Hans.pdf}. */
  public static Map<String, byte[]> of(Report report) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("report.json", JsonForm.of(report).getBytes(StandardCharsets.UTF_8));
    for (Language language : Language.values()) {
      String name = "report." + language.tag();
      files.put(name + ".html", HtmlForm.of(report, language).getBytes(StandardCharsets.UTF_8));
      files.put(name + ".pdf", PdfForm.of(report, language));
    }
    return files;
  }
}
