package dev.glovebox.cli;

import dev.glovebox.job.Progress;
import java.io.PrintWriter;
import java.util.Map;

/** One line that is written over and over, for whoever watches a terminal. */
final class TerminalProgress implements Progress {

  private static final int DEFAULT_COLUMNS = 80;
  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

  private final PrintWriter terminal;
  private final int columns;

  private TerminalProgress(PrintWriter terminal, int columns) {
    this.terminal = terminal;
    this.columns = columns;
  }

  /** For people at a terminal that can rewrite a line; for nobody otherwise. */
  @SuppressWarnings("SystemConsoleNull") // We run on JDK 17, where it is null without a terminal.
  static Progress of(Map<String, String> environment, PrintWriter terminal) {
    String kind = environment.getOrDefault("TERM", "dumb");
    boolean rewrites = System.console() != null && !kind.isEmpty() && !kind.equals("dumb");
    return rewrites ? new TerminalProgress(terminal, columns(environment)) : Progress.none();
  }

  /** An empty text leaves an empty line, for what is printed next. */
  @Override
  public void step(String text) {
    String shown = text.length() < columns ? text : text.substring(0, columns - 1);
    terminal.print(TO_LINE_START_AND_CLEAR + shown);
    terminal.flush();
  }

  private static int columns(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_COLUMNS;
  }
}
