"""The comparison sees every kind of difference, and none where there is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import compare
import lake as lakes
import tables
from oracle import Published
from scratch import CATALOGUE, DAY, OUTSIDE, VIN, Scratch, data, place, text

NOON = "2026-11-01T04:30:00Z"


@pytest.fixture
def published(scratch: Scratch) -> Published:
    """A result in which every table has rows."""
    tail = {"createdAt": NOON, "vin": VIN}
    alert = {"name": "A", "audiences": ["Customer"], "startedAt": NOON, "endedAt": None}
    return scratch.lines(
        data(
            NOON,
            ("Location", place(OUTSIDE)),
            ("ChargeAmps", text("7")),
            ("TpmsLastSeenPressureTimeFl", text("1767323045")),
            ("DriverSeatOccupied", text("true")),
        ),
        "{broken",
        {"alerts": [alert], **tail},
        {"connectionId": "c", "status": "CONNECTED", "networkInterface": None, **tail},
    ).publish()


def test_tables_read_back_are_the_same(published: Published, tmp_path: Path) -> None:
    tables.write(published, CATALOGUE, tmp_path / "lake")
    actual = lakes.load(tmp_path / "lake", {DAY})
    assert len(actual.telemetry) == 1
    assert compare.differences(published, actual) == []


def other_cell(published: Published) -> None:
    """A value that differs."""
    next(iter(published.telemetry.values())).cells["charge_amps"] = 8


def other_reasons(published: Published) -> None:
    """Reasons that differ."""
    next(iter(published.telemetry.values())).withheld.clear()


def missing_row(published: Published) -> None:
    """A reading less."""
    published.telemetry.clear()


def alert_twice(published: Published) -> None:
    """An alert published twice."""
    published.alerts.update(list(published.alerts))


def no_connection(published: Published) -> None:
    """A connection less."""
    published.connectivity.clear()


def other_count(published: Published) -> None:
    """A value counted twice."""
    next(iter(published.ledger.values())).values += 1


def unexplained(published: Published) -> None:
    """A quarantined record less."""
    published.quarantine.clear()


def incomplete(published: Published) -> None:
    """A count less of what one holder is told."""
    published.completeness.popitem()


@pytest.mark.parametrize(
    ("change", "table"),
    [
        (other_cell, "telemetry"),
        (other_reasons, "telemetry"),
        (missing_row, "telemetry"),
        (alert_twice, "alerts"),
        (no_connection, "connectivity"),
        (other_count, "ledger"),
        (unexplained, "quarantine"),
        (incomplete, "completeness"),
    ],
)
def test_sees(
    published: Published,
    scratch: Scratch,
    tmp_path: Path,
    change: Callable[[Published], None],
    table: str,
) -> None:
    expected = scratch.publish()
    change(published)
    tables.write(published, CATALOGUE, tmp_path / "lake")
    found = compare.differences(expected, lakes.load(tmp_path / "lake", {DAY}))
    assert {each.table for each in found} == {table}


def test_sees_a_planted_count_that_differs(published: Published, tmp_path: Path) -> None:
    ledger = [
        {
            "batch_date": key[0].isoformat(),
            **dict(zip(lakes.LEDGER[1:], key[1:])),
            **vars(count),
        }
        for key, count in published.ledger.items()
    ]
    truth = tmp_path / "planted.json"
    truth.write_text(json.dumps({"ledger": ledger}), "utf-8")
    assert compare.planted_differences(truth, published) == []
    ledger[0]["values"] += 1
    truth.write_text(json.dumps({"ledger": ledger}), "utf-8")
    assert len(compare.planted_differences(truth, published)) == 1
