package dev.glovebox.delivery;

import dev.glovebox.request.Reason;
import java.io.Serializable;
import java.util.Optional;

/**
 * What became of an order.
 *
 * @param order its number
 * @param made null where it failed
 * @param why null where it was made
 * @param failure the same in words, without anything of a person; null where it was made
 */
public record Packed(int order, Receipt made, Reason why, String failure) implements Serializable {

  private static final long serialVersionUID = 1L;

  static Packed made(int order, Receipt receipt) {
    return new Packed(order, receipt, null, null);
  }

  static Packed failed(int order, Reason why, String failure) {
    return new Packed(order, null, why, failure);
  }

  /** What the package holds; empty where it failed. */
  public Optional<Receipt> receipt() {
    return Optional.ofNullable(made);
  }
}
