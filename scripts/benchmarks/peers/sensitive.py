"""The sensitive places as a table of edges, for queries that have no geometry."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa

from benchmarks import places


def edges(registry: Path) -> pa.Table:
    """A row an edge: its place, its ends in degrees, and the box of the place's margin."""
    known = places.parse(json.loads((registry / "sensitive-places.geojson").read_text()))
    rows = [
        (number, *start, *end, *place.reach)
        for number, place in enumerate(known.places)
        for start, end in place.edges
    ]
    names = ("place", "x1", "y1", "x2", "y2", "west", "south", "east", "north")
    return pa.table({name: [row[at] for row in rows] for at, name in enumerate(names)})
