"""Packs lines into objects as oddly as storage may hold them."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa

from fleet_values import Token

NAMES = ["part-0", "part-10", "part-2", "Part-1", "a b", "ü-车", "a%20b", "x=1", "z.json"]
BROKEN = [
    b"{",
    b'{"vin":"X","createdAt":"2026-11-01T00:00:00Z"}',
    b"[]",
    b"12",
    b'"text"',
    b"null",
    b"\xff\xfe",
    b'{"vin":"\xff","createdAt":null,"data":[]}',
    b'{"data":[{"key":"VehicleSpeed","value":{"doubleValue":NaN}}],"vin":"X","createdAt":null}',
    b'{"data":[],"alerts":[],"vin":"X","createdAt":"2026-11-01T00:00:00Z"}',
    b'{"data":[],"vin":"X","vin":"X","createdAt":"2026-11-01T00:00:00Z"}',
    b'{"data":[],"vin":"X","createdAt":"2026-11-01T00:00:00Z"} trailing',
    b'{"data":[],"vin":"X","createdAt":"2026-11-01T00:00:00Z"}{}',
    b"{'data':[]}",
    b"not json at all",
    '{"data":[],"vin":"X","createdAt":"2026-11-01T00:00:00Z"}'.encode("utf-16-be"),
    b'\x00{"data":[],"vin":"X","createdAt":"2026-11-01T00:00:00Z"}',
]


@dataclass
class Objects:
    """Writes the lines of one hour as one or more objects."""

    random: Random
    raw: Path

    def line(self, record: dict[str, Any]) -> bytes:
        """A record as JSON, its keys in any order, with or without blanks and escapes."""
        keys = list(record)
        if self.random.random() < 0.5:
            self.random.shuffle(keys)
        shuffled = {key: record[key] for key in keys}
        separators = (",", ":") if self.random.random() < 0.7 else (" ,\t", " : ")
        text = dumps(shuffled, separators, self.random.random() < 0.5)
        return (" " * self.random.randrange(3) * (self.random.random() < 0.1) + text).encode()

    def write(self, day: str, hour: int, lines: list[bytes]) -> None:
        """Spreads lines over objects in the order given."""
        folder = self.raw / f"date={day}" / f"hour={hour:02d}"
        folder.mkdir(parents=True, exist_ok=True)
        names = self.random.sample(NAMES, self.random.randrange(1, 4))
        shares: dict[str, list[bytes]] = {name: [] for name in names}
        for line in lines:
            shares[self.random.choice(names)].append(line)
        for name, share in shares.items():
            self._store(folder, name, self._with_noise(share))

    def _with_noise(self, lines: list[bytes]) -> list[bytes]:
        noisy = []
        for line in lines:
            roll = self.random.random()
            if roll < 0.02:
                noisy.append(self.random.choice([b"", b"  ", b"\t", b"\r"]))
            elif roll < 0.03:
                noisy.append(self.random.choice(BROKEN))
            elif roll < 0.033:
                noisy.append(line[: len(line) // 2])
            elif roll < 0.0333:
                noisy.append(b'{"data":[],"pad":"' + b"x" * (4 * 1024 * 1024) + b'"}')
            noisy.append(line)
        return noisy

    def _store(self, folder: Path, name: str, lines: list[bytes]) -> None:
        newline = b"\r\n" if self.random.random() < 0.15 else b"\n"
        content = newline.join(lines)
        if lines and self.random.random() < 0.7:
            content += newline
        if self.random.random() < 0.1:
            content = b"\xef\xbb\xbf" + content
        suffix, stored = self._compressed(content, len(lines))
        (folder / f"{name}.jsonl{suffix}").write_bytes(stored)

    def _compressed(self, content: bytes, lines: int) -> tuple[str, bytes]:
        roll = self.random.random()
        if roll < 0.25:
            return "", content
        if roll < 0.5:
            packed = pa.compress(content, "zstd", asbytes=True) if content else b""
            return (".zst", self._damaged(packed)) if packed else ("", b"")
        if roll < 0.65 and lines:
            cut = self.random.randrange(len(content))
            parts = [content[:cut], b"", content[cut:]]
            return ".gz", b"".join(gzip.compress(part, mtime=0) for part in parts)
        return ".gz", self._damaged(gzip.compress(content, mtime=0))

    def _damaged(self, stored: bytes) -> bytes:
        roll = self.random.random()
        if roll < 0.04:
            return stored[: self.random.randrange(len(stored))]
        if roll < 0.05:
            return stored + b"garbage"
        return stored


def dumps(value: Any, separators: tuple[str, str] = (",", ":"), escape: bool = True) -> str:
    """JSON in which a token stands as it was given."""
    if isinstance(value, Token):
        return str(value)
    comma, colon = separators
    if isinstance(value, dict):
        pairs = (
            f"{json.dumps(key, ensure_ascii=escape)}{colon}{dumps(each, separators, escape)}"
            for key, each in value.items()
        )
        return "{" + comma.join(pairs) + "}"
    if isinstance(value, list):
        return "[" + comma.join(dumps(each, separators, escape) for each in value) + "]"
    return json.dumps(value, ensure_ascii=escape)
