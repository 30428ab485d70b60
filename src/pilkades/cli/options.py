"""Options that several commands share, and how their values are read."""

from datetime import date
from typing import Annotated

import typer

from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.base.language import Language, Text
from pilkades.cli.spoken_help import VARIABLE, both
from pilkades.regulation.loader import shipped_law

Lang = Annotated[
    Language,
    typer.Option("--lang", envvar=VARIABLE, help=both(Text("Bahasa keluaran.", "Language of the output."))),
]
AsJson = Annotated[
    bool,
    typer.Option(
        "--json",
        help=both(
            Text("Keluaran JSON yang tetap bentuknya.", "Output as JSON of a stable, documented form.")
        ),
    ),
]
On = Annotated[
    str | None,
    typer.Option(
        "--on",
        metavar="DATE",
        help=both(
            Text(
                "Hukum pada hari ini (2026-10-03); tanpa ini hari sekarang.",
                "Law of this day; else of today.",
            )
        ),
    ),
]
County = Annotated[
    str | None,
    typer.Option(
        "--county",
        metavar="COUNTY",
        help=both(
            Text(
                "Kabupaten: nama pendek atau kode (tegal, 33.28).",
                "County by short name or code (tegal, 33.28).",
            )
        ),
    ),
]

_NOT_A_DAY = (
    Text("{words} bukan tanggal.", "{words} is no date."),
    Text("Tulis tahun-bulan-hari, misalnya 2026-10-03.", "Write year-month-day, such as 2026-10-03."),
)


def a_day(words: str, command: str, key: str) -> date:
    """Read a date.

    Raises:
        FaultyInput: when it is none.
    """
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        problem, remedy = _NOT_A_DAY
        raise FaultyInput([Fault(command, key, problem.fill(words=words), remedy)]) from None


def a_county(words: str | None) -> str | None:
    """The short name of a county from its short name, its code or its name.

    Raises:
        PilkadesError: `unknown-county`, with those that are known.
    """
    if words is None:
        return None
    asked = words.strip().casefold()
    counties = shipped_law().counties
    for slug, county in counties.items():
        if asked in {slug, (county.code or slug), county.name.casefold()}:
            return slug
    known = [f"{slug} ({county.code})" if county.code else slug for slug, county in sorted(counties.items())]
    raise PilkadesError("unknown-county", county=words, known=known)


def is_county(words: str) -> bool:
    """Whether the words name a county."""
    try:
        a_county(words)
    except PilkadesError:
        return False
    return True
