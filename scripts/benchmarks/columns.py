"""The columns of the telemetry table that the input has values of, from the signal catalogue.

The files of Glovebox leave out the others, so nobody here writes them.
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import yaml

CATALOGUE = Path(__file__).resolve().parents[2] / "schemas" / "signals.yaml"
INSTANT = pa.timestamp("us", tz="UTC")
HEAD = [
    pa.field("owner_id", pa.string()),
    pa.field("vin", pa.string()),
    pa.field("captured_at", INSTANT),
    pa.field("batch_date", pa.date32()),
]
FOOT = [
    pa.field("withheld", pa.list_(pa.string())),
    pa.field("event_month", pa.string()),
    pa.field("owner_partition", pa.string()),
]
PARTITIONS = ["event_month", "owner_partition"]
OCCURRING = frozenset(
    {
        *("speed_kmh", "odometer_km", "soc_percent", "pack_voltage_v", "pack_current_a"),
        *("accelerator_pedal_percent", "brake_pedal_pressed", "gear", "outside_celsius"),
        *("heading_deg", "latitude_deg", "longitude_deg", "distance_to_arrival_km"),
    }
)
TYPES = {
    "double": pa.float64(),
    "long": pa.int64(),
    "boolean": pa.bool_(),
    "string": pa.string(),
    "time": pa.string(),
    "timestamp": INSTANT,
}

SPARK_TYPES = {
    pa.float64(): "DOUBLE",
    pa.int64(): "BIGINT",
    pa.bool_(): "BOOLEAN",
    pa.string(): "STRING",
    pa.date32(): "DATE",
    INSTANT: "TIMESTAMP",
    pa.list_(pa.string()): "ARRAY<STRING>",
}


def signals() -> list[pa.Field]:
    """A column for each signal that occurs, in the catalogue's order."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    listed = yaml.load(CATALOGUE.read_text("utf-8"), Loader=loader)["signals"]
    return [
        pa.field(each["column"], TYPES[each["type"]])
        for each in listed
        if each["column"] in OCCURRING
    ]


def telemetry() -> pa.Schema:
    """What every contender's files hold."""
    return pa.schema([*HEAD, *signals(), *FOOT])


def spark_schema() -> str:
    """The same in Spark's words."""
    return ", ".join(f"{field.name} {SPARK_TYPES[field.type]}" for field in telemetry())
