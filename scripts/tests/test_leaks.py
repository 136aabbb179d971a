"""The leak check finds each kind of leak in tables that were made leaky on purpose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import leaks
import tables
import wire
from oracle import Policy, Published, Reading, Settings
from scratch import CATALOGUE, DAY, INSIDE, OUTSIDE, VIN, Scratch, data, place, text

SALE = "2026-11-01T04:30:00.500000Z"
SOLD_AT = wire.micros(SALE) or 0
FIRST = wire.micros("2026-11-01T04:20:00Z") or 0
AT_HOME = wire.micros("2026-11-01T04:25:00Z") or 0
LAST = wire.micros("2026-11-01T04:40:00Z") or 0


@pytest.fixture
def fleet(unheld: Scratch) -> Scratch:
    """A vehicle that is sold at noon and passes a sensitive place before that."""
    unheld.held("seller", "2026-01-01T00:00:00Z", SALE).held("buyer", SALE)
    unheld.held("neighbour", "2026-01-01T00:00:00Z", vin="OTHER")
    tail = {"createdAt": "2026-11-01T04:20:00Z", "vin": VIN}
    return unheld.lines(
        data(
            "2026-11-01T04:20:00Z",
            ("Location", place(OUTSIDE)),
            ("ChargeAmps", text("7")),
            ("DriverSeatOccupied", text("true")),
        ),
        data(
            "2026-11-01T04:25:00Z",
            ("Location", place(INSIDE)),
            ("DestinationLocation", place(OUTSIDE)),
            ("ChargeAmps", text("8")),
        ),
        data(SALE, ("ChargeAmps", text("9"))),
        data("2026-11-01T04:40:00Z", ("DestinationLocation", place(OUTSIDE))),
        {"alerts": [{"name": "A", "audiences": [], "startedAt": None, "endedAt": None}], **tail},
        {"connectionId": "c", "status": "CONNECTED", "networkInterface": "wifi", **tail},
    )


def found_in(fleet: Scratch, published: Published, lake: Path) -> set[tuple[str, str]]:
    """The (table, kind) of every leak, once the tables are written as Delta and read back."""
    tables.write(published, CATALOGUE, lake)
    found = leaks.find(fleet.raw, fleet.registry, lake, CATALOGUE, Policy(), Settings())
    return {(leak.table, leak.kind) for leak in found}


def test_finds_nothing_in_tables_as_they_must_be(fleet: Scratch, tmp_path: Path) -> None:
    published = fleet.publish()
    assert len(published.telemetry) == 3
    assert found_in(fleet, published, tmp_path / "lake") == set()


def row(published: Published, instant: int) -> Reading:
    """The reading at an instant."""
    return next(each for key, each in published.telemetry.items() if key[2] == instant)


def anothers_row(published: Published) -> None:
    """The seller's reading with the neighbour."""
    published.telemetry["neighbour", VIN, FIRST, DAY] = row(published, FIRST)


def instant_of_the_sale(published: Published) -> None:
    """The buyer's first reading with the seller too, as if the tenure's end were inclusive."""
    published.telemetry["seller", VIN, SOLD_AT, DAY] = row(published, SOLD_AT)


def microsecond_after_the_sale(published: Published) -> None:
    """A reading one microsecond after the sale, which is the buyer's, with the seller."""
    published.telemetry["seller", VIN, SOLD_AT + 1, DAY] = Reading()


def position_inside(published: Published) -> None:
    """The position in the sensitive place."""
    row(published, AT_HOME).cells |= {
        "latitude_deg": INSIDE["latitude"],
        "longitude_deg": INSIDE["longitude"],
    }


def destination_sent_from_inside(published: Published) -> None:
    """A harmless destination that was sent from a sensitive place."""
    row(published, AT_HOME).cells |= destination()


def destination_sent_from_nowhere(published: Published) -> None:
    """A harmless destination whose vehicle had no position in the ten minutes before."""
    published.telemetry["buyer", VIN, LAST, DAY] = Reading(destination())


def half_a_position(published: Published) -> None:
    """A latitude alone, which cannot be judged."""
    del row(published, FIRST).cells["longitude_deg"]


def destination() -> dict[str, Any]:
    """The cells of a destination outside."""
    return {
        "destination_latitude_deg": OUTSIDE["latitude"],
        "destination_longitude_deg": OUTSIDE["longitude"],
    }


def occupant(published: Published) -> None:
    """Whether somebody sat there."""
    row(published, FIRST).cells["driver_seat_occupied"] = True


def invented_value(published: Published) -> None:
    """A number that the car did not send at that instant, though at another."""
    row(published, FIRST).cells["charge_amps"] = 8


def alert_of_another(published: Published) -> None:
    """The alert with the neighbour."""
    (alert,) = published.alerts
    published.alerts[("neighbour", *alert[1:])] = 1


def connection_of_another(published: Published) -> None:
    """The connection with the buyer, before the sale."""
    (connection,) = published.connectivity
    published.connectivity[("buyer", *connection[1:])] = 1


def invented_alert(published: Published) -> None:
    """An alert that the car did not send."""
    (alert,) = published.alerts
    published.alerts[(*alert[:4], "B", *alert[5:])] = 1


@pytest.mark.parametrize(
    ("leak", "table", "kind"),
    [
        (anothers_row, "telemetry", "not-the-holder"),
        (instant_of_the_sale, "telemetry", "not-the-holder"),
        (microsecond_after_the_sale, "telemetry", "not-the-holder"),
        (position_inside, "telemetry", "sensitive-place"),
        (destination_sent_from_inside, "telemetry", "sensitive-place"),
        (destination_sent_from_nowhere, "telemetry", "place-unknown"),
        (half_a_position, "telemetry", "place-unknown"),
        (occupant, "telemetry", "forbidden-class"),
        (invented_value, "telemetry", "not-sent"),
        (alert_of_another, "alerts", "not-the-holder"),
        (connection_of_another, "connectivity", "not-the-holder"),
        (invented_alert, "alerts", "not-sent"),
    ],
)
def test_catches(
    fleet: Scratch, tmp_path: Path, leak: Callable[[Published], None], table: str, kind: str
) -> None:
    published = fleet.publish()
    leak(published)
    assert found_in(fleet, published, tmp_path / "lake") == {(table, kind)}


@pytest.mark.parametrize("metres", [1.0, 75.0, 148.0])
def test_catches_a_position_within_the_margin(
    unheld: Scratch, tmp_path: Path, metres: float
) -> None:
    # The square's north edge is 31.21; a degree of latitude there is 110 861 m by hand.
    near = {"latitude": 31.21 + metres / 110_861, "longitude": 121.405}
    unheld.held("owner", "2026-01-01T00:00:00Z")
    published = unheld.lines(data("2026-11-01T04:20:00Z", ("Location", place(near)))).publish()
    assert not published.telemetry
    cells = {f"{name}_deg": degrees for name, degrees in near.items()}
    published.telemetry["owner", VIN, FIRST, DAY] = Reading(cells)
    assert found_in(unheld, published, tmp_path / "lake") == {("telemetry", "sensitive-place")}
