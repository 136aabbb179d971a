package dev.glovebox.reporting.noise;

/** A report that would cost its people more than the budget of their year. */
public final class BudgetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private BudgetException(String message) {
    super(message);
  }

  /** The report that is refused. */
  public static BudgetException beyond(int year, Price price, Price spent, Price budget) {
    return new BudgetException(
        "The report with noise is refused: it costs ε %s, δ %s, and of the budget of %d (ε %s, δ %s) ε %s, δ %s are spent. Ask for less with --epsilon, publish what is published already, or raise reports.privacy.epsilon-budget and answer for it."
            .formatted(
                text(price.epsilon()),
                text(price.delta()),
                year,
                text(budget.epsilon()),
                text(budget.delta()),
                text(spent.epsilon()),
                text(spent.delta())));
  }

  private static String text(java.math.BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
