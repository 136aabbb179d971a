"""The policy report of a lake, beside DuckDB doing the same aggregates over the same files."""

from __future__ import annotations

import json
import shutil
import statistics
import sys
from pathlib import Path

from deltalake import DeltaTable

from benchmarks import measure as processes
from benchmarks.agreement import DisagreementError
from benchmarks.bench import Bench, say
from benchmarks.contenders import GLOVEBOX, SCRIPTS, Task
from benchmarks.figures import slope
from benchmarks.sections.publish import sizes

CONFIGURATION = """\
raw: {input}/raw
registry: {input}/registry
lake: lake
reports: reports
layout: {{owner-partitions: {layout}}}
report: {{k: 1}}
"""


def measure(bench: Bench) -> None:
    """What one more row costs in a report, in time of a core and beside DuckDB."""
    ours, theirs, cores = [], [], []
    for task in sizes(bench)[1:]:
        folder = _lake(bench, task)
        rows = DeltaTable(str(folder / "lake" / "telemetry")).to_pyarrow_dataset().count_rows()
        runs = _glovebox(bench, folder)
        ours.append((rows, _median(runs, "wall_seconds")))
        cores.append((rows, _median(runs, "cpu_seconds")))
        costs = _duckdb(bench, folder)
        theirs.append((rows, _median(costs, "wall_seconds")))
        _agree(folder, json.loads(costs[0].output))
        say(f"report of {rows:,} rows: {ours[-1][1]:.1f} s, DuckDB {theirs[-1][1]:.1f} s")
    if len(ours) > 1:
        bench.figures["report.rows_per_second_core"] = 1 / slope(cores)
        bench.figures["report.vs_duckdb"] = slope(ours) / slope(theirs)
    else:
        say("a margin needs two sizes; run with --size 5x")


def _lake(bench: Bench, task: Task) -> Path:
    """A lake that one batch date was published to, with the configuration of a report."""
    folder = bench.folder / "reported" / task.shape.name
    if not (folder / "lake" / "telemetry" / "_delta_log").is_dir():
        made = bench.keep(GLOVEBOX, task).parents[1]
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.move(made, folder)
    text = CONFIGURATION.format(input=task.input, layout=task.shape.buckets)
    (folder / "glovebox.yaml").write_text(text)
    return folder


def _glovebox(bench: Bench, folder: Path) -> list[processes.Cost]:
    job = [str(SCRIPTS / "glovebox"), "report", "--config", str(folder / "glovebox.yaml")]
    return _runs(bench, [*job, "--period", "2026"], "report")


def _duckdb(bench: Bench, folder: Path) -> list[processes.Cost]:
    module = [sys.executable, "-m", "benchmarks.peers.duckdb_report"]
    return _runs(bench, [*module, str(folder / "lake"), "2026"], "duckdb-report")


def _runs(bench: Bench, command: list[str], name: str) -> list[processes.Cost]:
    log = bench.folder / "logs" / f"{name}.log"
    return [processes.run(command, log, SCRIPTS) for _ in range(bench.repeats)]


def _median(costs: list[processes.Cost], kind: str) -> float:
    return statistics.median(getattr(each, kind) for each in costs)


def _agree(folder: Path, theirs: dict[str, list[list[object]]]) -> None:
    """Every figure of classes and outcomes in the report is DuckDB's."""
    told = {}
    report = json.loads((folder / "reports" / "2026" / "report.json").read_text("utf-8"))
    for section in report["sections"]:
        for figure in section["metrics"]:
            members = tuple(sorted(figure["dimensions"].items()))
            told[figure["metric"], members] = (figure["value"], figure["people"])
    expected = {}
    for name, month, rows, values, vehicles, people, *_ in theirs["classes"]:
        if month is None:
            at = (("data_class", name),)
            expected["class_rows", at] = (rows, people)
            expected["class_values", at] = (values, people)
            expected["class_vehicles", at] = (vehicles, people)
    for name, month, values, people in theirs["outcomes"]:
        members = {"outcome": name, "month": month}
        at = tuple(sorted((key, each) for key, each in members.items() if each is not None))
        expected["treated_values", at] = (values, people)
    wrong = [key for key, value in expected.items() if told.get(key) != value]
    if wrong:
        raise DisagreementError(f"the report and DuckDB differ in {len(wrong)} figures: {wrong[0]}")
