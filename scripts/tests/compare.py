"""Compares the published tables with the reference, and both with what a simulator planted.

python compare.py --raw RAW --registry REGISTRY --lake LAKE --from 2026-11-01 --to 2026-11-03

Exit 1 on any difference. The persons are simulated, so differences show values.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lake as lakes
import oracle
from oracle import Published, Reading

TABLES = ("telemetry", "alerts", "connectivity", "quarantine", "completeness")
ABSENT = "(no row)"


@dataclass(frozen=True)
class Difference:
    """One row that differs, with what was expected and what is there."""

    table: str
    key: Any
    expected: Any
    actual: Any

    def __str__(self) -> str:
        return (
            f"{self.table}: {_shown(self.key)}\n"
            f"    expected {_shown(self.expected)}\n"
            f"    actual   {_shown(self.actual)}"
        )


def differences(expected: Published, actual: Published) -> list[Difference]:
    """Every row of every table that is not the same."""
    found = list(ledger_differences(expected, actual))
    for table in TABLES:
        found += rows_differing(table, getattr(expected, table), getattr(actual, table))
    return found


def ledger_differences(expected: Published, actual: Published) -> Iterator[Difference]:
    """Rows of the ledger that are not the same; a row of two zeros is no row."""
    sides = [
        {
            key: {"messages": count.messages, "values": count.values}
            for key, count in side.ledger.items()
            if count.messages or count.values
        }
        for side in (expected, actual)
    ]
    return rows_differing("ledger", *sides)


def rows_differing(
    table: str, expected: Mapping[Any, Any], actual: Mapping[Any, Any]
) -> Iterator[Difference]:
    """Keys that one side lacks, then keys whose rows are not equal."""
    for key in sorted(expected.keys() | actual.keys(), key=str):
        one, other = expected.get(key, ABSENT), actual.get(key, ABSENT)
        if isinstance(one, Reading) and isinstance(other, Reading):
            one, other = _differing_cells(one, other)
        if one != other:
            yield Difference(table, key, one, other)


def _differing_cells(one: Reading, other: Reading) -> tuple[dict[str, Any], dict[str, Any]]:
    sides = [dict(each.cells) | {"withheld": sorted(each.withheld)} for each in (one, other)]
    names = sorted(sides[0].keys() | sides[1].keys())
    uneven = [name for name in names if sides[0].get(name) != sides[1].get(name)]
    return {n: sides[0].get(n) for n in uneven}, {n: sides[1].get(n) for n in uneven}


def _shown(cell: Any) -> str:
    if isinstance(cell, Reading):
        return f"{cell.cells} withheld {sorted(cell.withheld)}"
    if isinstance(cell, tuple):
        return " | ".join("-" if each is None else str(each) for each in cell)
    return str(cell)


def planted_differences(truth: Path, published: Published) -> list[Difference]:
    """What the simulator expects in the ledger against a result."""
    planted = json.loads(truth.read_text("utf-8"))
    expected = {
        (row["batch_date"], row["record_kind"], row["outcome"], row.get("reason")): {
            "messages": row["messages"],
            "values": row["values"],
        }
        for row in planted["ledger"]
        if row["messages"] or row["values"]
    }
    actual = {
        (key[0].isoformat(), *key[1:]): {"messages": count.messages, "values": count.values}
        for key, count in published.ledger.items()
        if count.messages or count.values
    }
    return list(rows_differing("planted ledger", expected, actual))


def report(title: str, found: list[Difference], shown: int) -> None:
    """Prints how many rows of each table differ, and the first of each."""
    print(f"{title}: {'the same' if not found else f'{len(found)} differences'}")
    for table in dict.fromkeys(each.table for each in found):
        of_table = [each for each in found if each.table == table]
        for each in of_table[:shown]:
            print(f"  {each}")
        if len(of_table) > shown:
            print(f"  … {len(of_table) - shown} more in {table}")


def main(given: list[str] | None = None) -> int:
    """Compares, prints, and says by the exit code whether all is the same."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    oracle.arguments(parser)
    parser.add_argument("--lake", type=Path, required=True)
    parser.add_argument("--truth", type=Path, help="the simulator's planted.json")
    parser.add_argument("--shown", type=int, default=10, help="differences shown of a table")
    told = parser.parse_args(given)
    expected = oracle.run_as_told(told)
    actual = lakes.load(told.lake, set(oracle.days_between(told.first, told.last)))
    found = {"tables against the reference": differences(expected, actual)}
    if told.truth:
        found["reference against planted"] = planted_differences(told.truth, expected)
        found["tables against planted"] = planted_differences(told.truth, actual)
    for title, each in found.items():
        report(title, each, told.shown)
    if expected.near_edge and any(found.values()):
        print(f"note: {len(expected.near_edge)} readings lie within a metre of a margin's end")
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
