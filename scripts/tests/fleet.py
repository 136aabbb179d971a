"""A small fleet of legal oddities, by seed: raw objects and a registry to publish and compare.

    python fleet.py --seed 7 --out /tmp/fleet-7

It knows nothing of the jobs' own simulator. Everything in it is something that a car, a firmware, a
forwarder or an operator may do; what the contract leaves open is left out.
"""

from __future__ import annotations

import argparse
import copy
import csv
import datetime as dt
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import catalogue as catalogues
import places as geometry
import wire
from fleet_objects import Objects
from fleet_values import Values
from oracle import SCHEMAS

ZONE = ZoneInfo("Asia/Shanghai")
SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
MARGIN_METRES = 150.0
OWNERS = [
    *("张三/a b%2F=", "Owner", "owner", "007", "1e3", "true", "2026-11-01", "null", "é"),
    "e\u0301",
    *(
        "o'neil",
        'quo"te,comma',
        "a:b?c#d&e",
        "🚗",
        "x" * 180,
        "=1+1",
        "b0042",
        "a\\b",
        "{x}",
        "..a",
    ),
]
VINS = [
    *("LRW3E7EK0PC000001", "lrw3e7ek0pc000001", "0", "车-1", "a/b%2F=c", 'VIN,"quoted"', "v" * 64),
    *("5YJ3E1EA0PF000001", "NaN", "null", "with space", "\u0130STANBUL"),
]
UNLISTED = ["NoSuchSignal", "vehiclespeed", "", "车速", "VehicleSpeed ", "Location.latitude"]
CITIES = [(31.2, 121.4), (-33.45, -70.66)]


