package dev.glovebox.registry;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a table's rows, so that all of it is told at once. */
final class RowFaults {

  private static final int LISTED = 50;

  private final List<String> found = new ArrayList<>();
  private int count;

  void add(long row, String problem) {
    add("row " + row + ": " + problem);
  }

  void add(String problem) {
    count++;
    if (count <= LISTED) {
      found.add(problem);
    }
  }

  int count() {
    return count;
  }

  /**
   * @param what the name of the table
   * @throws RegistryException if there are any, with the first and how many more there are
   */
  void refuse(String what) {
    if (count > LISTED) {
      found.add("and " + (count - LISTED) + " more");
    }
    if (count > 0) {
      throw new RegistryException(what, found);
    }
  }
}
