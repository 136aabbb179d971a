"""Sensitive places: polygons with holes on WGS 84, a margin in metres, points and lines."""

from __future__ import annotations

import base64
import binascii
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[float, float]  # latitude, longitude in degrees
Flat = tuple[float, float]  # metres east and north of some origin
Ring = list[Point]

EQUATOR_METRES = 6_378_137.0
ECCENTRICITY_SQUARED = 0.00669437999014
IMPOSSIBLE_STEP_METRES = 100_000.0


@dataclass(frozen=True)
class Polygon:
    """An outer ring, its holes, and the box around them in degrees."""

    outer: Ring
    holes: list[Ring]

    def box(self) -> tuple[float, float, float, float]:
        """South, west, north, east."""
        latitudes = [point[0] for point in self.outer]
        longitudes = [point[1] for point in self.outer]
        return min(latitudes), min(longitudes), max(latitudes), max(longitudes)


class Places:
    """All sensitive places with one margin around them."""

    def __init__(self, polygons: Iterable[Polygon], margin_metres: float) -> None:
        self.polygons = list(polygons)
        self.margin_metres = margin_metres
        self._known: dict[Point, float] = {}

    def metres_to(self, point: Point) -> float:
        """Metres to the nearest place, 0 inside one; a degree away is infinitely far."""
        known = self._known.get(point)
        if known is None:
            near = [each for each in self.polygons if _is_near(each, [point])]
            known = min((_metres(each, point) for each in near), default=math.inf)
            self._known[point] = known
        return known

    def holds(self, point: Point) -> bool:
        """Whether a point lies in a place, on its edge or within the margin."""
        return self.metres_to(point) <= self.margin_metres

    def meets(self, line: Sequence[Point]) -> bool:
        """Whether any point of a line, corner or between corners, lies in a place or its margin."""
        if any(self.holds(point) for point in line):
            return True
        for start, end in zip(line, line[1:]):
            for polygon in self.polygons:
                if _is_near(polygon, [start, end]) and self._segment_meets(polygon, start, end):
                    return True
        return False

    def _segment_meets(self, polygon: Polygon, start: Point, end: Point) -> bool:
        """No end lies inside here, so the nearest approach is between two edges."""
        south, west, north, east = polygon.box()
        origin = ((south + north) / 2, (west + east) / 2)
        first, last = flat(start, origin), flat(end, origin)
        for ring in [polygon.outer, *polygon.holes]:
            corners = [flat(point, origin) for point in ring]
            for a, b in zip(corners, corners[1:]):
                if _segments_metres(first, last, a, b) <= self.margin_metres:
                    return True
        return False


def load(path: Path, margin_metres: float) -> Places:
    """Reads a GeoJSON file of polygons and multipolygons."""
    return parse(json.loads(path.read_text("utf-8")), margin_metres)


def parse(document: dict[str, Any], margin_metres: float) -> Places:
    """Takes every polygon out of a GeoJSON document."""
    return Places(_polygons(document), margin_metres)


def _polygons(node: dict[str, Any] | None) -> Iterable[Polygon]:
    if node is None:
        return
    if node["type"] == "FeatureCollection":
        for feature in node["features"]:
            yield from _polygons(feature["geometry"])
    elif node["type"] == "Feature":
        yield from _polygons(node["geometry"])
    elif node["type"] == "GeometryCollection":
        for geometry in node["geometries"]:
            yield from _polygons(geometry)
    elif node["type"] == "Polygon":
        yield _polygon(node["coordinates"])
    elif node["type"] == "MultiPolygon":
        for rings in node["coordinates"]:
            yield _polygon(rings)
    else:
        raise ValueError(f"a sensitive place is a polygon. Found: {node['type']}")


def _polygon(rings: list[list[list[float]]]) -> Polygon:
    turned = [[(float(each[1]), float(each[0])) for each in ring] for ring in rings]
    return Polygon(turned[0], turned[1:])


def metres_per_degree(latitude: float) -> tuple[float, float]:
    """Metres of one degree of latitude and of longitude on WGS 84's ellipsoid."""
    sine = math.sin(math.radians(latitude))
    bend = 1 - ECCENTRICITY_SQUARED * sine * sine
    north = EQUATOR_METRES * (1 - ECCENTRICITY_SQUARED) / bend**1.5
    east = EQUATOR_METRES / math.sqrt(bend) * math.cos(math.radians(latitude))
    return math.radians(north), math.radians(east)


def flat(point: Point, origin: Point) -> Flat:
    """Metres east and north of an origin: true to a few millimetres over some hundred metres."""
    north, east = metres_per_degree(origin[0])
    return (point[1] - origin[1]) * east, (point[0] - origin[0]) * north


def _is_near(polygon: Polygon, points: Sequence[Point]) -> bool:
    """Whether the box around the points comes within a degree of the polygon's box."""
    south, west, north, east = polygon.box()
    latitudes = [point[0] for point in points]
    longitudes = [point[1] for point in points]
    return not (
        max(latitudes) < south - 1
        or min(latitudes) > north + 1
        or max(longitudes) < west - 1
        or min(longitudes) > east + 1
    )


