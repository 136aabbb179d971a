"""Packages of owners: other programs find them valid, and their rows are the owner's.

They are made by `glovebox export` (GLOVEBOX_TEST_PACKAGES, with GLOVEBOX_TEST_LAKE and
GLOVEBOX_TEST_REQUESTS), or those that the Java tests leave in jobs/target/packages.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

bagit = pytest.importorskip("bagit")
frictionless = pytest.importorskip("frictionless")
gpxpy = pytest.importorskip("gpxpy")
duckdb = pytest.importorskip("duckdb")

from packages import Asked, Package, count_faults, of_owner, owners_of, row_faults  # noqa: E402

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("GLOVEBOX_TEST_PACKAGES", ROOT / "jobs/target/packages"))
LAKE = os.environ.get("GLOVEBOX_TEST_LAKE")
REQUESTS = os.environ.get("GLOVEBOX_TEST_REQUESTS")
ALL = [
    path
    for path in sorted(FOLDER.rglob("*.zip"))
    if any(name.endswith("/data/completeness.json") for name in zipfile.ZipFile(path).namelist())
]
# Formats are looked at in some packages, rows in all.
PATHS = [path for path in ALL if not path.stem.startswith("everybody-")]
if not PATHS:
    pytest.skip(f"no packages in {FOLDER}", allow_module_level=True)


@pytest.fixture(params=PATHS, ids=lambda path: path.stem, scope="module")
def package(request: pytest.FixtureRequest) -> Package:
    """One package after the other."""
    return Package(request.param)


@pytest.fixture(scope="module")
def unpacked(package: Package, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its folder, unpacked."""
    folder = tmp_path_factory.mktemp("package")
    package.zip.extractall(folder)
    return folder / package.folder


def test_is_a_valid_bag(unpacked: Path) -> None:
    bag = bagit.Bag(str(unpacked))
    bag.validate(processes=1)
    assert bag.info["Payload-Oxum"]


def test_a_changed_bag_is_found(unpacked: Path) -> None:
    trips = unpacked / "data/trips.csv"
    kept = trips.read_bytes()
    trips.write_bytes(kept.replace(b"vin", b"vim", 1))
    try:
        with pytest.raises(bagit.BagValidationError):
            bagit.Bag(str(unpacked)).validate(processes=1)
    finally:
        trips.write_bytes(kept)


