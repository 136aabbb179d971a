package dev.glovebox.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class DictionariesTest {

  private static final StructType SCHEMA =
      new StructType().add("vin", DataTypes.StringType).add("soc", DataTypes.DoubleType);

  private final Configuration settings = new Configuration(false);

  @Test
  void areNotKeptForDecimalsThatDoNotRepeat() {
    assertThat(keptFor(Math::sqrt)).isEqualTo("false");
    assertThat(keptFor(i -> i % 10 == 0 ? null : Math.sqrt(i))).isEqualTo("false");
    assertThat(keptFor(i -> i % 19 == 0 ? 0 : Math.sqrt(i))).isEqualTo("false");
  }

  @Test
  void areLeftToTheLibraryForDecimalsThatRepeat() {
    assertThat(keptFor(i -> (double) (i % 50))).isNull();
    assertThat(keptFor(i -> i % 3 == 0 ? 0 : Math.sqrt(i))).isNull();
  }

  @Test
  void areLeftToTheLibraryWhereThereIsNothing() {
    assertThat(keptFor(i -> null)).isNull();
    assertThat(new Dictionaries(SCHEMA).chosen(List.of(), settings)).isSameAs(settings);
  }

  @Test
  void changeNoSettingsOfOthers() {
    keptFor(Math::sqrt);

    assertThat(settings.size()).isZero();
  }

  @Test
  void dependOnRowsOnlyWhereThereAreDecimals() {
    StructType without = new StructType().add("count", DataTypes.LongType);

    assertThat(new Dictionaries(SCHEMA).dependOnRows()).isTrue();
    assertThat(new Dictionaries(without).dependOnRows()).isFalse();
  }

  /** What is set for the column of decimals; null for nothing. */
  private String keptFor(IntFunction<Object> value) {
    List<InternalRow> rows =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    (InternalRow)
                        new GenericInternalRow(
                            new Object[] {
                              null,
                              value.apply(i) instanceof Number number ? number.doubleValue() : null
                            }))
            .toList();
    return new Dictionaries(SCHEMA).chosen(rows, settings).get("parquet.enable.dictionary#soc");
  }
}
