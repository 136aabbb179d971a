package dev.glovebox.request;

import dev.glovebox.store.StoredObjects;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files that the portal writes: {@code *.jsonl}, each line one request. */
public final class RequestFiles {

  private static final String SUFFIX = ".jsonl";

  /** What is longer is no request; its line is answered as one that cannot be read. */
  private static final int LONGEST_LINE = 1 << 20;

  private RequestFiles() {}

  /** All lines that are not blank, in the order of files and lines; none where there is no file. */
  public static List<RequestLine> read(StoredObjects requests) throws IOException {
    List<RequestLine> lines = new ArrayList<>();
    for (String file : requests.list("")) {
      if (file.endsWith(SUFFIX)) {
        read(requests, file, lines);
      }
    }
    return lines;
  }

  private static void read(StoredObjects requests, String file, List<RequestLine> lines)
      throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(requests.open(file), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        String bare = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!bare.isBlank()) {
          lines.add(new RequestLine(file, number, bare.length() > LONGEST_LINE ? "" : bare));
        }
      }
    }
  }
}
