"""Made-up people by hand, in columns; area 99 is no province's."""

import polars as pl

from pilkades.jobs.columns import SCHEMA, Columns

Person = dict[str, object]
CARD, OTHER_CARD = "9901010101000001", "9901010101000002"
HERE, THERE = "99.01.01.2001", "99.01.02.2003"


def person(name: str, nik: str | None = "9901011203800001", **changes: object) -> Person:
    """A man born on 12 March 1980 who lives here, unless something else is said."""
    usual: Person = {"name": name, "nik": nik, "kk": CARD, "sex": "L", "village": HERE}
    return usual | {"year": 1980, "month": 3, "day": 12} | changes


def columns(*people: Person) -> Columns:
    """The rows in this order, numbered from 0."""
    return Columns.of_frame(pl.DataFrame([{"id": at, **row} for at, row in enumerate(people)], schema=SCHEMA))
