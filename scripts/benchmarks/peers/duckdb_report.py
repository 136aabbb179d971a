"""The report's aggregates as hand-written DuckDB queries over the same Delta files:  LAKE YEAR.

Prints, as JSON, rows, values, vehicles and people by privacy class and month, and values and people
by outcome and month, each with its totals.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import duckdb
import yaml
from deltalake import DeltaTable

from benchmarks.columns import CATALOGUE

CLASSES = """
WITH counted AS (
  SELECT owner_id, vin, event_month, captured_at, {values} FROM telemetry
), long AS (
  SELECT owner_id, vin, event_month, captured_at, unnest([{structs}], recursive := true)
  FROM counted
)
SELECT data_class, event_month, count(*) AS rows, sum(number)::BIGINT AS values,
  count(DISTINCT vin) AS vehicles, count(DISTINCT owner_id) AS people,
  epoch_us(min(captured_at)) AS first, epoch_us(max(captured_at)) AS last
FROM long WHERE number > 0
GROUP BY GROUPING SETS ((data_class), (data_class, event_month))
"""
OUTCOMES = """
WITH treated AS (
  SELECT concat_ws(':', outcome, reason) AS treatment, event_month, "values" AS number, owner_id
  FROM completeness
)
SELECT treatment, event_month, sum(number)::BIGINT AS values, count(DISTINCT owner_id) AS people
FROM treated
GROUP BY GROUPING SETS ((treatment), (treatment, event_month), (event_month), ())
"""


def report(lake: Path, year: str) -> dict[str, list[list[object]]]:
    """The aggregates of a year: for classes, for outcomes."""
    database = duckdb.connect()
    held = _open(database, lake, "telemetry", year)
    _open(database, lake, "completeness", year)
    by_class = _by_class(held)
    query = CLASSES.format(
        values=", ".join(f"{sums} AS {name}_values" for name, sums in by_class.items()),
        structs=", ".join(
            f"{{'data_class': '{name}', 'number': {name}_values}}" for name in by_class
        ),
    )
    return {"classes": _rows(database, query), "outcomes": _rows(database, OUTCOMES)}


def _open(database: duckdb.DuckDBPyConnection, lake: Path, name: str, year: str) -> set[str]:
    """A view of a table's files of one year; tells the columns that they hold."""
    uris = DeltaTable(str(lake / name)).file_uris()
    files = [each.removeprefix("file://") for each in uris if f"event_month={year}-" in each]
    source = f"read_parquet({files!r}, union_by_name = true, hive_partitioning = true)"
    database.execute(f"CREATE VIEW {name} AS SELECT * FROM {source}")
    return {each[0] for each in database.execute(f"DESCRIBE {name}").fetchall()}


def _by_class(held: set[str]) -> dict[str, str]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    sums: dict[str, list[str]] = {}
    for signal in yaml.load(CATALOGUE.read_text("utf-8"), Loader=loader)["signals"]:
        if signal["column"] in held:
            terms = sums.setdefault(signal["class"], [])
            terms.append(f"({signal['column']} IS NOT NULL)::INTEGER")
    return {name: " + ".join(terms) for name, terms in sums.items()}


def _rows(database: duckdb.DuckDBPyConnection, query: str) -> list[list[object]]:
    return [list(row) for row in database.execute(query).fetchall()]


if __name__ == "__main__":
    print(json.dumps(report(Path(sys.argv[1]), sys.argv[2])))
