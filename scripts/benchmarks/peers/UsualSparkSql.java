import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Glovebox's publish as it is usually written in Spark SQL: from_json, explode, pivot, a join with
 * the tenures, a function for the places, a partition an owner. Arguments: INPUT TABLE DATE COLUMNS,
 * the last a schema in Spark's own words.
 *
 * <p>It is given what makes it faster and not everybody writes: only the arms that occur, and a
 * shuffle by partition before the write, so that an owner has one file and not one a task.
 */
public final class UsualSparkSql {

  private static final String WIRE =
      "data ARRAY<STRUCT<key: STRING, value: STRUCT<stringValue: STRING, intValue: STRING,"
          + " longValue: STRING, floatValue: STRING, doubleValue: STRING, booleanValue: STRING,"
          + " shiftStateValue: STRING,"
          + " locationValue: STRUCT<latitude: DOUBLE, longitude: DOUBLE>>>>,"
          + " createdAt STRING, vin STRING";

  private static final List<String> ARMS =
      List.of(
          "stringValue", "doubleValue", "booleanValue", "shiftStateValue", "intValue", "longValue",
          "floatValue");

  private static final double MILES = 1.609344;
  private static final Map<String, String> COLUMNS =
      Map.ofEntries(
          Map.entry("speed_kmh", "VehicleSpeed"),
          Map.entry("odometer_km", "Odometer"),
          Map.entry("soc_percent", "Soc"),
          Map.entry("pack_voltage_v", "PackVoltage"),
          Map.entry("pack_current_a", "PackCurrent"),
          Map.entry("accelerator_pedal_percent", "PedalPosition"),
          Map.entry("heading_deg", "GpsHeading"),
          Map.entry("outside_celsius", "OutsideTemp"),
          Map.entry("distance_to_arrival_km", "MilesToArrival"),
          Map.entry("gear", "Gear"),
          Map.entry("brake_pedal_pressed", "BrakePedal"));
  private static final List<String> IN_MILES =
      List.of("speed_kmh", "odometer_km", "distance_to_arrival_km");
  private static final List<String> IN_PLACES =
      List.of("latitude_deg", "longitude_deg", "heading_deg", "distance_to_arrival_km");

  private UsualSparkSql() {}