def test_is_a_valid_data_package(unpacked: Path) -> None:
    report = frictionless.validate(str(unpacked / "data/datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "note"])


def test_the_data_package_lists_every_file(package: Package) -> None:
    listed = {f"data/{each['path']}" for each in package.json("data/datapackage.json")["resources"]}
    held = {path for path in package.files() if path.startswith("data/")}
    assert held - listed == {"data/datapackage.json"}
    assert not listed - held


@pytest.mark.parametrize("name", ["trips.gpx", "trips.gcj02.gpx"])
def test_tracks_are_valid_gpx(package: Package, name: str) -> None:
    tracks = gpxpy.parse(package.bytes(f"data/{name}").decode()).tracks
    assert [track.name for track in tracks] == [trip["trip_id"] for trip in package.rows("trips")]
    for track in tracks:
        assert gpxpy.parse(gpxpy.gpx.GPX().to_xml()) is not None
        for point in (point for segment in track.segments for point in segment.points):
            assert point.time is not None


def test_features_are_the_trips(package: Package) -> None:
    plain = package.json("data/trips.geojson")["features"]
    shifted = package.json("data/trips.gcj02.geojson")["features"]
    trips = package.rows("trips")
    assert [each["id"] for each in plain] == [trip["trip_id"] for trip in trips]
    assert [each["id"] for each in shifted] == [each["id"] for each in plain]
    for each, trip in zip(plain, trips):
        assert (each["geometry"] is None) == (not trip.get("track"))


def test_csv_says_what_parquet_says(package: Package) -> None:
    for _, stem in package.tables():
        parquet = package.parquet(stem + ".parquet")
        rows = package.csv(stem + ".csv")
        assert len(rows) == parquet.num_rows
        for said, held in zip(rows, parquet.to_pylist()):
            for column, value in held.items():
                if column != "track":
                    assert _same(said[column], value), (stem, column)
                if isinstance(value, dt.datetime):
                    local = dt.datetime.fromisoformat(_python310(said[column + "_local"]))
                    assert local == value


def test_duckdb_reads_the_tables(package: Package, unpacked: Path) -> None:
    for _, stem in package.tables():
        found = duckdb.sql(f"SELECT count(*) FROM read_parquet('{unpacked / stem}.parquet')")
        assert found.fetchall() == [(len(package.csv(stem + ".csv")),)]


def test_counts_add_up(package: Package) -> None:
    statement = package.json("data/completeness.json")
    totals: dict[str, int] = {"received": 0, "released": 0, "duplicate": 0}
    for day in statement["days"]:
        parts = [day["released"], day["duplicate"]]
        parts += [*day["withheld"].values(), *day["rejected"].values()]
        assert day["received"] == sum(parts)
        for name in totals:
            totals[name] += day[name]
    assert totals == {name: statement["totals"][name] for name in totals}


def test_no_cell_runs_as_a_formula(package: Package) -> None:
    numbers: dict[str, set[str]] = {}
    for each in package.json("data/datapackage.json")["resources"]:
        if each["format"] == "csv":
            fields = each["schema"]["fields"]
            texts = {field["name"] for field in fields if field["type"] == "string"}
            numbers[f"data/{each['path']}"] = texts
    for path, texts in numbers.items():
        for row in package.csv(path):
            assert not [row[name] for name in texts if row[name][:1] in tuple("=+-@\t\r")]


needs_lake = pytest.mark.skipif(
    not (LAKE and REQUESTS), reason="GLOVEBOX_TEST_LAKE and GLOVEBOX_TEST_REQUESTS are not set"
)


@needs_lake
def test_rows_are_the_owners(package: Package) -> None:
    assert row_faults(package, Path(str(LAKE)), _asked(package)) == []


@needs_lake
def test_counts_are_the_tables(package: Package) -> None:
    assert count_faults(package, Path(str(LAKE)), _asked(package)) == []


@needs_lake
def test_every_owner_has_their_rows() -> None:
    lake = Path(str(LAKE))
    faults = {}
    for path in ALL:
        package = Package(path)
        asked = _asked(package)
        faults[path.stem] = row_faults(package, lake, asked) + count_faults(package, lake, asked)
    assert {name: found for name, found in faults.items() if found} == {}
    served = {_asked(Package(path)).owner_id for path in ALL}
    assert owners_of(lake, "telemetry") - served <= _held()


@needs_lake
def test_a_foreign_row_is_found(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    others = [
        row
        for path in PATHS
        if _asked(Package(path)).owner_id != _asked(package).owner_id
        for row in Package(path).rows("telemetry")[:1]
    ]
    if not others:
        pytest.skip("there is one owner only")
    kept = Package.rows

    def mixed(self: Package, name: str) -> list[dict[str, Any]]:
        return kept(self, name) + (others[:1] if name == "telemetry" else [])

    monkeypatch.setattr(Package, "rows", mixed)
    faults = row_faults(package, Path(str(LAKE)), _asked(package))
    assert faults == ["telemetry: 1 rows that are not the owner's"]


@needs_lake
def test_a_missing_row_is_found(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    if not of_owner(Path(str(LAKE)), "telemetry", _asked(package)):
        pytest.skip("this owner has no readings")
    kept = Package.rows
    monkeypatch.setattr(Package, "rows", lambda self, name: kept(self, name)[1:])
    faults = row_faults(package, Path(str(LAKE)), _asked(package))
    assert "telemetry: 1 rows of the owner are missing" in faults


def _held() -> set[str]:
    """Owners under a legal hold: they wait."""
    registry = Path(os.environ["GLOVEBOX_TEST_REGISTRY"])
    with (registry / "holds.csv").open(encoding="utf-8") as holds:
        return {row["owner_id"] for row in csv.DictReader(holds)}


def _asked(package: Package) -> Asked:
    for file in sorted(Path(str(REQUESTS)).rglob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            try:
                request = json.loads(line)
            except ValueError:
                continue
            if isinstance(request, dict) and request.get("request_id") == package.folder:
                return Asked(
                    request["owner_id"],
                    tuple(request.get("vins") or ()),
                    _instant(request.get("from")),
                    _instant(request.get("to")),
                )
    raise AssertionError("a package that nobody asked for")


def _instant(text: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(_python310(text)) if text else None


def _python310(text: str) -> str:
    """An instant as Python 3.10 reads it: fractions of three or six digits, no Z."""
    plain = text.replace("Z", "+00:00")
    if "." not in plain:
        return plain
    head, tail = plain.split(".")
    digits = tail.split("+")[0].split("-")[0]
    return f"{head}.{digits:0<6}{tail[len(digits) :]}"


def _same(said: str, held: Any) -> bool:
    if held is None:
        return said == ""
    if isinstance(held, bool):
        return said == str(held).lower()
    if isinstance(held, (int, float)):
        return float(said) == held
    if isinstance(held, dt.datetime):
        return dt.datetime.fromisoformat(_python310(said)) == held
    if isinstance(held, dt.date):
        return said == held.isoformat()
    if isinstance(held, list):
        return _same_list(said, held)
    return said.removeprefix("'") == held.removeprefix("'")


def _same_list(said: str, held: list[Any]) -> bool:
    items = said.split(";") if said else []
    if len(items) != len(held):
        return False
    for item, value in zip(items, held):
        if isinstance(value, dict):
            ends = [dt.datetime.fromisoformat(_python310(each)) for each in item.split("/")]
            if ends != [value["from"], value["to"]]:
                return False
        elif not _same(item, value):
            return False
    return True
