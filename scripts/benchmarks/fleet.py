"""The input of the comparisons: raw objects and a registry, the same bytes for the same shape.

It is in the vehicles' true wire form and regular on purpose: every message has twelve values, a
position among them, so that a hand-written query can do the whole job. A fifth of the messages
come again, half of them in the object of the next hour, some with their values in other arms; one
vehicle in twelve changes hands at noon, one in fifty is nobody's; some positions lie in or around a
sensitive place.
"""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import hashlib
import json
import multiprocessing
import os
import shutil
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from benchmarks import buckets, places, vehicles

HOURS = 24
ZONE_HOURS = 8  # Asia/Shanghai, without summer time
MESSAGES_A_SHARD = 400_000
REPEATS_ONE_IN = 4  # of the fresh messages: a fifth of all
NOBODYS_ONE_IN = 50
SOLD_ONE_IN = 12
GZIP_LEVEL = 6
EMPTY_DAYS_AFTER = 40
SOURCES = ("buckets.py", "places.py", "vehicles.py", "fleet.py")


@dataclass(frozen=True)
class Shape:
    """What an input is made of; one vehicle for each owner."""

    messages: int
    owners: int
    buckets: int = 16
    days: int = 1
    first_day: str = "2026-11-01"
    seed: int = 1

    @property
    def name(self) -> str:
        """The input's folder."""
        days = f"-{self.days}-days" if self.days > 1 else ""
        return f"{self.messages}-messages-{self.owners}-owners{days}"

    def day(self, number: int) -> dt.date:
        """The batch date of that number, from 0."""
        return dt.date.fromisoformat(self.first_day) + dt.timedelta(days=number)

    @property
    def empty_day(self) -> dt.date:
        """A batch date on which nothing arrived."""
        return self.day(self.days - 1 + EMPTY_DAYS_AFTER)

    @property
    def shards(self) -> int:
        """How many objects an hour has."""
        return max(2, -(-self.messages // MESSAGES_A_SHARD))


def make(shape: Shape, inputs: Path) -> Path:
    """The folder of an input, made unless it is there."""
    folder = inputs / shape.name
    made_from = json.dumps(asdict(shape)) + _sources()
    mark = folder / "made-from"
    if mark.is_file() and mark.read_text() == made_from:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    write_registry(shape, folder / "registry")
    tasks = [
        (shape, folder, day, shard) for day in range(shape.days) for shard in range(shape.shards)
    ]
    with multiprocessing.Pool(min(os.cpu_count() or 1, len(tasks))) as pool:
        pool.starmap(write_shard, tasks, chunksize=1)
    _write_object(folder, shape.empty_day, 0, 0, b"")
    mark.write_text(made_from)
    return folder


def places_of(shape: Shape) -> places.Places:
    """The sensitive places of an input."""
    return places.make(Random(f"{shape.seed} places"))


def write_registry(shape: Shape, registry: Path) -> None:
    """Tenures, places, and for those who cannot hash as Spark does the buckets of all owners."""
    registry.mkdir(parents=True)
    _write_csv(registry / "tenures.csv", ("vin", "owner_id", "role", "valid_from", "valid_to"))
    with (registry / "tenures.csv").open("a", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        for number in range(shape.owners):
            writer.writerows(_tenures(shape, number))
    with (registry / "buckets.csv").open("w", newline="") as lines:
        lines.write("owner_id,owner_partition\n")
        for number in range(shape.owners):
            owner = owner_id(number)
            lines.write(f"{owner},{buckets.bucket(owner, shape.buckets)}\n")
    document = json.dumps(places_of(shape).geojson())
    (registry / "sensitive-places.geojson").write_text(document)
    head = ("vin", "model", "model_year", "battery_id", "battery_kwh", "v2x", "province")
    _write_csv(registry / "vehicles.csv", head)
    _write_csv(registry / "holds.csv", ("owner_id", "vin", "reason", "from", "to"))
    _write_csv(registry / "consents.csv", ("owner_id", "purpose", "granted_at", "withdrawn_at"))


def write_shard(shape: Shape, folder: Path, day: int, shard: int) -> None:
    """One object an hour of one batch date."""
    for hour, lines in enumerate(_hours(shape, day, shard)):
        _write_object(folder, shape.day(day), hour, shard, "".join(lines).encode())


def _hours(shape: Shape, day: int, shard: int) -> Iterator[list[str]]:
    random = Random(f"{shape.seed} {day} {shard}")
    sensitive = places_of(shape)
    total = _share(shape.messages, shard, shape.shards)
    fresh = total - total // (REPEATS_ONE_IN + 1)
    fleet = [
        vehicles.make(number, random, sensitive)
        for number in range(shard, min(shape.owners, shard + fresh * shape.shards), shape.shards)
    ]
    again: deque[tuple[int, str, vehicles.Values, str]] = deque()
    midnight = _midnight(shape.day(day))
    sent = 0
    for hour in range(HOURS):
        lines: list[str] = []
        upto = fresh * (hour + 1) // HOURS
        start, count = sent, max(1, upto - sent)
        while sent < upto:
            vehicle = fleet[sent % len(fleet)]
            millis = hour * 3_600_000 + (sent - start) * 3_600_000 // count
            tail = _tail(midnight, millis + random.randrange(3_600_000 // count + 1) // 2, vehicle)
            values = vehicle.measure(random, sensitive)
            form = vehicle.form_of_message(random)
            lines.append(form % values + tail + '"isResend":false}\n')
            if sent % REPEATS_ONE_IN == 0:
                later = count if random.random() < 0.5 else count // 10
                again.append((sent + later, form, values, tail))
            sent += 1
            if again and again[0][0] <= sent:
                lines.append(_repeat(again, random))
        while hour == HOURS - 1 and again:
            lines.append(_repeat(again, random))
        yield lines


def _repeat(again: deque[tuple[int, str, vehicles.Values, str]], random: Random) -> str:
    _, form, values, tail = again.popleft()
    if random.random() < 0.3:
        form = random.choice(vehicles.FORMS)
    return form % values + tail + '"isResend":true}\n'


def _tail(midnight: dt.datetime, millis: int, vehicle: vehicles.Vehicle) -> str:
    instant = midnight + dt.timedelta(milliseconds=millis)
    return f'"createdAt":"{instant.isoformat(timespec="milliseconds")}Z","vin":"{vehicle.vin}",'


def _midnight(day: dt.date) -> dt.datetime:
    """The day's beginning in the fleet's zone, as UTC without saying so."""
    return dt.datetime.combine(day, dt.time()) - dt.timedelta(hours=ZONE_HOURS)


def _tenures(shape: Shape, number: int) -> list[tuple[str, ...]]:
    if number % NOBODYS_ONE_IN == NOBODYS_ONE_IN - 1:
        return []
    vin, owner = vehicles.vin(number), owner_id(number)
    begins = "2025-01-01T00:00:00Z"
    if number % SOLD_ONE_IN:
        return [(vin, owner, "owner", begins, "")]
    noon = (_midnight(shape.day(0)) + dt.timedelta(hours=12)).isoformat() + "Z"
    buyer = owner_id((number + 1) % shape.owners)
    return [(vin, owner, "owner", begins, noon), (vin, buyer, "owner", noon, "")]


def owner_id(number: int) -> str:
    """Whoever has this number."""
    return f"owner-{number:07d}"


def _share(whole: int, part: int, parts: int) -> int:
    return whole * (part + 1) // parts - whole * part // parts


def _write_object(folder: Path, day: dt.date, hour: int, shard: int, lines: bytes) -> None:
    path = folder / "raw" / f"date={day}" / f"hour={hour:02d}"
    path.mkdir(parents=True, exist_ok=True)
    (path / f"part-{shard:04d}.jsonl.gz").write_bytes(gzip.compress(lines, GZIP_LEVEL, mtime=0))


def _write_csv(path: Path, head: tuple[str, ...]) -> None:
    path.write_text(",".join(head) + "\n")


def _sources() -> str:
    here = Path(__file__).parent
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in SOURCES)).hexdigest()
