"""Compiled: rows that share a key are brought together, faster than numbers of any kind can be sorted."""

import numpy as np
from numpy.typing import NDArray

from pilkades.jobs.compiled import compiled

Numbers = NDArray[np.uint64]
Order = NDArray[np.int32]

_BITS = 11
_MASK = np.uint64((1 << _BITS) - 1)
_LOW, _HIGH = np.uint64(64 - 2 * _BITS), np.uint64(64 - _BITS)
_NONE = np.uint64(0)


@compiled
def shared(column: Numbers) -> tuple[Order, Numbers]:
    """The rows that share their key with another, in the order of their keys, and these; 0 is no key.

    The keys are spread evenly over 64 bits, so two passes over 11 bits each leave next to nothing to sort.
    """
    many = 0
    for at in range(len(column)):
        many += column[at] != _NONE
    rows, keys = np.empty(many, np.int32), np.empty(many, np.uint64)
    moved_rows, moved_keys = np.empty(many, np.int32), np.empty(many, np.uint64)
    place = 0
    for at in range(len(column)):
        if column[at] != _NONE:
            rows[place], keys[place] = at, column[at]
            place += 1
    for shift in (_LOW, _HIGH):
        starts = np.zeros((1 << _BITS) + 1, np.int64)
        for at in range(many):
            starts[np.int64((keys[at] >> shift) & _MASK) + 1] += 1
        for bucket in range(1 << _BITS):
            starts[bucket + 1] += starts[bucket]
        for at in range(many):
            bucket = int((keys[at] >> shift) & _MASK)
            moved_rows[starts[bucket]], moved_keys[starts[bucket]] = rows[at], keys[at]
            starts[bucket] += 1
        rows, moved_rows, keys, moved_keys = moved_rows, rows, moved_keys, keys
    for at in range(1, many):
        key, row, there = keys[at], rows[at], at
        while there > 0 and keys[there - 1] > key:
            keys[there], rows[there] = keys[there - 1], rows[there - 1]
            there -= 1
        keys[there], rows[there] = key, row
    kept = 0
    for at in range(many):
        before = at > 0 and keys[at - 1] == keys[at]
        if before or (at + 1 < many and keys[at + 1] == keys[at]):
            moved_rows[kept], moved_keys[kept] = rows[at], keys[at]
            kept += 1
    return moved_rows[:kept].copy(), moved_keys[:kept].copy()
