"""Glovebox's publish as a hand-written Polars query and delta-rs:  INPUT TABLE DATE."""

from __future__ import annotations

import gzip
import math
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl

from benchmarks import columns
from benchmarks.peers import sensitive
from benchmarks.peers.duckdb_publish import IN_PLACES, NUMBERS, write

TEXT_ARMS = ("stringValue", "shiftStateValue", "intValue", "longValue")
POSITION = pl.Struct({"latitude": pl.Float64, "longitude": pl.Float64})
VALUE = pl.Struct(
    {
        **dict.fromkeys(TEXT_ARMS, pl.String),
        **dict.fromkeys(("doubleValue", "floatValue"), pl.Float64),
        "booleanValue": pl.Boolean,
        "locationValue": POSITION,
    }
)
WIRE = {
    "data": pl.List(pl.Struct({"key": pl.String, "value": VALUE})),
    "createdAt": pl.String,
    "vin": pl.String,
}
ARROW_TYPES = {"batch_date": pl.Date, "withheld": pl.List(pl.String)}


def publish(folder: Path, table: Path, date: str) -> None:
    """Reads one batch date and writes its telemetry table."""
    readings = _readings(folder / "raw" / f"date={date}")
    judged = _judged(_held(readings, folder / "registry"), folder / "registry")
    rows = _telemetry(judged, date)
    write(rows.to_arrow().cast(columns.telemetry()), table)
