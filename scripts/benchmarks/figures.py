"""The figures that the bench answers for, what they are to be, and how they are computed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Target:
    """What a figure means, the worst that is accepted and what is aimed at; None: it is shown."""

    key: str
    title: str
    better: Literal["less", "more"] = "less"
    floor: float | None = None
    aim: float | None = None

    def verdict(self, value: float) -> str:
        """In a word, as the table shows it."""
        if self._holds(value, self.aim):
            return "aim met"
        if self.floor is None:
            return "" if self.aim is None else "aim missed"
        return "floor holds" if self._holds(value, self.floor) else "FLOOR MISSED"

    def _holds(self, value: float, bound: float | None) -> bool:
        if bound is None:
            return False
        return value <= bound if self.better == "less" else value >= bound


TARGETS = (
    Target("publish.vs_duckdb", "marginal time a row ÷ DuckDB + delta-rs", "less", 1.5, 0.8),
    Target("publish.vs_duckdb_cpu", "marginal CPU time a row ÷ DuckDB + delta-rs"),
    Target("publish.vs_polars", "marginal time a row ÷ Polars + delta-rs"),
    Target("publish.vs_spark_sql", "the usual Spark SQL way ÷ Glovebox, 10⁵ owners", "more", 8, 15),
    Target("publish.vs_floor", "time a row ÷ (read + write floor, this engine's)", "less", 4, 2),
    Target("publish.vs_native_floor", "time a row ÷ (read floor + Arrow's write floor)"),
    Target("publish.disk_vs_delta_rs", "bytes of telemetry ÷ delta-rs, zstd both", "less", 1.2, 1),
    Target("publish.slope_owners", "log-log slope of time over owners", "less", 0.15, 0.05),
    Target("publish.slope_days", "log-log slope of time over days stored", "less", 0.1, 0.02),
    Target("publish.peak_memory_mb", "peak memory at the largest size, MB", "less", None, 3000),
    Target("publish.peak_memory_growth", "peak memory, largest ÷ smallest − 1", "less", 0.3, 0.05),
    Target("publish.files_per_partition", "files a touched partition", "less", 1.2, 1),
    Target("export.one_seconds", "one holder's month to a package, seconds", "less", 1),
    Target("export.slope_table", "the same in a table 64 times larger − 1", "less", 0.1),
    Target("export.per_second", "small packages a second, 1,000 holders", "more", 5),
    Target("export.read_amplification", "bytes read ÷ the holder's bytes", "less", 5),
    Target("report.rows_per_second_core", "rows a second and core", "more", 1_000_000),
    Target("report.vs_duckdb", "marginal time a row of a report ÷ DuckDB"),
    Target("startup.empty_seconds", "a run with nothing to do, seconds", "less", 10, 5),
)


def target(key: str) -> Target:
    """The target of a figure; a figure that has none is shown under its key."""
    return next((each for each in TARGETS if each.key == key), Target(key, key))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Least squares: by how much the second grows where the first grows by one."""
    count = len(points)
    if len({x for x, _ in points}) < 2:
        raise ValueError("a slope needs two different abscissas")
    mean_x = sum(x for x, _ in points) / count
    mean_y = sum(y for _, y in points) / count
    across = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return across / sum((x - mean_x) ** 2 for x, _ in points)


def log_slope(points: Sequence[tuple[float, float]]) -> float:
    """The exponent with which the second grows with the first: 0 is flat, 1 is in proportion."""
    return slope([(math.log(x), math.log(y)) for x, y in points])
