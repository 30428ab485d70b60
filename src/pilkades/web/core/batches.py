"""Long rows of things in pieces that one small transaction holds."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

BATCH = 2_000
_Thing = TypeVar("_Thing")


def in_batches(things: Iterable[_Thing], size: int = BATCH) -> Iterator[list[_Thing]]:
    """The things in their order, so many at a time."""
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch
