"""As many rows of ever more owners, and whether a run takes longer."""

from __future__ import annotations

from benchmarks import fleet
from benchmarks.bench import Bench, say
from benchmarks.contenders import GLOVEBOX
from benchmarks.figures import log_slope

OWNERS = (1_000, 10_000, 100_000, 1_000_000)
QUICK_OWNERS = OWNERS[:3]
MOST_REPEATS = 3


def measure(bench: Bench) -> None:
    """The growth of the time beyond start-up, in hash layout."""
    owners = QUICK_OWNERS if bench.quick else OWNERS
    shapes = [fleet.Shape(bench.one_size, each) for each in owners]
    tasks = [bench.task(shape) for shape in shapes]
    nothing = bench.empty(shapes[0])
    bench.interleave([GLOVEBOX], [nothing, *tasks], min(bench.repeats, MOST_REPEATS))
    startup = bench.wall(GLOVEBOX, nothing)
    points = [(task.shape.owners, bench.wall(GLOVEBOX, task) - startup) for task in tasks]
    if min(seconds for _, seconds in points) > 0:
        bench.figures["publish.slope_owners"] = log_slope(points)
    else:
        say("some run took no longer than an empty one: too few rows or too much noise for a slope")
    for count, seconds in points:
        bench.figures[f"publish.seconds_at_{count}_owners"] = seconds
