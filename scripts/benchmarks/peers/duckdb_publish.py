"""Glovebox's publish as a hand-written DuckDB query and delta-rs:  INPUT TABLE DATE."""

from __future__ import annotations

import sys
from pathlib import Path

import duckdb
import pyarrow as pa
from deltalake import WriterProperties, write_deltalake

from benchmarks import columns
from benchmarks.peers import sensitive

ROWS_A_BATCH = 65_536
MILES = 1.609344
NUMBERS = {
    "VehicleSpeed": ("speed_kmh", MILES),
    "Odometer": ("odometer_km", MILES),
    "Soc": ("soc_percent", 1),
    "PackVoltage": ("pack_voltage_v", 1),
    "PackCurrent": ("pack_current_a", 1),
    "PedalPosition": ("accelerator_pedal_percent", 1),
    "GpsHeading": ("heading_deg", 1),
    "OutsideTemp": ("outside_celsius", 1),
    "MilesToArrival": ("distance_to_arrival_km", MILES),
}
TEXTS = {"Gear": "gear", "BrakePedal": "brake_pedal_pressed"}
IN_PLACES = ("latitude_deg", "longitude_deg", "heading_deg", "distance_to_arrival_km")

WIRE = """{
  data: 'STRUCT("key" VARCHAR, "value" STRUCT(stringValue VARCHAR, intValue VARCHAR,
     longValue VARCHAR, floatValue VARCHAR, doubleValue VARCHAR, booleanValue VARCHAR,
     shiftStateValue VARCHAR, locationValue STRUCT(latitude DOUBLE, longitude DOUBLE)))[]',
  createdAt: 'VARCHAR', vin: 'VARCHAR'}"""
ARMS = (
    *("stringValue", "doubleValue", "booleanValue", "shiftStateValue"),
    *("intValue", "longValue", "floatValue"),
)

# A row a vehicle and instant: a value that came again, in whatever arm, is one value.
READINGS = """
CREATE TEMP TABLE readings AS
WITH sent AS (
  SELECT vin, createdAt::TIMESTAMPTZ AS captured_at, data,
    list_transform(data, lambda each: each.key) AS names
  FROM read_json({objects}, format = 'newline_delimited', columns = {wire})
), found AS (SELECT vin, captured_at, {found} FROM sent)
SELECT vin, captured_at, {values} FROM found GROUP BY vin, captured_at
"""

# In a place: an odd number of its edges lies east of the position, or one within the margin.
SENSITIVE = """
CREATE TEMP TABLE sensitive AS
WITH placed AS (
  SELECT rowid AS reading, longitude_deg AS x, latitude_deg AS y FROM readings
), near AS (
  SELECT reading, x, y, place,
    111319.49079327358 * cos(radians(y)) / sqrt(1 - 0.00669437999014 * sin(radians(y)) ** 2) AS kx,
    110574.27582159436 / (1 - 0.00669437999014 * sin(radians(y)) ** 2) ** 1.5 AS ky
  FROM placed JOIN (SELECT DISTINCT place, west, south, east, north FROM edges)
    ON x >= west AND x <= east AND y >= south AND y <= north
), flat AS (
  SELECT reading, place, (x1 - x) * kx AS ax, (y1 - y) * ky AS ay,
    (x2 - x1) * kx AS dx, (y2 - y1) * ky AS dy
  FROM near JOIN edges USING (place)
), cut AS (
  SELECT *, greatest(0, least(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy))) AS share FROM flat
), judged AS (
  SELECT reading, bool_or((ax + share * dx) ** 2 + (ay + share * dy) ** 2 <= 150 ** 2) AS close,
    count(*) FILTER ((ay > 0) <> (ay + dy > 0) AND ax - ay * dx / dy > 0) % 2 = 1 AS inside
  FROM cut GROUP BY reading, place
)
SELECT DISTINCT reading FROM judged WHERE close OR inside
"""

TELEMETRY = """
SELECT {columns}
FROM readings r
JOIN tenures t ON t.vin = r.vin AND r.captured_at >= t.valid_from
  AND (t.valid_to IS NULL OR r.captured_at < t.valid_to)
JOIN buckets b ON b.owner_id = t.owner_id
LEFT JOIN sensitive s ON s.reading = r.rowid
ORDER BY b.owner_partition, t.owner_id, r.vin, r.captured_at
"""


