"""Packages for holders: one alone, beside 64 times the table, and a thousand small ones."""

from __future__ import annotations

import json
import shutil
import statistics
from pathlib import Path

from deltalake import DeltaTable

from benchmarks import fleet, measure
from benchmarks.bench import Bench, say
from benchmarks.contenders import GLOVEBOX, SCRIPTS

A_MONTH = 8_000  # messages that one vehicle sends: a sixth of an hour's drive a day, every 2 s
FEW = 10
LARGER = 64
QUICK_LARGER = 8
SMALL = 1_000
QUICK_SMALL = 100
MESSAGES_OF_SMALL = 80
CLOSED = "2027-01-05T00:00:00Z"  # the months of the input are over, so it is compacted
AS_OF = "2027-01-05T01:00:00Z"


class Lake:
    """One published and compacted input, and requests for its holders."""

    def __init__(self, bench: Bench, shape: fleet.Shape) -> None:
        self._bench = bench
        self._shape = shape
        self._asked = 0
        self._out = bench.folder / "runs" / f"export-{shape.name}"
        shutil.rmtree(self._out, ignore_errors=True)
        self._out.mkdir(parents=True)
        bench.measure(GLOVEBOX, bench.task(shape), self._out)
        self._glovebox("maintain", CLOSED)
        self.serve([])  # makes the tables of requests

    def serve(self, owners: list[int]) -> float:
        """Seconds that a run takes that makes a package for each of these holders."""
        requests = self._out / "requests"
        requests.mkdir(exist_ok=True)
        lines = [self._request(owner) for owner in owners]
        (requests / f"{self._asked:06}.jsonl").write_text("".join(lines))
        return self._glovebox("export", AS_OF)

    def last(self) -> dict[str, int]:
        """What the last run says of itself."""
        runs = DeltaTable(str(self._out / "lake" / "runs")).to_pyarrow_table()
        newest = max(runs.to_pylist(), key=lambda run: run["finished_at"])
        answers: dict[str, int] = json.loads(newest["report"])["answers"]
        return answers

    def bytes_of_one(self) -> float:
        """A holder's share of the tables of owner data."""
        tables = ("telemetry", "alerts", "connectivity", "completeness")
        paths = [
            Path(each.removeprefix("file://"))
            for table in tables
            for each in DeltaTable(str(self._out / "lake" / table)).file_uris()
        ]
        return sum(path.stat().st_size for path in paths) / self._shape.owners

    def drop(self) -> None:
        """Makes room."""
        shutil.rmtree(self._out)

    def _request(self, owner: int) -> str:
        self._asked += 1
        request = {
            "request_id": f"bench-{self._asked}",
            "kind": "export",
            "owner_id": fleet.owner_id(owner),
            "received_at": CLOSED,
        }
        return json.dumps(request) + "\n"

    def _glovebox(self, job: str, as_of: str) -> float:
        places = [
            part
            for key in ("packages", "requests")
            for part in ("--set", f"{key}={self._out / key}")
        ]
        command = [str(SCRIPTS / "glovebox"), job, "--config", str(self._out / "glovebox.yaml")]
        log = self._bench.folder / "logs" / "export.log"
        return measure.run([*command, *places, "--as-of", as_of], log, SCRIPTS).wall_seconds


def measure_export(bench: Bench) -> None:
    """A holder's month alone and in a larger table, what is read for it, and many at once."""
    larger = QUICK_LARGER if bench.quick else LARGER
    one = _one(bench, FEW, with_reading=True)
    bench.figures["export.one_seconds"] = one
    bench.figures["export.slope_table"] = _one(bench, FEW * larger, with_reading=False) / one - 1
    small = QUICK_SMALL if bench.quick else SMALL
    lake = Lake(bench, fleet.Shape(small * MESSAGES_OF_SMALL, small))
    idle = lake.serve([])
    busy = lake.serve(list(range(small)))
    made = lake.last()["served"]
    say(f"{made:,} small packages in {busy - idle:.1f} s beyond start-up")
    bench.figures["export.per_second"] = made / (busy - idle)
    lake.drop()


def _one(bench: Bench, owners: int, *, with_reading: bool) -> float:
    """Median seconds beyond start-up of one package in a table of so many holders."""
    lake = Lake(bench, fleet.Shape(A_MONTH * owners, owners))
    idle = statistics.median(lake.serve([]) for _ in range(bench.repeats))
    busy = statistics.median(lake.serve([turn % owners]) for turn in range(bench.repeats))
    say(f"one of {owners} holders: {busy:.2f} s, {busy - idle:.2f} s beyond start-up")
    if with_reading:
        share = lake.bytes_of_one()
        bench.figures["export.read_amplification"] = lake.last()["bytes_read"] / share
    lake.drop()
    return busy - idle
