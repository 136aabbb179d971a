"""The bench compares equal work: one input, and peers that do what the reference does."""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from deltalake import DeltaTable

import catalogue as catalogues
import lake as lakes
import places as geometry
import registry as registries
from oracle import SCHEMAS, Oracle, Policy, Settings, released_only

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks import agreement, figures, fleet, measure, page, report
from benchmarks.bench import Bench
from benchmarks.buckets import bucket, xxh64
from benchmarks.contenders import Contender, Task
from benchmarks.figures import Target, log_slope, slope
from benchmarks.peers import duckdb_publish, polars_publish

SHAPE = fleet.Shape(messages=1_200, owners=40)
DAY = SHAPE.day(0)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fleet.make(SHAPE, tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="module")
def by_duckdb(made: Path) -> Path:
    table = made / "duckdb"
    duckdb_publish.publish(made, table, DAY.isoformat())
    return table


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for part in ("raw", "registry")
        for path in sorted((folder / part).rglob("*"))
        if path.is_file()
    }


def test_same_shape_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    assert contents(fleet.make(SHAPE, tmp_path)) == contents(made)


def test_input_that_is_there_is_not_made_again(made: Path) -> None:
    before = (made / "made-from").stat().st_mtime_ns
    assert fleet.make(SHAPE, made.parent) == made
    assert (made / "made-from").stat().st_mtime_ns == before


def test_another_shape_is_another_folder() -> None:
    assert fleet.Shape(1_200, 41).name != SHAPE.name
    assert fleet.Shape(1_200, 40, days=2).name != SHAPE.name


def test_input_holds_what_it_says(made: Path) -> None:
    lines = [
        json.loads(line)
        for path in (made / "raw").rglob("*.gz")
        for line in gzip.decompress(path.read_bytes()).splitlines()
    ]
    assert len(lines) == SHAPE.messages
    assert {len(line["data"]) for line in lines} == {12}
    assert sum(line["isResend"] for line in lines) == SHAPE.messages // 5
    assert len({(line["vin"], line["createdAt"]) for line in lines}) == SHAPE.messages * 4 // 5
    arms = {arm for line in lines for item in line["data"] for arm in item["value"]}
    assert {"stringValue", "doubleValue", "booleanValue", "shiftStateValue"} <= arms


def test_duckdb_writes_what_the_reference_does(made: Path, by_duckdb: Path) -> None:
    policy = Policy()
    oracle = Oracle(
        made / "raw",
        catalogues.load(SCHEMAS / "signals.yaml"),
        registries.load(made / "registry" / "tenures.csv"),
        geometry.load(made / "registry" / "sensitive-places.geojson", policy.margin_metres),
        policy,
        Settings(),
    )
    wanted = released_only(oracle.publish([DAY])).telemetry
    found = lakes.telemetry(lakes.table(made, by_duckdb.name), [DAY])
    assert len(wanted) > 900
    assert any(reading.withheld for reading in wanted.values())
    assert found == wanted


def test_polars_writes_what_duckdb_does(made: Path, by_duckdb: Path, tmp_path: Path) -> None:
    polars_publish.publish(made, tmp_path / "polars", DAY.isoformat())
    owners = agreement.check({"DuckDB": by_duckdb, "Polars": tmp_path / "polars"})
    assert owners == SHAPE.owners


def test_both_write_an_empty_day(made: Path, tmp_path: Path) -> None:
    empty = SHAPE.empty_day.isoformat()
    duckdb_publish.publish(made, tmp_path / "duckdb", empty)
    polars_publish.publish(made, tmp_path / "polars", empty)
    tables = {name: tmp_path / name for name in ("duckdb", "polars")}
    assert agreement.check(tables) == 0


@pytest.mark.parametrize(
    "change",
    [
        "speed_kmh = speed_kmh + 1e-9",
        "latitude_deg = NULL",
        "withheld = ['sensitive-place', 'other-person']",
        "captured_at = captured_at + INTERVAL 1 MICROSECOND",
    ],
)
def test_one_changed_value_of_one_row_is_found(
    by_duckdb: Path, tmp_path: Path, change: str
) -> None:
    changed = written_again(by_duckdb, tmp_path / "changed", f"UPDATE rows SET {change} WHERE one")
    with pytest.raises(agreement.DisagreementError, match="other values for 1 owners"):
        agreement.check({"one": by_duckdb, "other": changed})


def test_a_column_that_is_not_compared_is_refused(by_duckdb: Path, tmp_path: Path) -> None:
    wider = written_again(by_duckdb, tmp_path / "wider", "ALTER TABLE rows ADD COLUMN trim VARCHAR")
    with pytest.raises(agreement.DisagreementError, match="holds columns"):
        agreement.check({"one": by_duckdb, "other": wider})


@pytest.mark.parametrize(
    "change", ["DELETE FROM rows WHERE one", "INSERT INTO rows SELECT * FROM rows WHERE one"]
)
def test_a_row_too_few_or_too_many_is_found(by_duckdb: Path, tmp_path: Path, change: str) -> None:
    changed = written_again(by_duckdb, tmp_path / "changed", change)
    with pytest.raises(agreement.DisagreementError, match="other values for 1 owners"):
        agreement.check({"one": by_duckdb, "other": changed})


