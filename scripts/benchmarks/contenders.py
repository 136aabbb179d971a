"""Who is compared: each turns an input's batch date into a telemetry table of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fleet import Shape

SCRIPTS = Path(__file__).resolve().parents[1]
ROOT = SCRIPTS.parent
PEERS = SCRIPTS / "benchmarks" / "peers"

CONFIGURATION = """\
raw: {input}/raw
registry: {input}/registry
lake: lake
layout: {{owner-partitions: {layout}}}
"""


@dataclass(frozen=True)
class Task:
    """An input and the batch date of it to publish."""

    shape: Shape
    input: Path
    date: str

    @property
    def rows(self) -> int:
        """How many messages are read."""
        return 0 if self.date == self.shape.empty_day.isoformat() else self.shape.messages


@dataclass(frozen=True)
class Contender:
    """One way to do the job: a command for a task and a folder of its own to write to."""

    name: str
    command: Callable[[Task, Path], list[str]]
    table: str = "telemetry"


def _glovebox(task: Task, out: Path) -> list[str]:
    configuration = out / "glovebox.yaml"
    text = CONFIGURATION.format(input=task.input, layout=task.shape.buckets)
    configuration.write_text(text)
    job = [str(SCRIPTS / "glovebox"), "publish", "--config", str(configuration)]
    return [*job, "--batch-date", task.date]


def _python(module: str) -> Callable[[Task, Path], list[str]]:
    def command(task: Task, out: Path) -> list[str]:
        name = f"benchmarks.peers.{module}"
        table = str(out / "telemetry")
        return [sys.executable, "-m", name, str(task.input), table, task.date]

    return command


def java(source: str, *arguments: str) -> list[str]:
    """A plain Java file of peers/, run from its source with Spark's libraries at hand."""
    home = Path(os.environ["JAVA_HOME"])
    target = ROOT / "jobs" / "target"
    return [
        str(home / "bin" / "java"),
        f"@{ROOT / 'jobs' / 'src' / 'main' / 'jvm' / 'spark.args'}",
        *("-XX:+UseParallelGC", "-XX:MaxRAMPercentage=50", "-XX:-UsePerfData"),
        *("-cp", (target / "provided.classpath").read_text().strip()),
        *(str(PEERS / source), *arguments),
    ]


def _usual_spark_sql(task: Task, out: Path) -> list[str]:
    catalogue = str(ROOT / "schemas" / "signals.yaml")
    places = (str(task.input), str(out / "telemetry"), task.date)
    return java("UsualSparkSql.java", *places, catalogue)


GLOVEBOX = Contender("Glovebox", _glovebox, "lake/telemetry")
DUCKDB = Contender("DuckDB + delta-rs", _python("duckdb_publish"))
POLARS = Contender("Polars + delta-rs", _python("polars_publish"))
USUAL_SPARK_SQL = Contender("usual Spark SQL", _usual_spark_sql)
