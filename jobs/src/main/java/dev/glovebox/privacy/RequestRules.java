package dev.glovebox.privacy;

import java.io.Serializable;
import java.time.Duration;

/**
 * How long each kind of request may take, and what an incident is.
 *
 * <p>It says when an answer is due, not that it comes: watching what is late is the operator's
 * duty.
 *
 * @param export of a holder's data
 * @param incident of the minutes around an instant
 * @param erase of a holder's data
 */
public record RequestRules(Deadline export, Incident incident, Deadline erase)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * By when a request is answered.
   *
   * @param workingDays counted from the day after it was received
   * @param basis the legal basis
   */
  public record Deadline(int workingDays, String basis) implements Serializable {

    private static final long serialVersionUID = 1L;
  }

  /**
   * What belongs to an incident.
   *
   * @param before how much before the instant
   * @param after how much after it
   */
  public record Incident(Deadline deadline, Duration before, Duration after)
      implements Serializable {

    private static final long serialVersionUID = 1L;
  }
}
