"""What runs that nobody disturbs make of two inputs, to tell what disturbed ones show."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import commands
import lake_state
from commands import Ended, Workshop
from lake_state import DATED, NO_ROWS, State

HERE = Path(__file__).resolve().parent
FIRST = dt.date(2026, 11, 1)
DATES = (FIRST, FIRST + dt.timedelta(days=1))
SPAN = (f"--from={DATES[0]}", f"--to={DATES[-1]}")
# The second lacks a part of the first date.
INPUTS = ("raw", "raw-less")
NOTHING = "nothing"


@dataclass(frozen=True)
class Undisturbed:
    """The contents that each input comes to, and how a run goes about it.

    lake: as the first input left it;
    first_files: how many files a first run makes; again_files: how many one of a made lake does at
    least; startup_seconds: how long it takes to the first.
    """

    workshop: Workshop
    lake: Path
    contents: dict[str, State]
    first_files: int
    again_files: int
    startup_seconds: float

    def publish(self, raw: str, lake: Path, **settings: str) -> Ended:
        """Publishes an input to the end."""
        return self.workshop.publish(*SPAN, **self.told(raw, lake), **settings)

    def told(self, raw: str, lake: Path) -> dict[str, str]:
        """The settings of a run."""
        return {"raw": str(self.workshop.folder / raw), "lake": str(lake)}

    def assert_shows_whole_dates(self, lake: Path) -> None:
        """A date of a table is one of the known contents; of a finished date all tables' are."""
        shown = lake_state.state(lake)
        for date in DATES:
            common = {*INPUTS, NOTHING}
            for name in DATED:
                known = {raw: content[name][date] for raw, content in self.contents.items()}
                found = lake_state.matching(shown[name][date], known | {NOTHING: NO_ROWS})
                assert found, f"{name} shows a part of {date}"
                common &= found
            assert common or not is_finished(lake, date), f"{date} passes for whole and is mixed"

    def assert_is(self, raw: str, lake: Path) -> None:
        """Every table holds an input's rows, each as often, and no others."""
        shown = lake_state.state(lake)
        for name in DATED:
            assert shown[name].keys() == self.contents[raw][name].keys(), name
            for date in DATES:
                missing = self.contents[raw][name][date] - shown[name][date]
                added = shown[name][date] - self.contents[raw][name][date]
                assert not missing and not added, f"{name}, {date}: -{missing} +{added}"


def is_finished(lake: Path, date: dt.date) -> bool:
    """Whether the first and the last table of a date are at the same turn of it."""
    first, last = (lake_state.turn(lake, name, date) for name in (DATED[0], DATED[-1]))
    return first == last


def publish_undisturbed(folder: Path) -> Undisturbed:
    """Makes both inputs and publishes each."""
    fleet = [str(HERE / "fleet.py"), "--seed=3", "--days=2", "--messages=40", f"--out={folder}"]
    subprocess.run([sys.executable, *fleet], check=True)
    workshop = Workshop(folder / "workshop", {"registry": str(folder / "registry")})
    more, less = (workshop.folder / name for name in INPUTS)
    (folder / "raw").rename(more)
    shutil.copytree(more, less)
    for stored in sorted(commands.files_below(less / f"date={FIRST}"))[::3]:
        stored.unlink()
    startup, first_files = publish_watched(workshop, more, folder / "lake")
    contents = {INPUTS[0]: lake_state.state(folder / "lake")}
    done = workshop.publish(*SPAN, raw=str(less), lake=str(folder / "lake-less"))
    assert done.code == 0, done.said
    contents[INPUTS[1]] = lake_state.state(folder / "lake-less")
    creation = 2 * (len(DATED) + 1)
    return Undisturbed(
        workshop, folder / "lake", contents, first_files, first_files - creation, startup
    )


def publish_watched(workshop: Workshop, raw: Path, lake: Path) -> tuple[float, int]:
    """Publishes; the seconds to the first file in the lake, and how many there are at the end."""
    begun = time.monotonic()
    with workshop.started("publish", *SPAN, raw=str(raw), lake=str(lake)) as process:
        while process.poll() is None and not commands.files_below(lake):
            time.sleep(commands.POLL_SECONDS)
        startup = time.monotonic() - begun
        done = workshop.ended(process)
        assert done.code == 0, done.said
    return startup, len(commands.files_below(lake))
