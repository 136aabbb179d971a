"""A raw location and registry of a few hand-written lines, for tests."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import catalogue as catalogues
import places as geometry
import registry as registries
from oracle import Oracle, Policy, Published, Settings, released_only

CATALOGUE = catalogues.parse(
    {
        "signals": [
            *(
                {
                    "column": f"{name}_deg",
                    "type": "double",
                    "range": [-most, most],
                    "class": "location",
                    "sources": {"fleet-telemetry": {"name": "Location", "part": name}},
                }
                for name, most in (("latitude", 90), ("longitude", 180))
            ),
            *(
                {
                    "column": f"destination_{name}_deg",
                    "type": "double",
                    "range": [-most, most],
                    "class": "route",
                    "sources": {"fleet-telemetry": {"name": "DestinationLocation", "part": name}},
                }
                for name, most in (("latitude", 90), ("longitude", 180))
            ),
            {
                "column": "route_line",
                "type": "string",
                "class": "route",
                "sources": {"fleet-telemetry": {"name": "RouteLine", "encoding": "polyline"}},
            },
            {
                "column": "speed_kmh",
                "type": "double",
                "range": [0, 400],
                "class": "driving",
                "sources": {"fleet-telemetry": {"name": "VehicleSpeed", "scale": 1.609344}},
            },
            {
                "column": "gear",
                "type": "string",
                "values": ["Unknown", "Invalid", "P", "R", "N", "D", "SNA"],
                "class": "driving",
                "sources": {"fleet-telemetry": {"name": "Gear", "prefix": "ShiftState"}},
            },
            *(
                {
                    "column": f"door_{part.lower()}_open",
                    "type": "boolean",
                    "class": "body",
                    "sources": {"fleet-telemetry": {"name": "DoorState", "part": part}},
                }
                for part in ("DriverFront", "PassengerFront")
            ),
            {
                "column": "driver_seat_occupied",
                "type": "boolean",
                "class": "occupant",
                "sources": {"fleet-telemetry": {"name": "DriverSeatOccupied"}},
            },
            {
                "column": "outside_temperature_celsius",
                "type": "double",
                "class": "body",
                "sources": {"fleet-telemetry": {"name": "OutsideTemp"}},
            },
            {
                "column": "charge_amps",
                "type": "long",
                "range": [0, 100],
                "class": "charging",
                "sources": {"fleet-telemetry": {"name": "ChargeAmps"}},
            },
            {
                "column": "tyre_seen_at",
                "type": "timestamp",
                "class": "diagnostic",
                "sources": {"fleet-telemetry": {"name": "TpmsLastSeenPressureTimeFl"}},
            },
            {
                "column": "charging_starts",
                "type": "time",
                "class": "charging",
                "sources": {"fleet-telemetry": {"name": "ScheduledChargingStartTime"}},
            },
            {
                "column": "software_version",
                "type": "string",
                "class": "diagnostic",
                "sources": {"fleet-telemetry": {"name": "Version"}},
            },
        ],
        "not-published": {"fleet-telemetry": {"Experimental_1": "No meaning is documented"}},
    }
)

VIN = "LRW0000000000001A"
OWNER = "owner-1"
DAY = dt.date(2026, 11, 1)
SQUARE = [[121.40, 31.20], [121.41, 31.20], [121.41, 31.21], [121.40, 31.21], [121.40, 31.20]]
INSIDE = {"latitude": 31.205, "longitude": 121.405}
OUTSIDE = {"latitude": 31.25, "longitude": 121.45}


def text(sent: Any) -> dict[str, Any]:
    """A value in the arm of older cars."""
    return {"stringValue": sent}


def place(where: dict[str, float]) -> dict[str, Any]:
    """A value in the arm of a location."""
    return {"locationValue": where}


def data(created: str | None, *values: tuple[str, Any], vin: str = VIN) -> dict[str, Any]:
    """A vehicle-data record."""
    items = [{"key": key, "value": value} for key, value in values]
    return {"data": items, "createdAt": created, "vin": vin, "isResend": False}


@dataclass
class Scratch:
    """Objects, tenures and places below one folder."""

    root: Path
    tenures: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    features: list[dict[str, Any]] = field(default_factory=list)

    @property
    def raw(self) -> Path:
        """Where the raw objects lie."""
        return self.root / "raw"

    @property
    def registry(self) -> Path:
        """Where tenures and places lie."""
        return self.root / "registry"

    def held(
        self, owner: str, start: str, end: str = "", role: str = "owner", vin: str = VIN
    ) -> Scratch:
        """Adds a tenure."""
        self.tenures.append((vin, owner, role, start, end))
        return self

    def sensitive(self, kind: str, coordinates: Any) -> Scratch:
        """Adds a sensitive place."""
        geometry_ = {"type": kind, "coordinates": coordinates}
        properties = {"name": "place"}
        self.features.append({"type": "Feature", "properties": properties, "geometry": geometry_})
        return self

    def put(self, name: str, content: bytes, day: dt.date = DAY, hour: int = 12) -> Scratch:
        """Stores an object's bytes as they are."""
        folder = self.raw / f"date={day}" / f"hour={hour:02d}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        return self

    def lines(
        self, *lines: Any, name: str = "part-0.jsonl", day: dt.date = DAY, hour: int = 12
    ) -> Scratch:
        """Stores an object of records, or of lines given as text."""
        texts = [each if isinstance(each, str) else json.dumps(each) for each in lines]
        content = "".join(each + "\n" for each in texts).encode()
        stored = gzip.compress(content) if name.endswith(".gz") else content
        return self.put(name, stored, day, hour)

    def write_registry(self) -> None:
        """Writes the registry's files."""
        self.registry.mkdir(parents=True, exist_ok=True)
        path = self.registry / "tenures.csv"
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines, lineterminator="\n")
            writer.writerow(("vin", "owner_id", "role", "valid_from", "valid_to"))
            writer.writerows(self.tenures)
        document = {"type": "FeatureCollection", "features": self.features}
        (self.registry / "sensitive-places.geojson").write_text(json.dumps(document), "utf-8")

    def publish(self, *days: dt.date, settings: Settings | None = None) -> Published:
        """What the reference makes of it, with the small catalogue of these tests."""
        self.write_registry()
        policy = Policy()
        oracle = Oracle(
            self.raw,
            CATALOGUE,
            registries.load(self.registry / "tenures.csv"),
            geometry.load(self.registry / "sensitive-places.geojson", policy.margin_metres),
            policy,
            settings or Settings(),
        )
        return released_only(oracle.publish(days or (DAY,)))


def counts(published: Published, day: dt.date = DAY) -> dict[tuple[str, ...], tuple[int, int]]:
    """The ledger of one day as (kind, outcome, reason) → (messages, values), `-` for no reason."""
    return {
        (kind, outcome, reason or "-"): (count.messages, count.values)
        for (when, kind, outcome, reason), count in published.ledger.items()
        if when == day
    }


def quarantined(published: Published) -> list[tuple[str, int]]:
    """(reason, position) of each quarantined record, sorted."""
    return sorted((row[1], row[3]) for row in published.quarantine.elements())


def cells(published: Published, column: str) -> list[Any]:
    """What one column holds over all rows by instant, nulls too."""
    keys = sorted(published.telemetry, key=lambda key: (key[2], key[3]))
    return [published.telemetry[key].cells.get(column) for key in keys]
