"""fleet-telemetry's JSON records, decoded as the contract says, one plain step after the other."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeGuard
from zoneinfo import ZoneInfo

import raw_objects
from catalogue import Catalogue, Field, Part

CLOCK_AHEAD_MICROS = 5 * 60 * 1_000_000
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
INSTANT = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))", re.ASCII
)
PLACE_TEXT = re.compile(r"\((\d+(?:\.\d+)?) ([NS]), (\d+(?:\.\d+)?) ([EW])\)", re.ASCII)
CLOCK_TEXT = re.compile(r"(\d\d):(\d\d):(\d\d)", re.ASCII)
NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity", "+Infinity"})
LISTS = {"data": "vehicle-data", "alerts": "alerts", "errors": "errors", "metrics": "metrics"}


class Num(str):
    """A JSON number, kept as the text that was sent."""

    __slots__ = ()


class Repeated(dict[str, Any]):
    """A JSON object in which some names stand more than once."""

    names: frozenset[str] = frozenset()


class Rejected(Exception):
    """A value that cannot be trusted; its text is the reason code."""


@dataclass(slots=True)
class Value:
    """One value of a message: decoded, or rejected, or held back because nobody may have it."""

    name: str
    field: Field | None = None
    decoded: tuple[Any, ...] | None = None
    rejected: str | None = None
    held_back: str | None = None


@dataclass(slots=True)
class Message:
    """One line as understood; a rejection is of the whole message."""

    kind: str
    source_object: str
    position: int
    batch_date: dt.date
    vin: str | None = None
    instant: int | None = None
    values: list[Value] | None = None
    rejected: str | None = None

    @property
    def items(self) -> list[Value]:
        """The values, none where the line was not understood."""
        return self.values or []


def messages_of(
    item: raw_objects.RawObject,
    catalogue: Catalogue,
    zone: ZoneInfo,
    line_bytes: int = raw_objects.LINE_BYTES,
) -> Iterator[Message]:
    """Every message of an object, then one at position 0 if the object is damaged."""
    content, whole = raw_objects.unpack(item.name, item.path.read_bytes())
    latest = item.arrival_ends(zone) + CLOCK_AHEAD_MICROS
    for line in raw_objects.lines_of(content, whole, line_bytes):
        message = Message("unknown", item.name, line.number, item.batch_date)
        if line.too_long:
            message.rejected = "too-long"
        else:
            try:
                record = parse_json(line.content)
            except ValueError:
                if line.unfinished:
                    continue
                record = None
            _understand(message, record, catalogue, latest)
        yield message
    if not whole:
        yield Message("unknown", item.name, 0, item.batch_date, rejected="truncated-object")


def parse_json(line: bytes) -> Any:
    """Strict JSON: UTF-8, no NaN, one document; numbers keep their text."""
    try:
        return json.loads(
            line.decode("utf-8"),
            parse_float=Num,
            parse_int=Num,
            parse_constant=Num,  # NaN and Infinity spoil their value, not their record
            object_pairs_hook=_object,
        )
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    seen: set[str] = set()
    twice = Repeated(plain)
    twice.names = frozenset(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
    return twice


def kind_of(record: Any) -> str:
    """The record's kind by its keys; unknown if it has none, two, or says one thing twice."""
    if not isinstance(record, dict):
        return "unknown"
    kinds = [kind for key, kind in LISTS.items() if key in record]
    if "status" in record and "connectionId" in record:
        kinds.append("connectivity")
    if len(kinds) != 1:
        return "unknown"
    telling = {"vin", "createdAt", "status", "connectionId", *LISTS}
    if isinstance(record, Repeated) and record.names & telling:
        return "unknown"
    items = record.get(next((key for key in LISTS if key in record), ""))
    if items is not None and not isinstance(items, list):
        return "unknown"
    return kinds[0]


def _understand(message: Message, record: Any, catalogue: Catalogue, latest: int) -> None:
    kind = kind_of(record)
    if kind == "unknown":
        message.rejected = "broken-record"
        return
    message.kind = kind
    message.values = _values(kind, record, catalogue)
    vin = record.get("vin")
    if is_text(vin) and vin:
        message.vin = vin
    created = record.get("createdAt")
    message.instant = micros(created) if is_text(created) else None
    if message.vin is None:
        message.rejected = "no-vin"
    elif message.instant is None:
        message.rejected = "no-instant"
    elif message.instant > latest:
        message.rejected = "clock-ahead"
    elif not message.values:
        message.rejected = "no-values"


