"""Glovebox's publish as a hand-written Polars query and delta-rs:  INPUT TABLE DATE."""

from __future__ import annotations

import gzip
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from operator import xor
from pathlib import Path

import polars as pl

from benchmarks import columns
from benchmarks.peers import sensitive
from benchmarks.peers.duckdb_publish import IN_PLACES, NUMBERS, write

WIRE = pl.Struct(
    {
        "data": pl.List(
            pl.Struct(
                {
                    "key": pl.String,
                    "value": pl.Struct(
                        {
                            "stringValue": pl.String,
                            "intValue": pl.Int64,
                            "longValue": pl.String,
                            "floatValue": pl.Float64,
                            "doubleValue": pl.Float64,
                            "booleanValue": pl.Boolean,
                            "shiftStateValue": pl.String,
                            "locationValue": pl.Struct(
                                {"latitude": pl.Float64, "longitude": pl.Float64}
                            ),
                        }
                    ),
                }
            )
        ),
        "createdAt": pl.String,
        "vin": pl.String,
    }
)
READING = ["vin", "captured_at"]
INSTANT = "%Y-%m-%dT%H:%M:%S%.fZ"
MARGIN_SQUARED = 150.0**2
EAST_METRES, NORTH_METRES = 111319.49079327358, 110574.27582159436
ECCENTRICITY_SQUARED = 0.00669437999014


def publish(folder: Path, table: Path, date: str) -> None:
    """Reads one batch date and writes its telemetry table."""
    readings = _readings(folder / "raw" / f"date={date}")
    readings = readings.with_columns(_in_a_place(readings, folder / "registry"))
    write(_telemetry(readings, folder / "registry", date), table)


def _readings(objects: Path) -> pl.DataFrame:
    """A row a vehicle and instant: a value that came again, in whatever arm, is one value."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        sent = list(pool.map(_sent, sorted(objects.glob("*/*.gz"))))
    return pl.concat(sent).group_by(READING).agg(pl.all().max())


def _sent(path: Path) -> pl.DataFrame:
    lines = pl.Series("line", gzip.decompress(path.read_bytes()).decode().splitlines(), pl.String)
    messages = lines.str.json_decode(WIRE).struct.unnest()
    names = pl.col("data").list.eval(pl.element().struct.field("key")).alias("names")
    return messages.lazy().with_columns(names).select(_values()).collect()


def _values() -> list[pl.Expr]:
    found = [pl.col("vin"), _instant("createdAt").alias("captured_at")]
    found += [
        (_number(_value(name)) * scale).alias(column) for name, (column, scale) in NUMBERS.items()
    ]
    gear, brake, position = _value("Gear"), _value("BrakePedal"), _value("Location")
    text = pl.coalesce(_arm(gear, "stringValue"), _arm(gear, "shiftStateValue"))
    found.append(text.str.strip_prefix("ShiftState").alias("gear"))
    pressed = pl.coalesce(_arm(brake, "booleanValue"), _arm(brake, "stringValue") == "true")
    found.append(pressed.alias("brake_pedal_pressed"))
    for part in ("latitude", "longitude"):
        found.append(_arm(_arm(position, "locationValue"), part).alias(f"{part}_deg"))
    return found


def _value(name: str) -> pl.Expr:
    at = pl.col("names").list.eval(pl.element().index_of(name)).list.first()
    return _arm(pl.col("data").list.get(at), "value")


def _number(value: pl.Expr) -> pl.Expr:
    texts = (_arm(value, arm).cast(pl.Float64) for arm in ("stringValue", "longValue"))
    numbers = (_arm(value, arm).cast(pl.Float64) for arm in ("doubleValue", "floatValue"))
    return pl.coalesce(*numbers, *texts, _arm(value, "intValue").cast(pl.Float64))


def _arm(value: pl.Expr, name: str) -> pl.Expr:
    return value.struct.field(name)


def _instant(column: str) -> pl.Expr:
    return pl.col(column).str.to_datetime(INSTANT, time_unit="us").dt.replace_time_zone("UTC")


def _in_a_place(readings: pl.DataFrame, registry: Path) -> pl.Series:
    edges = pl.DataFrame(sensitive.edges(registry))
    positions = readings.select("longitude_deg", "latitude_deg").with_row_index("reading")
    inside = [_inside(positions, place) for place in edges.partition_by("place")]
    return positions["reading"].is_in(pl.concat(inside).implode()).alias("sensitive")


def _inside(positions: pl.DataFrame, edges: pl.DataFrame) -> pl.Series:
    """An odd number of the place's edges lies east of the position, or one within the margin."""
    box = edges.row(0, named=True)
    x, y = pl.col("longitude_deg"), pl.col("latitude_deg")
    within = x.is_between(box["west"], box["east"]) & y.is_between(box["south"], box["north"])
    bend = 1 - ECCENTRICITY_SQUARED * y.radians().sin() ** 2
    near = positions.filter(within).with_columns(
        kx=EAST_METRES * y.radians().cos() / bend.sqrt(), ky=NORTH_METRES / bend**1.5
    )
    close, east = zip(*(_edge(row) for row in edges.iter_rows(named=True)))
    judged = near.filter(pl.any_horizontal(*close) | reduce(xor, east))
    return judged["reading"]