def _metres(polygon: Polygon, point: Point) -> float:
    outer = [flat(corner, point) for corner in polygon.outer]
    holes = [[flat(corner, point) for corner in hole] for hole in polygon.holes]
    if _surrounds(outer) and not any(_surrounds(hole) for hole in holes):
        return 0.0
    return min(
        _metres_to_segment((0.0, 0.0), a, b)
        for ring in [outer, *holes]
        for a, b in zip(ring, ring[1:])
    )


def _surrounds(ring: list[Flat]) -> bool:
    """Whether a ring goes round (0, 0): an odd number of its edges cross the ray to the east."""
    inside = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > 0) != (by > 0) and ax + (0 - ay) * (bx - ax) / (by - ay) > 0:
            inside = not inside
    return inside


def _metres_to_segment(point: Flat, a: Flat, b: Flat) -> float:
    along = (b[0] - a[0], b[1] - a[1])
    length = along[0] ** 2 + along[1] ** 2
    share = 0.0
    if length > 0:
        share = ((point[0] - a[0]) * along[0] + (point[1] - a[1]) * along[1]) / length
        share = min(1.0, max(0.0, share))
    return math.hypot(a[0] + share * along[0] - point[0], a[1] + share * along[1] - point[1])


def _segments_metres(a: Flat, b: Flat, c: Flat, d: Flat) -> float:
    if _cross(a, b, c) * _cross(a, b, d) < 0 and _cross(c, d, a) * _cross(c, d, b) < 0:
        return 0.0
    return min(
        _metres_to_segment(a, c, d),
        _metres_to_segment(b, c, d),
        _metres_to_segment(c, a, b),
        _metres_to_segment(d, a, b),
    )


def _cross(a: Flat, b: Flat, c: Flat) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def decode_line(text: str) -> list[Point] | None:
    """The points of a route: base64 of a protobuf, 6 decimals, or bare, 5; None if neither."""
    wrapped = _unwrap(text)
    if wrapped is not None and (points := _in_either(wrapped, (6, 5))) is not None:
        return points
    return _in_either(text, (5, 6))


def _in_either(text: str, precisions: tuple[int, int]) -> list[Point] | None:
    for decimals in precisions:
        points = decode_polyline(text, decimals)
        if points and _is_possible(points):
            return points
    return None


def _is_possible(points: list[Point]) -> bool:
    if any(abs(latitude) > 90 or abs(longitude) > 180 for latitude, longitude in points):
        return False
    steps = (math.hypot(*flat(end, start)) for start, end in zip(points, points[1:]))
    return all(step <= IMPOSSIBLE_STEP_METRES for step in steps)


def decode_polyline(text: str, decimals: int) -> list[Point] | None:
    """An encoded polyline's points, or None if the text is none."""
    numbers: list[int] = []
    shift = value = 0
    for character in text:
        bits = ord(character) - 63
        if not 0 <= bits < 64:
            return None
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            shift = value = 0
    if shift or len(numbers) % 2:
        return None
    points = []
    latitude = longitude = 0
    for down, across in zip(numbers[::2], numbers[1::2]):
        latitude, longitude = latitude + down, longitude + across
        points.append((latitude / 10**decimals, longitude / 10**decimals))
    return points


def encode_polyline(points: Iterable[Point], decimals: int) -> str:
    """The inverse of decode_polyline."""
    text = []
    before = (0, 0)
    for latitude, longitude in points:
        here = (round(latitude * 10**decimals), round(longitude * 10**decimals))
        for step in (here[0] - before[0], here[1] - before[1]):
            value = ~(step << 1) if step < 0 else step << 1
            while value >= 32:
                text.append(chr((value & 31 | 32) + 63))
                value >>= 5
            text.append(chr(value + 63))
        before = here
    return "".join(text)


def wrap_polyline(polyline: str) -> str:
    """Base64 of a protobuf message whose field 1 is the polyline."""
    body = polyline.encode()
    length = bytearray()
    size = len(body)
    while size >= 128:
        length.append(size & 127 | 128)
        size >>= 7
    length.append(size)
    return base64.b64encode(b"\x0a" + bytes(length) + body).decode()


def _unwrap(text: str) -> str | None:
    try:
        message = base64.b64decode(text, validate=True)
        return _first_text(message)
    except (binascii.Error, ValueError, IndexError):
        return None


def _first_text(message: bytes) -> str | None:
    """Field 1 of a protobuf message, other fields passed over."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        if tag & 7 == 0:
            _, at = _varint(message, at)
        elif tag & 7 in (1, 5):
            at += 8 if tag & 7 == 1 else 4
        elif tag & 7 == 2:
            size, at = _varint(message, at)
            if at + size > len(message):
                raise ValueError("the message ends early")
            if tag >> 3 == 1:
                return message[at : at + size].decode("ascii")
            at += size
        else:
            raise ValueError("not a protobuf message")
    return None


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 127) << shift
        at += 1
        shift += 7
        if byte < 128:
            return value, at
