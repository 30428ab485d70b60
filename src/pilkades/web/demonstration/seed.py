"""Choices that look like chance and come out alike every time: a seed, hashed with what is chosen for."""

from collections.abc import Sequence
from typing import TypeVar

from pilkades.base.digest import digest

SEED = "pilkades-1"
_HALF = 16

Thing = TypeVar("Thing")


def number(below: int, *words: str) -> int:
    """A whole number from 0 up to `below`, always the same for these words."""
    return int(digest([SEED, *words])[:_HALF], 16) % below


def one_of(things: Sequence[Thing], *words: str) -> Thing:
    """One of the things, always the same for these words."""
    return things[number(len(things), *words)]


def ten_bytes(*words: str) -> bytes:
    """Ten bytes for the name of an act."""
    return bytes.fromhex(digest([SEED, "act", *words])[:20])
