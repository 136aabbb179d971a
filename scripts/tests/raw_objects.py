"""Raw objects as stored: which there are, what their bytes unpack to, which lines they hold."""

from __future__ import annotations

import datetime as dt
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa

LINE_BYTES = 4 * 1024 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
HOUR_FOLDER = re.compile(r"hour=(\d{2})")


@dataclass(frozen=True)
class RawObject:
    """One object below a raw location: its name relative to it, and its hour of arrival."""

    name: str
    path: Path
    batch_date: dt.date
    hour: int

    def arrival_ends(self, zone: ZoneInfo) -> int:
        """The end of the arrival hour, in microseconds since the epoch."""
        start = dt.datetime.combine(self.batch_date, dt.time(self.hour), zone)
        return round(start.timestamp()) * 1_000_000 + 3_600_000_000


@dataclass(frozen=True)
class Line:
    """One line of an object: its number from 1, and its bytes, or that it is too long."""

    number: int
    content: bytes
    too_long: bool = False
    unfinished: bool = False


def objects_of(raw: Path, batch_date: dt.date) -> list[RawObject]:
    """The objects that arrived on one day, in the order of their names."""
    day = raw / f"date={batch_date.isoformat()}"
    found = []
    for folder in sorted(day.glob("hour=*")):
        match = HOUR_FOLDER.fullmatch(folder.name)
        if match is None:
            continue
        for path in folder.iterdir():
            if path.is_file() and not path.name.startswith((".", "_")):
                name = path.relative_to(raw).as_posix()
                found.append(RawObject(name, path, batch_date, int(match[1])))
    return sorted(found, key=lambda each: each.name.encode())


def unpack(name: str, stored: bytes) -> tuple[bytes, bool]:
    """What an object's bytes unpack to as far as they can be read, and whether that is all."""
    if name.endswith(".gz"):
        return _gunzip(stored)
    if name.endswith(".zst"):
        return _unzstd(stored)
    return stored, True


def _gunzip(stored: bytes) -> tuple[bytes, bool]:
    """Reads every member; an empty object is not a gzip file, garbage after a member is damage."""
    if not stored:
        return b"", False
    unpacked = bytearray()
    rest = stored
    while rest:
        member = zlib.decompressobj(wbits=31)
        for start in range(0, len(rest), 4096):
            piece = rest[start : start + 4096]
            try:
                unpacked += member.decompress(piece)
            except zlib.error:
                unpacked += _before_damage(rest, start)
                return bytes(unpacked), False
            if member.eof:
                rest = member.unused_data + rest[start + 4096 :]
                break
        if not member.eof:
            return bytes(unpacked + member.flush()), False
    return bytes(unpacked), True


def _before_damage(member: bytes, start: int) -> bytes:
    """What the piece from start still gives before the damage, a byte at a time."""
    again = zlib.decompressobj(wbits=31)
    again.decompress(member[:start])
    unpacked = bytearray()
    for index in range(start, len(member)):
        try:
            unpacked += again.decompress(member[index : index + 1])
        except zlib.error:
            break
    return bytes(unpacked)


def _unzstd(stored: bytes) -> tuple[bytes, bool]:
    unpacked, whole = _read_zstd(stored, 0, 1 << 16)
    if whole:
        return unpacked, True
    # A read that fails keeps what it had already decoded: read up to it again, then byte by byte.
    return _read_zstd(stored, len(unpacked), 1)[0], False


def _read_zstd(stored: bytes, known: int, step: int) -> tuple[bytes, bool]:
    stream = pa.CompressedInputStream(pa.BufferReader(stored), "zstd")
    unpacked = bytearray(stream.read(known)) if known else bytearray()
    try:
        while piece := stream.read(step):
            unpacked += piece
    except OSError:
        return bytes(unpacked), False
    return bytes(unpacked), True


def lines_of(content: bytes, whole: bool, line_bytes: int = LINE_BYTES) -> Iterator[Line]:
    """The lines that are not blank, numbered; the last of a damaged object is unfinished."""
    content = content.removeprefix(BYTE_ORDER_MARK)
    for number, line in enumerate(io.BytesIO(content), start=1):
        unfinished = not whole and not line.endswith(b"\n")
        bare = line.removesuffix(b"\n")
        if len(bare) > line_bytes:
            yield Line(number, bare[:4096], too_long=True)
        elif bare.strip(b" \t\r"):
            yield Line(number, bare, unfinished=unfinished)