  public static void main(String[] arguments) throws IOException {
    String input = arguments[0];
    StructType columns = StructType.fromDDL(arguments[3]);
    try (SparkSession spark = session()) {
      spark
          .udf()
          .register("sensitive", Places.read(Path.of(input)), DataTypes.BooleanType);
      Dataset<Row> held = held(readings(spark, input, arguments[2]), spark, input);
      release(held, columns, arguments[2])
          .repartition(col("event_month"), col("owner_id"))
          .sortWithinPartitions("event_month", "owner_id", "vin", "captured_at")
          .write()
          .format("delta")
          .partitionBy("event_month", "owner_id")
          .save(arguments[1]);
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[*]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.parquet.compression.codec", "zstd")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .getOrCreate();
  }

  /** A row a vehicle and instant, a column a name. */
  private static Dataset<Row> readings(SparkSession spark, String input, String date) {
    List<Object> names = new ArrayList<>(COLUMNS.values());
    names.add("Location");
    return spark
        .read()
        .text(input + "/raw/date=" + date + "/*/*.gz")
        .select(from_json(col("value"), StructType.fromDDL(WIRE)).as("message"))
        .select(
            col("message.vin"),
            col("message.createdAt").cast(DataTypes.TimestampType).as("captured_at"),
            explode(col("message.data")).as("datum"))
        .select(
            col("vin"),
            col("captured_at"),
            col("datum.key").as("name"),
            struct(
                    coalesce(
                            ARMS.stream()
                                .map(arm -> col("datum.value." + arm))
                                .toArray(Column[]::new))
                        .as("text"),
                    col("datum.value.locationValue").as("position"))
                .as("value"))
        .groupBy("vin", "captured_at")
        .pivot("name", names)
        .agg(first("value"));
  }

  private static Dataset<Row> held(Dataset<Row> readings, SparkSession spark, String input) {
    Dataset<Row> tenures =
        spark
            .read()
            .option("header", "true")
            .schema("vin STRING, owner_id STRING, role STRING, valid_from TIMESTAMP,"
                + " valid_to TIMESTAMP")
            .csv(input + "/registry/tenures.csv")
            .withColumnRenamed("vin", "held_vin");
    return readings.join(
        tenures,
        col("vin")
            .equalTo(col("held_vin"))
            .and(col("captured_at").geq(col("valid_from")))
            .and(col("valid_to").isNull().or(col("captured_at").lt(col("valid_to")))));
  }

  private static Dataset<Row> release(Dataset<Row> held, StructType columns, String date) {
    Column latitude = col("Location.position.latitude");
    Column longitude = col("Location.position.longitude");
    Dataset<Row> judged = held.withColumn("sensitive", callUDF("sensitive", latitude, longitude));
    return judged.select(
        Arrays.stream(columns.fields())
            .filter(field -> !field.name().equals("owner_partition"))
            .map(field -> released(field, date).as(field.name()))
            .toArray(Column[]::new));
  }

  private static Column released(StructField field, String date) {
    Column cell = cell(field, date);
    return IN_PLACES.contains(field.name()) ? when(not(col("sensitive")), cell) : cell;
  }

  private static Column cell(StructField field, String date) {
    return switch (field.name()) {
      case "owner_id", "vin", "captured_at" -> col(field.name());
      case "batch_date" -> lit(date).cast(DataTypes.DateType);
      case "latitude_deg" -> col("Location.position.latitude");
      case "longitude_deg" -> col("Location.position.longitude");
      case "gear" -> regexp_replace(col("Gear.text"), "^ShiftState", "");
      case "withheld" ->
          when(col("sensitive"), array(lit("sensitive-place")))
              .otherwise(array().cast(field.dataType()));
      case "event_month" ->
          date_format(from_utc_timestamp(col("captured_at"), "Asia/Shanghai"), "yyyy-MM");
      default -> value(field);
    };
  }

  private static Column value(StructField field) {
    String name = COLUMNS.get(field.name());
    if (name == null) {
      return lit(null).cast(field.dataType());
    }
    Column plain = col(name + ".text").cast(field.dataType());
    return IN_MILES.contains(field.name()) ? plain.multiply(lit(MILES)) : plain;
  }

  /** Whether a position lies in a place or within 150 m of its edge. */
  private record Places(double[][][] rings) implements UDF2<Double, Double, Boolean>, Serializable {

    private static final double MARGIN_METERS = 150;
    private static final double BOX_DEG = 0.002;
    private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

    static Places read(Path input) throws IOException {
      JsonNode document =
          new ObjectMapper().readTree(input.resolve("registry/sensitive-places.geojson").toFile());
      List<double[][]> rings = new ArrayList<>();
      for (JsonNode feature : document.get("features")) {
        List<double[]> ring = new ArrayList<>();
        for (JsonNode corner : feature.get("geometry").get("coordinates").get(0)) {
          ring.add(new double[] {corner.get(0).asDouble(), corner.get(1).asDouble()});
        }
        rings.add(ring.toArray(double[][]::new));
      }
      return new Places(rings.toArray(double[][][]::new));
    }

    @Override
    public Boolean call(Double latitude, Double longitude) {
      return Arrays.stream(rings).anyMatch(ring -> isNear(ring, longitude, latitude));
    }

    private static boolean isNear(double[][] ring, double x, double y) {
      double west = 180;
      double east = -180;
      double south = 90;
      double north = -90;
      for (double[] corner : ring) {
        west = Math.min(west, corner[0]);
        east = Math.max(east, corner[0]);
        south = Math.min(south, corner[1]);
        north = Math.max(north, corner[1]);
      }
      return x >= west - BOX_DEG
          && x <= east + BOX_DEG
          && y >= south - BOX_DEG
          && y <= north + BOX_DEG
          && reaches(ring, x, y);
    }

    private static boolean reaches(double[][] ring, double x, double y) {
      double sine = Math.sin(Math.toRadians(y));
      double bend = 1 - ECCENTRICITY_SQUARED * sine * sine;
      double kx = 111319.49079327358 * Math.cos(Math.toRadians(y)) / Math.sqrt(bend);
      double ky = 110574.27582159436 / Math.pow(bend, 1.5);
      boolean inside = false;
      for (int i = 1; i < ring.length; i++) {
        double ax = (ring[i - 1][0] - x) * kx;
        double ay = (ring[i - 1][1] - y) * ky;
        double dx = (ring[i][0] - x) * kx - ax;
        double dy = (ring[i][1] - y) * ky - ay;
        double share = -(ax * dx + ay * dy) / (dx * dx + dy * dy);
        share = Math.max(0, Math.min(1, share));
        if (Math.hypot(ax + share * dx, ay + share * dy) <= MARGIN_METERS) {
          return true;
        }
        inside ^= (ay > 0) != (ay + dy > 0) && ax - ay * dx / dy > 0;
      }
      return inside;
    }
  }
}
