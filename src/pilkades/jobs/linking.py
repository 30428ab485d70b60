"""Finding rows that may be one person: here on all cores or on Spark, with one kernel and one answer."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from pilkades.jobs.blocking import Blocks, Walked, blocks_of, pieces, walked, without_crowds
from pilkades.jobs.columns import Columns
from pilkades.jobs.evidence import PATTERNS
from pilkades.jobs.kernel import Rows, Rules
from pilkades.jobs.model import Model
from pilkades.jobs.packing import Packed, packed, with_rarity
from pilkades.jobs.pairs import RULES, Crowd, Ids, Pairs, Patterns, shown
from pilkades.jobs.settings import LOCAL, Settings
from pilkades.jobs.training import rules_of, started, trained

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many; what it raises stops the run."""


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
        model, counts = started(rows, settings)
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
    table = Rows(rows.fields, rows.letters)

    def sort(rule: int) -> tuple[Blocks, tuple[Crowd, ...]]:
        return without_crowds(blocks_of(rows.keys[:, rule], rule), settings.largest_block, rows.keys)

    with ThreadPoolExecutor(settings.threads or len(os.sched_getaffinity(0))) as pool:
        sorted_rules = list(pool.map(sort, range(len(RULES))))
        tasks = [
            pool.submit(walked, table, rules, rows.keys, blocks, piece)
            for blocks, _ in sorted_rules
            for piece in pieces(blocks)
        ]
        progress(len(RULES), len(RULES) + len(tasks))
        results = [Walked(*(np.zeros(0, np.int64),) * 2, np.zeros(0, np.uint16), 0)]
        results.extend(_watched(tasks, len(RULES), progress))
    return _Found(
        one=np.concatenate([result.one for result in results]),
        other=np.concatenate([result.other for result in results]),
        pattern=np.concatenate([result.pattern for result in results]),
        crowds=tuple(crowd for _, crowds in sorted_rules for crowd in crowds),
        compared=sum(result.compared for result in results),
    )


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
