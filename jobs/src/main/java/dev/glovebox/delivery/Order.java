package dev.glovebox.delivery;

import dev.glovebox.delivery.PackageTerms.Occasion;
import dev.glovebox.request.Grant;
import dev.glovebox.request.Request;
import java.io.Serializable;
import java.util.List;

/**
 * A package to be made.
 *
 * @param number among the orders of a run, from 0
 * @param granted the stretches of vehicles that it is of
 * @param path where it goes, below the packages
 * @param occasion whether its holder had a package before
 */
public record Order(
    int number, Request request, List<Grant> granted, String path, Occasion occasion)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public Order {
    granted = List.copyOf(granted);
  }
}
