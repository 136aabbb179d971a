"""Looks for what must never be in the tables, from the raw objects and the registry alone.

    python leaks.py --raw RAW --registry REGISTRY --lake LAKE

It does not ask what publishing should give. It asks of each row: was the vehicle this owner's at
that instant, did the car send this value at that instant, is the value's class theirs to see, and
does any position lie in a sensitive place. Exit 1 if anything leaks.
"""

from __future__ import annotations

import argparse
import bisect
import datetime as dt
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import catalogue as catalogues
import lake as lakes
import places as geometry
import raw_objects
import registry as registries
import wire
from oracle import PLACED_CLASSES, SCHEMAS, Policy, Reading, Settings, load_policy, position_of

# Two good models of the earth differ by less over the margin: nearer than this is a leak for both.
MODEL_METRES = 1.0


Arrived = tuple[dt.date, geometry.Point]


@dataclass(frozen=True)
class Leak:
    """One thing in a table that must not be there."""

    table: str
    kind: str
    key: tuple[Any, ...]
    detail: str

    def __str__(self) -> str:
        return f"{self.table}: {self.kind}: {' | '.join(map(str, self.key))}: {self.detail}"


@dataclass
class Sent:
    """What the cars sent: values by vehicle, instant and name, and where the vehicles were."""

    values: dict[tuple[str, int], dict[str, set[tuple[Any, ...]]]] = field(default_factory=dict)
    others: dict[str, set[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(set))
    positions: dict[str, dict[int, set[Arrived]]] = field(default_factory=dict)

    def take(self, message: wire.Message, position_name: str) -> None:
        """Remembers one message, unless it is rejected whole."""
        if message.rejected is not None or message.vin is None or message.instant is None:
            return
        for value in message.items:
            if value.decoded is None:
                continue
            if message.kind != "vehicle-data":
                row = (message.vin, message.instant, *value.decoded)
                self.others[message.kind].add(row)
                continue
            named = self.values.setdefault((message.vin, message.instant), defaultdict(set))
            named[value.name].add(value.decoded)
            if value.name == position_name:
                known = self.positions.setdefault(message.vin, defaultdict(set))
                known[message.instant].add((message.batch_date, position_of(value)))


def sent_in(raw: Path, catalogue: catalogues.Catalogue, settings: Settings) -> Sent:
    """Reads every batch date of a raw location."""
    sent = Sent()
    for folder in sorted(raw.glob("date=*")):
        day = dt.date.fromisoformat(folder.name.removeprefix("date="))
        for item in raw_objects.objects_of(raw, day):
            messages = wire.messages_of(item, catalogue, settings.zone, settings.line_bytes)
            for message in messages:
                sent.take(message, catalogue.position)
    return sent


class LeakCheck:
    """Checks rows of owner data one by one."""

    def __init__(
        self,
        sent: Sent,
        catalogue: catalogues.Catalogue,
        tenures: registries.Tenures,
        places: geometry.Places,
        policy: Policy,
        window_days: int,
    ) -> None:
        self._sent = sent
        self._catalogue = catalogue
        self._tenures = tenures
        self._places = geometry.Places(places.polygons, places.margin_metres - MODEL_METRES)
        self._policy = policy
        self._window = dt.timedelta(days=window_days)
        self._instants = {vin: sorted(known) for vin, known in sent.positions.items()}
        self._of_column = {
            part.column: (each, index)
            for each in catalogue.fields.values()
            for index, part in enumerate(each.parts)
        }

    def telemetry(self, rows: dict[tuple[Any, ...], Reading]) -> Iterator[Leak]:
        """Every leak of the telemetry table."""
        for key, reading in rows.items():
            found = [self._holder(key), *self._cells(key, reading), *self._lies(key, reading)]
            for kind, detail in filter(None, found):
                yield Leak("telemetry", kind, key, detail)

    def others(self, kind: str, rows: Counter[tuple[Any, ...]]) -> Iterator[Leak]:
        """Every leak of the table of alerts or of connections."""
        for row in rows:
            key, content = row[:4], row[4:]
            if (found := self._holder(key)) is not None:
                yield Leak(kind, found[0], key, found[1])
            if (key[1], key[2], *content) not in self._sent.others[kind]:
                yield Leak(kind, "not-sent", key, str(content))

    def _holder(self, key: tuple[Any, ...]) -> tuple[str, str] | None:
        owner, vin, instant = key[:3]
        holding = self._tenures.at(vin, instant)
        if owner is not None and holding.owner_id == owner:
            return None
        return "not-the-holder", holding.owner_id or str(holding.reason)

    def _cells(self, key: tuple[Any, ...], reading: Reading) -> Iterator[tuple[str, str]]:
        named = self._sent.values.get((key[1], key[2]), {})
        for column, cell in reading.cells.items():
            known = self._of_column.get(column)
            if known is None:
                yield "not-in-catalogue", column
                continue
            source, index = known
            if self._policy.class_reason(source.privacy_class) is not None:
                yield "forbidden-class", f"{column} is {source.privacy_class}"
            if not any(sent[index] == cell for sent in named.get(source.name, ())):
                yield "not-sent", f"{column} = {cell}"

    def _lies(self, key: tuple[Any, ...], reading: Reading) -> Iterator[tuple[str, str]]:
        placed = False
        for source in self._catalogue.fields.values():
            cells = [reading.cells.get(part.column) for part in source.parts]
            if all(cell is None for cell in cells):
                continue
            placed |= source.privacy_class in PLACED_CLASSES
            if source.shape in ("position", "line"):
                line = self._line(source, cells)
                if not line:
                    yield "place-unknown", f"{source.name} = {cells}"
                elif self._places.meets(line):
                    yield "sensitive-place", f"{source.name} = {cells}"
        if placed and (found := self._whereabouts(*key[1:4])) is not None:
            yield found

    def _line(self, source: catalogues.Field, cells: list[Any]) -> list[geometry.Point] | None:
        if source.shape == "line":
            return geometry.decode_line(cells[0])
        named = {part.name: cell for part, cell in zip(source.parts, cells)}
        if named["latitude"] is None or named["longitude"] is None:
            return None
        return [(named["latitude"], named["longitude"])]

    def _whereabouts(self, vin: str, instant: int, batch_date: dt.date) -> tuple[str, str] | None:
        """Why a value of a placed class may not be there: by the vehicle's own last position."""
        instants = self._instants.get(vin, [])
        index = bisect.bisect_right(instants, instant) - 1
        while index >= 0 and instant - instants[index] <= self._policy.carry_micros:
            known = [
                point
                for arrived, point in self._sent.positions[vin][instants[index]]
                if batch_date - self._window <= arrived <= batch_date
            ]
            # Of two positions at one instant only the first counts: one outside is enough.
            if known and all(self._places.holds(point) for point in known):
                return "sensitive-place", "the vehicle was in a sensitive place"
            if known:
                return None
            index -= 1
        return "place-unknown", "no position in the time that one may be carried"


def find(
    raw: Path,
    registry: Path,
    lake: Path,
    catalogue: catalogues.Catalogue,
    policy: Policy,
    settings: Settings,
) -> list[Leak]:
    """Every leak of the three tables of owner data."""
    check = LeakCheck(
        sent_in(raw, catalogue, settings),
        catalogue,
        registries.load(registry / "tenures.csv"),
        geometry.load(registry / "sensitive-places.geojson", policy.margin_metres),
        policy,
        settings.window_days,
    )
    found = list(check.telemetry(lakes.telemetry(lakes.table(lake, "telemetry"))))
    for kind, names in (("alerts", lakes.ALERTS), ("connectivity", lakes.CONNECTIVITY)):
        found += check.others(kind, lakes.counted(lakes.table(lake, kind), names))
    return found


def main(given: list[str] | None = None) -> int:
    """Prints the leaks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for name in ("--raw", "--registry", "--lake"):
        parser.add_argument(name, type=Path, required=True)
    parser.add_argument("--schemas", type=Path, default=SCHEMAS)
    parser.add_argument("--zone", type=type(Settings.zone), default=Settings.zone)
    parser.add_argument("--shown", type=int, default=20)
    told = parser.parse_args(given)
    found = find(
        told.raw,
        told.registry,
        told.lake,
        catalogues.load(told.schemas / "signals.yaml"),
        load_policy(told.schemas / "policy" / "default.yaml"),
        Settings(zone=told.zone),
    )
    for leak in found[: told.shown]:
        print(leak)
    kinds = Counter((leak.table, leak.kind) for leak in found)
    print("no leak" if not found else dict(kinds))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
