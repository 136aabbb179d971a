package dev.glovebox.registry;

import java.util.Locale;
import java.util.Optional;

/** As what somebody holds a vehicle, in rising precedence: a renter wins over the owner. */
public enum Role {
  OWNER,
  LESSEE,
  RENTER;

  private static final Role[] ALL = values();

  /** The name in the registry, such as {@code lessee}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that name; empty if there is none. */
  public static Optional<Role> of(String code) {
    for (Role role : ALL) {
      if (role.code().equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
