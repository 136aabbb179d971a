package dev.glovebox.registry;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Texts by number, and numbers by text, in a few arrays: a million texts are not a million objects.
 * Immutable.
 */
final class TextPool implements Serializable {

  static final int ABSENT = -1;

  private static final long serialVersionUID = 1L;
  private static final int SPREAD = 0x9E3779B9;

  private final byte[] bytes;

  /** Where each text begins, and at last where the last one ends. */
  private final int[] bounds;

  /** Numbers plus one at the places of their hash codes, or at the next free ones; 0 is free. */
  private final int[] slots;

  /**
   * @param texts distinct; the first has the number 0
   */
  TextPool(Collection<String> texts) {
    bounds = new int[texts.size() + 1];
    bytes = joined(texts, bounds);
    slots = new int[2 * Integer.highestOneBit(Math.max(1, texts.size()) * 2 - 1)];
    int number = 0;
    for (String text : texts) {
      number++;
      slots[freeSlot(text)] = number;
    }
  }

  int size() {
    return bounds.length - 1;
  }

  String text(int number) {
    int from = bounds[number];
    return new String(bytes, from, bounds[number + 1] - from, StandardCharsets.UTF_8);
  }

  /** The number of the text, or {@link #ABSENT}. */
  int find(String text) {
    byte[] sought = text.getBytes(StandardCharsets.UTF_8);
    int slot = slot(text);
    while (slots[slot] != 0 && !holds(slots[slot] - 1, sought)) {
      slot = next(slot);
    }
    return slots[slot] - 1;
  }

  private boolean holds(int number, byte[] sought) {
    return Arrays.equals(bytes, bounds[number], bounds[number + 1], sought, 0, sought.length);
  }

  private int freeSlot(String text) {
    int slot = slot(text);
    while (slots[slot] != 0) {
      slot = next(slot);
    }
    return slot;
  }

  private int slot(String text) {
    return ((text.hashCode() * SPREAD) >>> 1) & (slots.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (slots.length - 1);
  }

  private static byte[] joined(Collection<String> texts, int[] bounds) {
    byte[] joined = new byte[16];
    int number = 0;
    for (String text : texts) {
      byte[] added = text.getBytes(StandardCharsets.UTF_8);
      int end = Math.addExact(bounds[number], added.length);
      if (end > joined.length) {
        joined = Arrays.copyOf(joined, end + end / 2);
      }
      System.arraycopy(added, 0, joined, bounds[number], added.length);
      number++;
      bounds[number] = end;
    }
    return Arrays.copyOf(joined, bounds[number]);
  }
}
