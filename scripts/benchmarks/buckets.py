"""The bucket that an owner's rows lie in: Spark's pmod(xxhash64(owner_id), n)."""

from __future__ import annotations

import struct

SPARK_SEED = 42
MASK = (1 << 64) - 1
PRIME_1 = 0x9E3779B185EBCA87
PRIME_2 = 0xC2B2AE3D27D4EB4F
PRIME_3 = 0x165667B19E3779F9
PRIME_4 = 0x85EBCA77C2B2AE63
PRIME_5 = 0x27D4EB2F165667C5
STRIPE = 32


def bucket(owner: str, buckets: int) -> str:
    """The owner's partition, as Glovebox prints it."""
    signed = xxh64(owner.encode())
    signed -= (signed >> 63) << 64
    return f"b{signed % buckets:04d}"


def xxh64(text: bytes, seed: int = SPARK_SEED) -> int:
    """XXH64 as an unsigned number."""
    whole = len(text) // STRIPE * STRIPE
    mixed = _stripes(text[:whole], seed) if whole else seed + PRIME_5
    return _avalanche(_tail(text[whole:], (mixed + len(text)) & MASK))


def _stripes(text: bytes, seed: int) -> int:
    lanes = [seed + PRIME_1 + PRIME_2, seed + PRIME_2, seed, seed - PRIME_1]
    for words in struct.iter_unpack("<4Q", text):
        lanes = [_round(lane & MASK, word) for lane, word in zip(lanes, words)]
    mixed = sum(_turn(lane, by) for lane, by in zip(lanes, (1, 7, 12, 18))) & MASK
    for lane in lanes:
        mixed = ((mixed ^ _round(0, lane)) * PRIME_1 + PRIME_4) & MASK
    return mixed


def _tail(rest: bytes, mixed: int) -> int:
    while len(rest) >= 8:
        mixed ^= _round(0, int.from_bytes(rest[:8], "little"))
        mixed = (_turn(mixed, 27) * PRIME_1 + PRIME_4) & MASK
        rest = rest[8:]
    if len(rest) >= 4:
        mixed ^= int.from_bytes(rest[:4], "little") * PRIME_1 & MASK
        mixed = (_turn(mixed, 23) * PRIME_2 + PRIME_3) & MASK
        rest = rest[4:]
    for byte in rest:
        mixed = _turn(mixed ^ (byte * PRIME_5 & MASK), 11) * PRIME_1 & MASK
    return mixed


def _avalanche(mixed: int) -> int:
    mixed = (mixed ^ mixed >> 33) * PRIME_2 & MASK
    mixed = (mixed ^ mixed >> 29) * PRIME_3 & MASK
    return mixed ^ mixed >> 32


def _round(lane: int, word: int) -> int:
    return _turn((lane + word * PRIME_2) & MASK, 31) * PRIME_1 & MASK


def _turn(word: int, by: int) -> int:
    return (word << by | word >> 64 - by) & MASK
