package dev.glovebox.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compact form of values: what is written is read, and equal values have equal bytes. */
class ValueBlockTest {

  private static final Fields FIELDS =
      Catalogue.parse(Catalogues.yaml(Catalogues.EVERY_KIND)).fields("test");

  private final ValueWriter writer = new ValueWriter();
  private final ValueCursor cursor = new ValueCursor();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 20260102})
  void readsWhatWasWritten(long seed) {
    Random random = new Random(seed);
    List<Entry> written = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Entry entry = Entry.random(random);
      entry.write(writer);
      written.add(entry);
    }

    assertThat(writer.size()).isEqualTo(500);
    assertThat(read(writer.toBytes())).isEqualTo(written);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5})
  void comparesValuesByTheirBytes(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Entry one = Entry.random(random);
      Entry other = random.nextBoolean() ? one : Entry.random(random);
      byte[] a = block(one);
      byte[] b = block(other);

      assertThat(same(a, b)).isEqualTo(one.parts().equals(other.parts()));
    }
  }

  @Test
  void writesTheDocumentedBytes() {
    writer.begin(FIELDS.find("VehicleSpeed"));
    writer.addDouble(40);
    writer.end();
    writer.begin(FIELDS.find("Doors"));
    writer.addBoolean(true);
    writer.addMissing();
    writer.end();
    writer.begin(FIELDS.find("Word"));
    writer.addString("é");
    writer.end();

    assertThat(writer.toBytes())
        .isEqualTo(
            new byte[] {
              0,
              9,
              1,
              0x40,
              0x44,
              0,
              0,
              0,
              0,
              0,
              0, //
              7,
              3,
              1,
              1,
              0, //
              3,
              4,
              1,
              2,
              (byte) 0xc3,
              (byte) 0xa9
            });
  }

  @Test
  void keepsZeroApartFromNothingButNotFromMinusZero() {
    byte[] zero = speed(0.0);
    byte[] minusZero = speed(-0.0);
    writer.clear();
    writer.begin(FIELDS.find("VehicleSpeed"));
    writer.addMissing();
    writer.end();

    assertThat(same(zero, minusZero)).isTrue();
    assertThat(same(zero, writer.toBytes())).isFalse();
  }

  @ParameterizedTest(name = "{0} characters")
  @ValueSource(ints = {0, 1, 124, 125, 126, 127, 128, 16381, 16384, 70000})
  void keepsTextOfAnyLength(int length) {
    byte[] block = block(new Entry(FIELDS.find("Line"), List.of("l".repeat(length))));
    byte[] followed = Arrays.copyOf(block, block.length * 2);
    System.arraycopy(block, 0, followed, block.length, block.length);

    assertThat(read(followed))
        .containsOnly(new Entry(FIELDS.find("Line"), List.of("l".repeat(length))))
        .hasSize(2);
  }

  @Test
  void forgetsACancelledEntry() {
    writer.begin(FIELDS.find("Count"));
    writer.addLong(1);
    writer.end();
    byte[] before = writer.toBytes();
    writer.begin(FIELDS.find("Location"));
    writer.addDouble(31.2);
    writer.cancel();

    assertThat(writer.toBytes()).isEqualTo(before);
    assertThat(writer.size()).isEqualTo(1);
  }

  @Test
  void copiesEntriesOfAnotherBlock() {
    byte[] block = new byte[0];
    for (String word : List.of("a", "b", "c")) {
      new Entry(FIELDS.find("Word"), List.of(word)).write(writer);
      block = writer.toBytes();
    }
    cursor.reset(block);
    cursor.next();
    cursor.next();
    ValueWriter copy = new ValueWriter();
    copy.copy(block, cursor.entryStart(), block.length);

    assertThat(copy.size()).isEqualTo(2);
    assertThat(read(copy.toBytes()))
        .extracting(Entry::parts)
        .containsExactly(List.of("b"), List.of("c"));
  }

  @Test
  void readsAValueWhosePlaceIsKnown() {
    Entry position = new Entry(FIELDS.find("Location"), List.of(31.2, 121.4));
    byte[] block = block(position);
    cursor.reset(block);
    cursor.next();
    ValueCursor other = new ValueCursor();
    other.resetToValue(block, cursor.valueStart(), cursor.entryEnd());

    assertThat(other.nextPart()).isTrue();
    assertThat(other.readDouble()).isEqualTo(31.2);
    assertThat(other.nextPart()).isTrue();
    assertThat(other.readDouble()).isEqualTo(121.4);
    assertThat(other.next()).isFalse();
  }

  @Test
  void findsNothingInAnEmptyBlock() {
    cursor.reset(writer.toBytes());

    assertThat(cursor.next()).isFalse();
    assertThat(cursor.next()).isFalse();
  }

  @Test
  void refusesAnEntryThatIsNotWhole() {
    writer.begin(FIELDS.find("Location"));
    writer.addDouble(31.2);

    assertThatThrownBy(writer::end)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The value of Location is not whole: add each of its parts before the end.");
    assertThatThrownBy(writer::toBytes).hasMessageContaining("end or cancel it first");
    assertThatThrownBy(() -> writer.begin(FIELDS.find("Count")))
        .hasMessageContaining("end or cancel it first");
  }

  @Test
  void refusesMorePartsThanTheFieldHas() {
    writer.begin(FIELDS.find("Count"));
    writer.addLong(1);

    assertThatThrownBy(() -> writer.addLong(2))
        .hasMessage("The value of Count is whole: end it before more is added.");
    assertThatThrownBy(writer::addMissing).hasMessageContaining("is whole");
  }

  @Test
  void refusesAPartOfAnotherType() {
    writer.begin(FIELDS.find("Count"));

    assertThatThrownBy(() -> writer.addDouble(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A part of Count is of type long: add a value of that type.");
  }

  @Test
  void refusesAPartBeforeItsEntry() {
    assertThatThrownBy(() -> writer.addLong(1)).hasMessageContaining("begin one first");
    assertThatThrownBy(writer::end).hasMessageContaining("begin one first");
    assertThatThrownBy(writer::cancel).hasMessageContaining("begin one first");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {6, 7, 8})
  void refusesATruncatedBlock(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[] block = block(Entry.random(random));
      byte[] truncated = Arrays.copyOf(block, 1 + random.nextInt(block.length - 1));

      assertThatThrownBy(() -> read(truncated))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("A block of values breaks its form at byte");
    }
  }

  @Test
  void refusesWhatNoWriterWrites() {
    byte[] presenceOfTwo = {0, 1, 2};
    byte[] endlessNumber = {-1, -1, -1, -1, -1, -1};
    byte[] negativeLength = {0, -1, -1, -1, -1, 0x0f};
    byte[] truthOfTwo = {2, 2, 1, 2};
    byte[] textBeyondItsEntry = {3, 3, 1, 9, 'a'};

    for (byte[] block :
        List.of(presenceOfTwo, endlessNumber, negativeLength, truthOfTwo, textBeyondItsEntry)) {
      assertThatThrownBy(() -> read(block))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Read its raw object again");
    }
    assertThatThrownBy(() -> writer.copy(textBeyondItsEntry, 0, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private byte[] speed(double speedKmh) {
    return block(new Entry(FIELDS.find("VehicleSpeed"), List.of(speedKmh)));
  }

  private byte[] block(Entry entry) {
    writer.clear();
    entry.write(writer);
    return writer.toBytes();
  }

  private static boolean same(byte[] a, byte[] b) {
    ValueCursor ofA = new ValueCursor();
    ofA.reset(a);
    ofA.next();
    ValueCursor ofB = new ValueCursor();
    ofB.reset(b);
    ofB.next();
    return ValueCursor.sameValue(
        a, ofA.valueStart(), ofA.entryEnd(), b, ofB.valueStart(), ofB.entryEnd());
  }

  private List<Entry> read(byte[] block) {
    List<Entry> entries = new ArrayList<>();
    cursor.reset(block);
    while (cursor.next()) {
      entries.add(Entry.read(cursor, FIELDS));
    }
    return entries;
  }

  /** A value as the test knows it: for each part what it is, or MISSING. */
  private record Entry(Field field, List<Object> parts) {

    private static final Object MISSING = "no value";

    static Entry random(Random random) {
      Field field = FIELDS.at(random.nextInt(FIELDS.all().size()));
      List<Object> parts = new ArrayList<>();
      for (Part part : field.parts()) {
        parts.add(random.nextInt(10) == 0 ? MISSING : value(part.signal().type(), random));
      }
      return new Entry(field, parts);
    }

    private static Object value(SignalType type, Random random) {
      return switch (type) {
        case DOUBLE ->
            random.nextBoolean() ? random.nextGaussian() * 1e6 : (double) random.nextInt(3);
        case LONG, TIMESTAMP -> random.nextBoolean() ? random.nextLong() : (long) random.nextInt(3);
        case BOOLEAN -> random.nextBoolean();
        case STRING -> "路".repeat(random.nextInt(100)) + random.nextInt(3);
        case TIME -> "0%d:30:00".formatted(random.nextInt(10));
      };
    }

    void write(ValueWriter writer) {
      writer.begin(field);
      for (int i = 0; i < parts.size(); i++) {
        write(writer, field.parts().get(i).signal().type(), parts.get(i));
      }
      writer.end();
    }

    private static void write(ValueWriter writer, SignalType type, Object value) {
      if (value == MISSING) {
        writer.addMissing();
        return;
      }
      switch (type) {
        case DOUBLE -> writer.addDouble(((Number) value).doubleValue());
        case LONG, TIMESTAMP -> writer.addLong(((Number) value).longValue());
        case BOOLEAN -> writer.addBoolean((Boolean) value);
        case STRING, TIME -> writer.addString((String) value);
      }
    }

    static Entry read(ValueCursor cursor, Fields fields) {
      Field field = fields.at(cursor.fieldId());
      List<Object> parts = new ArrayList<>();
      for (Part part : field.parts()) {
        parts.add(cursor.nextPart() ? read(cursor, part.signal().type()) : MISSING);
      }
      return new Entry(field, parts);
    }

    private static Object read(ValueCursor cursor, SignalType type) {
      return switch (type) {
        case DOUBLE -> cursor.readDouble();
        case LONG, TIMESTAMP -> cursor.readLong();
        case BOOLEAN -> cursor.readBoolean();
        case STRING, TIME -> cursor.readString();
      };
    }
  }
}