@dataclass
class Fleet:
    """Vehicles with their holders, what they send over some days, and when it arrives."""

    seed: int
    catalogue: catalogues.Catalogue
    out: Path
    first_day: dt.date = dt.date(2026, 11, 1)
    days: int = 3
    vehicles: int = 8
    messages_per_vehicle: int = 250
    random: Random = field(init=False)
    arrivals: dict[tuple[dt.date, int], list[bytes]] = field(init=False)
    tenures: list[tuple[str, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = Random(self.seed)
        self.arrivals = defaultdict(list)
        document = sensitive_places()
        self.places = geometry.parse(document, MARGIN_METRES)
        self.values = Values(self.random, self.catalogue, self.places)
        self.objects = Objects(self.random, self.out / "raw")
        self.begins = self._midnight(self.first_day)
        self.ends = self._midnight(self.first_day + dt.timedelta(days=self.days))
        registry = self.out / "registry"
        registry.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document, ensure_ascii=False)
        (registry / "sensitive-places.geojson").write_text(text, "utf-8")

    def write(self) -> None:
        """Writes raw objects and the registry."""
        for vin in self.random.sample(VINS, self.vehicles):
            instants = self._drive(vin)
            self._hold(vin, instants)
        for (day, hour), lines in sorted(self.arrivals.items()):
            self.random.shuffle(lines)
            self.objects.write(day.isoformat(), hour, lines)
        self._write_tenures()
        self._write_others()

    def _midnight(self, day: dt.date) -> int:
        start = dt.datetime.combine(day, dt.time(), ZONE)
        return round(start.timestamp()) * SECOND

    def _drive(self, vin: str) -> list[int]:
        """Sends messages along a way that enters places, parks over midnight and stands still."""
        city = self.random.choice(CITIES)
        here = self.values.point(city)
        instant = self.begins + self.random.randrange(2 * HOUR)
        instants = []
        for _ in range(self.messages_per_vehicle):
            if self.random.random() < 0.3:
                here = self.values.point((city[0] + 0.005, city[1] + 0.005), 0.008)
            sent = self.random.random() < 0.4
            old = self.random.choice([40 * DAY, 300 * DAY]) if self.random.random() < 0.02 else 0
            self._arrive(self._record(vin, instant - old, here, sent), instant - old)
            instants.append(instant)
            instant = self._next(instant)
            if instant >= self.ends:
                instant = self.begins + self.random.randrange(DAY)
        return instants

    def _next(self, instant: int) -> int:
        """A while later; now and then at an edge of what the contract counts."""
        roll = self.random.random()
        about = self.random.choice([-1, 0, 1])
        if roll < 0.05:
            return instant // HOUR * HOUR + HOUR + 5 * MINUTE + about
        if roll < 0.07:
            return instant + DAY - (instant - self.begins) % DAY + about
        return instant + self.random.choice(
            [
                *(0, 1, 999, SECOND, 1_500_000, 30 * SECOND, 10 * MINUTE, 10 * MINUTE + 1),
                *(10 * MINUTE - 1, self.random.randrange(HOUR), self.random.randrange(2 * HOUR)),
            ]
        )

    def _record(self, vin: str, instant: int, here: geometry.Point, placed: bool) -> dict[str, Any]:
        roll = self.random.random()
        tail: dict[str, Any] = {"createdAt": self._created(instant), "vin": vin}
        if roll < 0.05:
            return {
                "alerts": [self._alert(instant) for _ in range(self.random.randrange(4))]
            } | tail
        if roll < 0.1:
            return {
                "connectionId": self.random.choice(["c-1", "c-2"]),
                "status": self.random.choice(["CONNECTED", "DISCONNECTED"]),
                "networkInterface": self.random.choice(["wifi", "cellular", ""]),
            } | tail
        if roll < 0.13:
            errors = [{"name": "e", "tags": {"vin": "x"}, "body": "b"}]
            return {"errors": errors * self.random.randrange(3)} | tail
        if roll < 0.15:
            return {"metrics": [{"name": "m", "tags": {}, "value": 1.5}]} | tail
        if roll < 0.16:
            tail["vin"] = self.random.choice([None, "", 7])
        if roll > 0.99:
            tail["createdAt"] = self.random.choice([None, "", "soon", 1767323045, "2026-02-30"])
        return {"data": self._data(here, placed), "isResend": self.random.random() < 0.1} | tail

    def _data(self, here: geometry.Point, placed: bool) -> list[Any]:
        fields = list(self.catalogue.fields.values())
        position = self.catalogue.position
        chosen = self.random.choices(fields, k=self.random.randrange(8))
        chosen += [each for each in fields if each.shape != "scalar" and self.random.random() < 0.1]
        data: list[Any] = [
            self.values.datum(each.name, self.values.any(each, here))
            for each in chosen
            if each.name != position
        ]
        if placed:
            data.append(self.values.datum(position, self.values.position(here)))
        roll = self.random.random()
        if roll < 0.05:
            broken = self.values.any(self.catalogue.fields[position], here)
            data.append(self.values.datum(position, broken))
        if roll > 0.9:
            data.append(self.values.datum(self.random.choice(UNLISTED), {"stringValue": "1"}))
        if 0.85 < roll < 0.95 and self.catalogue.unpublished:
            name = self.random.choice(sorted(self.catalogue.unpublished))
            data.append(self.values.datum(name, {"invalid": True}))
        if 0.8 < roll < 0.82:
            data.append(self.random.choice([None, 1, "x", [], {}, {"key": 3}, {"value": {}}]))
        if 0.7 < roll < 0.75 and data:
            data.append(copy.deepcopy(self.random.choice(data)))
        self.random.shuffle(data)
        return data

    def _alert(self, instant: int) -> Any:
        if self.random.random() < 0.02:
            return self.random.choice([None, 5, "x", []])
        return {
            "name": self.random.choice(["A", "B", "警"]),
            "audiences": self.random.choice([[], ["Customer"], ["Customer", "Service"]]),
            "startedAt": self._created(instant - SECOND),
            "endedAt": self.random.choice([None, self._created(instant)]),
        }

    def _created(self, instant: int) -> str:
        """The instant in one of its forms: an offset, nanoseconds, no more digits than needed."""
        minutes = self.random.choice([0, 0, 0, 480, -330, 0])
        local = wire.EPOCH + dt.timedelta(microseconds=instant + minutes * MINUTE)
        text = local.strftime("%Y-%m-%dT%H:%M:%S")
        digits = f"{local.microsecond:06d}"
        if self.random.random() < 0.3:
            digits += f"{self.random.randrange(1000):03d}"
        elif self.random.random() < 0.5:
            digits = digits.rstrip("0")
        sign = "-" if minutes < 0 else "+"
        behind = f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}" if minutes else "Z"
        return text + (f".{digits}" if digits else "") + behind

    def _arrive(self, record: dict[str, Any], instant: int) -> None:
        """Now or late, perhaps again: the same, a part, in another order, with other values."""
        first = self._arrival(instant)
        self.arrivals[first].append(self.objects.line(record))
        while self.random.random() < 0.15:
            again = copy.deepcopy(record)
            if "createdAt" in again and again["createdAt"] and self.random.random() < 0.8:
                again["createdAt"] = self._created(instant)
            for key in ("data", "alerts"):
                if again.get(key) and self.random.random() < 0.5:
                    self._change(again[key])
            self.arrivals[self._arrival(instant)].append(self.objects.line(again))

    def _change(self, items: list[Any]) -> None:
        self.random.shuffle(items)
        if self.random.random() < 0.5:
            items.pop()
        for item in items:
            name = item.get("key") if isinstance(item, dict) else None
            if name in self.catalogue.fields and self.random.random() < 0.4:
                city = self.random.choice(CITIES)
                item["value"] = self.values.any(self.catalogue.fields[name], city)

    def _arrival(self, instant: int) -> tuple[dt.date, int]:
        roll = self.random.random()
        late = 0
        if roll < 0.1:
            late = self.random.choice([HOUR, 5 * HOUR, DAY, 2 * DAY])
        elif roll < 0.13:
            # The clock is ahead by up to an hour of what is counted from the hour's end.
            late = -self.random.choice([HOUR, instant % HOUR + 1, instant % HOUR + 5 * MINUTE])
        arrived = min(max(instant + late, self.begins), self.ends - 1)
        local = dt.datetime.fromtimestamp(arrived // SECOND, ZONE)
        return local.date(), local.hour

    def _hold(self, vin: str, instants: list[int]) -> None:
        """Gives the vehicle one of several histories; instants of change are those of messages."""
        one, two, three = self.random.sample(OWNERS, 3)
        early = self.begins - 400 * DAY
        at = sorted(self.random.sample(instants, 4))
        history = self.random.randrange(8)
        if history == 0:
            return
        if history == 1:
            self._tenure(vin, one, "owner", early, None)
        elif history == 2:
            self._tenure(vin, one, "owner", early, at[1])
            self._tenure(vin, two, "owner", at[1], None)
        elif history == 3:
            self._tenure(vin, one, "owner", early, at[1])
            self._tenure(vin, two, "owner", at[1] + self.random.choice([1, HOUR]), None)
        elif history == 4:
            self._tenure(vin, one, "owner", early, None)
            self._tenure(vin, two, "lessee", at[0], at[3])
            self._tenure(vin, three, "renter", at[1], at[2])
        elif history == 5:
            self._tenure(vin, one, "owner", early, at[2])
            self._tenure(vin, two, "owner", at[1], None)
            self._tenure(vin, three, "renter", at[1] + 1, at[1] + HOUR)
        elif history == 6:
            self._tenure(vin, one, "owner", early, at[2])
            self._tenure(vin, one, "owner", at[1], None)
        else:
            self._tenure(vin, one, "renter", early, at[0])
            self._tenure(vin, two, "renter", at[0], at[1])
            self._tenure(vin, one, "renter", at[1], at[2])
            self._tenure(vin, three, "lessee", at[1], None)

    def _tenure(self, vin: str, owner: str, role: str, start: int, end: int | None) -> None:
        if end is None or start < end:
            until = "" if end is None else self._exact(end)
            self.tenures.append((vin, owner, role, self._exact(start), until))

    def _exact(self, instant: int) -> str:
        """An instant to the microsecond, with an offset or without."""
        local = wire.EPOCH + dt.timedelta(microseconds=instant)
        if self.random.random() < 0.5:
            return local.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        return local.astimezone(ZONE).isoformat(timespec="microseconds")

    def _write_tenures(self) -> None:
        names = ["vin", "owner_id", "role", "valid_from", "valid_to"]
        rows = [dict(zip(names, row)) for row in self.tenures]
        self.random.shuffle(rows)
        self.random.shuffle(names)
        path = self.out / "registry" / "tenures.csv"
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.DictWriter(lines, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def _write_others(self) -> None:
        registry = self.out / "registry"
        for name, header in (
            ("vehicles.csv", "vin,model,model_year,battery_id,battery_kwh,v2x,province"),
            ("holds.csv", "owner_id,vin,reason,from,to"),
            ("consents.csv", "owner_id,purpose,granted_at,withdrawn_at"),
        ):
            (registry / name).write_text(header + "\n", "utf-8")


def square(latitude: float, longitude: float, half: float) -> list[list[float]]:
    """A closed ring around a point, longitude first."""
    south, north = latitude - half, latitude + half
    west, east = longitude - half, longitude + half
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def sensitive_places() -> dict[str, Any]:
    """In each city a square with a hole, two polygons in one (one with a hole), and a triangle."""
    features: list[dict[str, Any]] = []
    for latitude, longitude in CITIES:
        hole = square(latitude + 0.004, longitude + 0.004, 0.0025)
        ring = [square(latitude + 0.004, longitude + 0.004, 0.005), hole[::-1]]
        pair = [
            [square(latitude + 0.013, longitude, 0.0004)],
            [
                square(latitude, longitude + 0.014, 0.003),
                square(latitude, longitude + 0.014, 0.002),
            ],
        ]
        corners = [[-0.01, 0.012], [-0.0101, 0.0125], [-0.004, 0.013], [-0.01, 0.012]]
        triangle = [[longitude + across, latitude + up] for across, up in corners]
        shapes = [("Polygon", ring), ("MultiPolygon", pair), ("Polygon", [triangle])]
        for kind, coordinates in shapes:
            shape = {"type": kind, "coordinates": coordinates}
            name = f"{kind} {len(features)} 军"
            features.append({"type": "Feature", "properties": {"name": name}, "geometry": shape})
    return {"type": "FeatureCollection", "features": features}


def main() -> int:
    """Writes one fleet."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--schemas", type=Path, default=SCHEMAS)
    parser.add_argument("--start", type=dt.date.fromisoformat, default=Fleet.first_day)
    parser.add_argument("--days", type=int, default=Fleet.days)
    parser.add_argument("--messages", type=int, default=Fleet.messages_per_vehicle)
    told = parser.parse_args()
    catalogue = catalogues.load(told.schemas / "signals.yaml")
    fleet = Fleet(
        told.seed,
        catalogue,
        told.out,
        told.start,
        told.days,
        messages_per_vehicle=told.messages,
    )
    fleet.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
