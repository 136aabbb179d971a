"""Values as cars might send them: every arm, odd numbers, ends of ranges, and what is no value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

import places as geometry
from catalogue import Catalogue, Field, Part

TEXTS = ["", " ", "NaN", "null", "=1+1", "车", "é", "e\u0301", "🚗", 'a"b\\c', "x" * 5000, "1;2"]
NUMBER_ARMS = ["doubleValue", "floatValue", "intValue", "longValue", "stringValue", "futureValue"]


class Token(str):
    """JSON text that is written as it stands."""


@dataclass
class Values:
    """Makes values for the fields of a catalogue."""

    random: Random
    catalogue: Catalogue
    places: geometry.Places

    def datum(self, name: str, value: Any) -> dict[str, Any]:
        """One item of a message's data, its keys in either order."""
        item = {"key": name, "value": value}
        return item if self.random.random() < 0.8 else dict(reversed(item.items()))

    def any(self, field: Field, near: geometry.Point) -> Any:
        """A value of a field, now and then one that cannot be trusted."""
        if self.random.random() < 0.06:
            return self._untrusted(field)
        if field.shape == "position":
            return self.position(self.point(near))
        if field.shape == "line":
            return self._line(near)
        if field.shape == "parts":
            return self._parts(field)
        return self._scalar(field.parts[0])

    def point(self, near: geometry.Point, spread: float = 0.004) -> geometry.Point:
        """A point near another, at six decimals, clearly within or without every margin."""
        while True:
            latitude = round(near[0] + self.random.uniform(-spread, spread), 6)
            longitude = round(near[1] + self.random.uniform(-spread, spread), 6)
            found = (latitude, longitude)
            if abs(self.places.metres_to(found) - self.places.margin_metres) > 3:
                return found

    def position(self, point: geometry.Point) -> Any:
        """A position in the arm of a location, its keys in either order, or as text."""
        latitude, longitude = (f"{degrees:.6f}" for degrees in point)
        roll = self.random.random()
        if roll < 0.25:
            ns, ew = "S" if point[0] < 0 else "N", "W" if point[1] < 0 else "E"
            return {"stringValue": f"({latitude.strip('-')} {ns}, {longitude.strip('-')} {ew})"}
        where = {"latitude": Token(latitude), "longitude": Token(longitude)}
        return {"locationValue": where if roll < 0.8 else dict(reversed(where.items()))}

    def _untrusted(self, field: Field) -> Any:
        choices: list[Any] = [{"invalid": True}, None, {}]
        if field.shape == "position":
            choices += [
                {"locationValue": {"latitude": 0, "longitude": Token("-0.0")}},
                {"locationValue": {"latitude": 31.2}},
                {"locationValue": {"latitude": None, "longitude": 121.4}},
                {"locationValue": {"latitude": "NaN", "longitude": 121.4}},
                {"locationValue": {"latitude": Token("90.0000001"), "longitude": 0.5}},
                {"stringValue": "(0.000000 N, 0.000000 E)"},
                {"stringValue": "unknown"},
                {"booleanValue": True},
            ]
        elif field.shape == "parts":
            choices += [{"stringValue": "x"}, {"doorValue": {}}, {"doorValue": {"Nowhere": True}}]
        elif field.parts[0].values:
            choices += [{"stringValue": "NoSuchName"}, {"intValue": 3}, {"booleanValue": False}]
        elif field.parts[0].type in ("double", "long"):
            choices += [{"stringValue": each} for each in ("", "NaN", "x", "0x1F", "1f", " 1", "-")]
            choices += [
                {"doubleValue": "NaN"},
                {"doubleValue": "-Infinity"},
                {"booleanValue": True},
            ]
            choices += [{"doubleValue": Token("1e400")}, {"locationValue": {"latitude": 1}}]
        elif field.parts[0].type == "boolean":
            choices += [{"stringValue": "yes"}, {"intValue": 1}]
        elif field.parts[0].type in ("time", "timestamp"):
            choices += [{"stringValue": "noon"}, {"booleanValue": True}]
        return self.random.choice(choices)

    def _scalar(self, part: Part) -> Any:
        if part.values:
            name = self.random.choice(part.values)
            arm = self.random.choice(["stringValue", "someEnumValue"])
            return {arm: name if self.random.random() < 0.3 else part.prefix + name}
        if part.type in ("double", "long"):
            return self._number(part)
        if part.type == "boolean":
            texts = [{"stringValue": each} for each in ("true", "False", "TRUE")]
            return self.random.choice([{"booleanValue": True}, {"booleanValue": False}, *texts])
        if part.type == "timestamp":
            return self._timestamp(part)
        if part.type == "time":
            hour, minute, second = (self.random.randrange(each) for each in (24, 60, 60))
            text = {"stringValue": f"{hour:02d}:{minute:02d}:{second:02d}"}
            typed = {"timeValue": {"second": second, "hour": hour, "minute": minute}}
            return self.random.choice([text, typed])
        return self.random.choice(
            [
                *({"stringValue": self.random.choice(TEXTS)}, {"stringValue": "2026.8.1"}),
                *({"intValue": 7}, {"doubleValue": Token("71.250")}, {"booleanValue": True}),
            ]
        )

    def _timestamp(self, part: Part) -> Any:
        seconds = self.random.randrange(1_700_000_000, 1_790_000_000)
        sent = round(seconds / part.scale)
        text = dt.datetime.fromtimestamp(seconds, dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        return self.random.choice(
            [{"longValue": str(sent)}, {"intValue": sent}, {"stringValue": text}]
        )

    def _number(self, part: Part) -> Any:
        low, high = part.range or (-1000.0, 1000.0)
        roll = self.random.random()
        if roll < 0.15:
            wanted = self.random.choice([low, high, 0.0])
        elif roll < 0.2:
            wanted = self.random.choice([low - 1, high + 1])
        else:
            wanted = self.random.uniform(low, min(high, low + 1000))
        sent = (wanted - part.offset) / part.scale
        if part.type == "long":
            return self.form(str(round(sent)))
        return self.form(repr(sent) if roll < 0.2 else f"{sent:.{self.random.randrange(7)}f}")

    def form(self, number: str) -> Any:
        """One number in one of the forms that mean the same."""
        forms = [number, f"{number}e0", f"{number}E+0"]
        if "." in number and "e" not in number:
            forms.append(number + "00")
        elif "e" not in number:
            forms.append(number + ".0")
        else:
            forms = [number]
        text = self.random.choice(forms)
        arm = self.random.choice(NUMBER_ARMS)
        if arm in ("stringValue", "longValue") or self.random.random() < 0.1:
            plus = "+" if number[0] != "-" and self.random.random() < 0.1 else ""
            return {arm: plus + text}
        return {arm: Token(text)}

    def _parts(self, field: Field) -> Any:
        names = [part.name for part in field.parts if self.random.random() < 0.7]
        if not names:
            names = [field.parts[0].name]
        sent: dict[str, Any] = {name: self.random.random() < 0.5 for name in names}
        if self.random.random() < 0.2:
            sent["Nowhere"] = True
        return {"partsValue": sent}

    def _line(self, near: geometry.Point) -> Any:
        roll = self.random.random()
        if roll < 0.15:
            return {"stringValue": self.random.choice(["", "no line", "线", "~~~"])}
        while True:
            line = [self.point(near, 0.02) for _ in range(self.random.randrange(1, 6))]
            decimals = 5 if roll < 0.5 else 6
            line = [(round(each[0], decimals), round(each[1], decimals)) for each in line]
            if self._is_clear(line):
                break
        polyline = geometry.encode_polyline(line, decimals)
        return {"stringValue": polyline if decimals == 5 else geometry.wrap_polyline(polyline)}

    def _is_clear(self, line: list[geometry.Point]) -> bool:
        """Whether a line lies clearly within or without every margin."""
        margin = self.places.margin_metres
        narrow = geometry.Places(self.places.polygons, margin - 5)
        wide = geometry.Places(self.places.polygons, margin + 5)
        return narrow.meets(line) == wide.meets(line)
