package dev.glovebox.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;

/** Finds what a name stands for by the name's bytes in UTF-8, without making text of them. */
final class NamesInBytes<T> {

  private static final int SPREAD = 0x9E3779B9;

  private final byte[][] names;
  private final Object[] meanings;

  NamesInBytes(Map<String, T> all) {
    int slots = Integer.highestOneBit(Math.max(1, all.size())) * 4;
    names = new byte[slots][];
    meanings = new Object[slots];
    all.forEach(this::add);
  }

  /** What {@code bytes[from, to)} stands for; null when it is none of the names. */
  @SuppressWarnings("unchecked") // Only what add put there.
  T find(byte[] bytes, int from, int to) {
    int slot = slot(bytes, from, to);
    while (names[slot] != null && !isAt(slot, bytes, from, to)) {
      slot = next(slot);
    }
    return (T) meanings[slot];
  }

  private void add(String name, T meaning) {
    byte[] bytes = name.getBytes(UTF_8);
    int slot = slot(bytes, 0, bytes.length);
    while (names[slot] != null) {
      slot = next(slot);
    }
    names[slot] = bytes;
    meanings[slot] = meaning;
  }

  private boolean isAt(int slot, byte[] bytes, int from, int to) {
    return Arrays.equals(names[slot], 0, names[slot].length, bytes, from, to);
  }

  private int slot(byte[] bytes, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return ((hash * SPREAD) >>> 16) & (names.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (names.length - 1);
  }
}
