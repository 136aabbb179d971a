package dev.glovebox.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;

import dev.glovebox.registry.HoldRows;
import dev.glovebox.registry.Holds;
import dev.glovebox.registry.Tenure;
import dev.glovebox.registry.TenureRows;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The operator's registry at one location: each file as CSV, or as a Delta table of its columns.
 */
public final class RegistryFiles {

  private static final String TENURES = "tenures";
  private static final String HOLDS = "holds";
  private static final String VEHICLES = "vehicles";
  private static final StructType VEHICLE =
      new StructType()
          .add("vin", DataTypes.StringType)
          .add("model_year", DataTypes.IntegerType)
          .add("battery_kwh", DataTypes.DoubleType)
          .add("v2x", DataTypes.BooleanType)
          .add("province", DataTypes.StringType);
  private static final String SENSITIVE_PLACES = "sensitive-places.geojson";
  private static final String INSTANT = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX";

  private final SparkSession spark;
  private final Path registry;

  public RegistryFiles(SparkSession spark, String registry) {
    this.spark = spark;
    this.registry = new Path(registry);
  }

  /**
   * Who held which vehicle when.
   *
   * @throws dev.glovebox.registry.RegistryException naming every row that is no tenure
   */
  public List<Tenure> tenures() throws IOException {
    if (!exists(csv(TENURES))) {
      return TenureRows.parse(rows(TENURES));
    }
    try (Reader reader = reader(csv(TENURES))) {
      return TenureRows.parseCsv(reader);
    }
  }

  /**
   * The legal holds; none where the registry says nothing of any.
   *
   * @throws dev.glovebox.registry.RegistryException naming every row that is no hold
   */
  public Holds holds() throws IOException {
    if (exists(csv(HOLDS))) {
      try (Reader reader = reader(csv(HOLDS))) {
        return HoldRows.parseCsv(reader);
      }
    }
    boolean isTable = exists(new Path(registry, HOLDS + "/_delta_log"));
    return isTable ? HoldRows.parse(rows(HOLDS)) : Holds.none();
  }

  /**
   * The vehicles, {@code vin, model_year, battery_kwh, v2x, province}; a cell that cannot be read
   * is null. Without the table there are none.
   */
  public Dataset<Row> vehicles() throws IOException {
    if (exists(csv(VEHICLES))) {
      return typed(spark.read().option("header", "true").csv(csv(VEHICLES).toString()));
    }
    if (exists(new Path(registry, VEHICLES))) {
      return typed(spark.read().format("delta").load(new Path(registry, VEHICLES).toString()));
    }
    return spark.createDataFrame(List.of(), VEHICLE);
  }

  private static Dataset<Row> typed(Dataset<Row> rows) {
    List<String> held = Arrays.asList(rows.columns());
    Column[] columns =
        Arrays.stream(VEHICLE.fields())
            .map(
                field ->
                    held.contains(field.name())
                        ? col(field.name())
                            .cast(DataTypes.StringType)
                            .try_cast(field.dataType())
                            .as(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    return rows.select(columns).dropDuplicates(new String[] {"vin"});
  }

  /** The operator's statements for the policy report, as YAML; empty if there are none. */
  public Optional<String> statements() throws IOException {
    Path file = new Path(registry, "statements.yaml");
    if (!exists(file)) {
      return Optional.empty();
    }
    try (var stream = files().open(file)) {
      return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The operator's own polygons, as GeoJSON. */
  public String sensitivePlaces() throws IOException {
    try (var stream = files().open(new Path(registry, SENSITIVE_PLACES))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Reader reader(Path file) throws IOException {
    return new InputStreamReader(files().open(file), StandardCharsets.UTF_8);
  }

  private List<Map<String, String>> rows(String table) {
    Dataset<Row> rows = spark.read().format("delta").load(new Path(registry, table).toString());
    Column[] texts =
        Arrays.stream(rows.schema().fields())
            .map(
                field ->
                    field.dataType().equals(DataTypes.TimestampType)
                        ? date_format(col(field.name()), INSTANT).as(field.name())
                        : col(field.name()).cast(DataTypes.StringType))
            .toArray(Column[]::new);
    return rows.select(texts).collectAsList().stream().map(RegistryFiles::byColumn).toList();
  }

  private static Map<String, String> byColumn(Row row) {
    Map<String, String> cells = new HashMap<>();
    for (String column : row.schema().fieldNames()) {
      cells.put(column, row.getAs(column));
    }
    return cells;
  }

  private Path csv(String name) {
    return new Path(registry, name + ".csv");
  }

  private boolean exists(Path path) throws IOException {
    return files().exists(path);
  }

  private FileSystem files() throws IOException {
    return registry.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}
