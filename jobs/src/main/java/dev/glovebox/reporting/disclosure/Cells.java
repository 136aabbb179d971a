package dev.glovebox.reporting.disclosure;

import java.util.BitSet;

/**
 * How the cells of a table stand before complementary suppression.
 *
 * @param secret cells that must not be computable: those of few people, and those hidden before
 * @param unpublished cells of which nothing is said, now or before; they may be computable unless
 *     they are secret
 * @param fixed cells that were published before, which hiding now would not hide
 * @param dear cells that are hidden only where nothing else helps
 */
public record Cells(BitSet secret, BitSet unpublished, BitSet fixed, BitSet dear) {

  public Cells {
    secret = (BitSet) secret.clone();
    unpublished = (BitSet) unpublished.clone();
    fixed = (BitSet) fixed.clone();
    dear = (BitSet) dear.clone();
  }
}
