package dev.glovebox.simulate;

/**
 * One holder's interval for one vehicle, half-open.
 *
 * @param untilMicros {@link Long#MAX_VALUE} while it goes on
 */
record Tenure(String ownerId, Role role, long fromMicros, long untilMicros) {

  /** In rising precedence. */
  enum Role {
    OWNER("owner"),
    LESSEE("lessee"),
    RENTER("renter");

    final String code;

    Role(String code) {
      this.code = code;
    }
  }

  boolean covers(long micros) {
    return fromMicros <= micros && micros < untilMicros;
  }
}
