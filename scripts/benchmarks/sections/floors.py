"""What no way of doing it can go below: reading the same bytes, writing the same columns."""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

from benchmarks import measure as measuring
from benchmarks.bench import Bench, say
from benchmarks.contenders import DUCKDB, GLOVEBOX, SCRIPTS, Task, java
from benchmarks.figures import slope
from benchmarks.sections.publish import sizes

READ, WRITE, NATIVE_WRITE = "read", "write", "native_write"


def measure(bench: Bench) -> None:
    """The floors at each size, and Glovebox's time a row against the sum of theirs.

    Floors are measured warm, so Glovebox's time a row is taken between sizes, apart from what an
    empty day takes: compiling its loops is no part of it. At one size alone it cannot be told.
    """
    tasks = [task for task in sizes(bench) if task.rows]
    bench.interleave([GLOVEBOX], tasks)
    seconds = {task: _floors(bench, task) for task in tasks}
    for name in (READ, WRITE, NATIVE_WRITE):
        bench.figures[f"floors.{name}_seconds"] = seconds[tasks[-1]][name]
    if len(tasks) < 2:
        say("floors are compared between sizes: give --size 5x or more")
        return
    ours = slope([(task.rows, bench.wall(GLOVEBOX, task)) for task in tasks])
    floor = {
        name: slope([(task.rows, each[name]) for task, each in seconds.items()])
        for name in (READ, WRITE, NATIVE_WRITE)
    }
    bench.figures["publish.vs_floor"] = ours / (floor[READ] + floor[WRITE])
    bench.figures["publish.vs_native_floor"] = ours / (floor[READ] + floor[NATIVE_WRITE])


def _floors(bench: Bench, task: Task) -> dict[str, float]:
    table = bench.keep(DUCKDB, task)
    commands = _commands(task, table, bench.folder / "floor")
    log = bench.folder / "logs" / "floors.log"
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(bench.repeats):
        for name, command in commands.items():
            told = measuring.run(command, log, SCRIPTS).output
            seconds[name].append(float(told.splitlines()[-1].split()[0]))
    for name, each in seconds.items():
        say(f"{name} floor at {task.rows:,} messages: {statistics.median(each):.2f} s")
    return {name: statistics.median(each) for name, each in seconds.items()}


def _commands(task: Task, table: Path, written: Path) -> dict[str, list[str]]:
    written.mkdir(exist_ok=True)
    module = "benchmarks.peers.write_floor"
    return {
        READ: java("ReadFloor", str(task.input / "raw" / f"date={task.date}")),
        WRITE: java("EngineWriteFloor", str(table), str(written)),
        NATIVE_WRITE: [sys.executable, "-m", module, str(table), str(written)],
    }
