"""A register as columns: what the kernels read, from voters, from a frame, or from a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import polars as pl

from pilkades.base.errors import PilkadesError
from pilkades.register.voter import Voter

SCHEMA: dict[str, pl.DataType] = {
    "id": pl.Int64(),
    "name": pl.String(),
    "nik": pl.String(),
    "kk": pl.String(),
    "sex": pl.String(),
    "year": pl.Int32(),
    "month": pl.Int32(),
    "day": pl.Int32(),
    "village": pl.String(),
}
"""`sex` is L or P; parts of a birth date that are not known are null or 0."""

_OPTIONAL = ("kk", "sex", "village")


@dataclass(frozen=True, slots=True, repr=False)
class Columns:
    """One row for each voter; `id` is the caller's own number of the row, and no two rows share it."""

    frame: pl.DataFrame

    def __len__(self) -> int:
        return self.frame.height

    @classmethod
    def of_voters(
        cls, voters: Sequence[Voter], villages: Sequence[str] | str = "", ids: Sequence[int] | None = None
    ) -> Self:
        """Take voters, with one village for all or one for each; a row's number is its place unless given.

        Raises:
            PilkadesError: code `columns-length` when villages or ids are not as many as voters.
        """
        known = [voter.birth.earliest if voter.birth and voter.birth.known else None for voter in voters]
        years = [
            voter.birth.earliest.year
            if voter.birth and voter.birth.earliest.year == voter.birth.latest.year
            else None
            for voter in voters
        ]
        places = [villages] * len(voters) if isinstance(villages, str) else list(villages)
        numbers = range(len(voters)) if ids is None else ids
        if len(places) != len(voters) or len(numbers) != len(voters):
            raise PilkadesError("columns-length", voters=len(voters), villages=len(places), ids=len(numbers))
        return cls.of_frame(
            pl.DataFrame(
                {
                    "id": numbers,
                    "name": [voter.name for voter in voters],
                    "nik": [voter.nik.digits if voter.nik else None for voter in voters],
                    "kk": [voter.kk.digits if voter.kk else None for voter in voters],
                    "sex": [voter.sex.value if voter.sex else None for voter in voters],
                    "year": years,
                    "month": [day.month if day else None for day in known],
                    "day": [day.day if day else None for day in known],
                    "village": [place or None for place in places],
                },
                schema=SCHEMA,
            )
        )

    @classmethod
    def of_frame(cls, frame: pl.DataFrame) -> Self:
        """Take a frame with these columns, or with `birth` (a date) for year, month and day.

        `id` is the row's place unless given; `kk`, `sex`, `village` may be left out. A part of a date that is
        no number is not known.

        Raises:
            PilkadesError: code `columns-missing` with their names; code `columns-ids` when two share one.
        """
        if "birth" in frame.columns and "year" not in frame.columns:
            birth = pl.col("birth")
            birth = (
                birth.str.to_date(strict=False) if frame["birth"].dtype == pl.String else birth.cast(pl.Date)
            )
            frame = frame.with_columns(year=birth.dt.year(), month=birth.dt.month(), day=birth.dt.day())
        if "id" not in frame.columns:
            frame = frame.with_row_index("id")
        absent = [pl.lit(None, SCHEMA[name]).alias(name) for name in _OPTIONAL if name not in frame.columns]
        frame = frame.with_columns(absent)
        if missing := [name for name in SCHEMA if name not in frame.columns]:
            raise PilkadesError("columns-missing", names=missing)
        frame = frame.select(pl.col(name).cast(kind, strict=False) for name, kind in SCHEMA.items())
        if frame["id"].null_count() or frame["id"].n_unique() != frame.height:
            raise PilkadesError("columns-ids", rows=frame.height)
        return cls(frame)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a Parquet or a CSV file; all of a CSV is text until a column says otherwise.

        Raises:
            PilkadesError: as `of_frame`; code `columns-file` for another kind of file.
        """
        match path.suffix.lower():
            case ".parquet":
                return cls.of_frame(pl.read_parquet(path))
            case ".csv":
                return cls.of_frame(pl.read_csv(path, infer_schema=False))
            case _:
                raise PilkadesError("columns-file", kind=path.suffix)
