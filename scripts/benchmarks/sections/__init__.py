"""The parts of the bench by name: each measures and fills in its figures."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.bench import Bench
from benchmarks.sections import days, export, floors, owners, publish, spark, startup, yearly

SECTIONS: dict[str, Callable[[Bench], None]] = {
    "publish": publish.measure,
    "memory": publish.memory,
    "startup": startup.measure,
    "floors": floors.measure,
    "owners": owners.measure,
    "days": days.measure,
    "export": export.measure_export,
    "spark": spark.measure,
    "report": yearly.measure,
}
