package dev.glovebox.reporting;

/** The languages that a report is written in. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh-Hans");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** As in file names: {@code zh-Hans}. */
  public String tag() {
    return tag;
  }
}
