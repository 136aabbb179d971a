"""Publishing a day: Glovebox, DuckDB and Polars on the same input at growing sizes."""

from __future__ import annotations

from pathlib import Path

from benchmarks import agreement
from benchmarks.bench import Bench, say
from benchmarks.contenders import DUCKDB, GLOVEBOX, POLARS, Contender, Task
from benchmarks.figures import slope

CONTENDERS = (GLOVEBOX, DUCKDB, POLARS)


def measure(bench: Bench) -> None:
    """The marginal cost of a row, disk, files and memory."""
    tasks = sizes(bench)
    bench.interleave(CONTENDERS, tasks, compare=agree)
    ours = marginal(bench, GLOVEBOX, tasks)
    bench.figures["publish.vs_duckdb"] = ours / marginal(bench, DUCKDB, tasks)
    bench.figures["publish.vs_polars"] = ours / marginal(bench, POLARS, tasks)
    bench.figures["publish.vs_duckdb_cpu"] = marginal_cpu(bench, GLOVEBOX, tasks) / marginal_cpu(
        bench, DUCKDB, tasks
    )
    files, theirs = (bench.files[each.name, tasks[-1]] for each in (GLOVEBOX, DUCKDB))
    bench.figures["publish.disk_vs_delta_rs"] = files.bytes / theirs.bytes
    bench.figures["publish.files_per_partition"] = files.files / files.partitions
    memory(bench)


def memory(bench: Bench) -> None:
    """Peak memory of Glovebox and how it grows from the smallest size to the largest."""
    tasks = sizes(bench)
    bench.interleave([GLOVEBOX], tasks, repeats=1)
    peaks = [bench.peak_megabytes(GLOVEBOX, task) for task in tasks if task.rows]
    bench.figures["publish.peak_memory_mb"] = peaks[-1]
    if len(peaks) > 1:
        bench.figures["publish.peak_memory_growth"] = peaks[-1] / peaks[0] - 1


def sizes(bench: Bench) -> list[Task]:
    """Nothing, 1× and so on: start-up is what nothing takes."""
    shapes = [bench.sized(factor) for factor in bench.factors]
    return [bench.empty(shapes[0]), *(bench.task(shape) for shape in shapes)]


def marginal(bench: Bench, contender: Contender, tasks: list[Task]) -> float:
    """Seconds on the wall that one more message takes."""
    return slope([(task.rows, bench.wall(contender, task)) for task in tasks])


def marginal_cpu(bench: Bench, contender: Contender, tasks: list[Task]) -> float:
    """Seconds of all cores that one more message takes."""
    return slope([(task.rows, bench.cpu(contender, task)) for task in tasks])


def agree(task: Task, tables: dict[str, Path]) -> None:
    """Every contender wrote the same values for each owner, or the run ends."""
    owners = agreement.check(tables)
    say(f"all wrote the same values for each of {owners:,} owners ({task.rows:,} messages)")
