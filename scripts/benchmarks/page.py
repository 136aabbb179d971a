"""docs/benchmarks.md, written from the last run."""

from __future__ import annotations

import statistics
from pathlib import Path
from typing import Any

from benchmarks import report
from benchmarks.bench import Bench

ABOUT = """\
# Benchmarks

This page is written by a run, all but its last section: `scripts/bench --write-docs`

Glovebox and its peers do the same job on the same input, in one run, in turns. The figures are
ratios of that run. Seconds are those of this machine, and mean nothing on another.

"""

METHOD = """
## What is compared

**The input** (`scripts/benchmarks/fleet.py`) is made, the same bytes for the same size: a day of
fleet-telemetry's JSON in hourly gzip objects; 1× is {messages:,} messages of twelve values. Values
come in drifting arms; a fifth of the messages come again; vehicles change hands at noon; 20
polygons are sensitive. It is regular on purpose, so that a query written by hand can do all of it:
every message carries a position (nobody has to carry one forward), nothing is broken, tenures do
not overlap. Glovebox does its whole work on it all the same: quarantine, ledger, completeness, the
digests of what it met, the search in earlier dates.

**The peers** read values by field whatever the arm, convert units, drop repeats, join tenures at
the instant, judge places with their margin by geometry, withhold what lies there, and write the
telemetry table with the columns that occur, zstd, in the same partitions and order, as a new
Delta table:
DuckDB with `deltalake`, Polars with `deltalake` (`scripts/benchmarks/peers/`). They look buckets of
owners up in a file, since only Spark hashes as Spark does. The usual Spark SQL way (`from_json`,
explode, pivot, a partition an owner) is given only the arms that occur, and a shuffle by partition
before it writes; it is run once.

**The check**: after the first turn of each size, the tables are read without Spark and compared by
owner, over every column. A run whose tables differ ends without figures.

**The figures.** Start-up apart: the time of a row is the slope (least squares, medians of the
turns) over an empty day and the sizes. Memory is the resident memory of a process and its children,
summed, at its peak, looked at twenty times a second. The read floor is the objects read and
decompressed in Java; the write floor is the same columns written from memory, a file a partition,
by Spark's own Parquet writer: with this engine nothing goes below that, so `publish.vs_floor` is
measured against it, and `publish.vs_native_floor` against Arrow's writer in C++, which a job on
this engine cannot use. Floors are the best of several passes in one process, on all cores, and
they and Glovebox are compared by their slopes between the sizes, the empty day left out; their
seconds are those of the largest size. Owners: the whole run less the empty one. Days:
whole runs of a small day ({days_messages:,} messages).
"""


NOTES = "\n## Where an aim is missed\n"


def write(bench: Bench, file: Path, days_messages: int) -> None:
    """Writes the page anew; the section that people write is kept."""
    machine = report.machine()
    parts = [
        ABOUT,
        "## Figures\n\n",
        _table(report.HEAD, report.rows(bench.figures)),
        "\n## Machine\n\n",
        ", ".join(f"{name} {value}" for name, value in machine.items()) + "\n",
        f"\n{bench.repeats} turns{', a tenth of the rows' if bench.quick else ''}.\n",
        "\n## Runs (on that machine)\n\n",
        _table(RUNS, [_run(each) for each in report.measurements(bench)]),
        METHOD.format(messages=bench.one_size, days_messages=days_messages),
        _notes(file),
    ]
    file.write_text("".join(parts), "utf-8")


def _notes(file: Path) -> str:
    before = file.read_text("utf-8") if file.is_file() else ""
    return NOTES + (before.partition(NOTES)[2] or "\nNothing is written here yet.\n")


RUNS = ("who", "messages", "owners", "seconds", "CPU seconds", "peak MB", "table MB", "files")


def _run(row: dict[str, Any]) -> tuple[str, ...]:
    return (
        row["contender"],
        f"{row['messages']:,}",
        f"{row['owners']:,}",
        f"{statistics.median(row['wall_seconds']):.1f}",
        f"{statistics.median(row['cpu_seconds']):.1f}",
        f"{row['peak_mb']:,}",
        f"{row['table_bytes'] / 1e6:.1f}",
        f"{row['table_files']:,}",
    )


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join("| " + " | ".join(line) + " |\n" for line in lines)
