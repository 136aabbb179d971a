"""The figures as a table and as JSON."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from importlib import metadata
from pathlib import Path
from typing import Any

from benchmarks.bench import MEGABYTE, Bench
from benchmarks.figures import TARGETS, target

HEAD = ("figure", "what", "measured", "floor", "aim", "")
LIBRARIES = ("duckdb", "deltalake", "polars", "pyarrow")


def table(figures: dict[str, float]) -> str:
    """A line a figure, with what it is to be."""
    lines = [HEAD, *rows(figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines
    )


def rows(figures: dict[str, float]) -> list[tuple[str, ...]]:
    """The cells of the table, figures with targets first."""
    return [_row(key, figures[key]) for key in _order(figures)]


def write_json(bench: Bench, file: Path) -> None:
    """Every figure under its key, and beside them what they were computed from."""
    document: dict[str, Any] = dict(bench.figures)
    document["machine"] = machine()
    document["measurements"] = measurements(bench)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, indent=2) + "\n")


def measurements(bench: Bench) -> list[dict[str, Any]]:
    """What each contender took on each task."""
    found = []
    for (name, task), costs in bench.costs.items():
        files = bench.files[name, task]
        found.append(
            {
                "contender": name,
                "messages": task.rows,
                "owners": task.shape.owners,
                "wall_seconds": [round(each.wall_seconds, 3) for each in costs],
                "cpu_seconds": [round(each.cpu_seconds, 3) for each in costs],
                "peak_mb": round(max(each.peak_bytes for each in costs) / MEGABYTE),
                "table_bytes": files.bytes,
                "table_files": files.files,
            }
        )
    return found


def machine() -> dict[str, str]:
    """What the seconds depend on."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    versions = {name: metadata.version(name) for name in LIBRARIES}
    return {
        "cpu": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{pages / 2**30:.0f} GiB",
        "system": platform.system(),
        "java": _java(),
        "python": platform.python_version(),
        **versions,
    }


def _order(figures: dict[str, float]) -> list[str]:
    known = [each.key for each in TARGETS if each.key in figures]
    return known + sorted(set(figures) - set(known))


def _row(key: str, value: float) -> tuple[str, ...]:
    goal = target(key)
    return (
        *(key, goal.title, _number(value)),
        *("–" if bound is None else _number(bound) for bound in (goal.floor, goal.aim)),
        goal.verdict(value),
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _java() -> str:
    java = Path(os.environ["JAVA_HOME"], "bin", "java")
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=True)
    return told.stderr.splitlines()[0]