def _edge(ends: dict[str, float]) -> tuple[pl.Expr, pl.Expr]:
    kx, ky = pl.col("kx"), pl.col("ky")
    ax, ay = (ends["x1"] - pl.col("longitude_deg")) * kx, (ends["y1"] - pl.col("latitude_deg")) * ky
    dx, dy = kx * (ends["x2"] - ends["x1"]), ky * (ends["y2"] - ends["y1"])
    share = (-(ax * dx + ay * dy) / (dx * dx + dy * dy)).clip(0, 1)
    close = (ax + share * dx) ** 2 + (ay + share * dy) ** 2 <= MARGIN_SQUARED
    return close, ((ay > 0) != (ay + dy > 0)) & (ax - ay * dx / dy > 0)


def _telemetry(readings: pl.DataFrame, registry: Path, date: str) -> pl.DataFrame:
    texts = {"vin": pl.String, "owner_id": pl.String, "valid_to": pl.String}
    tenures = pl.read_csv(registry / "tenures.csv", schema_overrides=texts).with_columns(
        _instant("valid_from"), _instant("valid_to")
    )
    instant, ends = pl.col("captured_at"), pl.col("valid_to")
    held = (
        readings.lazy()
        .join(tenures.lazy(), on="vin")
        .filter(instant >= pl.col("valid_from"), ends.is_null() | (instant < ends))
        .join(pl.scan_csv(registry / "buckets.csv"), on="owner_id")
        .sort("owner_partition", "owner_id", "vin", "captured_at")
    )
    return held.select(_columns(date)).collect()


def _columns(date: str) -> list[pl.Expr]:
    sensitive_place = pl.col("sensitive")
    filled = {
        "batch_date": pl.lit(date).str.to_date(),
        "withheld": pl.when(sensitive_place)
        .then(pl.lit(["sensitive-place"]))
        .otherwise(pl.lit([], pl.List(pl.String))),
        "event_month": pl.col("captured_at")
        .dt.convert_time_zone("Asia/Shanghai")
        .dt.strftime("%Y-%m"),
    }
    filled |= {name: pl.when(~sensitive_place).then(pl.col(name)) for name in IN_PLACES}
    plain = ["owner_id", "vin", "captured_at", "owner_partition", "gear", "brake_pedal_pressed"]
    plain += [column for column, _ in NUMBERS.values() if column not in IN_PLACES]
    filled |= {name: pl.col(name) for name in plain}
    schema = pl.DataFrame(columns.telemetry().empty_table()).schema
    return [filled.get(name, pl.lit(None, kind)).alias(name) for name, kind in schema.items()]


if __name__ == "__main__":
    publish(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
