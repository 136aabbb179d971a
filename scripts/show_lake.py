"""Shows what a run left in a lake, read without Spark: for people, on standard output.

    python show_lake.py LAKE [--zone Asia/Shanghai]

It prints the tables with their rows, the ledger with its sums, and one owner's last trip. That trip
shows a person's data: meant for simulated fleets.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
from deltalake import DeltaTable
from pyarrow import fs
from pyarrow.dataset import Dataset

OUTCOMES = ("released", "withheld", "rejected", "duplicate")
PAUSE = timedelta(minutes=10)  # a longer silence ends a trip, as parking does
PARKED = "P"
TRIP_ROWS = 16
TRIP_COLUMNS = {  # heading by column; what the catalogue does not have is left out
    "gear": "gear",
    "speed_kmh": "km/h",
    "latitude_deg": "latitude",
    "longitude_deg": "longitude",
    "heading_deg": "heading",
    "soc_percent": "charge %",
    "odometer_km": "odometer km",
}


def main(arguments: Sequence[str]) -> int:
    """Prints everything; 1 when the ledger does not add up."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("lake", type=Path)
    parser.add_argument("--zone", type=ZoneInfo, default=ZoneInfo("Asia/Shanghai"))
    options = parser.parse_args(arguments)
    tables = open_tables(options.lake)
    if not tables:
        print(f"No Delta table under {options.lake}.", file=sys.stderr)
        return 1
    show_tables(tables)
    balanced = show_ledger(tables["ledger"]) if "ledger" in tables else False
    if "telemetry" in tables:
        show_last_trip(tables["telemetry"], options.zone)
    return 0 if balanced else 1


def open_tables(lake: Path) -> dict[str, DeltaTable]:
    """The Delta tables right under a folder, by name."""
    return {
        log.parent.name: DeltaTable(str(log.parent)) for log in sorted(lake.glob("*/_delta_log"))
    }


def query(table: DeltaTable, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Rows of a statement that calls the table ``t``."""
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("t", dataset(table))
        # Through Arrow, since DuckDB's own rows need one more package for instants.
        columns = connection.execute(sql, parameters).to_arrow_table().columns
        return list(zip(*(column.to_pylist() for column in columns)))


def dataset(table: DeltaTable) -> Dataset:
    """Its rows, read by Arrow's own file system: threads of that need no interpreter at its end."""
    root, place = fs.FileSystem.from_uri(table.table_uri)
    return table.to_pyarrow_dataset(filesystem=fs.SubTreeFileSystem(place, root))


def show_tables(tables: dict[str, DeltaTable]) -> None:
    """A line a table."""
    heading("Tables")
    rows = [
        (name, count(table), len(table.file_uris()), table.version())
        for name, table in tables.items()
    ]
    print_table(("table", "rows", "files", "version"), rows)


def count(table: DeltaTable) -> int:
    """How many rows it has."""
    return int(query(table, "SELECT count(*) FROM t")[0][0])


def show_ledger(ledger: DeltaTable) -> bool:
    """What became of everything; whether the four outcomes make up what was received."""
    heading("Ledger: what came in, and what became of it")
    rows = query(
        ledger,
        """SELECT record_kind, outcome, coalesce(reason, '-'),
                  sum(messages)::BIGINT, sum("values")::BIGINT
           FROM t GROUP BY ALL ORDER BY record_kind, outcome, 3""",
    )
    print_table(("kind", "outcome", "reason", "messages", "values"), rows)
    print()
    return all([adds_up("messages", rows, 3), adds_up("values", rows, 4)])


def adds_up(what: str, rows: Sequence[tuple[Any, ...]], column: int) -> bool:
    """Prints the sum as an equation; false when an outcome is none of the four."""
    received = sum(row[column] for row in rows)
    parts = {name: sum(row[column] for row in rows if row[1] == name) for name in OUTCOMES}
    equation = " + ".join(f"{amount:,} {name}" for name, amount in parts.items())
    sign = "=" if received == sum(parts.values()) else "is not"
    print(f"{what}: {received:,} received {sign} {equation}")
    return received == sum(parts.values())


def show_last_trip(telemetry: DeltaTable, zone: ZoneInfo) -> None:
    """The readings from the last time that one owner's vehicle moved."""
    names = [field.name for field in telemetry.schema().fields]
    columns = [name for name in TRIP_COLUMNS if name in names]
    found = last_drive(telemetry, columns)
    if not found:
        heading("No owner has a trip yet")
        return
    owner, vin, readings = found
    heading(f"Last trip of {owner} with {vin} ({len(readings)} readings, some shown)")
    shown = [reading_row(reading, zone) for reading in spread(readings, TRIP_ROWS)]
    print_table(("time", *(TRIP_COLUMNS[name] for name in columns), "withheld"), shown)


def last_drive(
    telemetry: DeltaTable, columns: Sequence[str]
) -> tuple[str, str, list[tuple[Any, ...]]] | None:
    """Owner, vehicle and readings of the drive that ended last, or nothing."""
    if "speed_kmh" not in columns:
        return None
    moving = query(
        telemetry,
        """SELECT owner_id, vin, max(captured_at) FROM t WHERE speed_kmh > 0
           GROUP BY ALL ORDER BY 3 DESC, 1, 2 LIMIT 1""",
    )
    if not moving:
        return None
    owner, vin, end = moving[0]
    filled = ", ".join(
        f"last_value({name} IGNORE NULLS) OVER (ORDER BY captured_at)" for name in columns
    )
    readings = query(
        telemetry,
        f"""SELECT captured_at, {filled}, withheld FROM t
            WHERE owner_id = ? AND vin = ? AND captured_at <= ? ORDER BY captured_at""",
        (owner, vin, end),
    )
    return owner, vin, since_parked(readings)


def since_parked(readings: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The last readings that follow one another without parking or a long silence."""
    first = len(readings) - 1
    while first > 0 and not parts(readings[first - 1], readings[first]):
        first -= 1
    return readings[first:]


def parts(before: tuple[Any, ...], after: tuple[Any, ...]) -> bool:
    """Whether two readings in a row are not of one trip."""
    return PARKED in before[1:] or after[0] - before[0] > PAUSE


def spread(rows: list[Any], most: int) -> list[Any]:
    """At most so many of them, evenly, with the first and the last."""
    if len(rows) <= most:
        return rows
    return [rows[index * (len(rows) - 1) // (most - 1)] for index in range(most)]


def reading_row(reading: tuple[Any, ...], zone: ZoneInfo) -> tuple[Any, ...]:
    """A reading with its local time first and its reasons as text."""
    captured_at: datetime = reading[0]
    local = captured_at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    return (local, *reading[1:-1], ", ".join(reading[-1] or ()))


def heading(text: str) -> None:
    """A line with room above it."""
    print(f"\n-- {text}")


def print_table(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Columns as wide as they need, numbers to the right."""
    lines = [[text(cell) for cell in row] for row in rows]
    kinds = [[isinstance(cell, (int, float)) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(names, *lines)]
    right = [any(column) for column in zip(*kinds)] or [False] * len(names)
    for line in [list(names), *lines]:
        cells = [
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(line, widths, right)
        ]
        print("  " + "  ".join(cells).rstrip())


def text(cell: Any) -> str:
    """A cell for people."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.5f}".rstrip("0").rstrip(".")
    return f"{cell:,}" if isinstance(cell, int) else str(cell)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
