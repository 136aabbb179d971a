"""What no way of doing it can go below: reading the same bytes, writing the same columns."""

from __future__ import annotations

import statistics
import sys

from benchmarks import measure as measuring
from benchmarks.bench import Bench, say
from benchmarks.contenders import DUCKDB, GLOVEBOX, SCRIPTS, java
from benchmarks.sections.publish import marginal, sizes


def measure(bench: Bench) -> None:
    """Both floors at 1×, and Glovebox's marginal time against their sum."""
    tasks = sizes(bench)[:2]
    bench.interleave([GLOVEBOX], tasks)
    task = tasks[1]
    written = bench.folder / "floor"
    written.mkdir(exist_ok=True)
    table = bench.keep(DUCKDB, task)
    read = java("ReadFloor", str(task.input / "raw" / f"date={task.date}"))
    module = "benchmarks.peers.write_floor"
    write = [sys.executable, "-m", module, str(table), str(written)]
    log = bench.folder / "logs" / "floors.log"
    seconds: dict[str, list[float]] = {"read": [], "write": []}
    for _ in range(bench.repeats):
        for name, command in (("read", read), ("write", write)):
            told = measuring.run(command, log, SCRIPTS).output
            seconds[name].append(float(told.split()[0]))
    for name, each in seconds.items():
        bench.figures[f"floors.{name}_seconds"] = statistics.median(each)
        say(f"{name} floor at {task.rows:,} messages: {statistics.median(each):.2f} s")
    floor = sum(statistics.median(each) for each in seconds.values())
    ours = marginal(bench, GLOVEBOX, tasks) * task.rows
    bench.figures["publish.vs_floor"] = ours / floor