def _values(kind: str, record: dict[str, Any], catalogue: Catalogue) -> list[Value]:
    if kind == "connectivity":
        return [Value("", decoded=connection(record))]
    key = next(key for key, each in LISTS.items() if each == kind)
    items = record[key] or []
    if kind == "vehicle-data":
        return [_datum(item, catalogue) for item in items]
    if kind == "alerts":
        return [_alert(item) for item in items]
    return [Value("", held_back="not-published") for item in items]


def connection(record: dict[str, Any]) -> tuple[Any, ...]:
    """connection_id, status, network_interface."""
    return tuple(scalar(record.get(key)) for key in ("connectionId", "status", "networkInterface"))


def _alert(item: Any) -> Value:
    if not isinstance(item, dict):
        return Value("", rejected="wrong-type")
    audiences = item.get("audiences")
    named = tuple(scalar(each) for each in audiences) if isinstance(audiences, list) else ()
    started, ended = (item.get(key) for key in ("startedAt", "endedAt"))
    times = [micros(each) if is_text(each) else None for each in (started, ended)]
    return Value("", decoded=(scalar(item.get("name")), named, *times))


def _datum(item: Any, catalogue: Catalogue) -> Value:
    name: Any = item.get("key") if isinstance(item, dict) else None
    if not is_text(name):
        return Value("", rejected="wrong-type")
    field = catalogue.fields.get(name)
    if field is None:
        listed = name in catalogue.unpublished
        reason = "not-published" if listed else "unlisted-signal"
        return Value(name, held_back=reason)
    try:
        return Value(name, field, decoded=decode(field, item.get("value")))
    except Rejected as why:
        return Value(name, field, rejected=str(why))


def decode(field: Field, value: Any) -> tuple[Any, ...]:
    """The value's parts in the order of the catalogue, whatever arm it came in."""
    if value is None or value == {}:
        raise Rejected("invalid")
    if not isinstance(value, dict):
        raise Rejected("wrong-type")
    if "invalid" in value:
        raise Rejected("invalid")
    sent = next(iter(value.values()))
    if sent is None or sent == {}:
        raise Rejected("invalid")
    if field.shape == "position":
        return _position(field, sent)
    if field.shape == "parts":
        return _parts(field, sent)
    return (_scalar(field.parts[0], sent),)


def _position(field: Field, sent: Any) -> tuple[Any, ...]:
    if is_text(sent):
        match = PLACE_TEXT.fullmatch(sent)
        if match is None:
            raise Rejected("wrong-type")
        latitude = float(match[1]) * (-1 if match[2] == "S" else 1)
        longitude = float(match[3]) * (-1 if match[4] == "W" else 1)
        sent = {"latitude": Num(repr(latitude)), "longitude": Num(repr(longitude))}
    if not isinstance(sent, dict):
        raise Rejected("wrong-type")
    if sent.get("latitude") is None or sent.get("longitude") is None:
        raise Rejected("invalid")
    degrees = {name: _number(sent[name]) for name in ("latitude", "longitude")}
    if degrees["latitude"] == 0 and degrees["longitude"] == 0:
        raise Rejected("invalid")
    return tuple(_in_range(part, _convert(part, degrees[part.name])) for part in field.parts)


def _parts(field: Field, sent: Any) -> tuple[Any, ...]:
    if not isinstance(sent, dict):
        raise Rejected("wrong-type")
    found = []
    for part in field.parts:
        one = sent.get(part.name)
        found.append(None if one is None else _scalar(part, one))
    if all(each is None for each in found):
        raise Rejected("invalid")
    return tuple(found)


def _scalar(part: Part, sent: Any) -> Any:
    if part.values:
        return _named(part, sent)
    if part.type == "double":
        return _in_range(part, _convert(part, _number(sent)))
    if part.type == "long":
        return _long(part, sent)
    if part.type == "boolean":
        return _boolean(sent)
    if part.type == "timestamp":
        return _timestamp(part, sent)
    if part.type == "time":
        return _time_of_day(sent)
    if isinstance(sent, (dict, list)):
        raise Rejected("wrong-type")
    return scalar(sent)


