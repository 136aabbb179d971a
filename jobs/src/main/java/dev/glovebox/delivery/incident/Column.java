package dev.glovebox.delivery.incident;

import java.util.Optional;

/**
 * A column of a table in the package.
 *
 * @param type as Frictionless names it
 * @param unit of its numbers, if they have one
 * @param description in the language of the request
 */
record Column(String name, String type, Optional<String> unit, String description) {

  static Column of(String name, String type, String description) {
    return new Column(name, type, Optional.empty(), description);
  }
}
