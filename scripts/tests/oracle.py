"""What publishing must give: the contract in plain, slow, obvious Python.

It shares no code with the jobs. From raw objects, tenures, sensitive places, the catalogue and the
policy it computes every row and count for a list of batch dates that are published in order.

    python oracle.py --raw RAW --registry REGISTRY --from 2026-11-01 --to 2026-11-03
"""

from __future__ import annotations

import argparse
import bisect
import datetime as dt
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

import catalogue as catalogues
import places as geometry
import raw_objects
import registry as registries
import wire

SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
PLACED_CLASSES = frozenset({"location", "route"})
CLASSES = frozenset(
    {"location", "route", "occupant", "media", "access", "driving", "energy", "charging"}
    | {"body", "safety", "diagnostic", "camera"}
)
OTHER_PERSON = {"occupant": "other-person", "camera": "other-person"}
MICROS = 1_000_000
SHANGHAI = ZoneInfo("Asia/Shanghai")

TelemetryKey = tuple[str, str, int, dt.date]  # owner_id, vin, captured_at, batch_date
LedgerKey = tuple[dt.date, str, str, str | None]  # batch_date, record_kind, outcome, reason


@dataclass(frozen=True)
class Policy:
    """What the owner view allows: classes, the margin of a place, how long a position lasts."""

    allowed: frozenset[str] = CLASSES - {"occupant", "camera"}
    withheld: dict[str, str] = field(default_factory=lambda: dict(OTHER_PERSON))
    margin_metres: float = 150.0
    carry_micros: int = 600 * MICROS

    def class_reason(self, privacy_class: str) -> str | None:
        """The reason that withholds a whole class, if one does."""
        if privacy_class in self.withheld:
            return self.withheld[privacy_class]
        return None if privacy_class in self.allowed else "not-published"


@dataclass(frozen=True)
class Settings:
    """Configuration that changes what is published; its defaults are the contract's."""

    zone: ZoneInfo = SHANGHAI
    window_days: int = 2
    line_bytes: int = raw_objects.LINE_BYTES


@dataclass
class Reading:
    """A row of telemetry: its cells that are not null, and why others are missing."""

    cells: dict[str, Any] = field(default_factory=dict)
    withheld: set[str] = field(default_factory=set)


@dataclass
class Count:
    """Messages and values of one ledger row."""

    messages: int = 0
    values: int = 0


@dataclass
class Published:
    """All that the tables must hold."""

    ledger: dict[LedgerKey, Count] = field(default_factory=lambda: defaultdict(Count))
    telemetry: dict[TelemetryKey, Reading] = field(default_factory=dict)
    alerts: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    connectivity: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    quarantine: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    completeness: Counter[tuple[Any, ...]] = field(default_factory=Counter)
    near_edge: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True)
class Outcome:
    """What happened to one value or message."""

    name: str
    reason: str | None = None


RELEASED = Outcome("released")
REPEATED = Outcome("duplicate", "repeated-value")
CONFLICTING = Outcome("rejected", "conflicting-value")


