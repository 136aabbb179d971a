package dev.glovebox.store;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must not be read in plans, logs and messages, as patterns.
 *
 * <p>A vehicle's number is known by its form. An owner's id has none: it is known by the column
 * that it stands beside, so a message of ours never quotes a value in the first place, and no plan
 * of ours computes with one. This is the second line of defence, for texts that Spark, Delta and
 * the stores write: an owner's id inside a function's arguments it does not find.
 */
public final class Redaction {

  /** What stands in place of what is taken out. */
  public static final String REPLACEMENT = "(redacted)";

  /** Names of settings whose values are taken out of what Spark prints of its settings. */
  public static final String SETTINGS =
      "(?i)secret|password|passphrase|token|access[.]?key|account[.]key|private[.-]?key|credential";

  private static final String VIN = "(?<![A-Za-z0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])";

  private static final String PERSONAL_COLUMN =
      "\\b(?:vin|owner_id|owner_partition|owner_key|latitude_deg|longitude_deg)(?:#\\d+L?)?";

  /** In plans: {@code owner_id#3 = A}, {@code In(owner_id, [A,B])}, {@code owner_id#3 IN (A,B)}. */
  private static final String COMPARED =
      PERSONAL_COLUMN
          + "(?:\\s*(?:<=>|<=|>=|!=|=|<|>)\\s*[^)\\],\\s/][^)\\],/\\n]*"
          + "|\\s+(?:IN|INSET|NOT IN|LIKE|BETWEEN|(?i:in))\\s*[^\\n]*"
          + "|,\\s*\\[[^\\]\\n]*\\]"
          + "|,\\s*[^)\\[\\]\\n#]+\\))";

  /** In plans: {@code (A = owner_id#3)}, {@code `=`(A, 'owner_id)}. */
  private static final String REVERSED =
      "(?<![^\\s(),\\[\\]#])[^\\s(),\\[\\]#]++(?:\\s+(?:<=>|<=|>=|!=|=|<|>)\\s+|,\\s+')"
          + PERSONAL_COLUMN;

  /** In plans: {@code A AS owner_id#3}. */
  private static final String NAMED = "(?<=[\\[,(\\s])[^\\s\\[\\],()#]++ AS " + PERSONAL_COLUMN;

  /** Of SQL text, where values are quoted: {@code owner_id = 'A'}, {@code `vin` IN ('B')}. */
  private static final String QUOTED =
      "`(?:vin|owner_id|owner_partition|owner_key)`\\s*(?:=|(?i:in))\\s*[^\\n]*";

  /** For {@code spark.sql.redaction.string.regex}. */
  public static final String PLANS =
      Stream.of(VIN, COMPARED, REVERSED, NAMED, QUOTED)
          .map(part -> "(?:" + part + ")")
          .collect(Collectors.joining("|"));

  private static final Pattern PLAN_PARTS = Pattern.compile(PLANS);
  private static final Pattern QUOTATION = Pattern.compile("'[^'\\n]*'|\"[^\"\\n]*\"");
  private static final Pattern POSITION = Pattern.compile("-?\\b\\d{1,3}\\.\\d{3,}\\b");

  private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z][a-z0-9]*\\.){2,}(?=[A-Z])");
  private static final int LINE_LENGTH = 240;

  private Redaction() {}

  /** A text that others wrote, without what may be a person's: quotations and decimals go too. */
  public static String text(String foreign) {
    String shown = PLAN_PARTS.matcher(foreign).replaceAll(REPLACEMENT);
    shown = QUOTATION.matcher(shown).replaceAll(REPLACEMENT);
    return POSITION.matcher(shown).replaceAll(REPLACEMENT);
  }

  /** What a failure of others says, as {@link #text}, on one line that is not too long. */
  public static String line(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    String unqualified = PACKAGE.matcher(message).replaceAll("");
    String shown = text(failure.getClass().getSimpleName() + ": " + unqualified).strip();
    return shown.length() <= LINE_LENGTH ? shown : shown.substring(0, LINE_LENGTH) + "…";
  }

  /** A stack trace for whoever asked for one, its messages as {@link #text}. */
  public static String stackTrace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return text(trace.toString());
  }
}
