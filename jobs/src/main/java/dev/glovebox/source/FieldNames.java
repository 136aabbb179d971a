package dev.glovebox.source;

import dev.glovebox.signal.Field;
import dev.glovebox.signal.Fields;
import java.util.Arrays;

/** Finds a field by the characters of its name, without making text of them. */
final class FieldNames {

  private static final int SPREAD = 0x9E3779B9;

  private final char[][] names;
  private final Field[] fields;

  FieldNames(Fields all) {
    int slots = Integer.highestOneBit(Math.max(1, all.all().size())) * 4;
    names = new char[slots][];
    fields = new Field[slots];
    all.all().forEach(this::add);
  }

  /** The published field of this name; null when there is none. */
  Field find(char[] text, int from, int length) {
    int slot = slot(text, from, length);
    while (names[slot] != null && !isAt(slot, text, from, length)) {
      slot = next(slot);
    }
    return fields[slot];
  }

  private void add(Field field) {
    char[] name = field.name().toCharArray();
    int slot = slot(name, 0, name.length);
    while (names[slot] != null) {
      slot = next(slot);
    }
    names[slot] = name;
    fields[slot] = field;
  }

  private boolean isAt(int slot, char[] text, int from, int length) {
    return Arrays.equals(names[slot], 0, names[slot].length, text, from, from + length);
  }

  private int slot(char[] text, int from, int length) {
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + text[i];
    }
    return ((hash * SPREAD) >>> 16) & (names.length - 1);
  }

  private int next(int slot) {
    return (slot + 1) & (names.length - 1);
  }
}