@dataclass
class Oracle:
    """Publishes batch dates from one raw location."""

    raw: Path
    catalogue: catalogues.Catalogue
    tenures: registries.Tenures
    places: geometry.Places
    policy: Policy = field(default_factory=Policy)
    settings: Settings = field(default_factory=Settings)
    _read: dict[dt.date, list[wire.Message]] = field(default_factory=dict)

    def publish(self, dates: Iterable[dt.date]) -> Published:
        """Everything that the tables hold after these dates were published in order."""
        published = Published()
        for batch_date in sorted(dates):
            self._publish(batch_date, published)
        return published

    def messages(self, batch_date: dt.date) -> list[wire.Message]:
        """The day's messages by object name and line."""
        if batch_date not in self._read:
            self._read[batch_date] = [
                message
                for item in raw_objects.objects_of(self.raw, batch_date)
                for message in wire.messages_of(
                    item, self.catalogue, self.settings.zone, self.settings.line_bytes
                )
            ]
        return self._read[batch_date]

    def _publish(self, batch_date: dt.date, published: Published) -> None:
        days = [
            batch_date - dt.timedelta(days=back)
            for back in range(self.settings.window_days, -1, -1)
        ]
        for old in [each for each in self._read if each < days[0]]:
            del self._read[old]
        window = Window(self.catalogue.position)
        for day in days[:-1]:
            for message in self.messages(day):
                for value in readable(message):
                    window.meet(message, value)
        # First who wins, then the verdicts: a position may stand on a later line than its reading.
        first_verdicts = []
        for message in self.messages(batch_date):
            verdicts = {}
            for index, value in enumerate(message.items):
                if message.rejected is None and value.decoded is not None:
                    verdicts[index] = window.meet(message, value)
            first_verdicts.append(verdicts)
        judge = Judge(self, window, published)
        for message, verdicts in zip(self.messages(batch_date), first_verdicts):
            judge.take(message, verdicts)


def readable(message: wire.Message) -> Iterator[wire.Value]:
    """The values that take part in the search for duplicates."""
    if message.rejected is None:
        for value in message.items:
            if value.decoded is not None:
                yield value


class Window:
    """The first value of each vehicle, instant and name in the batch date and the days before."""

    def __init__(self, position_name: str) -> None:
        self._position_name = position_name
        self._first: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self._positions: dict[str, dict[int, geometry.Point]] = defaultdict(dict)
        self._instants: dict[str, list[int]] = {}

    def meet(self, message: wire.Message, value: wire.Value) -> Outcome | None:
        """None for the first value; else what becomes of a later one."""
        assert message.vin is not None and message.instant is not None
        assert value.decoded is not None
        name: Any = value.name
        if message.kind != "vehicle-data":
            # Alerts and connections are no signals: another one at the same instant is no conflict.
            name = (message.kind, value.decoded)
        key = (message.vin, message.instant, name)
        first = self._first.setdefault(key, value.decoded)
        if first is value.decoded:
            if value.field is not None and value.field.name == self._position_name:
                self._positions[message.vin][message.instant] = position_of(value)
            return None
        return REPEATED if first == value.decoded else CONFLICTING

    def position(self, vin: str, instant: int, carry_micros: int) -> geometry.Point | None:
        """The vehicle's position at the instant or the last one before it within the carry."""
        known = self._positions.get(vin)
        if not known:
            return None
        if vin not in self._instants:
            self._instants[vin] = sorted(known)
        instants = self._instants[vin]
        index = bisect.bisect_right(instants, instant) - 1
        if index < 0 or instant - instants[index] > carry_micros:
            return None
        return known[instants[index]]


