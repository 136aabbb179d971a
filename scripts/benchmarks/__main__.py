"""The command: scripts/bench [NAME…] [options]."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks import page, report
from benchmarks.agreement import DisagreementError
from benchmarks.bench import Bench, say
from benchmarks.contenders import ROOT
from benchmarks.measure import CommandFailedError
from benchmarks.sections import SECTIONS, days

FACTORS = {"1x": (1,), "5x": (1, 5), "25x": (1, 5, 25)}
REPEATS = 5
QUICK_REPEATS = 2


def main(arguments: list[str] | None = None) -> int:
    """Measures, prints the table, writes what was asked for."""
    parser = _parser()
    options = parser.parse_args(arguments)
    unknown = [name for name in options.names if name not in SECTIONS]
    if unknown:
        parser.error(f"no part is called {unknown[0]}; there are: {', '.join(SECTIONS)}")
    repeats = options.repeats or (QUICK_REPEATS if options.quick else REPEATS)
    bench = Bench(ROOT / "build" / "bench", FACTORS[options.size], repeats, options.quick)
    names = options.names or list(SECTIONS)
    try:
        for name in names:
            say(f"\n== {name}")
            SECTIONS[name](bench)
    except (DisagreementError, CommandFailedError) as problem:
        say(f"bench: {problem}")
        return 1
    print(report.table(bench.figures))
    if options.json:
        report.write_json(bench, options.json)
    if options.write_docs:
        page.write(bench, ROOT / "docs" / "benchmarks.md", days.MESSAGES)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description="Runs Glovebox and its peers on the same input and prints ratios.",
        epilog=f"Names: {', '.join(SECTIONS)}; without any, all of them.",
    )
    parser.add_argument("names", metavar="NAME", nargs="*", help="a part")
    parser.add_argument("--size", choices=FACTORS, default="5x", help="the largest size (5x)")
    parser.add_argument("--repeats", type=int, help=f"turns of each run ({REPEATS})")
    parser.add_argument("--quick", action="store_true", help="a tenth of the rows, two turns")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes every figure there")
    parser.add_argument("--write-docs", action="store_true", help="writes docs/benchmarks.md")
    return parser


if __name__ == "__main__":
    sys.exit(main())
