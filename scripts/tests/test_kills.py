"""Runs killed at random instants: readers see whole dates only, and the next run repairs all."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from random import Random

import pytest

import commands
import lake_state
from lake_state import DATED
from undisturbed import DATES, FIRST, INPUTS, SPAN, Undisturbed

KILLS = 6
FULL_SEEDS = (2, 3, 4, 5)

pytestmark = pytest.mark.skipif(
    "GLOVEBOX_TEST_COMMAND" not in os.environ,
    reason="set GLOVEBOX_TEST_COMMAND to kill runs of scripts/glovebox",
)


def test_the_two_inputs_differ_in_every_table(undisturbed: Undisturbed) -> None:
    """Otherwise a date could be mixed of both and nobody would see it."""
    more, less = undisturbed.contents["raw"], undisturbed.contents["raw-less"]
    assert [name for name in DATED if more[name][FIRST] == less[name][FIRST]] == []
    assert all(more[name][date] for name in DATED for date in DATES)


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(1, marks=pytest.mark.slow),
        *(pytest.param(seed, marks=pytest.mark.full) for seed in FULL_SEEDS),
    ],
)
def test_killed_runs_show_whole_dates_and_are_repaired(
    tmp_path: Path, undisturbed: Undisturbed, seed: int
) -> None:
    random = Random(seed)
    lake = tmp_path / "lake"
    lake.mkdir()
    kills = 0
    while kills < KILLS:
        raw = random.choice(INPUTS)
        if killed(undisturbed, raw, lake, random):
            kills += 1
            undisturbed.assert_shows_whole_dates(lake)
    raw = random.choice(INPUTS)
    done = undisturbed.publish(raw, lake)
    assert done.code == 0, done.said
    undisturbed.assert_is(raw, lake)
    left = [path for path in lake_state.unaccounted(lake) if is_data(path)]
    assert set(left) <= lake_state.vacuumable(lake)
    if commands.has_job("maintain"):
        maintain(undisturbed, lake)
        assert lake_state.unaccounted(lake) == []
        undisturbed.assert_is(raw, lake)


def killed(undisturbed: Undisturbed, raw: str, lake: Path, random: Random) -> bool:
    """Starts a run and kills it: mostly while it writes, now and then before it does."""
    is_first = not lake_state.is_made(lake, "ledger")
    files = random.randrange(undisturbed.first_files if is_first else undisturbed.again_files)
    startup = random.uniform(0, undisturbed.startup_seconds)
    pause = startup if files == 0 else random.uniform(0, 0.05)
    told = undisturbed.told(raw, lake)
    with undisturbed.workshop.started("publish", *SPAN, **told) as process:
        return commands.killed_at(process, lake, files, pause)


def is_data(path: Path) -> bool:
    return path.suffix == ".parquet" and not path.name.startswith(".")


def maintain(undisturbed: Undisturbed, lake: Path) -> None:
    """Once old files may go: a month after now, by which every grace is over."""
    later = dt.datetime.now(dt.timezone.utc) + dt.timedelta(days=31)
    instant = later.strftime("%Y-%m-%dT%H:%M:%SZ")
    done = undisturbed.workshop.run(
        "maintain", f"--as-of={instant}", **undisturbed.told(INPUTS[0], lake)
    )
    assert done.code == 0, done.said
