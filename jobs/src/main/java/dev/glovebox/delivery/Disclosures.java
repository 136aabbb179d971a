package dev.glovebox.delivery;

import dev.glovebox.table.AnswerTables;
import dev.glovebox.table.Lake;
import dev.glovebox.table.TableDefinition;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The table {@code disclosures}: who was given what. It only grows. */
public final class Disclosures {

  private static final TableDefinition DISCLOSURES = AnswerTables.disclosures();

  private final Lake lake;

  private Disclosures(Lake lake) {
    this.lake = lake;
  }

  /** Opens the table, and makes it where there is none. */
  public static Disclosures open(Lake lake) {
    lake.prepare(List.of(DISCLOSURES));
    return new Disclosures(lake);
  }

  /** Everything that was given, the earliest first. */
  public List<Disclosure> all() {
    return lake.read(DISCLOSURES).collectAsList().stream()
        .map(Disclosures::disclosure)
        .sorted(Comparator.comparing(Disclosure::at))
        .toList();
  }

  /**
   * Notes what was given.
   *
   * @param stamp kept with the commit, as JSON
   * @return the version of the table that holds it
   */
  public long add(List<Disclosure> given, String stamp) {
    List<Row> rows = given.stream().map(Disclosures::row).toList();
    return lake.append(DISCLOSURES, lake.write(DISCLOSURES, rows), stamp);
  }

  private static Row row(Disclosure given) {
    return RowFactory.create(
        given.requestId(),
        given.kind(),
        given.ownerId(),
        "owner",
        given.vins(),
        given.firstInstant().map(Timestamp::from).orElse(null),
        given.lastInstant().map(Timestamp::from).orElse(null),
        given.rows(),
        given.bytes(),
        given.sha256(),
        given.path(),
        Timestamp.from(given.at()),
        given.runId());
  }

  private static Disclosure disclosure(Row row) {
    return new Disclosure(
        row.getAs("request_id"),
        row.getAs("kind"),
        row.getAs("owner_id"),
        row.getList(row.fieldIndex("vins")),
        instant(row, "from"),
        instant(row, "to"),
        row.<Long>getAs("rows"),
        row.<Long>getAs("bytes"),
        row.getAs("sha256"),
        row.getAs("package"),
        instant(row, "disclosed_at"),
        row.getAs("run_id"));
  }

  private static Instant instant(Row row, String column) {
    return Optional.ofNullable(row.<Timestamp>getAs(column)).map(Timestamp::toInstant).orElse(null);
  }
}
