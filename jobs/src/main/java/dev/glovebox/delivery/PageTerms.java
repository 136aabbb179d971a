package dev.glovebox.delivery;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What the page of a package says besides the rows; everything may be empty.
 *
 * @param models model and year of vehicles by VIN, as the registry names them
 * @param bases the policy's legal basis by reason code
 * @param operator who keeps the data, as people know them; null where not said
 * @param contact where to turn with requests and complaints; null where not said
 * @param kept classes of values that go by themselves, as the policy has it
 * @param quarantineDays how long rejected records are kept
 * @param erasureWorkingDays within how many working days an erasure is carried out
 */
public record PageTerms(
    Map<String, String> models,
    Map<String, String> bases,
    String operator,
    String contact,
    List<Kept> kept,
    int quarantineDays,
    int erasureWorkingDays)
    implements Serializable {

  /**
   * How long values of some classes are kept.
   *
   * @param classes codes of privacy classes
   * @param days counted from the day of capture
   * @param basis the legal basis as the policy has it
   */
  public record Kept(List<String> classes, int days, String basis) implements Serializable {

    public Kept {
      classes = List.copyOf(classes);
    }
  }

  public PageTerms {
    models = Map.copyOf(models);
    bases = Map.copyOf(bases);
    kept = List.copyOf(kept);
  }
}
