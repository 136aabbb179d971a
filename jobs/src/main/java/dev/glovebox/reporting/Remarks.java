package dev.glovebox.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Figures and warnings that are not counted from rows: limits, factors, what is near a limit. */
public final class Remarks {

  private static final String CARBON = "carbon";

  private final Reference reference;

  public Remarks(Reference reference) {
    this.reference = reference;
  }

  /** The limits and factors that a report of a year goes by. */
  public List<Figure> plain(int year) {
    List<Figure> figures = new ArrayList<>();
    for (Reference.Threshold each : reference.thresholds()) {
      Map<String, String> members =
          Map.of(
              Dimension.SENSITIVITY.code(), each.sensitivity(), Dimension.KIND.code(), each.duty());
      figures.add(
          Figure.plain("art14-2", "threshold_people", members, (double) each.people(), "people"));
    }
    reference.regions().values().stream()
        .distinct()
        .sorted()
        .forEach(
            region ->
                reference
                    .factors()
                    .of(region, year)
                    .ifPresent(factor -> figures.add(factor(region, factor))));
    return figures;
  }

  private Figure factor(String region, Reference.Factor factor) {
    Map<String, String> members =
        Map.of(
            Dimension.REGION.code(),
            region,
            Dimension.SERIES.code(),
            factor.series() + " " + factor.year());
    return Figure.plain(
        CARBON, "emission_factor", members, factor.value(), reference.factors().unit());
  }

  /** Where the factors come from. */
  public Text source() {
    return Text.same(reference.factors().source());
  }

  /**
   * What comes near a limit of people whose data go abroad.
   *
   * @param abroad the year's people whose data went abroad, by sensitivity
   */
  public List<Text> warnings(Cube abroad) {
    List<Text> warnings = new ArrayList<>();
    for (Reference.Threshold each : reference.thresholds()) {
      long people =
          abroad
              .find(Coordinates.TOTAL.with(Dimension.SENSITIVITY, each.sensitivity()))
              .orElse(Cell.EMPTY)
              .people();
      if (people >= reference.warnAtShare() * each.people()) {
        warnings.add(
            new Text(
                    "Data of %d people (%s) went abroad since 1 January; from %d on: %s.",
                    "自1月1日起已向境外提供 %d 人的个人信息（%s）；达到 %d 人时须：%s。")
                .with(people, each.sensitivity(), each.people(), each.duty()));
      }
    }
    return warnings;
  }
}
