package dev.glovebox.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.In;
import org.apache.spark.sql.catalyst.expressions.LessThan;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Conditions with literals, by which the log tells which files may hold rows of interest. */
final class Conditions {

  private Conditions() {}

  static Expression equal(Snapshot snapshot, String column, String text) {
    Literal literal = new Literal(UTF8String.fromString(text), DataTypes.StringType);
    return new EqualTo(attribute(snapshot, column), literal);
  }

  static Expression before(Snapshot snapshot, String column, Instant instant) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    return new LessThan(attribute(snapshot, column), new Literal(micros, DataTypes.TimestampType));
  }

  static Expression before(Snapshot snapshot, String column, LocalDate date) {
    return new LessThan(attribute(snapshot, column), literal(date));
  }

  static Expression isIn(Snapshot snapshot, String column, Collection<LocalDate> dates) {
    List<Expression> literals = new ArrayList<>();
    dates.forEach(date -> literals.add(literal(date)));
    return new In(attribute(snapshot, column), ScalaSeq.of(literals));
  }

  private static Literal literal(LocalDate date) {
    return new Literal(Math.toIntExact(date.toEpochDay()), DataTypes.DateType);
  }

  private static Attribute attribute(Snapshot snapshot, String column) {
    return DataTypeUtils.toAttribute(snapshot.schema().apply(column));
  }
}
