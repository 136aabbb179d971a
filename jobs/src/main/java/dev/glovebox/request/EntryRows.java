package dev.glovebox.request;

import dev.glovebox.request.Request.Kind;
import dev.glovebox.request.Request.Language;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Entries of the book as rows of the table {@code requests}. */
final class EntryRows {

  private EntryRows() {}

  /** In the order of the table's columns. */
  static Row row(Entry entry) {
    Asked asked = entry.asked();
    Answer answer = entry.answer();
    return RowFactory.create(
        asked.id(),
        cell(asked.kind(), Kind::code),
        cell(asked.ownerId(), id -> id),
        cell(asked.receivedAt(), Timestamp::from),
        asked.vins().isEmpty() ? null : asked.vins(),
        cell(asked.from(), Timestamp::from),
        cell(asked.to(), Timestamp::from),
        cell(asked.at(), Timestamp::from),
        asked.language().tag(),
        answer.state().code(),
        cell(answer.reason(), code -> code),
        cell(answer.dueOn(), Date::valueOf),
        cell(answer.completedAt(), Timestamp::from),
        cell(answer.packagePath(), path -> path),
        cell(answer.link().flatMap(Answer.Link::address), address -> address),
        cell(answer.link(), link -> Timestamp.from(link.expiresAt())),
        cell(answer.certificate(), path -> path));
  }

  static Entry entry(Row row) {
    return new Entry(asked(row), answer(row));
  }

  private static Asked asked(Row row) {
    return new Asked(
        row.getAs("request_id"),
        text(row, "kind").flatMap(code -> one(Kind.values(), Kind::code, code)),
        text(row, "owner_id"),
        instant(row, "received_at"),
        row.isNullAt(row.fieldIndex("vins")) ? List.of() : row.getList(row.fieldIndex("vins")),
        instant(row, "from"),
        instant(row, "to"),
        instant(row, "at"),
        text(row, "locale")
            .flatMap(tag -> one(Language.values(), Language::tag, tag))
            .orElse(Language.ENGLISH));
  }

  private static Answer answer(Row row) {
    Optional<LocalDate> due = Optional.ofNullable(row.<Date>getAs("due_on")).map(Date::toLocalDate);
    return new Answer(
        State.of(row.getAs("state")),
        text(row, "reason"),
        due,
        instant(row, "completed_at"),
        text(row, "package"),
        instant(row, "link_expires_at").map(at -> new Answer.Link(text(row, "link"), at)),
        text(row, "certificate"));
  }

  private static Optional<String> text(Row row, String column) {
    return Optional.ofNullable(row.getAs(column));
  }

  private static Optional<Instant> instant(Row row, String column) {
    return Optional.ofNullable(row.<Timestamp>getAs(column)).map(Timestamp::toInstant);
  }

  private static <T> Optional<T> one(T[] all, Function<T, String> code, String sought) {
    return Arrays.stream(all).filter(each -> code.apply(each).equals(sought)).findFirst();
  }

  private static <T> Object cell(Optional<T> value, Function<T, Object> form) {
    return value.map(form).orElse(null);
  }
}