def publish(folder: Path, table: Path, date: str) -> None:
    """Reads one batch date and writes its telemetry table."""
    engine = duckdb.connect()
    engine.execute("SET TimeZone = 'UTC'; SET preserve_insertion_order = false")
    engine.register("edges", sensitive.edges(folder / "registry"))
    for name in ("tenures", "buckets"):
        path = folder / "registry" / f"{name}.csv"
        engine.execute(
            f"CREATE TEMP TABLE {name} AS FROM read_csv('{path}', types = {{{_types(name)}}})"
        )
    engine.execute(_readings(folder / "raw" / f"date={date}"))
    engine.execute(SENSITIVE)
    rows = engine.execute(_telemetry(date)).to_arrow_reader(ROWS_A_BATCH)
    write(rows, table)


def write(rows: pa.RecordBatchReader | pa.Table, table: Path) -> None:
    """Writes a new Delta table in Glovebox's layout and codec."""
    write_deltalake(
        str(table),
        rows,
        partition_by=columns.PARTITIONS,
        writer_properties=WriterProperties(compression="ZSTD", compression_level=3),
        configuration={"delta.dataSkippingStatsColumns": "owner_id,vin,captured_at,batch_date"},
    )


def _types(name: str) -> str:
    if name == "buckets":
        return "'owner_id': 'VARCHAR', 'owner_partition': 'VARCHAR'"
    return (
        "'vin': 'VARCHAR', 'owner_id': 'VARCHAR', 'role': 'VARCHAR', "
        "'valid_from': 'TIMESTAMPTZ', 'valid_to': 'TIMESTAMPTZ'"
    )


def _readings(objects: Path) -> str:
    names = [*NUMBERS, *TEXTS, "Location"]
    found = ", ".join(f"data[list_position(names, '{name}')].value AS {name}" for name in names)
    values = [
        f"max({_text(name)}::DOUBLE{'' if scale == 1 else f' * {scale}'}) AS {column}"
        for name, (column, scale) in NUMBERS.items()
    ]
    values.append(f"max(replace({_text('Gear')}, 'ShiftState', '')) AS gear")
    values.append(f"bool_or({_text('BrakePedal')}::BOOLEAN) AS brake_pedal_pressed")
    for part in ("latitude", "longitude"):
        values.append(f"max(Location.locationValue.{part}) AS {part}_deg")
    return READINGS.format(
        objects=f"'{objects}/*/*.gz'", wire=WIRE, found=found, values=", ".join(values)
    )


def _text(name: str) -> str:
    return "coalesce(" + ", ".join(f"{name}.{arm}" for arm in ARMS) + ")"


def _telemetry(date: str) -> str:
    known = {
        "owner_id": "t.owner_id",
        "vin": "r.vin",
        "captured_at": "r.captured_at",
        "batch_date": f"DATE '{date}'",
        "withheld": "CASE WHEN s.reading IS NULL THEN []::VARCHAR[] ELSE ['sensitive-place'] END",
        "event_month": "strftime((r.captured_at AT TIME ZONE 'Asia/Shanghai'), '%Y-%m')",
        "owner_partition": "b.owner_partition",
    }
    for column in (*(column for column, _ in NUMBERS.values()), *TEXTS.values()):
        known[column] = f"r.{column}"
    for column in IN_PLACES:
        known[column] = f"CASE WHEN s.reading IS NULL THEN r.{column} END"
    types = {pa.float64(): "DOUBLE", pa.int64(): "BIGINT", pa.bool_(): "BOOLEAN"}
    types |= {pa.string(): "VARCHAR", columns.INSTANT: "TIMESTAMPTZ"}
    return TELEMETRY.format(
        columns=", ".join(
            f"{known[field.name]} AS {field.name}"
            if field.name in known
            else f"NULL::{types[field.type]} AS {field.name}"
            for field in columns.telemetry()
        )
    )


if __name__ == "__main__":
    publish(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
