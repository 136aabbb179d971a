package dev.glovebox.delivery.incident;

import dev.glovebox.delivery.Receipt;
import dev.glovebox.store.Redaction;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What became of one incident: a package, or the reason why there is none. */
public final class IncidentAnswer implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Why there is no package. */
  public enum Reason {
    /** Whoever asks did not hold the vehicle at that instant, or not alone. */
    NO_TENURE,
    /** The vehicle sent nothing in that time while it was theirs. */
    NO_READINGS,
    /** A store failed; another run may succeed. */
    STORE_FAILED,
    /** The program failed. */
    PACKAGE_FAILED;

    /** The code in tables and reports, such as {@code no-readings}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final String requestId;
  private final Receipt receipt;
  private final Reason reason;
  private final String failure;

  private IncidentAnswer(String requestId, Receipt receipt, Reason reason, String failure) {
    this.requestId = requestId;
    this.receipt = receipt;
    this.reason = reason;
    this.failure = failure;
  }

  static IncidentAnswer packed(IncidentOrder order, Receipt receipt) {
    return new IncidentAnswer(order.requestId(), Objects.requireNonNull(receipt), null, "");
  }

  static IncidentAnswer none(IncidentOrder order, Reason reason) {
    return new IncidentAnswer(order.requestId(), null, Objects.requireNonNull(reason), "");
  }

  static IncidentAnswer failed(IncidentOrder order, Reason reason, Exception failure) {
    return new IncidentAnswer(order.requestId(), null, reason, Redaction.line(failure));
  }

  /** Which request it answers. */
  public String requestId() {
    return requestId;
  }

  /** What was packed; empty where there is no package. */
  public Optional<Receipt> receipt() {
    return Optional.ofNullable(receipt);
  }

  /** What failed, without a person's value; empty where nothing did. */
  public String failure() {
    return failure;
  }

  /** Why there is no package; empty where there is one. */
  public Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }
}