class Judge:
    """Gives each value and message of one batch date its outcome, and keeps the counts."""

    def __init__(self, oracle: Oracle, window: Window, published: Published) -> None:
        self._oracle = oracle
        self._window = window
        self._published = published

    def take(self, message: wire.Message, verdicts: dict[int, Outcome | None]) -> None:
        """Counts one message whole."""
        holding = self._holding(message)
        if message.rejected is not None:
            whole = Outcome("rejected", message.rejected)
            outcomes = [whole] * len(message.items)
            self._quarantine(message, message.rejected)
        else:
            assert holding is not None
            outcomes = [
                self._outcome(message, value, holding, verdicts.get(index))
                for index, value in enumerate(message.items)
            ]
            whole = message_outcome(outcomes)
            for outcome in outcomes:
                if outcome.name == "rejected":
                    self._quarantine(message, str(outcome.reason))
        self._count(message, whole, outcomes)
        owner = holding.owner_id if holding else None
        if owner is not None:
            self._complete(message, owner, outcomes)
            if message.rejected is None:
                self._release(message, owner, outcomes)

    def _holding(self, message: wire.Message) -> registries.Holding | None:
        """Who held the vehicle, where vehicle and instant can be trusted."""
        if message.vin is None or message.instant is None or message.rejected == "clock-ahead":
            return None
        return self._oracle.tenures.at(message.vin, message.instant)

    def _outcome(
        self,
        message: wire.Message,
        value: wire.Value,
        holding: registries.Holding,
        verdict: Outcome | None,
    ) -> Outcome:
        if value.rejected is not None:
            return Outcome("rejected", value.rejected)
        if verdict is not None:
            return verdict
        reason = holding.reason or value.held_back or self._privacy(message, value)
        return RELEASED if reason is None else Outcome("withheld", reason)

    def _privacy(self, message: wire.Message, value: wire.Value) -> str | None:
        """Why policy withholds a value that has a holder: its class, then where it lies."""
        if value.field is None:
            return None
        by_class = self._oracle.policy.class_reason(value.field.privacy_class)
        if by_class is not None:
            return by_class
        by_place = None
        if value.field.privacy_class in PLACED_CLASSES:
            by_place = self._place_of_reading(message)
        if by_place is None and value.field.shape in ("position", "line"):
            by_place = self._place_of_value(value)
        return by_place

    def _place_of_reading(self, message: wire.Message) -> str | None:
        assert message.vin is not None and message.instant is not None
        carry = self._oracle.policy.carry_micros
        position = self._window.position(message.vin, message.instant, carry)
        if position is None:
            return "place-unknown"
        places = self._oracle.places
        if abs(places.metres_to(position) - places.margin_metres) < 1:
            self._published.near_edge.add((message.vin, message.instant))
        return "sensitive-place" if places.holds(position) else None

    def _place_of_value(self, value: wire.Value) -> str | None:
        assert value.field is not None and value.decoded is not None
        if value.field.shape == "position":
            line: list[geometry.Point] | None = [position_of(value)]
        else:
            line = geometry.decode_line(value.decoded[0])
        if not line:
            return "place-unknown"
        return "sensitive-place" if self._oracle.places.meets(line) else None

    def _quarantine(self, message: wire.Message, reason: str) -> None:
        row = (message.batch_date, reason, message.source_object, message.position)
        self._published.quarantine[row] += 1

    def _count(self, message: wire.Message, whole: Outcome, outcomes: list[Outcome]) -> None:
        ledger = self._published.ledger
        ledger[message.batch_date, message.kind, whole.name, whole.reason].messages += 1
        for outcome in outcomes:
            ledger[message.batch_date, message.kind, outcome.name, outcome.reason].values += 1

    def _complete(self, message: wire.Message, owner: str, outcomes: list[Outcome]) -> None:
        assert message.instant is not None
        day = local_date(message.instant, self._oracle.settings.zone)
        for outcome in outcomes:
            self._published.completeness[
                owner,
                message.vin,
                f"{day:%Y-%m}",
                day,
                message.batch_date,
                message.kind,
                outcome.name,
                outcome.reason,
            ] += 1

    def _release(self, message: wire.Message, owner: str, outcomes: list[Outcome]) -> None:
        assert message.vin is not None and message.instant is not None
        head = (owner, message.vin, message.instant, message.batch_date)
        for value, outcome in zip(message.items, outcomes):
            if message.kind == "vehicle-data":
                self._fill(head, value, outcome)
            elif outcome == RELEASED:
                assert value.decoded is not None
                alerts = message.kind == "alerts"
                table = self._published.alerts if alerts else self._published.connectivity
                table[(*head, *value.decoded)] += 1

    def _fill(self, head: TelemetryKey, value: wire.Value, outcome: Outcome) -> None:
        if outcome.name not in ("released", "withheld"):
            return
        reading = self._published.telemetry.setdefault(head, Reading())
        if outcome.reason is not None:
            reading.withheld.add(outcome.reason)
            return
        assert value.field is not None and value.decoded is not None
        for part, cell in zip(value.field.parts, value.decoded):
            if cell is not None:
                reading.cells[part.column] = cell


