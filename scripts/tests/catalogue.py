"""The signal catalogue as the reference reads it: what each source sends under one name."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FLEET_TELEMETRY = "fleet-telemetry"
POSITION_PARTS = frozenset({"latitude", "longitude"})


@dataclass(frozen=True)
class Part:
    """One column that a value fills, with the way from the wire to it."""

    name: str
    column: str
    type: str
    range: tuple[float, float] | None
    values: tuple[str, ...]
    scale: float
    offset: float
    prefix: str


@dataclass(frozen=True)
class Field:
    """What the source sends under one name: one value, one column or several."""

    name: str
    shape: str
    privacy_class: str
    parts: tuple[Part, ...]


@dataclass
class Catalogue:
    """The fields that a source publishes, those that it lists only, and the columns of all."""

    fields: dict[str, Field]
    unpublished: frozenset[str]
    columns: list[dict[str, Any]] = field(default_factory=list)

    @property
    def position(self) -> str:
        """The name of the vehicle's own position."""
        for each in self.fields.values():
            if {part.column for part in each.parts} == {"latitude_deg", "longitude_deg"}:
                return each.name
        raise ValueError("no field fills latitude_deg and longitude_deg")


def load(path: Path, source: str = FLEET_TELEMETRY) -> Catalogue:
    """Reads schemas/signals.yaml for one source."""
    text = yaml.load(path.read_text("utf-8"), Loader=_loader())
    return parse(text, source)


def parse(text: dict[str, Any], source: str = FLEET_TELEMETRY) -> Catalogue:
    """Groups the catalogue's columns by the name that the source gives their value."""
    grouped: dict[str, list[tuple[dict[str, Any], dict[str, Any]]]] = {}
    for signal in text["signals"]:
        here = (signal.get("sources") or {}).get(source)
        if here is not None:
            grouped.setdefault(here["name"], []).append((signal, here))
    fields = {name: _field(name, rows) for name, rows in grouped.items()}
    listed = (text.get("not-published") or {}).get(source) or {}
    return Catalogue(fields, frozenset(listed), text["signals"])


def _loader() -> type[yaml.SafeLoader]:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _field(name: str, rows: list[tuple[dict[str, Any], dict[str, Any]]]) -> Field:
    classes = {signal["class"] for signal, _ in rows}
    if len(classes) != 1:
        raise ValueError(f"{name} has {len(classes)} privacy classes")
    parts = tuple(_part(signal, here) for signal, here in rows)
    return Field(name, _shape(parts, rows[0][1]), classes.pop(), parts)


def _shape(parts: tuple[Part, ...], here: dict[str, Any]) -> str:
    names = {part.name for part in parts}
    if names == POSITION_PARTS:
        return "position"
    if names != {""}:
        return "parts"
    if here.get("encoding") == "polyline":
        return "line"
    return "scalar"


def _part(signal: dict[str, Any], here: dict[str, Any]) -> Part:
    bounds = signal.get("range")
    return Part(
        name=here.get("part", ""),
        column=signal["column"],
        type=signal["type"],
        range=(float(bounds[0]), float(bounds[1])) if bounds else None,
        values=tuple(str(value) for value in signal.get("values") or ()),
        scale=float(here.get("scale", 1)),
        offset=float(here.get("offset", 0)),
        prefix=here.get("prefix", ""),
    )
