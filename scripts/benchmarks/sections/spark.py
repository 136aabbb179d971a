"""The usual Spark SQL way with a partition an owner, against Glovebox in hash layout."""

from __future__ import annotations

from benchmarks import fleet
from benchmarks.bench import Bench
from benchmarks.contenders import GLOVEBOX, USUAL_SPARK_SQL
from benchmarks.sections.publish import agree

OWNERS = 100_000
QUICK_OWNERS = 10_000
REPEATS = 1  # it takes many minutes, and its ratio is far from any bound


def measure(bench: Bench) -> None:
    """The same input at many owners, start-up apart."""
    shape = fleet.Shape(bench.one_size, QUICK_OWNERS if bench.quick else OWNERS)
    nothing, task = bench.empty(shape), bench.task(shape)
    bench.interleave([GLOVEBOX, USUAL_SPARK_SQL], [nothing, task], REPEATS, compare=agree)
    ours, theirs = (
        bench.wall(each, task) - bench.wall(each, nothing) for each in (GLOVEBOX, USUAL_SPARK_SQL)
    )
    bench.figures["publish.vs_spark_sql"] = theirs / ours