def message_outcome(outcomes: list[Outcome]) -> Outcome:
    """Released if any value is, else withheld, duplicate, rejected; its first reason by code."""
    for name in ("released", "withheld", "duplicate", "rejected"):
        found = [outcome for outcome in outcomes if outcome.name == name]
        if found:
            return min(found, key=lambda outcome: outcome.reason or "")
    raise ValueError("a message without values has no outcome of its values")


def position_of(value: wire.Value) -> geometry.Point:
    """Latitude and longitude of a position, whatever the order of its columns."""
    assert value.field is not None and value.decoded is not None
    named = {part.name: cell for part, cell in zip(value.field.parts, value.decoded)}
    return named["latitude"], named["longitude"]


def local_date(instant: int, zone: ZoneInfo) -> dt.date:
    """The day of an instant in a zone."""
    return dt.datetime.fromtimestamp(instant // MICROS, zone).date()


def released_only(published: Published) -> Published:
    """Drops the readings of which no value was released: they have no row."""
    published.telemetry = {key: row for key, row in published.telemetry.items() if row.cells}
    return published


def load_policy(path: Path) -> Policy:
    """Takes what it needs of the owner view from the policy file."""
    document = yaml.safe_load(path.read_text("utf-8"))
    owner = document["views"]["owner"]
    withheld: dict[str, str] = {}
    for rule in owner["rules"]:
        applies = rule["applies-to"]
        if "places" not in applies:
            withheld |= dict.fromkeys(applies.get("classes", ()), rule["reason"])
    carry = re.fullmatch(r"PT(\d+)M", document["position-carry"])
    if carry is None:
        raise ValueError("position-carry is read here in whole minutes only, as PT10M")
    return Policy(
        frozenset(owner["allow"]),
        withheld,
        float(document["margin-meters"]),
        int(carry[1]) * 60 * MICROS,
    )


def days_between(first: dt.date, last: dt.date) -> list[dt.date]:
    """Both inclusive."""
    return [first + dt.timedelta(days=step) for step in range((last - first).days + 1)]


def run(
    raw: Path,
    registry: Path,
    dates: Iterable[dt.date],
    schemas: Path = SCHEMAS,
    settings: Settings | None = None,
) -> Published:
    """Reads all that the contract names and publishes the dates."""
    policy = load_policy(schemas / "policy" / "default.yaml")
    oracle = Oracle(
        raw,
        catalogues.load(schemas / "signals.yaml"),
        registries.load(registry / "tenures.csv"),
        geometry.load(registry / "sensitive-places.geojson", policy.margin_metres),
        policy,
        settings or Settings(),
    )
    return released_only(oracle.publish(dates))


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options that say what is published."""
    parser.add_argument("--raw", type=Path, required=True)
    parser.add_argument("--registry", type=Path, required=True)
    parser.add_argument("--schemas", type=Path, default=SCHEMAS)
    parser.add_argument("--from", dest="first", type=dt.date.fromisoformat, required=True)
    parser.add_argument("--to", dest="last", type=dt.date.fromisoformat, required=True)
    parser.add_argument("--zone", type=ZoneInfo, default=Settings.zone)
    parser.add_argument("--window-days", type=int, default=Settings.window_days)
    parser.add_argument("--line-bytes", type=int, default=Settings.line_bytes)


def run_as_told(told: argparse.Namespace) -> Published:
    """Publishes what the options say."""
    settings = Settings(told.zone, told.window_days, told.line_bytes)
    dates = days_between(told.first, told.last)
    return run(told.raw, told.registry, dates, told.schemas, settings)


def main() -> int:
    """Prints the ledger and the size of each table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    arguments(parser)
    published = run_as_told(parser.parse_args())
    for key in sorted(published.ledger, key=str):
        count = published.ledger[key]
        label = " ".join(str(part or "-") for part in key)
        print(f"{label:64} {count.messages:>10} {count.values:>10}")
    for table in ("telemetry", "alerts", "connectivity", "quarantine", "completeness"):
        print(f"{table:64} {len(getattr(published, table)):>10}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
