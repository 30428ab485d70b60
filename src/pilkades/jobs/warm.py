"""Compile every kernel once, so that nobody waits for it later: `python -m pilkades.jobs.warm`."""

import time

import polars as pl

from pilkades.jobs.columns import Columns
from pilkades.jobs.linking import find_pairs
from pilkades.jobs.settings import Settings


def warm() -> float:
    """Run the whole way on four made-up rows; returns how many seconds it took."""
    began = time.perf_counter()
    rows = pl.DataFrame(
        {
            "name": ["Contoh Satu", "Contoh Satu", "Contoh Dua", "Contoh Sartu"],
            "nik": ["9901011203800001", "9901011203800002", None, "9901011203800001"],
            "year": [1980] * 4,
            "month": [3] * 4,
            "day": [12] * 4,
        }
    )
    find_pairs(Columns.of_frame(rows), Settings(threads=1))
    return time.perf_counter() - began


if __name__ == "__main__":
    print(f"Siap: pencari data ganda / ready: the finder of duplicates ({warm():.1f} s)")  # noqa: T201