def _named(part: Part, sent: Any) -> str:
    if isinstance(sent, bool) and str(sent).lower() in part.values:
        return str(sent).lower()
    if not is_text(sent):
        raise Rejected("wrong-type")
    name = sent.removeprefix(part.prefix)
    if name not in part.values:
        raise Rejected("out-of-range")
    return str(name)


def _number(sent: Any) -> float:
    """A finite double from a JSON number or its text."""
    number = float(_decimal(sent))
    if not math.isfinite(number):
        raise Rejected("invalid")
    return number


def _decimal(sent: Any) -> str:
    """A JSON number or its text, as it was sent."""
    if isinstance(sent, str) and sent in NOT_FINITE:
        raise Rejected("invalid")
    if not isinstance(sent, str) or NUMBER.fullmatch(sent) is None:
        raise Rejected("wrong-type")
    return sent


def _convert(part: Part, number: float) -> float:
    if part.scale == 1 and part.offset == 0:
        return number
    return number * part.scale + part.offset


def _in_range(part: Part, number: float) -> float:
    if part.range is not None and not part.range[0] <= number <= part.range[1]:
        raise Rejected("out-of-range")
    return number + 0.0


def _long(part: Part, sent: Any) -> int:
    exact = Decimal(_decimal(sent)) * Decimal(str(part.scale)) + Decimal(str(part.offset))
    if exact != exact.to_integral_value():
        raise Rejected("wrong-type")
    whole = int(exact)
    if part.range is not None and not part.range[0] <= whole <= part.range[1]:
        raise Rejected("out-of-range")
    return whole


def _boolean(sent: Any) -> bool:
    if isinstance(sent, bool):
        return sent
    if is_text(sent) and sent.lower() in ("true", "false"):
        return bool(sent.lower() == "true")
    raise Rejected("wrong-type")


def _timestamp(part: Part, sent: Any) -> int:
    if is_text(sent) and (instant := micros(sent)) is not None:
        found = instant
    else:
        _number(sent)
        number = Decimal(str(sent))
        if number != number.to_integral_value():
            raise Rejected("wrong-type")
        found = int(number * Decimal(str(part.scale)) * 1_000_000)
    if part.range is not None and not part.range[0] <= found / 1e6 <= part.range[1]:
        raise Rejected("out-of-range")
    return found


def _time_of_day(sent: Any) -> str:
    if is_text(sent) and (match := CLOCK_TEXT.fullmatch(sent)):
        numbers = [int(each) for each in match.groups()]
    elif isinstance(sent, dict) and {"hour", "minute", "second"} <= sent.keys():
        numbers = []
        for key in ("hour", "minute", "second"):
            one = _number(sent[key])
            if one != int(one):
                raise Rejected("wrong-type")
            numbers.append(int(one))
    else:
        raise Rejected("wrong-type")
    if not (0 <= numbers[0] <= 23 and 0 <= numbers[1] <= 59 and 0 <= numbers[2] <= 59):
        raise Rejected("out-of-range")
    return "{:02d}:{:02d}:{:02d}".format(*numbers)


def is_text(sent: Any) -> TypeGuard[str]:
    """Whether this is a JSON string (a number is kept as text too, but is none)."""
    return isinstance(sent, str) and not isinstance(sent, Num)


def scalar(sent: Any) -> str | None:
    """A scalar as the text that was sent."""
    if sent is None:
        return None
    if isinstance(sent, bool):
        return "true" if sent else "false"
    return str(sent)


def micros(text: str) -> int | None:
    """An RFC 3339 instant in microseconds since the epoch, cut, or None if it is none."""
    match = INSTANT.fullmatch(text)
    if match is None:
        return None
    date, time, fraction, sign, hours, minutes = match.groups()
    try:
        local = dt.datetime.fromisoformat(f"{date}T{time}+00:00")
    except ValueError:
        return None
    behind = 0
    if sign is not None:
        if int(hours) > 23 or int(minutes) > 59:
            return None
        behind = (int(hours) * 60 + int(minutes)) * (1 if sign == "+" else -1)
    since = local - EPOCH
    seconds = since.days * 86_400 + since.seconds - behind * 60
    return seconds * 1_000_000 + int(((fraction or "") + "000000")[:6])
