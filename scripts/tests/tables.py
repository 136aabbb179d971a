"""Writes a result as Delta tables, so that the checks can be shown tables made wrong on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import write_deltalake

import lake as lakes
from catalogue import Catalogue
from oracle import Published, Settings, local_date

INSTANT = pa.timestamp("us", tz="UTC")
TYPES = {
    "double": pa.float64(),
    "long": pa.int64(),
    "boolean": pa.bool_(),
    "string": pa.string(),
    "time": pa.string(),
    "timestamp": INSTANT,
}
KNOWN = {
    "captured_at": INSTANT,
    "started_at": INSTANT,
    "ended_at": INSTANT,
    "batch_date": pa.date32(),
    "event_date": pa.date32(),
    "audiences": pa.list_(pa.string()),
    "withheld": pa.list_(pa.string()),
    "messages": pa.int64(),
    "values": pa.int64(),
    "position": pa.int64(),
}
PARTITIONS = ("event_month", "owner_partition")


def write(published: Published, catalogue: Catalogue, lake: Path) -> None:
    """Writes every table whole, partitioned per owner where it holds owner data."""
    types = {part.column: part.type for each in catalogue.fields.values() for part in each.parts}
    schema = _schema(lakes.TELEMETRY_HEAD)
    for column, kind in types.items():
        schema = schema.append(pa.field(column, TYPES[kind]))
    schema = schema.append(pa.field("withheld", KNOWN["withheld"]))
    telemetry = [
        dict(zip(lakes.TELEMETRY_HEAD, key)) | row.cells | {"withheld": sorted(row.withheld)}
        for key, row in published.telemetry.items()
    ]
    _write_owned(lake / "telemetry", telemetry, schema)
    for name, names in (("alerts", lakes.ALERTS), ("connectivity", lakes.CONNECTIVITY)):
        rows = [dict(zip(names, row)) for row in getattr(published, name).elements()]
        _write_owned(lake / name, rows, _schema(names))
    _write(
        lake / "quarantine",
        [dict(zip(lakes.QUARANTINE, row)) for row in published.quarantine.elements()],
        _schema(lakes.QUARANTINE),
    )
    _write(
        lake / "completeness",
        [
            dict(zip(lakes.COMPLETENESS, k)) | {"values": n}
            for k, n in published.completeness.items()
        ],
        _schema((*lakes.COMPLETENESS, "values")),
    )
    _write(
        lake / "ledger",
        [dict(zip(lakes.LEDGER, k)) | vars(count) for k, count in published.ledger.items()],
        _schema((*lakes.LEDGER, "messages", "values")),
    )


def _schema(names: Iterable[str]) -> pa.Schema:
    return pa.schema([pa.field(name, KNOWN.get(name, pa.string())) for name in names])


def _write_owned(path: Path, rows: list[dict[str, Any]], schema: pa.Schema) -> None:
    for row in rows:
        row["event_month"] = f"{local_date(row['captured_at'], Settings.zone):%Y-%m}"
        row["owner_partition"] = row["owner_id"]
    for name in PARTITIONS:
        schema = schema.append(pa.field(name, pa.string()))
    _write(path, rows, schema, list(PARTITIONS))


def _write(
    path: Path, rows: list[dict[str, Any]], schema: pa.Schema, by: list[str] | None = None
) -> None:
    columns = {field.name: [row.get(field.name) for row in rows] for field in schema}
    write_deltalake(str(path), pa.table(columns, schema=schema), partition_by=by)
