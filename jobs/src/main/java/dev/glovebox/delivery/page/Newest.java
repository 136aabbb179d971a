package dev.glovebox.delivery.page;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The newest few of what goes by, and how many went by. */
final class Newest<T> {

  private final int kept;
  private final Comparator<T> newestFirst;
  private final PriorityQueue<T> oldestOnTop;
  private long seen;

  Newest(int kept, Comparator<T> newestFirst) {
    this.kept = kept;
    this.newestFirst = newestFirst;
    this.oldestOnTop = new PriorityQueue<>(newestFirst.reversed());
  }

  void add(T item) {
    seen++;
    oldestOnTop.add(item);
    if (oldestOnTop.size() > kept) {
      oldestOnTop.remove();
    }
  }

  long seen() {
    return seen;
  }

  List<T> newestFirst() {
    return oldestOnTop.stream().sorted(newestFirst).toList();
  }
}
