"""The command in a process of its own, run to its end or killed on its way."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = Path(__file__).resolve().parents[1] / "glovebox"
POLL_SECONDS = 0.005
NO_LIMIT = resource.RLIM_INFINITY
# Short runs spend most of their time on a compiler that they do not live to profit from.
SHORT_RUN = "-XX:TieredStopAtLevel=1 -Xmx1g"


@dataclass(frozen=True)
class Ended:
    """How a process ended and what it said."""

    code: int
    said: str


@dataclass
class Workshop:
    """A folder with a configuration and its keys, from which every run of a test starts."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.scratch = self.folder / "scratch"
        self.scratch.mkdir(parents=True)
        self.output = self.folder / "output.txt"
        self.java_options = f"{SHORT_RUN} -Djava.io.tmpdir={self.scratch}"
        (self.folder / "glovebox.yaml").write_text(
            "raw: raw\nregistry: registry\nlake: lake\n"
            "layout: {owner-partitions: 2}\ntolerance: {rejected-share: 1}\n",
            "utf-8",
        )

    def publish(self, *options: str, longest_file_bytes: int = NO_LIMIT, **settings: str) -> Ended:
        """Publishes to the end; settings as spark_local_dir for spark.local.dir."""
        with self.started(
            "publish", *options, longest_file_bytes=longest_file_bytes, **settings
        ) as process:
            return self.ended(process)

    def run(self, job: str, *options: str, **settings: str) -> Ended:
        """Runs a job to its end."""
        with self.started(job, *options, **settings) as process:
            return self.ended(process)

    def ended(self, process: subprocess.Popen[str]) -> Ended:
        """Waits for the end of a process of this folder."""
        code = process.wait()
        return Ended(code, self.output.read_text("utf-8"))

    @contextmanager
    def started(
        self, job: str, *options: str, longest_file_bytes: int = NO_LIMIT, **settings: str
    ) -> Iterator[subprocess.Popen[str]]:
        """Starts a job in a process group of its own, which is gone at the end."""
        told = {"spark.local.dir": str(self.scratch)} | self.settings
        told |= {name.replace("_", "."): value for name, value in settings.items()}
        sets = [f"--set={name}={value}" for name, value in told.items()]
        with self.output.open("w", encoding="utf-8") as output:
            process = subprocess.Popen(
                [str(COMMAND), job, f"--config={self.folder / 'glovebox.yaml'}", *sets, *options],
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
                env=environment() | {"GLOVEBOX_JAVA_OPTS": self.java_options},
                start_new_session=True,
                preexec_fn=lambda: limit_files(longest_file_bytes),
            )
        try:
            yield process
        finally:
            kill(process)


def limit_files(longest_bytes: int) -> None:
    """Lets no file of this process grow beyond."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (longest_bytes, longest_bytes))


def has_job(name: str) -> bool:
    """Whether the command knows a job."""
    shown = subprocess.run(
        [str(COMMAND), "--help"], capture_output=True, text=True, check=True, env=environment()
    )
    return any(line.split()[:1] == [name] for line in shown.stdout.splitlines())


def environment() -> dict[str, str]:
    """This process's, without what the command would take for settings."""
    return {name: text for name, text in os.environ.items() if not name.startswith("GLOVEBOX_")}


def kill(process: subprocess.Popen[str]) -> None:
    """Ends a process and what it started, at once and without a word to it."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def killed_at(
    process: subprocess.Popen[str], folder: Path, new_files: int, then_seconds: float
) -> bool:
    """Kills a process a while after it made so many files below a folder; false if it ended first.

    Files, not seconds, decide, so that kills fall where the writing is on a machine of any speed.
    """
    before = files_below(folder)
    made: set[Path] = set()
    while process.poll() is None:
        made |= files_below(folder) - before
        if len(made) >= new_files:
            time.sleep(then_seconds)
            ended = process.poll() is not None
            kill(process)
            return not ended
        time.sleep(POLL_SECONDS)
    return False


def files_below(folder: Path) -> set[Path]:
    """Every file below a folder that may be changing."""
    return {
        Path(place) / name
        for place, _, names in os.walk(folder, onerror=lambda _: None)
        for name in names
    }
