"""What the vehicles of the made input measure: twelve values a message."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.places import REACH_DEG, SOUTH, WEST, Places

STEP_DEG = 0.002
OLD_FIRMWARE_SHARE = 0.4
DRIFT_SHARE = 0.02
STOPS_SHARE = 0.03
STARTS_SHARE = 0.12

# Older cars send nearly everything as text, newer ones typed, some are half-way.
OLD = (
    '{"data":[{"key":"VehicleSpeed","value":{"stringValue":"%s"}},'
    '{"key":"Odometer","value":{"stringValue":"%s"}},'
    '{"key":"Gear","value":{"stringValue":"%s"}},'
    '{"key":"Soc","value":{"stringValue":"%s"}},'
    '{"key":"PackVoltage","value":{"stringValue":"%s"}},'
    '{"key":"PackCurrent","value":{"stringValue":"%s"}},'
    '{"key":"PedalPosition","value":{"stringValue":"%s"}},'
    '{"key":"BrakePedal","value":{"stringValue":"%s"}},'
    '{"key":"Location","value":{"locationValue":{"latitude":%s,"longitude":%s}}},'
    '{"key":"GpsHeading","value":{"stringValue":"%s"}},'
    '{"key":"OutsideTemp","value":{"stringValue":"%s"}},'
    '{"key":"MilesToArrival","value":{"stringValue":"%s"}}],'
)
NEW = (
    '{"data":[{"key":"VehicleSpeed","value":{"doubleValue":%s}},'
    '{"key":"Odometer","value":{"doubleValue":%s}},'
    '{"key":"Gear","value":{"shiftStateValue":"ShiftState%s"}},'
    '{"key":"Soc","value":{"doubleValue":%s}},'
    '{"key":"PackVoltage","value":{"doubleValue":%s}},'
    '{"key":"PackCurrent","value":{"doubleValue":%s}},'
    '{"key":"PedalPosition","value":{"doubleValue":%s}},'
    '{"key":"BrakePedal","value":{"booleanValue":%s}},'
    '{"key":"Location","value":{"locationValue":{"latitude":%s,"longitude":%s}}},'
    '{"key":"GpsHeading","value":{"doubleValue":%s}},'
    '{"key":"OutsideTemp","value":{"doubleValue":%s}},'
    '{"key":"MilesToArrival","value":{"doubleValue":%s}}],'
)
MIXED = (
    '{"data":[{"key":"VehicleSpeed","value":{"doubleValue":%s}},'
    '{"key":"Odometer","value":{"stringValue":"%s"}},'
    '{"key":"Gear","value":{"shiftStateValue":"ShiftState%s"}},'
    '{"key":"Soc","value":{"stringValue":"%s"}},'
    '{"key":"PackVoltage","value":{"doubleValue":%s}},'
    '{"key":"PackCurrent","value":{"stringValue":"%s"}},'
    '{"key":"PedalPosition","value":{"doubleValue":%s}},'
    '{"key":"BrakePedal","value":{"stringValue":"%s"}},'
    '{"key":"Location","value":{"locationValue":{"latitude":%s,"longitude":%s}}},'
    '{"key":"GpsHeading","value":{"doubleValue":%s}},'
    '{"key":"OutsideTemp","value":{"stringValue":"%s"}},'
    '{"key":"MilesToArrival","value":{"doubleValue":%s}}],'
)
FORMS = (OLD, NEW, MIXED)

Values = tuple[object, ...]


@dataclass
class Vehicle:
    """One vehicle as it stands; it moves on with every message."""

    vin: str
    form: str
    longitude: float
    latitude: float
    odometer: float
    soc: float
    heading: int
    driving: bool

    def measure(self, random: Random, places: Places) -> Values:
        """The next twelve values (a position is one of them)."""
        if random.random() < (STOPS_SHARE if self.driving else STARTS_SHARE):
            self.driving = not self.driving
        if not self.driving:
            return self._parked(random)
        self._move(random, places)
        speed = round(random.random() * 75, 3)
        self.odometer = round(self.odometer + speed / 40, 3)
        self.soc = round(self.soc - 0.05 if self.soc > 5 else 95.0, 2)
        return (
            speed,
            self.odometer,
            "D",
            self.soc,
            round(340 + self.soc / 2 + random.random(), 2),
            round(random.uniform(-120, 60), 1),
            round(random.random() * 60, 1),
            "true" if random.random() < 0.2 else "false",
            self.latitude,
            self.longitude,
            self.heading,
            round(14 + random.random() * 2, 1),
            round(random.random() * 30, 2),
        )

    def _parked(self, random: Random) -> Values:
        voltage = round(340 + self.soc / 2, 2)
        outside = round(14 + random.random() * 2, 1)
        return (
            *(0, self.odometer, "P", self.soc, voltage, -0.6, 0, "true"),
            *(self.latitude, self.longitude, self.heading, outside, 0),
        )

    def _move(self, random: Random, places: Places) -> None:
        east = self.longitude + random.uniform(-STEP_DEG, STEP_DEG)
        north = self.latitude + random.uniform(-STEP_DEG, STEP_DEG)
        east = min(max(east, WEST), WEST + REACH_DEG)
        north = min(max(north, SOUTH), SOUTH + REACH_DEG)
        self.longitude, self.latitude = places.sure((round(east, 6), round(north, 6)))
        self.heading = (self.heading + random.randrange(-20, 21)) % 360

    def form_of_message(self, random: Random) -> str:
        """Mostly the one of its firmware."""
        return random.choice(FORMS) if random.random() < DRIFT_SHARE else self.form


def vin(number: int) -> str:
    """The vehicle's identification number."""
    return f"LRW3E7E{number * 7919 % 10:d}{number % 16:X}PC{number:06d}"


def make(number: int, random: Random, places: Places) -> Vehicle:
    """A vehicle somewhere in the region, with some firmware."""
    roll = random.random()
    form = OLD if roll < OLD_FIRMWARE_SHARE else NEW if roll < 0.9 else MIXED
    longitude = round(WEST + random.random() * REACH_DEG, 6)
    latitude = round(SOUTH + random.random() * REACH_DEG, 6)
    longitude, latitude = places.sure((longitude, latitude))
    return Vehicle(
        vin(number),
        form,
        longitude,
        latitude,
        round(random.random() * 90_000, 3),
        round(20 + random.random() * 75, 2),
        random.randrange(360),
        random.random() < 0.8,
    )