def test_order_and_partitions_of_rows_do_not_matter(by_duckdb: Path, tmp_path: Path) -> None:
    same = written_again(by_duckdb, tmp_path / "same", "UPDATE rows SET owner_partition = 'b'")
    assert agreement.check({"one": by_duckdb, "other": same}) == SHAPE.owners


def written_again(table: Path, other: Path, change: str) -> Path:
    """The table after a change of its rows, one of which is marked; in another order."""
    engine = duckdb.connect()
    engine.execute("SET TimeZone = 'UTC'")
    files = [each.removeprefix("file://") for each in DeltaTable(str(table)).file_uris()]
    engine.execute(
        "CREATE TABLE rows AS "
        "SELECT *, row_number() OVER (ORDER BY vin, captured_at) = 500 AS one "
        f"FROM read_parquet({files}, hive_partitioning = true, hive_types_autocast = false)"
    )
    engine.execute(change)
    rows: pa.Table = engine.execute(
        "SELECT * EXCLUDE (one) FROM rows ORDER BY captured_at DESC"
    ).to_arrow_table()
    duckdb_publish.write(rows, other)
    return other


def test_buckets_are_those_of_spark() -> None:
    # SELECT xxhash64('Spark') in Spark's own documentation
    assert xxh64(b"Spark") - (1 << 64) == -4294468057691064905
    assert xxh64(b"", 0) == 0xEF46DB3751D8E999
    assert xxh64(b"Nobody inspects the spammish repetition", 0) == 0xFBCEA83C8A378BF1
    assert bucket("owner-0000000", 16) == "b0015"


def test_slope_is_least_squares() -> None:
    assert slope([(0, 5), (1, 7), (2, 9)]) == pytest.approx(2)
    assert slope([(0, 0), (1, 2), (2, 1)]) == pytest.approx(0.5)
    with pytest.raises(ValueError, match="two different"):
        slope([(1, 1), (1, 2)])


def test_log_slope_is_the_exponent() -> None:
    assert log_slope([(10, 3), (100, 30), (1000, 300)]) == pytest.approx(1)
    assert log_slope([(10, 3), (1000, 3)]) == pytest.approx(0)


def test_verdicts_follow_floor_and_aim() -> None:
    less, more = Target("k", "t", "less", 1.5, 0.8), Target("k", "t", "more", 8, 15)
    assert [less.verdict(each) for each in (0.8, 1.5, 1.6)] == [
        *("aim met", "floor holds", "FLOOR MISSED")
    ]
    assert [more.verdict(each) for each in (15, 8, 7)] == ["aim met", "floor holds", "FLOOR MISSED"]
    assert Target("k", "t").verdict(1) == ""


def test_table_has_a_line_a_figure() -> None:
    text = report.table({"publish.vs_duckdb": 1.234, "export.of_later": 2})
    assert len(text.splitlines()) == 3
    assert "1.23" in text
    assert "export.of_later" in text
    assert all(each.key.count(".") == 1 for each in figures.TARGETS)


def test_page_keeps_what_people_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.report, "machine", lambda: {"cores": "2"})
    bench = Bench(tmp_path, (1,), repeats=1, quick=True)
    bench.figures["publish.vs_duckdb"] = 1.234
    file = tmp_path / "benchmarks.md"
    page.write(bench, file, 10)
    file.write_text(file.read_text() + "\nThe profile shows it.\n")
    bench.figures["publish.vs_duckdb"] = 2.351
    page.write(bench, file, 10)
    assert "| publish.vs_duckdb |" in file.read_text()
    assert "| 2.35 |" in file.read_text()
    assert "1.23" not in file.read_text()
    assert file.read_text().endswith("\nThe profile shows it.\n")


def test_interleaves_and_keeps_what_was_measured(tmp_path: Path) -> None:
    order: list[str] = []

    def contender(name: str) -> Contender:
        def command(task: Task, out: Path) -> list[str]:
            order.append(name)
            table = "benchmarks.peers.duckdb_publish"
            return [sys.executable, "-m", table, str(task.input), str(out / "telemetry"), task.date]

        return Contender(name, command)

    bench = Bench(tmp_path, (1,), repeats=2, quick=True)
    task = bench.empty(SHAPE)
    bench.interleave([contender("a"), contender("b")], [task])
    bench.interleave([contender("a")], [task])
    assert order == ["a", "b", "a", "b"]
    assert len(bench.costs["a", task]) == 2
    assert report.measurements(bench)[0]["messages"] == 0


def test_cost_counts_children(tmp_path: Path) -> None:
    child = "b = bytearray(150_000_000)\nimport time; time.sleep(0.3)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    cost = measure.run([sys.executable, "-c", parent], tmp_path / "log", tmp_path)
    assert cost.peak_bytes > 150_000_000
    assert cost.wall_seconds > 0.3
    assert cost.cpu_seconds > 0


def test_failing_command_is_told(tmp_path: Path) -> None:
    with pytest.raises(measure.CommandFailedError, match="exit 3"):
        measure.run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path / "log", tmp_path)


def test_files_are_one_a_partition(by_duckdb: Path) -> None:
    assert {path.suffix for path in by_duckdb.glob("event_month=*/*/*")} == {".parquet"}
    for folder in by_duckdb.glob("event_month=*/*"):
        files = list(folder.iterdir())
        assert len(files) == 1
        assert pq.ParquetFile(files[0]).metadata.row_group(0).column(0).compression == "ZSTD"
