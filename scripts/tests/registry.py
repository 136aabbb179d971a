"""Who held a vehicle at an instant, by the registry's tenures."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import wire

PRECEDENCE = ("renter", "lessee", "owner")


@dataclass(frozen=True)
class Tenure:
    """One holder's half-open interval for one vehicle, in microseconds; no end = still."""

    vin: str
    owner_id: str
    role: str
    valid_from: int
    valid_to: int | None

    def covers(self, instant: int) -> bool:
        """Whether valid_from <= instant < valid_to."""
        return self.valid_from <= instant and (self.valid_to is None or instant < self.valid_to)


@dataclass(frozen=True)
class Holding:
    """The holder at an instant, or the reason why there is none."""

    owner_id: str | None
    reason: str | None


class Tenures:
    """All tenures, looked up by vehicle and instant."""

    def __init__(self, rows: Iterable[Tenure]) -> None:
        self._of: dict[str, list[Tenure]] = defaultdict(list)
        for row in rows:
            self._of[row.vin].append(row)

    def at(self, vin: str, instant: int) -> Holding:
        """The one holder of the highest role that somebody has at the instant."""
        here = [row for row in self._of.get(vin, ()) if row.covers(instant)]
        for role in PRECEDENCE:
            owners = {row.owner_id for row in here if row.role == role}
            if len(owners) > 1:
                return Holding(None, "ambiguous-tenure")
            if owners:
                return Holding(owners.pop(), None)
        return Holding(None, "no-tenure")


def load(path: Path) -> Tenures:
    """Reads tenures.csv."""
    with path.open(encoding="utf-8", newline="") as lines:
        return Tenures(_row(row) for row in csv.DictReader(lines))


def _row(row: dict[str, str]) -> Tenure:
    if row["role"] not in PRECEDENCE:
        raise ValueError("a role is owner, lessee or renter")
    end = _micros(row["valid_to"]) if row["valid_to"] else None
    return Tenure(row["vin"], row["owner_id"], row["role"], _micros(row["valid_from"]), end)


def _micros(text: str) -> int:
    instant = wire.micros(text)
    if instant is None:
        raise ValueError("a tenure's instants are RFC 3339")
    return instant
