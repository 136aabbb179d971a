package dev.glovebox.privacy;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a file, so that all of it is told at once. */
final class Faults {

  private static final int LISTED = 50;

  private final List<String> found = new ArrayList<>();
  private int count;

  /** Notes that something at a place in the file is wrong. */
  void add(String where, String problem) {
    count++;
    if (count <= LISTED) {
      found.add(where + ": " + problem);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** The first faults, and how many more there are. */
  List<String> listed() {
    List<String> listed = new ArrayList<>(found);
    if (count > LISTED) {
      listed.add("and " + (count - LISTED) + " more");
    }
    return listed;
  }
}
