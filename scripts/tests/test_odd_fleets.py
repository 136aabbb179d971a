"""Odd fleets, published by the command and compared with the reference."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
COMMAND = HERE.parent / "glovebox"
LONG_ENOUGH = 12  # shorter ids of this fleet are words and dates that a summary may hold
DATES = ("--from", "2026-11-01", "--to", "2026-11-03")

pytestmark = pytest.mark.skipif(
    "GLOVEBOX_TEST_COMMAND" not in os.environ,
    reason="set GLOVEBOX_TEST_COMMAND to publish odd fleets with scripts/glovebox",
)


@pytest.mark.parametrize(
    ("seed", "layout"), [(1, "per-owner"), pytest.param(2, "4", marks=pytest.mark.slow)]
)
def test_odd_fleet_is_published_as_the_reference_says(
    tmp_path: Path, seed: int, layout: str
) -> None:
    run("fleet.py", "--seed", str(seed), "--out", str(tmp_path))
    places = [f"--{name}={tmp_path / name}" for name in ("raw", "registry", "lake")]
    (tmp_path / "glovebox.yaml").write_text(
        "raw: raw\nregistry: registry\nlake: lake\n"
        f"layout: {{owner-partitions: {layout}}}\ntolerance: {{rejected-share: 1}}\n",
        "utf-8",
    )
    configuration = str(tmp_path / "glovebox.yaml")
    published = called(str(COMMAND), "publish", "--config", configuration, *DATES)
    assert_says_nothing_of_persons(published, tmp_path / "registry" / "tenures.csv")
    run("compare.py", *places, *DATES)
    run("leaks.py", *places)


def assert_says_nothing_of_persons(output: str, tenures: Path) -> None:
    with tenures.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for person in (row["vin"], row["owner_id"]):
                assert len(person) < LONG_ENOUGH or person not in output


def run(script: str, *arguments: str) -> None:
    called(sys.executable, str(HERE / script), *arguments)


def called(*command: str) -> str:
    # The command takes each GLOVEBOX_ variable for a setting, those of the suites too.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GLOVEBOX_")}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
