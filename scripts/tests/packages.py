"""Owner packages, read without the jobs, and compared with the lake that they were made from."""

from __future__ import annotations

import csv
import datetime as dt
import functools
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lake import table

TABLES = ("trips", "charges", "alerts", "connectivity")
INSTANTS = {"trips": "started_at", "charges": "started_at"}
FOR_FINDING = ("event_month", "owner_partition", "first_batch_date", "last_batch_date")


@dataclass(frozen=True)
class Asked:
    """What a package answers; `to` is exclusive."""

    owner_id: str
    vins: tuple[str, ...] = ()
    start: dt.datetime | None = None
    to: dt.datetime | None = None


class Package:
    """One zip."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.zip = zipfile.ZipFile(path)
        self.folder = self.zip.namelist()[0].split("/")[0]

    def files(self) -> list[str]:
        """The paths in its folder."""
        return [name[len(self.folder) + 1 :] for name in self.zip.namelist()]

    def bytes(self, path: str) -> bytes:
        """One file."""
        return self.zip.read(f"{self.folder}/{path}")

    def json(self, path: str) -> Any:
        """One file of JSON."""
        return json.loads(self.bytes(path))

    def parquet(self, path: str) -> pa.Table:
        """One file of Parquet."""
        return pq.read_table(io.BytesIO(self.bytes(path)))

    def csv(self, path: str) -> list[dict[str, str]]:
        """One file of CSV."""
        text = self.bytes(path).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def tables(self) -> Iterator[tuple[str, str]]:
        """Every table and the path of its files without their extension."""
        for path in self.files():
            if path.endswith(".parquet"):
                stem = path.removesuffix(".parquet")
                yield stem.removeprefix("data/").split("/")[0], stem

    def rows(self, name: str) -> list[dict[str, Any]]:
        """The rows of a table, from all its files, without the cells that are empty."""
        rows = []
        for each, stem in self.tables():
            if each == name:
                rows.extend(_filled(self.parquet(stem + ".parquet")))
        return rows


def _filled(rows: pa.Table) -> list[dict[str, Any]]:
    for i, field in enumerate(rows.schema):
        if pa.types.is_timestamp(field.type):
            micros = pc.cast(rows.column(i), pa.timestamp("us", field.type.tz))
            rows = rows.set_column(i, field.name, pc.cast(micros, pa.int64()))
    return [{k: v for k, v in row.items() if v is not None} for row in rows.to_pylist()]


def _keys(rows: list[dict[str, Any]]) -> Counter[str]:
    return Counter(json.dumps(row, sort_keys=True, default=str) for row in rows)


def of_owner(lake: Path, name: str, asked: Asked) -> list[dict[str, Any]]:
    """The rows of a table that a package must hold."""
    rows = _whole(lake, name)
    rows = rows.filter(pc.equal(rows["owner_id"], asked.owner_id))
    if asked.vins:
        rows = rows.filter(pc.is_in(rows["vin"], pa.array(list(asked.vins))))
    at = INSTANTS.get(name, "captured_at")
    if asked.start:
        rows = rows.filter(pc.greater_equal(rows[at], pa.scalar(asked.start)))
    if asked.to:
        rows = rows.filter(pc.less(rows[at], pa.scalar(asked.to)))
    return _filled(rows)


@functools.cache
def _whole(lake: Path, name: str) -> pa.Table:
    """A table without the columns that only help to find its files."""
    rows = table(lake, name)
    return rows.drop_columns([each for each in FOR_FINDING if each in rows.column_names])


def owners_of(lake: Path, name: str) -> set[str]:
    """Whose rows a table has."""
    return set(_whole(lake, name)["owner_id"].to_pylist())


def row_faults(package: Package, lake: Path, asked: Asked) -> list[str]:
    """How a package's rows differ from the owner's in the lake: none if they are the same."""
    faults = []
    for name in ("telemetry", *TABLES):
        if name != "telemetry" and not (lake / name).exists():
            continue
        wanted, held = _keys(of_owner(lake, name, asked)), _keys(package.rows(name))
        if held - wanted:
            faults.append(f"{name}: {(held - wanted).total()} rows that are not the owner's")
        if wanted - held:
            faults.append(f"{name}: {(wanted - held).total()} rows of the owner are missing")
    return faults


def count_faults(package: Package, lake: Path, asked: Asked) -> list[str]:
    """How the completeness statement differs from the lake's, whole days, and from its own sums."""
    rows = table(lake, "completeness")
    rows = rows.filter(pc.equal(rows["owner_id"], asked.owner_id)).to_pylist()
    stated = package.json("data/completeness.json")["days"]
    faults = []
    for day in stated:
        parts = [day["released"], day["duplicate"]]
        parts += [*day["withheld"].values(), *day["rejected"].values()]
        if day["received"] != sum(parts):
            faults.append(f"{day['date']}: received is not the sum")
        counted: Counter[tuple[str, str]] = Counter()
        for row in rows:
            if (row["vin"], str(row["event_date"])) == (day["vin"], day["date"]):
                reason = row["reason"] if row["outcome"] in ("withheld", "rejected") else ""
                counted[row["outcome"], reason] += row["values"]
        said = Counter({("released", ""): day["released"], ("duplicate", ""): day["duplicate"]})
        for outcome in ("withheld", "rejected"):
            said.update({(outcome, reason): n for reason, n in day[outcome].items()})
        if +counted != +said:
            faults.append(f"{day['date']}: counts differ from the table's")
    days = {(day["vin"], day["date"]) for day in stated}
    if not (asked.start or asked.to or asked.vins):
        missing = {(row["vin"], str(row["event_date"])) for row in rows} - days
        faults += [f"{date}: a day is missing" for _, date in sorted(missing)]
    return faults
