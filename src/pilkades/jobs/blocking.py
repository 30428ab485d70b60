"""Rows that share a key, side by side; both the local run and Spark walk them through here."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from pilkades.jobs.kernel import Numbers, Order, Rows, Rules, walk
from pilkades.jobs.kernel_sorting import shared
from pilkades.jobs.pairs import Crowd, Ids, Patterns

_ROOM = 1 << 17
_STEP = 1 << 16
_LOW = np.int64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """The rows that share this rule's key with another, in the order of their keys."""

    rule: int
    order: Order
    keys: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Walked:
    """Pairs worth keeping by the places of their rows, and how many were compared."""

    one: Ids
    other: Ids
    pattern: Patterns
    compared: int


def blocks_of(column: Numbers, rule: int) -> Blocks:
    """Sort the rows by this key, without those that have none or share it with nobody."""
    return Blocks(rule, *shared(np.ascontiguousarray(column)))


def without_crowds(blocks: Blocks, largest: int, keys: Numbers) -> tuple[Blocks, tuple[Crowd, ...]]:
    """Take out keys that more rows share than the largest block may have; in `keys` these become none."""
    if len(blocks.keys) <= largest or not (blocks.keys[largest:] == blocks.keys[:-largest]).any():
        return blocks, ()
    _, starts, sizes = np.unique(blocks.keys, return_index=True, return_counts=True)
    kept = np.ones(len(blocks.keys), np.bool_)
    crowds = []
    for start, size in zip(starts[sizes > largest].tolist(), sizes[sizes > largest].tolist(), strict=True):
        kept[start : start + size] = False
        crowds.append(Crowd(blocks.rule, size))
    keys[blocks.order[~kept], blocks.rule] = 0
    crowds.sort(key=lambda crowd: crowd.rows)
    return Blocks(blocks.rule, blocks.order[kept], blocks.keys[kept]), tuple(crowds)


def pieces(blocks: Blocks) -> Iterator[tuple[int, int]]:
    """Cut the sorted rows where a key ends, some ten thousand at a time."""
    begin = 0
    while begin < len(blocks.keys):
        end = min(begin + _STEP, len(blocks.keys))
        if end < len(blocks.keys):
            end += int(np.searchsorted(blocks.keys[end:], blocks.keys[end - 1], side="right"))
        yield begin, end
        begin = end


def walked(rows: Rows, rules: Rules, keys: Numbers, blocks: Blocks, piece: tuple[int, int]) -> Walked:
    """Compare the rows of every block in this piece."""
    begin, end = piece
    size = max(_ROOM, 2 * (end - begin))
    room, patterns = np.empty(size, np.int64), np.empty(size, np.uint16)
    parts = [np.zeros(0, np.int64)]
    found = [np.zeros(0, np.uint16)]
    compared = 0
    while begin < end:
        kept, begin, more = walk(
            rows, rules, keys, blocks.order, blocks.keys, blocks.rule, begin, end, room, patterns
        )
        parts.append(room[:kept].copy())
        found.append(patterns[:kept].copy())
        compared += more
    pairs = np.concatenate(parts)
    return Walked(pairs >> 32, pairs & _LOW, np.concatenate(found), compared)
