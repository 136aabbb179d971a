"""Whether telemetry tables hold the same values for each owner."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable

from benchmarks import columns

# The order of an owner's rows has no meaning: a sum of 64-bit hashes does not see it.
DIGEST = """
CREATE TABLE {name} AS
SELECT owner_id, count(*) AS rows, sum(hash({cells})) AS cells
FROM read_parquet({files}, hive_partitioning = true, hive_types_autocast = false)
GROUP BY owner_id
"""
EMPTY = "CREATE TABLE {name} (owner_id VARCHAR, rows BIGINT, cells HUGEINT)"
DIFFERENT = """
SELECT count(*) FROM {one} a FULL JOIN {other} b USING (owner_id)
WHERE a.rows IS DISTINCT FROM b.rows OR a.cells IS DISTINCT FROM b.cells
"""


class DisagreementError(Exception):
    """Tables hold different values for some owners."""


def check(tables: dict[str, Path]) -> int:
    """Compares telemetry tables, however they are partitioned; returns how many owners they have.

    Raises DisagreementError with the number of owners that differ; it names none of them.
    """
    engine = duckdb.connect()
    engine.execute("SET TimeZone = 'UTC'")
    for number, table in enumerate(tables.values()):
        engine.execute(_digest(f"table_{number}", table))
    names = list(tables)
    for number, name in enumerate(names[1:], start=1):
        sql = DIFFERENT.format(one="table_0", other=f"table_{number}")
        different = _number(engine, sql)
        if different:
            raise DisagreementError(
                f"{names[0]} and {name} wrote other values for {different} owners: "
                "their times compare different work. The tables are left where they are."
            )
    return _number(engine, "SELECT count(*) FROM table_0")


def _digest(name: str, table: Path) -> str:
    files = DeltaTable(str(table)).file_uris()
    if not files:
        return EMPTY.format(name=name)
    _refuse_others(files)
    cells = ", ".join(
        _cell(field) for field in columns.telemetry() if field.name != "owner_partition"
    )
    return DIGEST.format(name=name, cells=cells, files=[_local(each) for each in files])


def _refuse_others(files: list[str]) -> None:
    """What stands in a column that is not compared would not be seen."""
    compared = set(columns.telemetry().names)
    others = {name for file in files for name in pq.read_schema(_local(file)).names} - compared
    if others:
        raise DisagreementError(f"A table holds columns that the input has no values of: {others}")


def _cell(field: pa.Field) -> str:
    if pa.types.is_timestamp(field.type):
        return f"epoch_us({field.name})"
    return f"list_sort({field.name})" if pa.types.is_list(field.type) else field.name


def _local(file: str) -> str:
    return file.removeprefix("file://")


def _number(engine: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = engine.execute(sql).fetchone()
    assert row is not None
    return int(row[0])
