"""What a lake shows to readers between two runs: which rows of which date, and which files."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from deltalake import DeltaTable

import lake as lakes
from commands import files_below

# In the order in which a date is written; the last says that it is whole.
DATED = ("telemetry", "alerts", "connectivity", "completeness", "quarantine", "seen", "ledger")
TURN = "glovebox.batch_date="
NO_ROWS: Counter[str] = Counter()

Rows = Counter[str]
State = dict[str, dict[dt.date, Rows]]


def state(lake: Path) -> State:
    """The rows of every dated table by batch date; a table that is not there yet has none."""
    return {name: rows_by_date(lake, name) for name in DATED}


def rows_by_date(lake: Path, name: str) -> dict[dt.date, Rows]:
    """The rows of one table, each with how often it stands; the run's own id is left out."""
    found: dict[dt.date, Rows] = defaultdict(Counter)
    if is_made(lake, name):
        for row in lakes.table(lake, name).to_pylist():
            date = row["batch_date"]
            cells = {key: cell for key, cell in row.items() if cell is not None and key != "run_id"}
            found[dt.date.fromisoformat(str(date))][repr(sorted(cells.items()))] += 1
    return found


def is_made(lake: Path, name: str) -> bool:
    """Whether a table has its first commit."""
    return any((lake / name / "_delta_log").glob("0*.json"))


def turn(lake: Path, name: str, date: dt.date) -> int:
    """How often a date was replaced in a table."""
    if not is_made(lake, name):
        return 0
    return DeltaTable(str(lake / name)).transaction_version(f"{TURN}{date}") or 0


def matching(rows: Rows, known: Mapping[str, Rows]) -> set[str]:
    """The names of the known contents that these rows are, to the last."""
    return {name for name, content in known.items() if content == rows}


def unaccounted(lake: Path) -> list[Path]:
    """Files below a lake that no table's log names, with the leavings of half-done writes."""
    return [path for table in sorted(lake.iterdir()) for path in _unaccounted(table)]


def vacuumable(lake: Path) -> set[Path]:
    """Files that a vacuum without mercy would remove."""
    found = set()
    for table in lake.iterdir():
        if is_made(lake, table.name):
            listed = DeltaTable(str(table)).vacuum(
                retention_hours=0, dry_run=True, enforce_retention_duration=False, full=True
            )
            found |= {table / path for path in listed}
    return found


def _unaccounted(table: Path) -> list[Path]:
    if not is_made(table.parent, table.name):
        return sorted(files_below(table))
    named = {Path(uri.removeprefix("file://")) for uri in DeltaTable(str(table)).file_uris()}
    log = table / "_delta_log"
    return sorted(
        path
        for path in files_below(table)
        if _subject(path) not in named and not (path.parent == log and _is_log(_subject(path)))
    )


def _subject(path: Path) -> Path:
    """The file itself, for the checksum beside it; a checksum alone is its own subject."""
    if path.name.startswith(".") and path.suffix == ".crc":
        subject = path.with_name(path.name[1 : -len(".crc")])
        return subject if subject.exists() else path
    return path


def _is_log(path: Path) -> bool:
    return path.name[:1].isdigit() or path.name in ("_last_checkpoint", "_last_vacuum_info")
