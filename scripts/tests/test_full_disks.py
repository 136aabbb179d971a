"""Disks that fill up under a run: exit 5, nothing half-visible, and repaired when there is room."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from commands import Ended, files_below
from undisturbed import INPUTS, SPAN, Undisturbed

RAW = INPUTS[0]
ROOM = "256m"

pytestmark = pytest.mark.skipif(
    "GLOVEBOX_TEST_COMMAND" not in os.environ,
    reason="set GLOVEBOX_TEST_COMMAND to fill disks under scripts/glovebox",
)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with no room yet; only root may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = mount("-t", "tmpfs", "-o", "size=64k", "glovebox-test", str(folder))
    if made.returncode != 0:
        pytest.skip(f"no disk can be mounted here: {made.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def mount(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["mount", *arguments], capture_output=True, text=True, check=False)


def resize(disk: Path, size: str) -> None:
    done = mount("-o", f"remount,size={size}", str(disk))
    assert done.returncode == 0, done.stderr


def assert_tells_of_a_full_disk(ended: Ended) -> None:
    assert ended.code == 5, ended.said
    assert "A disk is full" in ended.said
    assert "Make room" in ended.said


@pytest.mark.parametrize(
    "percent",
    [
        pytest.param(60, marks=pytest.mark.slow),
        *(pytest.param(each, marks=pytest.mark.full) for each in (5, 25, 45, 75, 90)),
    ],
)
def test_a_lake_that_fills_up_shows_whole_dates_and_is_repaired(
    disk: Path, undisturbed: Undisturbed, percent: int
) -> None:
    needed = sum(room(path) for path in files_below(undisturbed.lake))
    resize(disk, str(needed * percent // 100))
    lake = disk / "lake"

    assert_tells_of_a_full_disk(undisturbed.publish(RAW, lake))

    undisturbed.assert_shows_whole_dates(lake)
    resize(disk, ROOM)
    assert undisturbed.publish(RAW, lake).code == 0
    undisturbed.assert_is(RAW, lake)


@pytest.mark.full
def test_a_scratch_folder_that_fills_up_commits_nothing(
    disk: Path, tmp_path: Path, undisturbed: Undisturbed
) -> None:
    lake = tmp_path / "lake"

    assert_tells_of_a_full_disk(undisturbed.publish(RAW, lake, spark_local_dir=str(disk)))

    undisturbed.assert_shows_whole_dates(lake)
    resize(disk, ROOM)
    assert undisturbed.publish(RAW, lake, spark_local_dir=str(disk)).code == 0
    undisturbed.assert_is(RAW, lake)


@pytest.mark.parametrize(
    "longest_bytes",
    [
        pytest.param(40_000, marks=pytest.mark.slow),
        pytest.param(4_000, marks=pytest.mark.full),
    ],
)
def test_files_that_may_not_grow_end_a_run_as_a_full_disk_does(
    tmp_path: Path, undisturbed: Undisturbed, longest_bytes: int
) -> None:
    """The system refuses to write on, on any machine and to any user."""
    lake = tmp_path / "lake"
    workshop = undisturbed.workshop

    ended = workshop.publish(*SPAN, longest_file_bytes=longest_bytes, **undisturbed.told(RAW, lake))

    assert_tells_of_a_full_disk(ended)
    undisturbed.assert_shows_whole_dates(lake)
    assert undisturbed.publish(RAW, lake).code == 0
    undisturbed.assert_is(RAW, lake)


def room(path: Path) -> int:
    """What a file takes of a disk that gives whole pages."""
    return -(-path.stat().st_size // 4096) * 4096
