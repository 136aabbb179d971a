"""One day's run on a lake that holds ever more days, and whether it takes longer."""

from __future__ import annotations

import shutil
import statistics

from benchmarks import fleet
from benchmarks.bench import OWNERS, Bench, say
from benchmarks.contenders import GLOVEBOX
from benchmarks.figures import log_slope

STORED = (1, 4, 16, 64)
QUICK_STORED = STORED[:3]
MESSAGES = 8_000  # a day: what grows with days is not the rows
LEAST_REPEATS = 3


def measure(bench: Bench) -> None:
    """The growth of the whole run; the day is published again for every repeat."""
    stored = QUICK_STORED if bench.quick else STORED
    shape = fleet.Shape(MESSAGES, OWNERS, days=stored[-1] + 1)
    out = bench.folder / "runs" / "days"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    points, there = [], 0
    for days in stored:
        first, last = bench.task(shape, there), bench.task(shape, days - 1)
        bench.measure_range(GLOVEBOX, first, last, out)
        turns = max(bench.repeats, LEAST_REPEATS)
        task = bench.task(shape, days)
        costs = [bench.measure(GLOVEBOX, task, out) for _ in range(turns)]
        seconds = statistics.median(each.wall_seconds for each in costs)
        say(f"Glovebox: {days} days stored, one more takes {seconds:.1f} s")
        bench.figures[f"publish.seconds_at_{days}_days"] = seconds
        points.append((float(days), seconds))
        there = days
    bench.figures["publish.slope_days"] = log_slope(points)
    shutil.rmtree(out)
