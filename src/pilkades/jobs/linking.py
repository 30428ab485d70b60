"""Finding rows that may be one person: here on all cores or on Spark, with one kernel and one answer."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pilkades.jobs.columns import Columns
from pilkades.jobs.evidence import PATTERNS
from pilkades.jobs.kernel import Order, Rows, Rules, walk
from pilkades.jobs.model import Model
from pilkades.jobs.packing import Packed, packed, with_rarity
from pilkades.jobs.pairs import RULES, Crowd, Ids, Pairs, Patterns, shown
from pilkades.jobs.settings import LOCAL, Settings
from pilkades.jobs.training import common_names, rules_of, started, trained

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many; what it raises stops the run."""

_ROOM = 1 << 17
_STEP = 1 << 16
_LOW = np.int64(0xFFFFFFFF)


def find_pairs(
    columns: Columns,
    settings: Settings | None = None,
    model: Model | None = None,
    progress: Progress | None = None,
) -> Pairs:
    """The pairs of rows that are likely enough to be one person, or have the same NIK.

    A model is trained on these rows unless one is given. The answer does not depend on the engine, on the
    number of threads or on the order of the rows' work.
    """
    settings = settings or Settings()
    if settings.engine != LOCAL:
        from pilkades.jobs.spark import find_pairs_on_spark  # noqa: PLC0415 -- pyspark is an extra

        return find_pairs_on_spark(columns, settings, model or train(columns, settings))
    rows = packed(columns)
    return _pairs(rows, settings, model, progress or _unwatched)


def _unwatched(_done: int, _total: int) -> None:
    """Nobody asked."""


def train(columns: Columns, settings: Settings | None = None) -> Model:
    """The model that `find_pairs` would train on these rows."""
    settings = settings or Settings()
    return _pairs(packed(columns), settings, None, _unwatched).model


def _pairs(rows: Packed, settings: Settings, model: Model | None, progress: Progress) -> Pairs:
    counts = None
    if model is None:
        model, counts = started(rows, settings, common_names(rows))
    else:
        with_rarity(rows.fields, dict(model.common))
    found = _walked(rows, settings, rules_of(model.kept_patterns(), settings.scope), progress)
    if counts is not None:
        seen = np.bincount(found.pattern, minlength=PATTERNS).astype(np.float64)
        model = trained(model, counts, seen)
    one, other = rows.ids[found.one], rows.ids[found.other]
    return Pairs(
        *shown(one, other, found.pattern, model, settings.least), model, found.crowds, found.compared
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    one: Ids
    other: Ids
    pattern: Patterns
    crowds: tuple[Crowd, ...]
    compared: int


def _walked(rows: Packed, settings: Settings, rules: Rules, progress: Progress) -> _Found:
    """Sort the rows by each key, take crowds out, then walk every rule's blocks in pieces on all threads."""
    threads = settings.threads or len(os.sched_getaffinity(0))
    keys = rows.keys.copy()
    with ThreadPoolExecutor(threads) as pool:
        orders = list(pool.map(lambda rule: _sorted(keys, rule, settings.largest_block), range(len(RULES))))
        pieces = [
            (rule, order, begin, end)
            for rule, (order, _) in enumerate(orders)
            for begin, end in _pieces(keys[order, rule])
        ]
        total = len(RULES) + len(pieces)
        progress(len(RULES), total)
        table = Rows(rows.fields, rows.letters)
        tasks = [pool.submit(_walk, table, rules, keys, *piece) for piece in pieces]
        results = list(_watched(tasks, len(RULES), progress))
    packed_pairs = np.concatenate([np.zeros(0, np.int64), *(pairs for pairs, _, _ in results)])
    return _Found(
        one=packed_pairs >> 32,
        other=packed_pairs & _LOW,
        pattern=np.concatenate([np.zeros(0, np.uint16), *(patterns for _, patterns, _ in results)]),
        crowds=tuple(crowd for _, crowds in orders for crowd in crowds),
        compared=sum(compared for _, _, compared in results),
    )


Walked = tuple[Ids, Patterns, int]


def _watched(tasks: list[Future[Walked]], done: int, progress: Progress) -> Iterator[Walked]:
    total = done + len(tasks)
    try:
        for task in tasks:
            yield task.result()
            done += 1
            progress(done, total)
    finally:
        for task in tasks:
            task.cancel()


def _sorted(keys: NDArray[np.uint64], rule: int, largest: int) -> tuple[Order, tuple[Crowd, ...]]:
    """The rows in the order of their key, without those that have none; keys of crowds become none."""
    column = np.ascontiguousarray(keys[:, rule])
    order = np.argsort(column).astype(np.int32)
    sorted_keys = column[order]
    first = int(np.searchsorted(sorted_keys, 1))
    order, sorted_keys = order[first:], sorted_keys[first:]
    bounds = np.flatnonzero(np.diff(sorted_keys, prepend=np.uint64(0), append=np.uint64(0)))
    sizes = np.diff(bounds)
    crowds = []
    whole = np.ones(len(order), np.bool_)
    for begin, size in zip(
        bounds[:-1][sizes > largest].tolist(), sizes[sizes > largest].tolist(), strict=True
    ):
        whole[begin : begin + size] = False
        crowds.append(Crowd(rule, size))
    keys[order[~whole], rule] = 0
    return order[whole], tuple(sorted(crowds, key=lambda crowd: crowd.rows))


def _pieces(sorted_keys: NDArray[np.uint64]) -> Iterator[tuple[int, int]]:
    """Cut the sorted rows where a key ends, some ten thousand at a time."""
    begin = 0
    while begin < len(sorted_keys):
        end = min(begin + _STEP, len(sorted_keys))
        while end < len(sorted_keys) and sorted_keys[end] == sorted_keys[end - 1]:
            end += 1
        yield begin, end
        begin = end


def _walk(  # noqa: PLR0913, PLR0917 -- hands on what a kernel needs
    table: Rows, rules: Rules, keys: NDArray[np.uint64], rule: int, order: Order, begin: int, end: int
) -> Walked:
    size = max(_ROOM, 2 * (end - begin))
    room, patterns = np.empty(size, np.int64), np.empty(size, np.uint16)
    parts: list[tuple[Ids, Patterns]] = []
    compared = 0
    while begin < end:
        kept, begin, more = walk(table, rules, keys, order, rule, begin, end, room, patterns)
        parts.append((room[:kept].copy(), patterns[:kept].copy()))
        compared += more
    return (
        np.concatenate([pairs for pairs, _ in parts]),
        np.concatenate([found for _, found in parts]),
        compared,
    )
