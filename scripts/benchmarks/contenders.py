"""Who is compared: each turns an input's batch date into a telemetry table of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import columns
from benchmarks.fleet import Shape

SCRIPTS = Path(__file__).resolve().parents[1]
ROOT = SCRIPTS.parent
PEERS = SCRIPTS / "benchmarks" / "peers"
_JAVA_HOME = Path(os.environ.get("JAVA_HOME", ""))

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


def java(name: str, *arguments: str) -> list[str]:
    """A plain Java class of peers/, with Spark's libraries at hand."""
    libraries = (ROOT / "jobs" / "target" / "provided.classpath").read_text().strip()
    classes = _compiled(name, libraries)
    return [
        str(_JAVA_HOME / "bin" / "java"),
        f"@{ROOT / 'jobs' / 'src' / 'main' / 'jvm' / 'spark.args'}",
        *("-XX:+UseParallelGC", "-XX:MaxRAMPercentage=50", "-XX:-UsePerfData"),
        *("-cp", f"{classes}{os.pathsep}{libraries}"),
        *(name, *arguments),
    ]


def _compiled(name: str, libraries: str) -> Path:
    """Where the class lies; Spark's tasks do not find one that Java compiles as it starts."""
    source, classes = PEERS / f"{name}.java", ROOT / "build" / "bench" / "classes"
    made = classes / f"{name}.class"
    if not made.is_file() or made.stat().st_mtime < source.stat().st_mtime:
        compiler = str(_JAVA_HOME / "bin" / "javac")
        options = ("-proc:none", "-cp", libraries, "-d", str(classes))
        subprocess.run([compiler, *options, str(source)], check=True)
    return classes


def _usual_spark_sql(task: Task, out: Path) -> list[str]:
    places = (str(task.input), str(out / "telemetry"), task.date)
    return java("UsualSparkSql", *places, columns.spark_schema())


GLOVEBOX = Contender("Glovebox", _glovebox, "lake/telemetry")
DUCKDB = Contender("DuckDB + delta-rs", _python("duckdb_publish"))
POLARS = Contender("Polars + delta-rs", _python("polars_publish"))
USUAL_SPARK_SQL = Contender("usual Spark SQL", _usual_spark_sql)
