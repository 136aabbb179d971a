"""A run with nothing to do, on a lake that is there: from the process's start to its exit."""

from __future__ import annotations

import shutil
import statistics

from benchmarks.bench import Bench
from benchmarks.contenders import GLOVEBOX


def measure(bench: Bench) -> None:
    """The first run makes the tables and does not count."""
    task = bench.empty(bench.sized(1))
    out = bench.folder / "runs" / "startup"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    bench.measure(GLOVEBOX, task, out)
    costs = [bench.measure(GLOVEBOX, task, out) for _ in range(bench.repeats)]
    bench.figures["startup.empty_seconds"] = statistics.median(each.wall_seconds for each in costs)
    shutil.rmtree(out)
