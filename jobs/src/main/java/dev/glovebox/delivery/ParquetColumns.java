package dev.glovebox.delivery;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a Parquet file and how a row fills them; an instant is in microseconds of UTC. */
final class ParquetColumns {

  private static final String LIST = "list";
  private static final String ELEMENT = "element";

  private final MessageType schema;
  private final Group columns;

  /** Writes the value that stands at a place in a row, a struct or a list. */
  @FunctionalInterface
  private interface Value {
    void write(SpecializedGetters from, int at, RecordConsumer to);
  }

  /** The fields of a row or a struct. */
  private record Group(List<String> names, List<Value> values) {
    void write(InternalRow row, RecordConsumer to) {
      for (int i = 0; i < values.size(); i++) {
        if (!row.isNullAt(i)) {
          to.startField(names.get(i), i);
          values.get(i).write(row, i, to);
          to.endField(names.get(i), i);
        }
      }
    }
  }

  ParquetColumns(StructType rows) {
    this.schema = new MessageType("row", types(rows));
    this.columns = group(rows);
  }

  MessageType schema() {
    return schema;
  }

  void write(InternalRow row, RecordConsumer to) {
    to.startMessage();
    columns.write(row, to);
    to.endMessage();
  }

  private static List<Type> types(StructType struct) {
    List<Type> types = new ArrayList<>();
    for (StructField field : struct.fields()) {
      types.add(type(field.name(), field.dataType()));
    }
    return types;
  }

  private static Type type(String name, DataType type) {
    if (type instanceof ArrayType list) {
      return Types.optionalList().element(type(ELEMENT, list.elementType())).named(name);
    }
    if (type instanceof StructType struct) {
      return Types.optionalGroup().addFields(types(struct).toArray(new Type[0])).named(name);
    }
    LogicalTypeAnnotation logical = logical(type);
    return Types.optional(primitive(type)).as(logical).named(name);
  }

  private static PrimitiveTypeName primitive(DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return PrimitiveTypeName.BINARY;
    }
    if (type.equals(DataTypes.DoubleType)) {
      return PrimitiveTypeName.DOUBLE;
    }
    if (type.equals(DataTypes.BooleanType)) {
      return PrimitiveTypeName.BOOLEAN;
    }
    return type.equals(DataTypes.DateType) ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64;
  }

  private static LogicalTypeAnnotation logical(DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return LogicalTypeAnnotation.stringType();
    }
    if (type.equals(DataTypes.DateType)) {
      return LogicalTypeAnnotation.dateType();
    }
    return type.equals(DataTypes.TimestampType)
        ? LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)
        : null;
  }

  private static Group group(StructType struct) {
    List<String> names = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    for (StructField field : struct.fields()) {
      names.add(field.name());
      values.add(value(field.dataType()));
    }
    return new Group(names, values);
  }

  private static Value value(DataType type) {
    if (type.equals(DataTypes.StringType)) {
      return (from, at, to) ->
          to.addBinary(Binary.fromConstantByteArray(from.getUTF8String(at).getBytes()));
    }
    if (type.equals(DataTypes.DoubleType)) {
      return (from, at, to) -> to.addDouble(from.getDouble(at));
    }
    if (type.equals(DataTypes.BooleanType)) {
      return (from, at, to) -> to.addBoolean(from.getBoolean(at));
    }
    if (type.equals(DataTypes.DateType)) {
      return (from, at, to) -> to.addInteger(from.getInt(at));
    }
    if (type.equals(DataTypes.LongType) || type.equals(DataTypes.TimestampType)) {
      return (from, at, to) -> to.addLong(from.getLong(at));
    }
    return nested(type);
  }

  private static Value nested(DataType type) {
    if (type instanceof StructType struct) {
      Group group = group(struct);
      return (from, at, to) -> {
        to.startGroup();
        group.write(from.getStruct(at, struct.length()), to);
        to.endGroup();
      };
    }
    if (type instanceof ArrayType list) {
      Value element = value(list.elementType());
      return (from, at, to) -> writeList(from.getArray(at), element, to);
    }
    throw new IllegalArgumentException("A package cannot hold a column of type " + type + ".");
  }

  private static void writeList(ArrayData items, Value element, RecordConsumer to) {
    to.startGroup();
    if (items.numElements() > 0) {
      to.startField(LIST, 0);
      for (int i = 0; i < items.numElements(); i++) {
        to.startGroup();
        to.startField(ELEMENT, 0);
        element.write(items, i, to);
        to.endField(ELEMENT, 0);
        to.endGroup();
      }
      to.endField(LIST, 0);
    }
    to.endGroup();
  }
}
