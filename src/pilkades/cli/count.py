"""`pilkades count`: the sheets of a village, added up and held against their own arithmetic."""

from pathlib import Path
from typing import Annotated

import typer

from pilkades.base.digest import Json
from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language, Text
from pilkades.cli import replay_words as words
from pilkades.cli.clock import today
from pilkades.cli.figures_text import write_identities, write_lines, write_turnout
from pilkades.cli.law_diff import described_law
from pilkades.cli.law_text import law_name
from pilkades.cli.options import AsJson, County, Lang, On, a_county, a_day
from pilkades.cli.paper import Paper
from pilkades.cli.replay_json import described_count, described_identity, turnout
from pilkades.cli.reporting import answering, write_json
from pilkades.cli.spoken_help import both
from pilkades.compliance.ties import chain_of
from pilkades.count.csv_sheets import read_sheets
from pilkades.count.identities import identities
from pilkades.count.recapitulation import Recapitulation, gather, recapitulate
from pilkades.count.result import Circumstances, Result, SingleCandidate, decide
from pilkades.count.sheet import Sheet
from pilkades.count.ties import Place, TieFacts, TieStep
from pilkades.regulation.rulebook import Rulebook

HELP = Text(
    "Jumlahkan lembar TPS dan periksa angkanya.", "Add the sheets of the TPS and check their figures."
)
_SHEETS = Text("Berkas CSV, satu baris tiap TPS.", "A CSV file, one row per TPS.")
_TITLE = Text("Penghitungan suara dari {n} TPS", "The count of {n} TPS")
_LAW = Text("Hukum yang dipakai", "Law used")
_PER_SHEET = Text("Angka tiap TPS", "Figures of each TPS")
_VILLAGE = Text("Jumlah desa", "Village total")
_NOTES = Text("Yang perlu diperiksa", "What to check")
_QUESTION = Text("Pertanyaan", "Question")
_ALL_FIT = Text("Tidak ada jumlah yang tidak cocok.", "No sum fails.")
_EMPTY_COLUMN = "kolom kosong"


def count_sheets(
    sheets: Annotated[str, typer.Argument(metavar="SHEETS.csv", help=both(_SHEETS))],
    *,
    as_json: AsJson = False,
    county: County = None,
    on: On = None,
    language: Lang = Language.ID,
) -> None:
    """Read sheets, add them, hold each against its arithmetic, and say who has the most votes."""
    with answering(sheets, language, as_json=as_json):
        book, read = _read(sheets, county, on)
        recap = recapitulate(gather(read), [sheet.tps for sheet in read])
        result = _result(recap.village, read, chain_of(book))
    if as_json:
        write_json(_described(sheets, book, read, recap, result, language))
    else:
        _write(book, read, recap, result, language)


def _read(file: str, county: str | None, on: str | None) -> tuple[Rulebook, tuple[Sheet, ...]]:
    """The law and the sheets; faults of both are named at once."""
    faults: list[Fault] = []
    book: Rulebook | None = None
    read: tuple[Sheet, ...] = ()
    try:
        book = Rulebook.at(a_day(on, "pilkades count", "--on") if on else today(), a_county(county))
    except FaultyInput as error:
        faults += error.faults
    try:
        read = read_sheets(Path(file).read_text(encoding="utf-8"), file)
    except FaultyInput as error:
        faults += error.faults
    if faults or book is None:
        raise FaultyInput(faults)
    return book, read


def _result(village: Sheet, sheets: tuple[Sheet, ...], chain: tuple[TieStep, ...]) -> Result:
    places = tuple(Place(sheet.tps, sheet.registered, sheet.votes) for sheet in sheets)
    empty = next((name for name in village.votes if name.casefold() == _EMPTY_COLUMN), None)
    circumstances = Circumstances()
    if empty is not None and len(village.votes) == len((empty, "candidate")):
        name = next(name for name in village.votes if name != empty)
        circumstances = Circumstances(single=SingleCandidate(name, empty))
    return decide(village.votes, chain, TieFacts(tps=places), circumstances)


def _described(
    file: str,
    book: Rulebook,
    sheets: tuple[Sheet, ...],
    recap: Recapitulation,
    result: Result,
    language: Language,
) -> Json:
    return {
        "file": file,
        "language": language.value,
        **described_law(book, language),
        "complete": recap.complete,
        "sheets": [_sheet(sheet, language) for sheet in sheets],
        "village": _sheet(recap.village, language),
        "turnout": turnout(recap.village),
        "result": described_count(result, language),
        "lines": [line.to(language) for line in recap.lines],
        "tie_chain": [_step(step) for step in chain_of(book)],
    }


def _sheet(sheet: Sheet, language: Language) -> Json:
    return {
        "tps": sheet.tps,
        "figures": dict(sheet.figures()),
        "identities": [described_identity(item, language) for item in identities(sheet)],
    }


def _step(step: TieStep) -> Json:
    return {"method": step.method.value, "article": step.article.notation if step.article else None}


def _tps(sheet: Sheet) -> str:
    return sheet.tps if sheet.tps.upper().startswith("TPS") else f"TPS {sheet.tps}"


def _write(
    book: Rulebook, sheets: tuple[Sheet, ...], recap: Recapitulation, result: Result, language: Language
) -> None:
    paper = Paper()
    paper.title(_TITLE.fill(n=len(sheets)).to(language))
    paper.labelled(_LAW.to(language), f"{law_name(book, language)}; {book.regime.label.to(language)}")
    paper.section(words.RESULT.to(language))
    write_lines(paper, result, language)
    write_turnout(paper, recap.village, language)
    # a tie's question already ends the line of its step
    spoken = " ".join(line.to(language) for line in result.lines)
    asked = [question.to(language) for question in result.questions]
    for question in (one for one in asked if one not in spoken):
        paper.labelled(_QUESTION.to(language), question)
    paper.section(_NOTES.to(language))
    for line in recap.lines:
        paper.item(line.to(language))
    if not recap.lines:
        paper.line(_ALL_FIT.to(language))
    paper.section(_PER_SHEET.to(language))
    for sheet in sheets:
        paper.blank()
        paper.line((_tps(sheet), "bold"))
        write_identities(paper, identities(sheet), language, everything=False)
    if len(sheets) > 1:
        paper.section(_VILLAGE.to(language))
        write_identities(paper, identities(recap.village), language, everything=False)
