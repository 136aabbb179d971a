"""The sensitive places of the made input, and metres to their edges on WGS 84."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random
from typing import Any

Point = tuple[float, float]  # longitude, latitude in degrees, as GeoJSON has them

MARGIN_METRES = 150.0
UNSURE_METRES = 2.0
PLACES = 20
SOUTH, WEST, REACH_DEG = 31.1, 121.3, 0.2
EQUATOR_METRES = 6_378_137.0
ECCENTRICITY_SQUARED = 0.00669437999014
CELLS_A_DEGREE = 200
NUDGE_DEG = 0.00004


def metres_per_degree(latitude: float) -> Point:
    """Metres of one degree of longitude and of latitude."""
    sine = math.sin(math.radians(latitude))
    bend = 1 - ECCENTRICITY_SQUARED * sine * sine
    east = EQUATOR_METRES / math.sqrt(bend) * math.cos(math.radians(latitude))
    north = EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED) / bend**1.5
    return math.radians(east), math.radians(north)


@dataclass(frozen=True)
class Place:
    """A polygon without holes, and the box in degrees that its margin lies in."""

    ring: tuple[Point, ...]

    @property
    def reach(self) -> tuple[float, float, float, float]:
        """West, south, east, north of everything that is judged by this place."""
        east, north = metres_per_degree(SOUTH)
        across = (MARGIN_METRES + 10 * UNSURE_METRES) / east
        along = (MARGIN_METRES + 10 * UNSURE_METRES) / north
        longitudes = [point[0] for point in self.ring]
        latitudes = [point[1] for point in self.ring]
        return (
            min(longitudes) - across,
            min(latitudes) - along,
            max(longitudes) + across,
            max(latitudes) + along,
        )

    @property
    def edges(self) -> list[tuple[Point, Point]]:
        """From corner to corner."""
        return list(zip(self.ring, self.ring[1:]))

    def metres_to(self, point: Point) -> float:
        """Metres to the place, 0 inside it."""
        east, north = metres_per_degree(point[1])
        inside, least = False, math.inf
        for start, end in self.edges:
            ax, ay = (start[0] - point[0]) * east, (start[1] - point[1]) * north
            bx, by = (end[0] - point[0]) * east, (end[1] - point[1]) * north
            if (ay > 0) != (by > 0) and ax - ay * (bx - ax) / (by - ay) > 0:
                inside = not inside
            dx, dy = bx - ax, by - ay
            share = min(1.0, max(0.0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
            least = min(least, math.hypot(ax + share * dx, ay + share * dy))
        return 0.0 if inside else least


class Places:
    """All places, and a grid that tells where none is near."""

    def __init__(self, places: list[Place]) -> None:
        self.places = places
        self._near: dict[tuple[int, int], list[Place]] = {}
        for place in places:
            west, south, east, north = place.reach
            for column in range(_cell(west), _cell(east) + 1):
                for row in range(_cell(south), _cell(north) + 1):
                    self._near.setdefault((column, row), []).append(place)

    def metres_to(self, point: Point) -> float:
        """Metres to the nearest place; infinitely far outside of every reach."""
        near = self._near.get((_cell(point[0]), _cell(point[1])), ())
        return min((place.metres_to(point) for place in near), default=math.inf)

    def sure(self, point: Point) -> Point:
        """The point, or one close by that no good model of the earth judges otherwise."""
        near = self._near.get((_cell(point[0]), _cell(point[1])))
        while near and abs(self.metres_to(point) - MARGIN_METRES) < UNSURE_METRES:
            point = (point[0], round(point[1] + NUDGE_DEG, 6))
        return point

    def geojson(self) -> dict[str, Any]:
        """As the operator keeps them."""
        return {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {"name": f"place {number}"},
                    "geometry": {"type": "Polygon", "coordinates": [place.ring]},
                }
                for number, place in enumerate(self.places)
            ],
        }


def parse(document: dict[str, Any]) -> Places:
    """Reads the polygons of a feature collection."""
    rings = [each["geometry"]["coordinates"][0] for each in document["features"]]
    return Places([Place(tuple((x, y) for x, y in ring)) for ring in rings])


def make(random: Random) -> Places:
    """Polygons of five to nine corners, 150 to 500 m from their middle."""
    return Places([_place(random) for _ in range(PLACES)])


def _place(random: Random) -> Place:
    longitude = random.uniform(WEST + 0.01, WEST + REACH_DEG - 0.01)
    latitude = random.uniform(SOUTH + 0.01, SOUTH + REACH_DEG - 0.01)
    east, north = metres_per_degree(latitude)
    corners = random.randrange(5, 10)
    ring = []
    for corner in range(corners):
        angle = 2 * math.pi * corner / corners
        metres = random.uniform(150, 500)
        x = longitude + metres * math.cos(angle) / east
        y = latitude + metres * math.sin(angle) / north
        ring.append((round(x, 6), round(y, 6)))
    return Place((*ring, ring[0]))


def _cell(degrees: float) -> int:
    return math.floor(degrees * CELLS_A_DEGREE)
