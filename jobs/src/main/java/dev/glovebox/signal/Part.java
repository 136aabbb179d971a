package dev.glovebox.signal;

import java.io.Serializable;

/**
 * One column that a source's value fills, and how.
 *
 * @param name of the part in the source's value, for example {@code latitude}; empty for the whole
 * @param signal that it fills
 * @param scale by which the source's number is multiplied first; 1 leaves it untouched
 * @param offset that is added then; 0 leaves it untouched
 * @param prefix of an enumeration's names in the source; empty when there is none
 */
public record Part(String name, Signal signal, double scale, double offset, String prefix)
    implements Serializable {}
