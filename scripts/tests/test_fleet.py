"""The odd fleet: the same seed gives the same bytes, and its tables pass every check."""

from __future__ import annotations

from pathlib import Path

import pytest

import catalogue as catalogues
import compare
import lake as lakes
import leaks
import oracle
import tables
from fleet import Fleet

CATALOGUE = catalogues.load(oracle.SCHEMAS / "signals.yaml")
DATES = oracle.days_between(Fleet.first_day, Fleet.first_day.replace(day=3))


def write(seed: int, out: Path) -> Path:
    """One fleet."""
    Fleet(seed, CATALOGUE, out, messages_per_vehicle=120).write()
    return out


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = write(5, tmp_path / "one"), write(5, tmp_path / "two")
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    assert all((one / path).read_bytes() == (two / path).read_bytes() for path in files)


@pytest.mark.parametrize("seed", [1, 2, 3], ids=lambda seed: f"seed {seed}")
def test_survives_delta_and_leaks_nothing(tmp_path: Path, seed: int) -> None:
    out, lake = write(seed, tmp_path / "fleet"), tmp_path / "lake"
    published = oracle.run(out / "raw", out / "registry", DATES)
    tables.write(published, CATALOGUE, lake)
    assert len(published.telemetry) > 100
    assert compare.differences(published, lakes.load(lake, set(DATES))) == []
    policy = oracle.load_policy(oracle.SCHEMAS / "policy" / "default.yaml")
    settings = oracle.Settings()
    assert leaks.find(out / "raw", out / "registry", lake, CATALOGUE, policy, settings) == []


def test_meets_every_outcome_and_reason_of_the_contract(tmp_path: Path) -> None:
    met = set()
    for seed in range(4):
        out = write(seed, tmp_path / str(seed))
        published = oracle.run(out / "raw", out / "registry", DATES)
        met |= {(key[2], key[3]) for key in published.ledger}
    rejected = (
        *("broken-record", "truncated-object", "no-vin", "no-instant", "clock-ahead", "no-values"),
        *("invalid", "wrong-type", "out-of-range", "conflicting-value"),
    )
    withheld = (
        *("no-tenure", "ambiguous-tenure", "sensitive-place", "place-unknown", "other-person"),
        *("unlisted-signal", "not-published"),
    )
    assert met >= {("released", None), ("duplicate", "repeated-value")}
    assert met >= {("rejected", reason) for reason in rejected}
    assert met >= {("withheld", reason) for reason in withheld}
