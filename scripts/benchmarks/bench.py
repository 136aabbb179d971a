"""Runs contenders on tasks, interleaved, and keeps what every run took."""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deltalake import DeltaTable

from benchmarks import fleet, measure
from benchmarks.contenders import SCRIPTS, Contender, Task

ONE_SIZE = 800_000
QUICK_SIZE = 80_000
OWNERS = 2_000
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Files:
    """What lies in a telemetry table."""

    bytes: int
    files: int
    partitions: int


@dataclass
class Bench:
    """One invocation: its options, its folder, and everything that was measured so far."""

    folder: Path
    factors: tuple[int, ...]
    repeats: int
    quick: bool
    costs: dict[tuple[str, Task], list[measure.Cost]] = field(default_factory=dict)
    files: dict[tuple[str, Task], Files] = field(default_factory=dict)
    figures: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def one_size(self) -> int:
        """How many messages 1× is."""
        return QUICK_SIZE if self.quick else ONE_SIZE

    def task(self, shape: fleet.Shape, day: int = 0) -> Task:
        """A batch date of an input, which is made if it is not there."""
        return Task(shape, self._input(shape), shape.day(day).isoformat())

    def empty(self, shape: fleet.Shape) -> Task:
        """The batch date of that input on which nothing arrived."""
        return Task(shape, self._input(shape), shape.empty_day.isoformat())

    def sized(self, factor: int) -> fleet.Shape:
        """The yardstick's input so many times: more vehicles and owners, each sending as much."""
        return fleet.Shape(self.one_size * factor, OWNERS * factor)

    def interleave(
        self,
        contenders: Sequence[Contender],
        tasks: Sequence[Task],
        repeats: int | None = None,
        compare: Callable[[Task, dict[str, Path]], None] | None = None,
    ) -> None:
        """Runs everyone on everything in turns; after the first turn the tables are compared."""
        for turn in range(repeats or self.repeats):
            for task in tasks:
                tables: dict[str, Path] = {}
                for contender in contenders:
                    if len(self.costs.get((contender.name, task), ())) <= turn:
                        tables[contender.name] = self._run(contender, task, turn)
                if turn == 0 and compare is not None and len(tables) == len(contenders):
                    compare(task, tables)
                shutil.rmtree(self.folder / "runs", ignore_errors=True)

    def wall(self, contender: Contender, task: Task) -> float:
        """The median of its seconds on the wall."""
        return statistics.median(each.wall_seconds for each in self._costs(contender, task))

    def cpu(self, contender: Contender, task: Task) -> float:
        """The median of its seconds of all cores."""
        return statistics.median(each.cpu_seconds for each in self._costs(contender, task))

    def peak_megabytes(self, contender: Contender, task: Task) -> float:
        """The highest of its peaks."""
        return max(each.peak_bytes for each in self._costs(contender, task)) / MEGABYTE

    def _costs(self, contender: Contender, task: Task) -> list[measure.Cost]:
        return self.costs[contender.name, task]

    def _input(self, shape: fleet.Shape) -> Path:
        return fleet.make(shape, self.folder / "inputs")

    def _run(self, contender: Contender, task: Task, turn: int) -> Path:
        out = self.folder / "runs" / contender.name.replace(" ", "-")
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)
        cost = self.measure(contender, task, out)
        self.costs.setdefault((contender.name, task), []).append(cost)
        table = out / contender.table
        self.files[contender.name, task] = _files(table)
        say(
            f"{contender.name}: {task.rows:,} messages, {task.shape.owners:,} owners, "
            f"turn {turn + 1}: {cost.wall_seconds:.1f} s, CPU {cost.cpu_seconds:.1f} s, "
            f"{cost.peak_bytes / MEGABYTE:,.0f} MB"
        )
        return table

    def keep(self, contender: Contender, task: Task) -> Path:
        """One run whose table stays until the next interleaving."""
        return self._run(contender, task, 0)

    def measure(self, contender: Contender, task: Task, out: Path) -> measure.Cost:
        """One run into a folder, which may hold the tables of earlier ones."""
        return self._measure(contender, contender.command(task, out))

    def measure_range(
        self, contender: Contender, first: Task, last: Task, out: Path
    ) -> measure.Cost:
        """One run of several batch dates of one input, both given ones included."""
        command = contender.command(first, out)
        at = command.index("--batch-date")
        dates = ["--from", first.date, "--to", last.date]
        return self._measure(contender, [*command[:at], *dates, *command[at + 2 :]])

    def _measure(self, contender: Contender, command: list[str]) -> measure.Cost:
        log = self.folder / "logs" / f"{contender.name.replace(' ', '-')}.log"
        return measure.run(command, log, SCRIPTS)


def say(text: str) -> None:
    """Tells whoever waits."""
    print(text, file=sys.stderr, flush=True)


def _files(table: Path) -> Files:
    paths = [Path(each.removeprefix("file://")) for each in DeltaTable(str(table)).file_uris()]
    sizes = [path.stat().st_size for path in paths]
    return Files(sum(sizes), len(paths), len({path.parent for path in paths}))
