"""Runs a command to its end and says what it took, its children counted."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.05
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
PROCESSES = Path("/proc")


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds on the wall and of all cores, and the peak of resident memory."""

    wall_seconds: float
    cpu_seconds: float
    peak_bytes: int
    output: str


class CommandFailedError(Exception):
    """A command that was to be measured did not succeed."""


def run(command: list[str], log: Path, folder: Path) -> Cost:
    """Runs a command in a session of its own; its errors go to the log, its output is kept."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as errors:
        begun = time.monotonic()
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=folder,
            start_new_session=True,
        )
        with _Watch(process.pid) as watch:
            assert process.stdout is not None
            output = process.stdout.read().decode()
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailedError(f"{command[0]} ended with exit {process.returncode}; see {log}")
    # Where processes can be looked at, the kernel's own figure is not taken: it starts with ours.
    peak = watch.peak_bytes if PROCESSES.is_dir() else usage.ru_maxrss * 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak, output)


class _Watch(threading.Thread):
    """Adds up the resident memory of a session's processes, many times a second."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.peak_bytes = 0
        self._session = session
        self._ended = threading.Event()

    def __enter__(self) -> _Watch:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self.join()

    def run(self) -> None:
        """Looks until the session is over."""
        while PROCESSES.is_dir() and not self._ended.wait(SAMPLE_SECONDS):
            self.peak_bytes = max(self.peak_bytes, _resident_bytes(self._session))


def _resident_bytes(session: int) -> int:
    processes = _processes(session)
    return sum(
        each.resident_bytes
        for each in processes.values()
        if not each.borrows(processes.get(each.parent))
    )


@dataclass(frozen=True)
class _Process:
    parent: int
    virtual_bytes: int
    resident_bytes: int

    def borrows(self, parent: _Process | None) -> bool:
        """Whether it is about to become another program, and has its parent's memory until then."""
        return parent is not None and parent.virtual_bytes == self.virtual_bytes


def _processes(session: int) -> dict[int, _Process]:
    found = {}
    for entry in PROCESSES.iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # It ended meanwhile.
            if int(fields[3]) == session:
                found[int(entry.name)] = _Process(
                    int(fields[1]), int(fields[20]), int(fields[21]) * PAGE_BYTES
                )
    return found
