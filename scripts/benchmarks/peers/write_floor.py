"""The least that writing can take: a table's rows, from memory, as one Parquet file a partition.

Arguments: TABLE FOLDER. Prints the seconds of the best of several passes. Arrow's writer in C++
stands for the fastest at hand, on whatever engine.
"""

from __future__ import annotations

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

ZSTD_LEVEL = 3
PASSES = 3


def write(parts: list[pa.Table], folder: Path) -> float:
    """Seconds to write each part to a file of its own, on all cores."""
    begun = time.monotonic()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda number: _write(parts[number], folder, number), range(len(parts))))
    return time.monotonic() - begun


def _write(part: pa.Table, folder: Path, number: int) -> None:
    file = folder / f"part-{number:04d}.parquet"
    pq.write_table(part, file, compression="zstd", compression_level=ZSTD_LEVEL)


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).rglob("*.parquet"))
    parts = [pq.ParquetFile(each).read() for each in files]
    print(min(write(parts, Path(sys.argv[2])) for _ in range(PASSES)))
