package dev.glovebox.request;

/**
 * One line of a request file.
 *
 * @param file its path below the requests
 * @param number from 1
 */
public record RequestLine(String file, long number, String text) {

  /** An id for what has none; no request can have it of its own. */
  String madeId() {
    return file.replaceAll("[^A-Za-z0-9._-]", "_") + ":" + number;
  }

  /** Says nothing of the text, which may name a person. */
  @Override
  public String toString() {
    return "line " + number + " of " + file;
  }
}
