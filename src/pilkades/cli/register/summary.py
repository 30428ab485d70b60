"""`pilkades register summary`: the part of a voter list that may be published, and nothing else of it."""

from datetime import date
from typing import Annotated

import typer

from pilkades.base.digest import Json
from pilkades.base.language import Language, Text, say
from pilkades.cli.covering import all_covered, covered
from pilkades.cli.options import AsJson, Lang, a_day
from pilkades.cli.paper import Paper
from pilkades.cli.register.check import READING, both_of
from pilkades.cli.register.check_text import write_head
from pilkades.cli.register.described import described_head
from pilkades.cli.register.drawing_up import who_may_vote
from pilkades.cli.register.options import (
    CountyOf,
    DpsAdopted,
    File,
    HeaderRow,
    LayoutOf,
    Maps,
    MaritalCodes,
    OnlySheets,
    PollingDay,
    Progress,
    Stated,
)
from pilkades.cli.register.progress import progress
from pilkades.cli.register.sources import How, Source
from pilkades.cli.reporting import answering, write_json
from pilkades.cli.sentences import capital
from pilkades.cli.spoken_help import both
from pilkades.register.reasons import Poll
from pilkades.register.summary import LEAST_CELL, TABLES, Summary, published, summarise

HELP = Text("Ringkasan yang boleh diumumkan.", "The summary that may be published.")
COMMAND = "pilkades register summary"
_PREVIOUS = Text(
    "Hari pemilihan sebelumnya, untuk pemilih pemula.", "Day of the poll before, for first-time voters."
)


def sum_up(  # noqa: PLR0913 -- each is an option of its own
    file: File,
    *,
    polling_day: PollingDay,
    county: CountyOf,
    previous_poll: Annotated[
        str | None, typer.Option("--previous-poll", metavar="DATE", help=both(_PREVIOUS))
    ] = None,
    as_json: AsJson = False,
    dps_adopted: DpsAdopted = None,
    stated: Stated = None,
    layout: LayoutOf = None,
    maps: Maps = None,
    header_row: HeaderRow = None,
    marital: MaritalCodes = None,
    sheets: OnlySheets = None,
    show_progress: Progress = None,
    language: Lang = Language.ID,
) -> None:
    """Count those who may vote by dusun, sex, age, disability and first vote; small numbers are withheld."""
    how = How(layout=layout, maps=maps or (), header_row=header_row, marital=marital, sheets=sheets or ())
    with answering(COMMAND, language, as_json=as_json):
        source, poll = both_of(file, how, COMMAND, (polling_day, county, dps_adopted, stated or []))
        previous = a_day(previous_poll, COMMAND, "--previous-poll") if previous_poll else None
        with progress(READING, source.lines, language, asked=show_progress) as advance:
            summary = published(summarise(who_may_vote(source, poll, advance), poll, previous))
    if as_json:
        write_json(all_covered(_described(source, poll, summary, previous, language)))
    else:
        _say(source, poll, summary, language)


def _described(
    source: Source, poll: Poll, summary: Summary, previous: date | None, language: Language
) -> dict[str, Json]:
    head = described_head(source, poll, language)
    # How the sheets are read is no part of what may be published.
    return {key: value for key, value in head.items() if key != "sheets"} | {
        "previous_poll": previous.isoformat() if previous else None,
        "least_cell": LEAST_CELL,
        "total": summary.total,
        "tables": [
            {
                "by": by.value,
                "label": TABLES[by].to(language),
                "lines": [{"label": cell.label.to(language), "count": cell.count} for cell in cells],
            }
            for by, cells in summary.tables.items()
        ],
    }


_TITLE = Text("Ringkasan daftar pemilih {file}", "Summary of the voter list {file}")
_TOTAL = Text("Yang berhak memilih", "Who may vote")
_WITHHELD = Text("tidak ditampilkan", "withheld")
_WHY = Text(
    "Angka di bawah {n} tidak ditampilkan, juga angka lain yang dapat membukanya.",
    "Numbers below {n} are withheld, and others that would give them away.",
)


def _say(source: Source, poll: Poll, summary: Summary, language: Language) -> None:
    paper = Paper()
    write_head(paper, _TITLE, source, poll, language)
    paper.labelled(_TOTAL.to(language), _count(summary.total, language))
    for by, cells in summary.tables.items():
        if not cells:
            continue
        paper.section(capital(TABLES[by].to(language)))
        for cell in cells:
            paper.item(f"{capital(covered(cell.label.to(language)))}: {_count(cell.count, language)}")
    paper.blank()
    paper.line(_WHY.fill(n=LEAST_CELL).to(language))


def _count(count: int | None, language: Language) -> str:
    return _WITHHELD.to(language) if count is None else say(count, language)
