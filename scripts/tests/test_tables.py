"""A published lake, read without Spark: its form, its balance, its rows against the reference.

The lake and what it was made of are named by GLOVEBOX_TEST_LAKE, _RAW, _REGISTRY, _FROM and _TO,
and optionally _TRUTH (the simulator's planted.json), _SCHEMAS, _ZONE, _WINDOW_DAYS, _LINE_BYTES.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable

import catalogue as catalogues
import compare
import lake as lakes
import leaks
import oracle
import places as geometry
import registry as registries

PREFIX = "GLOVEBOX_TEST_"
OWNED = ("telemetry", "alerts", "connectivity", "completeness")
TABLES = (*OWNED, "quarantine", "seen", "ledger", "runs")
DELTA_TYPES = {"time": "string"}
OUTCOMES = {"released", "withheld", "rejected", "duplicate"}

if PREFIX + "LAKE" not in os.environ:
    pytest.skip("GLOVEBOX_TEST_LAKE names no lake", allow_module_level=True)


def told(name: str, default: str | None = None) -> str:
    """One setting of the environment."""
    if default is None:
        return os.environ[PREFIX + name]
    return os.environ.get(PREFIX + name, default)


LAKE, RAW, REGISTRY = (Path(told(name)) for name in ("LAKE", "RAW", "REGISTRY"))
SCHEMAS = Path(told("SCHEMAS", str(oracle.SCHEMAS)))
CATALOGUE = catalogues.load(SCHEMAS / "signals.yaml")
DATES = oracle.days_between(*(dt.date.fromisoformat(told(name)) for name in ("FROM", "TO")))
SETTINGS = oracle.Settings(
    ZoneInfo(told("ZONE", "Asia/Shanghai")),
    int(told("WINDOW_DAYS", "2")),
    int(told("LINE_BYTES", str(oracle.Settings.line_bytes))),
)


@pytest.fixture(scope="module")
def expected() -> oracle.Published:
    """What the reference publishes."""
    return oracle.run(RAW, REGISTRY, DATES, SCHEMAS, SETTINGS)


@pytest.fixture(scope="module")
def actual() -> oracle.Published:
    """What the tables hold."""
    return lakes.load(LAKE, set(DATES))


def fields(table: str) -> dict[str, dict[str, Any]]:
    """The columns of a table as its log describes them."""
    schema = json.loads(DeltaTable(str(LAKE / table)).schema().to_json())
    return {each["name"]: each for each in schema["fields"]}


@pytest.mark.parametrize("table", TABLES)
def test_opens_and_reads_whole(table: str) -> None:
    rows = lakes.table(LAKE, table)
    assert rows.column_names == list(fields(table))


def test_a_column_that_telemetry_s_files_lack_is_null() -> None:
    rows = lakes.table(LAKE, "telemetry")
    files = DeltaTable(str(LAKE / "telemetry")).file_uris()
    held = {name for file in files for name in pq.read_schema(file).names}
    lacking = set(rows.column_names) - held - {"event_month", "owner_partition"}
    assert lacking, "something of the catalogue is never sent"
    assert [name for name in lacking if rows.column(name).null_count < rows.num_rows] == []


def test_telemetry_has_the_catalogue_s_columns_in_its_order() -> None:
    found = fields("telemetry")
    listed = [signal["column"] for signal in CATALOGUE.columns]
    assert [name for name in found if name in set(listed)] == listed
    kinds = {signal["column"]: signal["type"] for signal in CATALOGUE.columns}
    wrong = {
        name: found[name]["type"]
        for name, kind in kinds.items()
        if found[name]["type"] != DELTA_TYPES.get(kind, kind)
    }
    assert wrong == {}
    known = {"owner_id": "string", "vin": "string", "captured_at": "timestamp"}
    assert {name: found[name]["type"] for name in known} == known
    assert found["withheld"]["type"]["type"] == "array"
    assert found["withheld"]["type"]["elementType"] == "string"


def test_signal_columns_carry_the_catalogue_s_description() -> None:
    found = fields("telemetry")
    without = [
        signal["column"]
        for signal in CATALOGUE.columns
        if signal["description"]["en"] not in found[signal["column"]]["metadata"].get("comment", "")
    ]
    assert without == []


@pytest.mark.parametrize("table", OWNED)
def test_owner_data_is_partitioned_by_month_then_owner(table: str) -> None:
    metadata = DeltaTable(str(LAKE / table)).metadata()
    assert metadata.partition_columns == ["event_month", "owner_partition"]


@pytest.mark.parametrize("table", OWNED)
def test_each_row_lies_in_its_own_partition(table: str) -> None:
    rows = lakes.table(LAKE, table)
    owners = Counter(lakes.tuples(rows, ("owner_id", "owner_partition")))
    assert None not in {owner for owner, _ in owners}
    assert len(owners) == len({owner for owner, _ in owners}), "an owner has two partitions"
    hashed = all(re.fullmatch(r"b\d{4,}", partition) for _, partition in owners)
    assert hashed or all(owner == partition for owner, partition in owners)
    if "captured_at" in rows.column_names:
        instants = lakes.column(rows, "captured_at")
        days = [oracle.local_date(instant, SETTINGS.zone) for instant in instants]
    else:
        days = lakes.column(rows, "event_date")
    months = [f"{day:%Y-%m}" for day in days]
    assert months == lakes.column(rows, "event_month")


def test_the_log_s_statistics_hold_no_position() -> None:
    hidden = {
        part.column
        for each in CATALOGUE.fields.values()
        if each.shape in ("position", "line")
        for part in each.parts
    }
    seen = 0
    for stats in statistics(LAKE / "telemetry" / "_delta_log"):
        seen += 1
        for side in ("minValues", "maxValues"):
            assert not hidden & set(stats.get(side) or {})
    assert seen, "no file has statistics at all"


def statistics(log: Path) -> list[dict[str, Any]]:
    """The statistics of every file that was ever added, from commits and checkpoints."""
    adds: list[dict[str, Any]] = []
    for commit in sorted(log.glob("*.json")):
        actions = [json.loads(line) for line in commit.read_text("utf-8").splitlines()]
        adds += [action["add"] for action in actions if "add" in action]
    for checkpoint in sorted(log.glob("*.checkpoint*.parquet")):
        adds += filter(None, pq.read_table(checkpoint).column("add").to_pylist())
    texts = [json.loads(add["stats"]) for add in adds if add.get("stats")]
    return texts + [add["stats_parsed"] for add in adds if add.get("stats_parsed")]


def test_the_ledger_balances_with_what_was_received(actual: oracle.Published) -> None:
    received: Counter[tuple[Any, ...]] = Counter()
    nobody, nowhere = registries.Tenures([]), geometry.Places([], 0)
    reference = oracle.Oracle(RAW, CATALOGUE, nobody, nowhere, settings=SETTINGS)
    for day in DATES:
        for message in reference.messages(day):
            received[day, message.kind, "messages"] += 1
            received[day, message.kind, "values"] += len(message.items)
    counted: Counter[tuple[Any, ...]] = Counter()
    for (day, kind, _, _), count in actual.ledger.items():
        counted[day, kind, "messages"] += count.messages
        counted[day, kind, "values"] += count.values
    assert +counted == +received
    assert {outcome for _, _, outcome, _ in actual.ledger} <= OUTCOMES


def test_the_ledger_balances_with_the_rows(actual: oracle.Published) -> None:
    released: Counter[tuple[dt.date, str]] = Counter()
    for key, row in actual.telemetry.items():
        for each in CATALOGUE.fields.values():
            present = any(part.column in row.cells for part in each.parts)
            released[key[3], "vehicle-data"] += present
    for kind in ("alerts", "connectivity"):
        for key, times in getattr(actual, kind).items():
            released[key[3], kind] += times
    counted: Counter[tuple[dt.date, str]] = Counter()
    for (day, kind, outcome, _), count in actual.ledger.items():
        if outcome == "released":
            counted[day, kind] += count.values
    assert +counted == +released


def test_rows_are_those_of_the_reference(
    expected: oracle.Published, actual: oracle.Published
) -> None:
    found = compare.differences(expected, actual)
    assert not found, "\n".join(map(str, found[:20]))


@pytest.mark.skipif(PREFIX + "TRUTH" not in os.environ, reason="no simulator planted this")
def test_the_ledger_is_what_the_simulator_planted(actual: oracle.Published) -> None:
    found = compare.planted_differences(Path(told("TRUTH")), actual)
    assert not found, "\n".join(map(str, found[:20]))


def test_nothing_leaks() -> None:
    policy = oracle.load_policy(SCHEMAS / "policy" / "default.yaml")
    found = leaks.find(RAW, REGISTRY, LAKE, CATALOGUE, policy, SETTINGS)
    assert not found, "\n".join(map(str, found[:20]))
