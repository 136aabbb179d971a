package dev.glovebox.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the documentation that lists every signal. */
final class SignalsPage {

  private static final String HEAD =
      """
      # Signals

      This page is generated from `schemas/signals.yaml`; do not edit it. To write it again:
      `./mvnw -q -pl jobs test -Dtest=SignalsPageTest -Dsignals.page=write`

      A column is null where the vehicle sent nothing, or where the value was withheld or rejected.
      The unit is that of the published value. *Conversion* says what happens to the source's number:
      `×`, then `+`. A value outside its range, or an enumeration's name that is not listed, is
      rejected (`out-of-range`). *VSS* is the same quantity in the COVESA Vehicle Signal Specification
      6.0, whose unit or sign may differ. What a privacy class is shown to whom is decided by the
      policy alone.
      """;

  private SignalsPage() {}

  static String of(Catalogue catalogue) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("\n## Privacy classes\n\n| class | columns |\n|---|---|\n");
    classes(catalogue).forEach(row -> page.append(row).append('\n'));
    for (String source : catalogue.sources()) {
      append(page, source, catalogue.fields(source));
    }
    return page.toString();
  }

  private static void append(StringBuilder page, String source, Fields fields) {
    page.append("\n## Columns from ").append(source).append("\n\n");
    page.append("| column | type | unit | range or values | class | meaning | 含义 |");
    page.append(
        " name in the source | conversion | VSS |\n|---|---|---|---|---|---|---|---|---|---|\n");
    for (Field field : fields.all()) {
      field.parts().forEach(part -> page.append(row(field, part)).append('\n'));
    }
    page.append("\n## Not published from ")
        .append(source)
        .append("\n\n| name | reason |\n|---|---|\n");
    for (String name : fields.unpublished()) {
      page.append(row(List.of(name, fields.whyUnpublished(name)))).append('\n');
    }
  }

  private static List<String> classes(Catalogue catalogue) {
    Map<PrivacyClass, Long> columns =
        catalogue.signals().stream()
            .collect(Collectors.groupingBy(Signal::privacyClass, Collectors.counting()));
    return Stream.of(PrivacyClass.values())
        .map(known -> row(List.of(known.code(), columns.getOrDefault(known, 0L).toString())))
        .toList();
  }

  private static String row(Field field, Part part) {
    Signal signal = part.signal();
    return row(
        List.of(
            code(signal.column()),
            signal.type().code(),
            signal.unit().orElse(""),
            allowed(signal),
            signal.privacyClass().code(),
            signal.descriptions().get("en"),
            signal.descriptions().get("zh-Hans"),
            code(field.name() + (part.name().isEmpty() ? "" : "." + part.name())),
            conversion(field, part),
            signal.vss().map(SignalsPage::code).orElse("")));
  }

  private static String allowed(Signal signal) {
    return signal
        .range()
        .map(range -> plain(range.min()) + " … " + plain(range.max()))
        .orElse(String.join(", ", signal.values()));
  }

  private static String conversion(Field field, Part part) {
    List<String> steps = new ArrayList<>();
    if (part.scale() != 1) {
      steps.add("× " + plain(part.scale()));
    }
    if (part.offset() != 0) {
      steps.add("+ " + plain(part.offset()));
    }
    if (!part.prefix().isEmpty()) {
      steps.add("without " + code(part.prefix()));
    }
    if (field.shape() == Field.Shape.LINE) {
      steps.add("an encoded polyline, as sent");
    }
    return String.join(", ", steps);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
