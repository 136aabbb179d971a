"""The published Delta tables, read without Spark."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from deltalake import DeltaTable
from pyarrow import fs

from oracle import Count, LedgerKey, Published, Reading

TELEMETRY_HEAD = ("owner_id", "vin", "captured_at", "batch_date")
TELEMETRY_FIXED = frozenset({*TELEMETRY_HEAD, "withheld", "event_month", "owner_partition"})
ALERTS = (*TELEMETRY_HEAD, "name", "audiences", "started_at", "ended_at")
CONNECTIVITY = (*TELEMETRY_HEAD, "connection_id", "status", "network_interface")
QUARANTINE = ("batch_date", "reason", "source_object", "position")
COMPLETENESS = (
    *("owner_id", "vin", "event_month", "event_date", "batch_date"),
    *("record_kind", "outcome", "reason"),
)
LEDGER = ("batch_date", "record_kind", "outcome", "reason")


def table(lake: Path, name: str) -> pa.Table:
    """One table whole."""
    # Arrow's own file system: its threads need no interpreter, and so outlive it without a crash.
    files = fs.SubTreeFileSystem(str(lake / name), fs.LocalFileSystem())
    return DeltaTable(str(lake / name)).to_pyarrow_table(filesystem=files)


def column(rows: pa.Table, name: str) -> list[Any]:
    """One column in plain Python: instants as microseconds, days as dates, lists as tuples."""
    cells = rows.column(name)
    if pa.types.is_timestamp(cells.type):
        cells = pc.cast(pc.cast(cells, pa.timestamp("us", cells.type.tz)), pa.int64())
    plain: list[Any] = cells.to_pylist()
    if pa.types.is_list(cells.type) or pa.types.is_large_list(cells.type):
        return [None if each is None else tuple(each) for each in plain]
    if name.endswith("_date"):
        return [dt.date.fromisoformat(each) if isinstance(each, str) else each for each in plain]
    return plain


def tuples(rows: pa.Table, names: Collection[str]) -> Iterator[tuple[Any, ...]]:
    """The rows as tuples of some columns."""
    return zip(*(column(rows, name) for name in names))


def load(lake: Path, dates: Collection[dt.date]) -> Published:
    """What the tables hold of some batch dates."""
    published = Published()
    published.telemetry = telemetry(table(lake, "telemetry"), dates)
    published.alerts = counted(table(lake, "alerts"), ALERTS, dates)
    published.connectivity = counted(table(lake, "connectivity"), CONNECTIVITY, dates)
    published.quarantine = counted(table(lake, "quarantine"), QUARANTINE, dates)
    published.completeness = counted(table(lake, "completeness"), COMPLETENESS, dates, "values")
    published.ledger = ledger(table(lake, "ledger"), dates)
    return published


def counted(
    rows: pa.Table,
    names: tuple[str, ...],
    dates: Collection[dt.date] | None = None,
    weight: str | None = None,
) -> Counter[tuple[Any, ...]]:
    """How often each row stands, or the sum of a column over equal rows."""
    when = names.index("batch_date")
    weights = column(rows, weight) if weight else [1] * rows.num_rows
    found: Counter[tuple[Any, ...]] = Counter()
    for row, times in zip(tuples(rows, names), weights):
        if dates is None or row[when] in dates:
            found[row] += times
    return found


def ledger(rows: pa.Table, dates: Collection[dt.date]) -> dict[LedgerKey, Count]:
    """Messages and values by batch date, record kind, outcome and reason."""
    found: dict[LedgerKey, Count] = defaultdict(Count)
    for *key, messages, values in tuples(rows, (*LEDGER, "messages", "values")):
        if key[0] in dates:
            count = found[key[0], key[1], key[2], key[3]]
            count.messages += messages
            count.values += values
    return found


def telemetry(rows: pa.Table, dates: Collection[dt.date] | None = None) -> dict[Any, Reading]:
    """The readings by their head; a second row of one head stands beside the first."""
    heads = list(tuples(rows, TELEMETRY_HEAD))
    readings = [Reading(withheld=set(each)) for each in column(rows, "withheld")]
    for name in rows.column_names:
        if name in TELEMETRY_FIXED:
            continue
        there = pc.indices_nonzero(pc.is_valid(rows.column(name)))
        cells = column(rows.select([name]).take(there), name)
        for index, cell in zip(there.to_pylist(), cells):
            readings[index].cells[name] = cell
    found: dict[Any, Reading] = {}
    for head, reading in zip(heads, readings):
        if dates is None or head[3] in dates:
            if head in found:
                head = (*head, "again")
            found[head] = reading
    return found
