"""The reference itself, on cases whose result is written by hand from the contract."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from typing import Any

import pyarrow as pa
import pytest

import places as geometry
import wire
from scratch import (
    CATALOGUE,
    DAY,
    INSIDE,
    OUTSIDE,
    SQUARE,
    VIN,
    Scratch,
    cells,
    counts,
    data,
    place,
    quarantined,
    text,
)

NOON = "2026-11-01T04:30:00Z"  # 12:30 in Shanghai, in the arrival hour that scratch writes
NEXT = DAY + dt.timedelta(days=1)
RELEASED = ("vehicle-data", "released", "-")


def decoded(name: str, value: Any) -> Any:
    """What becomes of one value: its parts, or the reason code."""
    sent = wire.parse_json(json.dumps(value).encode())
    try:
        return wire.decode(CATALOGUE.fields[name], sent)
    except wire.Rejected as why:
        return str(why)


class TestValues:
    """A value is read by its field, whatever arm it is in."""

    @pytest.mark.parametrize(
        ("name", "value", "expected"),
        [
            ("VehicleSpeed", {"stringValue": "24.854"}, (24.854 * 1.609344,)),
            ("VehicleSpeed", {"doubleValue": 24.854}, (24.854 * 1.609344,)),
            ("VehicleSpeed", {"stringValue": "+2.5e1"}, (25 * 1.609344,)),
            ("VehicleSpeed", {"doubleValue": "NaN"}, "invalid"),
            ("VehicleSpeed", {"doubleValue": "-Infinity"}, "invalid"),
            ("VehicleSpeed", {"stringValue": "1e999"}, "invalid"),
            ("VehicleSpeed", {"stringValue": " 3"}, "wrong-type"),
            ("VehicleSpeed", {"stringValue": "0x10"}, "wrong-type"),
            ("VehicleSpeed", {"stringValue": "3f"}, "wrong-type"),
            ("VehicleSpeed", {"booleanValue": True}, "wrong-type"),
            ("VehicleSpeed", {"doubleValue": -0.1}, "out-of-range"),
            ("VehicleSpeed", {"invalid": True}, "invalid"),
            ("VehicleSpeed", {}, "invalid"),
            ("VehicleSpeed", None, "invalid"),
            ("ChargeAmps", {"longValue": "100"}, (100,)),
            ("ChargeAmps", {"doubleValue": 16.0}, (16,)),
            ("ChargeAmps", {"doubleValue": 16.5}, "wrong-type"),
            ("ChargeAmps", {"intValue": 101}, "out-of-range"),
            ("Gear", {"shiftStateValue": "ShiftStateD"}, ("D",)),
            ("Gear", {"stringValue": "D"}, ("D",)),
            ("Gear", {"stringValue": "ShiftStateX"}, "out-of-range"),
            ("Gear", {"intValue": 4}, "wrong-type"),
            ("DoorState", {"doorValue": {"DriverFront": True}}, (True, None)),
            ("DoorState", {"doorValue": {}}, "invalid"),
            ("DoorState", {"stringValue": "DriverFront"}, "wrong-type"),
            ("DriverSeatOccupied", {"stringValue": "TRUE"}, (True,)),
            ("DriverSeatOccupied", {"stringValue": "1"}, "wrong-type"),
            ("Location", place({"latitude": 31.2, "longitude": 121.4}), (31.2, 121.4)),
            ("Location", text("(37.412374 N, 122.145867 W)"), (37.412374, -122.145867)),
            ("Location", place({"latitude": 0, "longitude": 0.0}), "invalid"),
            ("Location", place({"latitude": 31.2}), "invalid"),
            ("Location", {"locationValue": {"latitude": "NaN", "longitude": 1}}, "invalid"),
            ("Location", place({"latitude": 90.5, "longitude": 121.4}), "out-of-range"),
            ("Location", text("somewhere"), "wrong-type"),
            ("TpmsLastSeenPressureTimeFl", {"longValue": "1767323045"}, (1767323045000000,)),
            ("TpmsLastSeenPressureTimeFl", text("2026-01-02T03:04:05.5Z"), (1767323045500000,)),
            ("ScheduledChargingStartTime", text("22:30:00"), ("22:30:00",)),
            (
                "ScheduledChargingStartTime",
                {"timeValue": {"hour": 7, "minute": 5, "second": 0}},
                ("07:05:00",),
            ),
            ("Version", {"intValue": 7}, ("7",)),
            ("Version", {"stringValue": " 2026.8 "}, (" 2026.8 ",)),
        ],
    )
    def test_decodes_by_field(self, name: str, value: Any, expected: Any) -> None:
        assert decoded(name, value) == expected

    @pytest.mark.parametrize(
        ("sent", "expected"),
        [
            ("1970-01-01T00:00:01Z", 1_000_000),
            ("1970-01-01T08:00:01+08:00", 1_000_000),
            ("1970-01-01T00:00:00.123456789Z", 123_456),
            ("1969-12-31T23:59:59.9999999Z", -1),
            ("1970-01-01T00:00:00", None),
            ("2026-02-30T00:00:00Z", None),
            ("soon", None),
        ],
    )
    def test_keeps_instants_to_the_microsecond(self, sent: str, expected: int | None) -> None:
        assert wire.micros(sent) == expected


class TestMessages:
    """What is rejected whole, and what the rest of an object is."""

    def test_names_the_reason_and_the_line_of_each_broken_message(self, scratch: Scratch) -> None:
        speed = ("VehicleSpeed", text("10"))
        published = scratch.lines(
            data(NOON, speed),
            "",
            "{broken",
            "[1]",
            '{"vin":"X"}',
            data(NOON, speed, vin=""),
            data(None, speed, speed),
            data(NOON),
            '{"data":[],"data":[],"vin":"X","createdAt":"' + NOON + '"}',
            '{"data":[{"key":"VehicleSpeed","value":{"doubleValue":NaN}}]}',
            {**data(NOON), "alerts": []},
        ).publish()
        assert quarantined(published) == [
            ("broken-record", 3),
            ("broken-record", 4),
            ("broken-record", 5),
            ("broken-record", 9),
            ("broken-record", 11),
            ("no-instant", 7),
            ("no-values", 8),
            ("no-vin", 6),
            ("no-vin", 10),
        ]
        assert counts(published) == {
            RELEASED: (1, 1),
            ("unknown", "rejected", "broken-record"): (5, 0),
            ("vehicle-data", "rejected", "no-instant"): (1, 2),
            ("vehicle-data", "rejected", "no-values"): (1, 0),
            ("vehicle-data", "rejected", "no-vin"): (2, 2),
        }

    def test_clock_ahead_begins_after_the_hour_and_five_minutes(self, scratch: Scratch) -> None:
        published = scratch.lines(
            data("2026-11-01T05:05:00.0000009Z", ("ChargeAmps", text("1"))),
            data("2026-11-01T05:05:00.000001Z", ("ChargeAmps", text("2"))),
        ).publish()
        assert quarantined(published) == [("clock-ahead", 2)]
        assert cells(published, "charge_amps") == [1]
        assert sum(published.completeness.values()) == 1

    def test_reads_a_truncated_object_as_far_as_it_goes(self, scratch: Scratch) -> None:
        whole = json.dumps(data(NOON, ("ChargeAmps", text("1"))))
        cut = gzip.compress(f"{whole}\n{whole[:40]}".encode())[:-6]
        published = scratch.put("part-0.jsonl.gz", cut).publish()
        assert quarantined(published) == [("truncated-object", 0)]
        assert counts(published) == {
            RELEASED: (1, 1),
            ("unknown", "rejected", "truncated-object"): (1, 0),
        }

    def test_takes_an_unfinished_last_line_that_parses(self, scratch: Scratch) -> None:
        whole = json.dumps(data(NOON, ("ChargeAmps", text("1"))))
        published = scratch.put("part-0.jsonl.gz", gzip.compress(whole.encode())[:-6]).publish()
        assert counts(published)[RELEASED] == (1, 1)
        assert quarantined(published) == [("truncated-object", 0)]

    def test_reads_joined_members_and_refuses_what_follows_them(self, scratch: Scratch) -> None:
        one = gzip.compress(json.dumps(data(NOON, ("ChargeAmps", text("1")))).encode() + b"\r\n")
        two = gzip.compress(json.dumps(data(NOON, ("Version", text("a")))).encode() + b"\r\n")
        scratch.put("a.jsonl.gz", one + two)
        scratch.put("b.jsonl.gz", one + b"garbage").put("c.jsonl.gz", b"")
        published = scratch.publish()
        assert quarantined(published) == [("truncated-object", 0)] * 2
        assert counts(published)[RELEASED] == (2, 2)
        assert counts(published)[("vehicle-data", "duplicate", "repeated-value")] == (1, 1)

    def test_skips_a_line_over_the_limit(self, scratch: Scratch) -> None:
        scratch.lines("x" * (4 * 1024 * 1024 + 1), data(NOON, ("ChargeAmps", text("1"))))
        published = scratch.publish()
        assert quarantined(published) == [("too-long", 1)]
        assert counts(published)[("unknown", "rejected", "too-long")] == (1, 0)
        assert counts(published)[RELEASED] == (1, 1)

    def test_counts_errors_and_metrics_as_not_published(self, scratch: Scratch) -> None:
        tail = {"createdAt": NOON, "vin": VIN}
        published = scratch.lines(
            {"errors": [{"name": "a"}, {"name": "b"}], **tail}, {"metrics": [{"name": "m"}], **tail}
        ).publish()
        assert counts(published) == {
            ("errors", "withheld", "not-published"): (1, 2),
            ("metrics", "withheld", "not-published"): (1, 1),
        }

    def test_one_bad_value_does_not_cost_its_message(self, scratch: Scratch) -> None:
        message = data(
            NOON,
            ("VehicleSpeed", text("x")),
            ("NoSuchSignal", text("1")),
            ("Experimental_1", text("1")),
            ("ChargeAmps", text("7")),
        )
        message["data"].append("no object")
        published = scratch.lines(message).publish()
        assert counts(published) == {
            RELEASED: (1, 1),
            ("vehicle-data", "rejected", "wrong-type"): (0, 2),
            ("vehicle-data", "withheld", "unlisted-signal"): (0, 1),
            ("vehicle-data", "withheld", "not-published"): (0, 1),
        }
        assert quarantined(published) == [("wrong-type", 1), ("wrong-type", 1)]
        (row,) = published.telemetry.values()
        assert row.withheld == {"not-published", "unlisted-signal"}

    def test_a_message_has_the_first_reason_by_code_of_its_values_with_its_outcome(
        self, scratch: Scratch
    ) -> None:
        seat, unlisted = ("DriverSeatOccupied", text("true")), ("NoSuchSignal", text("1"))
        broken, far = ("VehicleSpeed", text("x")), ("ChargeAmps", text("999"))
        published = scratch.lines(
            data(NOON, broken, seat, unlisted),
            data("2026-11-01T04:31:00Z", unlisted, seat),
            data("2026-11-01T04:32:00Z", far, broken),
        ).publish()
        messages = {key[1:]: count[0] for key, count in counts(published).items() if count[0]}
        assert messages == {
            ("withheld", "other-person"): 2,
            ("rejected", "out-of-range"): 1,
        }

    def test_without_a_holder_nothing_else_is_a_reason(self, unheld: Scratch) -> None:
        tail = {"createdAt": NOON, "vin": VIN}
        published = unheld.lines(
            data(NOON, ("DriverSeatOccupied", text("true")), ("NoSuchSignal", text("1"))),
            {"errors": [{"name": "a"}], **tail},
        ).publish()
        assert counts(published) == {
            ("vehicle-data", "withheld", "no-tenure"): (1, 2),
            ("errors", "withheld", "no-tenure"): (1, 1),
        }
        assert not published.completeness

    def test_keeps_the_whole_frames_of_a_truncated_zstd_object(self, scratch: Scratch) -> None:
        one = json.dumps(data(NOON, ("ChargeAmps", text("1")))).encode() + b"\n"
        frame: bytes = pa.compress(one, "zstd", asbytes=True)
        published = scratch.put("part-0.jsonl.zst", frame + frame[:-3]).publish()
        assert counts(published)[RELEASED] == (1, 1)
        assert quarantined(published) == [("truncated-object", 0)]

    def test_publishes_alerts_and_connections(self, scratch: Scratch) -> None:
        alert = {"name": "A", "audiences": ["Customer"], "startedAt": NOON, "endedAt": None}
        tail = {"createdAt": NOON, "vin": VIN}
        connect = {"connectionId": "c", "status": "CONNECTED", "networkInterface": "wifi"}
        published = scratch.lines(
            {"alerts": [alert, {**alert, "endedAt": NOON}], **tail},
            {"alerts": [alert], **tail},
            {**connect, **tail},
            {**connect, **tail, "status": "DISCONNECTED"},
        ).publish()
        assert sum(published.alerts.values()) == 2
        assert sum(published.connectivity.values()) == 2
        assert counts(published) == {
            ("alerts", "released", "-"): (1, 2),
            ("alerts", "duplicate", "repeated-value"): (1, 1),
            ("connectivity", "released", "-"): (2, 2),
        }


class TestDuplicates:
    """The first of a vehicle, instant and signal keeps it."""

    def test_tells_a_repeated_value_from_a_conflicting_one(self, scratch: Scratch) -> None:
        published = scratch.lines(
            data(NOON, ("ChargeAmps", text("7"))),
            data(NOON, ("ChargeAmps", {"intValue": 7}), ("Version", text("a"))),
            data(NOON, ("ChargeAmps", text("8"))),
            data(NOON, ("ChargeAmps", text("7.0"))),
        ).publish()
        assert counts(published) == {
            RELEASED: (2, 2),
            ("vehicle-data", "duplicate", "repeated-value"): (1, 2),
            ("vehicle-data", "rejected", "conflicting-value"): (1, 1),
        }
        assert quarantined(published) == [("conflicting-value", 3)]
        (row,) = published.telemetry.values()
        assert row.cells == {"charge_amps": 7, "software_version": "a"}

    def test_the_object_name_decides_who_is_first(self, scratch: Scratch) -> None:
        scratch.lines(data(NOON, ("ChargeAmps", text("8"))), name="b.jsonl")
        scratch.lines(data(NOON, ("ChargeAmps", text("7"))), name="a.jsonl")
        scratch.lines(data(NOON, ("ChargeAmps", text("6"))), name="0.jsonl", hour=13)
        assert cells(scratch.publish(), "charge_amps") == [7]

    def test_a_rejected_value_takes_no_part(self, scratch: Scratch) -> None:
        published = scratch.lines(
            data(NOON, ("ChargeAmps", text("999"))), data(NOON, ("ChargeAmps", text("7")))
        ).publish()
        assert cells(published, "charge_amps") == [7]
        assert counts(published)[("vehicle-data", "rejected", "out-of-range")] == (1, 1)

    def test_finds_repeats_in_the_window_and_none_before_it(self, scratch: Scratch) -> None:
        days = [DAY + dt.timedelta(days=step) for step in range(4)]
        for day in (days[0], days[2]):
            scratch.lines(data(NOON, ("ChargeAmps", text("7"))), day=day)
        scratch.lines(data(NOON, ("Version", text("late"))), day=days[1])
        published = scratch.publish(*days)
        repeated = ("vehicle-data", "duplicate", "repeated-value")
        assert counts(published, days[2]) == {repeated: (1, 1)}
        assert [key[3] for key in sorted(published.telemetry, key=str)] == days[:2]

    def test_a_value_older_than_the_window_is_new_again(self, scratch: Scratch) -> None:
        later = DAY + dt.timedelta(days=3)
        for day in (DAY, later):
            scratch.lines(data(NOON, ("ChargeAmps", text("7"))), day=day)
        assert counts(scratch.publish(later), later) == {RELEASED: (1, 1)}

    def test_finds_repeats_of_days_that_this_run_does_not_publish(self, scratch: Scratch) -> None:
        for day in (DAY, NEXT):
            scratch.lines(data(NOON, ("ChargeAmps", text("7"))), day=day)
        published = scratch.publish(NEXT)
        assert counts(published, NEXT) == {("vehicle-data", "duplicate", "repeated-value"): (1, 1)}

    def test_a_withheld_value_sent_again_is_a_duplicate(self, unheld: Scratch) -> None:
        message = data(NOON, ("ChargeAmps", text("7")))
        assert counts(unheld.lines(message, message).publish()) == {
            ("vehicle-data", "withheld", "no-tenure"): (1, 1),
            ("vehicle-data", "duplicate", "repeated-value"): (1, 1),
        }


class TestTenures:
    """A reading belongs to the holder of that moment."""

    def owners(self, scratch: Scratch, *instants: str) -> list[str | None]:
        """Who gets a reading at each instant."""
        scratch.lines(*(data(each, ("ChargeAmps", text("7"))) for each in instants))
        published = scratch.publish()
        of: dict[int, str | None] = {key[2]: key[0] for key in published.telemetry}
        return [of.get(wire.micros(each) or 0) for each in instants]

    def test_is_half_open(self, unheld: Scratch) -> None:
        unheld.held("first", "2026-01-01T00:00:00Z", NOON).held("second", NOON)
        before, after = "2026-11-01T04:29:59.999999Z", "2026-11-01T04:30:00.000001Z"
        assert self.owners(unheld, before, NOON, after) == ["first", "second", "second"]

    def test_leaves_a_gap_between_two_holders(self, unheld: Scratch) -> None:
        unheld.held("first", "2026-01-01T00:00:00Z", "2026-11-01T04:00:00Z").held("second", NOON)
        gap = "2026-11-01T04:29:59.999999Z"
        assert self.owners(unheld, gap, NOON) == [None, "second"]

    def test_renter_wins_over_lessee_over_owner(self, unheld: Scratch) -> None:
        unheld.held("owner", "2026-01-01T00:00:00Z")
        unheld.held("lessee", "2026-11-01T04:00:00Z", "2026-11-01T04:40:00Z", "lessee")
        unheld.held("renter", "2026-11-01T04:20:00Z", "2026-11-01T04:30:00Z", "renter")
        instants = [f"2026-11-01T0{each}:00Z" for each in ("3:59", "4:00", "4:20", "4:30", "4:40")]
        assert self.owners(unheld, *instants) == ["owner", "lessee", "renter", "lessee", "owner"]

    def test_two_of_one_role_are_ambiguous_unless_a_higher_role_holds(
        self, unheld: Scratch
    ) -> None:
        unheld.held("a", "2026-01-01T00:00:00Z").held("b", "2026-01-01T00:00:00Z")
        unheld.held("renter", NOON, "2026-11-01T04:31:00Z", "renter")
        before = "2026-11-01T04:29:00Z"
        unheld.lines(
            data(before, ("ChargeAmps", text("7")), ("DriverSeatOccupied", text("true"))),
            data(NOON, ("ChargeAmps", text("7"))),
        )
        published = unheld.publish()
        assert [key[0] for key in published.telemetry] == ["renter"]
        assert counts(published)[("vehicle-data", "withheld", "ambiguous-tenure")] == (1, 2)

    def test_the_same_owner_twice_is_one_holder(self, unheld: Scratch) -> None:
        unheld.held("a", "2026-01-01T00:00:00Z").held("a", "2026-10-01T00:00:00Z")
        assert self.owners(unheld, NOON) == ["a"]


def outcome_at(scratch: Scratch, where: dict[str, float]) -> str:
    """The outcome of a position."""
    published = scratch.lines(data(NOON, ("Location", place(where)))).publish()
    (key,) = counts(published)
    return key[2]


class TestPlaces:
    """A place includes its edge and its margin; what is not known is not allowed."""

    # The square's north edge is 31.21; a degree of latitude there is 110 861 m by hand.
    @pytest.mark.parametrize(
        ("metres", "reason"), [(-10.0, "sensitive-place"), (149.0, "sensitive-place"), (151.0, "-")]
    )
    def test_withholds_up_to_the_margin(self, scratch: Scratch, metres: float, reason: str) -> None:
        where = {"latitude": 31.21 + metres / 110_861, "longitude": 121.405}
        assert outcome_at(scratch, where) == reason

    def test_margin_is_in_metres_to_the_east_too(self, scratch: Scratch) -> None:
        # A degree of longitude at 31.205 degrees north is 95 305 m by hand.
        where = {"latitude": 31.205, "longitude": 121.41 + 151 / 95_305}
        assert outcome_at(scratch, where) == "-"

    def test_the_middle_of_a_hole_is_outside(self, unheld: Scratch) -> None:
        hole = [[121.402, 31.202], [121.408, 31.202], [121.408, 31.208], [121.402, 31.208]]
        unheld.held("a", "2026-01-01T00:00:00Z").features.clear()
        unheld.sensitive("MultiPolygon", [[SQUARE, [*hole, hole[0]]]])
        assert outcome_at(unheld, INSIDE) == "-"
        near_the_hole_edge = {"latitude": 31.2030, "longitude": 121.405}
        assert outcome_at(unheld, near_the_hole_edge) == "sensitive-place"

    def test_withholds_location_and_route_and_keeps_the_reading(self, scratch: Scratch) -> None:
        published = scratch.lines(
            data(
                NOON,
                ("Location", place(INSIDE)),
                ("DestinationLocation", place(OUTSIDE)),
                ("VehicleSpeed", text("0")),
            )
        ).publish()
        (row,) = published.telemetry.values()
        assert row.cells == {"speed_kmh": 0.0}
        assert row.withheld == {"sensitive-place"}
        assert counts(published)[("vehicle-data", "withheld", "sensitive-place")] == (0, 2)

    def test_carries_a_position_for_ten_minutes(self, scratch: Scratch) -> None:
        published = scratch.lines(
            data("2026-11-01T04:00:00Z", ("Location", place(OUTSIDE))),
            data("2026-11-01T04:10:00Z", ("RouteLine", text(ROUTE_OUTSIDE))),
            data("2026-11-01T04:10:00.000001Z", ("RouteLine", text(ROUTE_OUTSIDE))),
        ).publish()
        assert cells(published, "route_line") == [None, ROUTE_OUTSIDE]
        assert counts(published)[("vehicle-data", "withheld", "place-unknown")] == (1, 1)

    def test_carries_a_position_over_midnight_and_dates(self, scratch: Scratch) -> None:
        scratch.lines(data("2026-11-01T15:59:00Z", ("Location", place(OUTSIDE))), hour=23)
        scratch.lines(
            data("2026-11-01T16:05:00Z", ("RouteLine", text(ROUTE_OUTSIDE))), day=NEXT, hour=0
        )
        published = scratch.publish(DAY, NEXT)
        assert cells(published, "route_line") == [None, ROUTE_OUTSIDE]

    def test_takes_the_position_of_the_same_instant_from_another_message(
        self, scratch: Scratch
    ) -> None:
        published = scratch.lines(
            data("2026-11-01T04:29:00Z", ("Location", place(OUTSIDE))),
            data(NOON, ("RouteLine", text(ROUTE_OUTSIDE)), ("ChargeAmps", text("1"))),
            data(NOON, ("Location", place(INSIDE))),
        ).publish()
        assert cells(published, "route_line") == [None, None]
        assert counts(published)[("vehicle-data", "withheld", "sensitive-place")] == (1, 2)

    def test_a_conflicting_position_places_nothing(self, scratch: Scratch) -> None:
        published = scratch.lines(
            data(NOON, ("Location", place(OUTSIDE))), data(NOON, ("Location", place(INSIDE)))
        ).publish()
        assert cells(published, "latitude_deg") == [OUTSIDE["latitude"]]
        assert quarantined(published) == [("conflicting-value", 2)]

    def test_an_invalid_position_leaves_the_last_one(self, scratch: Scratch) -> None:
        published = scratch.lines(
            data("2026-11-01T04:29:00Z", ("Location", place(INSIDE))),
            data(
                NOON,
                ("Location", place({"latitude": 0, "longitude": 0})),
                ("RouteLine", text(ROUTE_OUTSIDE)),
            ),
        ).publish()
        assert counts(published)[("vehicle-data", "withheld", "sensitive-place")] == (2, 2)

    @pytest.mark.parametrize(
        ("name", "value", "reason"),
        [
            ("DestinationLocation", place(INSIDE), "sensitive-place"),
            ("DestinationLocation", place(OUTSIDE), "-"),
            (
                "RouteLine",
                text(geometry.encode_polyline([(31.205, 121.39), (31.205, 121.42)], 5)),
                "sensitive-place",
            ),
            ("RouteLine", text("no line at all"), "place-unknown"),
            ("RouteLine", text(""), "place-unknown"),
        ],
    )
    def test_judges_a_destination_and_a_route_by_where_they_lie(
        self, scratch: Scratch, name: str, value: Any, reason: str
    ) -> None:
        published = scratch.lines(
            data("2026-11-01T04:29:00Z", ("Location", place(OUTSIDE))), data(NOON, (name, value))
        ).publish()
        expected = {"-": ("released", "-")}.get(reason, ("withheld", reason))
        assert counts(published)[("vehicle-data", *expected)][1] == (2 if reason == "-" else 1)

    def test_class_rules_come_before_places(self, scratch: Scratch) -> None:
        published = scratch.lines(data(NOON, ("DriverSeatOccupied", text("true")))).publish()
        assert counts(published) == {("vehicle-data", "withheld", "other-person"): (1, 1)}
        assert not published.telemetry


ROUTE_OUTSIDE = geometry.wrap_polyline(
    geometry.encode_polyline([(31.25, 121.45), (31.2503, 121.4512), (31.26, 121.46)], 6)
)


class TestLines:
    """Encoded lines."""

    def test_reads_the_published_example_of_a_polyline(self) -> None:
        points = geometry.decode_polyline("_p~iF~ps|U_ulLnnqC_mqNvxq`@", 5)
        assert points == [(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)]

    def test_reads_both_forms(self) -> None:
        points = [(31.25, 121.45), (31.2503, 121.4512)]
        bare = geometry.encode_polyline(points, 5)
        wrapped = geometry.wrap_polyline(geometry.encode_polyline(points, 6))
        assert geometry.decode_line(bare) == points
        assert geometry.decode_line(wrapped) == points

    def test_a_precision_that_leaves_the_earth_is_the_wrong_one(self) -> None:
        points = [(31.25, 121.45), (31.2503, 121.4512)]
        assert geometry.decode_line(geometry.encode_polyline(points, 6)) == points


class TestCompleteness:
    """The ledger as one holder sees it."""

    def test_counts_what_one_holder_can_be_told(self, scratch: Scratch) -> None:
        midnight = "2026-10-31T16:00:00Z"
        published = scratch.lines(
            data(midnight, ("ChargeAmps", text("7")), ("VehicleSpeed", text("x"))),
            data("2026-10-31T15:59:59Z", ("ChargeAmps", text("7"))),
            data(NOON, ("ChargeAmps", text("7")), vin="UNKNOWN"),
        ).publish()
        head = ("owner-1", VIN, "2026-11", DAY, DAY, "vehicle-data")
        october = ("owner-1", VIN, "2026-10", dt.date(2026, 10, 31), DAY, "vehicle-data")
        assert dict(published.completeness) == {
            (*head, "released", None): 1,
            (*head, "rejected", "wrong-type"): 1,
            (*october, "released", None): 1,
        }
