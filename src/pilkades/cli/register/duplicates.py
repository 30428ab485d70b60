"""`pilkades register duplicates`: rows that may be one person, with what agrees and what differs."""

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from pilkades.base.digest import Json
from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Language, Text, say
from pilkades.cli.covering import all_covered, covered
from pilkades.cli.options import AsJson, Lang, a_day
from pilkades.cli.paper import Paper
from pilkades.cli.register.options import HeaderRow, LayoutOf, Maps, OnlySheets, PollingDay, Progress
from pilkades.cli.register.progress import progress
from pilkades.cli.register.sources import How, Source, source_of
from pilkades.cli.reporting import FOUND, answering, write_json
from pilkades.cli.spoken_help import both
from pilkades.register.duplicates import Reading
from pilkades.register.pair_words import HEADINGS, in_short, points

if TYPE_CHECKING:
    from pilkades.cli.register.pairing import Found, Paired, Place

HELP = Text("Cari baris yang mungkin orang yang sama.", "Find rows that may be the same person.")
COMMAND = "pilkades register duplicates"
SHOWN = 40
_FILES = Text("Satu berkas tiap desa: xlsx, xls, ods, CSV.", "One file per village: xlsx, xls, ods, CSV.")
_SCOPE = Text("Pasangan yang dicari.", "Which pairs are looked for.")
_LEAST = Text(
    "Peluang paling kecil yang ditampilkan, dalam persen.", "The least probability shown, in per cent."
)
_THREADS = Text("Jumlah utas; 0 semua inti.", "Number of threads; 0 for all cores.")
_ENGINE = Text("local, atau alamat induk Spark.", "local, or the address of a Spark master.")
_FAIL_ON = Text("Status keluar 1 bila ada pasangan seperti ini.", "Exit with 1 if there is a pair like this.")
_READING = Text("Membaca", "Reading")


class Scope(StrEnum):
    """Which pairs are looked for."""

    EVERYWHERE = "everywhere"
    WITHIN = "within"
    ACROSS = "across"


class Threshold(StrEnum):
    """What `--fail-on` may name."""

    MAYBE_SAME = "maybe_same"
    CANNOT_TELL = "cannot_tell"


_REACHES = {
    Threshold.MAYBE_SAME: frozenset({Reading.MAYBE_SAME, Reading.ONE_NUMBER}),
    Threshold.CANNOT_TELL: frozenset({Reading.MAYBE_SAME, Reading.ONE_NUMBER, Reading.CANNOT_TELL}),
}


def find_duplicates(  # noqa: PLR0913 -- each is an option of its own
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=both(_FILES))],
    *,
    polling_day: PollingDay,
    as_json: AsJson = False,
    scope: Annotated[Scope, typer.Option("--scope", help=both(_SCOPE))] = Scope.EVERYWHERE,
    least: Annotated[int, typer.Option("--least", min=0, max=100, help=both(_LEAST))] = 50,
    threads: Annotated[int, typer.Option("--threads", min=0, help=both(_THREADS))] = 0,
    engine: Annotated[str, typer.Option("--engine", metavar="ENGINE", help=both(_ENGINE))] = "local",
    layout: LayoutOf = None,
    maps: Maps = None,
    header_row: HeaderRow = None,
    sheets: OnlySheets = None,
    fail_on: Annotated[Threshold | None, typer.Option("--fail-on", help=both(_FAIL_ON))] = None,
    show_progress: Progress = None,
    language: Lang = Language.ID,
) -> None:
    """Compare the rows and show the pairs that a committee should look at; nothing is removed."""
    how = How(layout=layout, maps=maps or (), header_row=header_row, sheets=sheets or ())
    with answering(COMMAND, language, as_json=as_json):
        day = a_day(polling_day, COMMAND, "--polling-day")
        sources = _sources(files, how)
        # The kernels take a moment to load; what cannot be used is said before that.
        from pilkades.cli.register.pairing import pair_up  # noqa: PLC0415
        from pilkades.jobs.settings import Scope as Looked  # noqa: PLC0415
        from pilkades.jobs.settings import Settings  # noqa: PLC0415

        settings = Settings(engine=engine, threads=threads, scope=Looked(scope.value), least=least / 100)
        lines = sum(source.lines for source in sources)
        try:
            with progress(_READING, lines, language, asked=show_progress) as advance:
                paired = pair_up(sources, day, settings, advance)
        except ModuleNotFoundError as error:
            raise FaultyInput(
                [Fault(COMMAND, "--engine", _NO_SPARK.fill(name=error.name), _SPARK)]
            ) from error
    if as_json:
        write_json(all_covered(_described(files, polling_day, scope, paired, language)))
    else:
        _say(files, paired, language)
    if fail_on is not None and any(pair.reading in _REACHES[fail_on] for pair in paired.pairs):
        raise typer.Exit(FOUND)


_NO_SPARK = Text("{name} belum terpasang.", "{name} is not installed.")
_SPARK = Text(
    "Pasang pilkades[spark], atau pakai --engine local.", "Install pilkades[spark], or use --engine local."
)


def _sources(files: list[str], how: How) -> list[Source]:
    """Every file; the faults of all are named at once."""
    faults: list[Fault] = []
    sources: list[Source] = []
    for file in dict.fromkeys(files):
        try:
            sources.append(source_of(file, COMMAND, how))
        except FaultyInput as error:
            faults += error.faults
    if faults:
        raise FaultyInput(faults)
    return sources


def _described(
    files: list[str], polling_day: str, scope: Scope, paired: "Paired", language: Language
) -> dict[str, Json]:
    readings = Counter(pair.reading for pair in paired.pairs)
    return {
        "files": list(files),
        "language": language.value,
        "polling_day": polling_day,
        "scope": scope.value,
        "rows": paired.rows,
        "waiting": paired.waiting,
        "compared": paired.compared,
        "crowds": [{"key": crowd.words, "rows": crowd.rows} for crowd in paired.crowds],
        "readings": {kind.value: readings[kind] for kind in Reading},
        "pairs": [_pair(pair, language) for pair in paired.pairs],
    }


def _pair(pair: "Found", language: Language) -> Json:
    heading = HEADINGS[pair.reading]
    return {
        "rows": [_place(pair.first), _place(pair.second)],
        "probability": f"{pair.probability * 100:.2f}",
        "same_nik": pair.same_nik,
        "reading": pair.reading.value,
        "title": heading.title.to(language),
        "why": heading.why.to(language),
        "what_to_do": heading.what_to_do.to(language),
        "points": [
            {"field": point.field, "speaks": point.speaks.value, "message": point.message.to(language)}
            for point in points(pair.evidence)
        ],
    }


def _place(place: "Place") -> Json:
    return {"file": place.file, "sheet": place.source.sheet, "row": place.source.row}


_TITLE = Text("Baris yang mungkin orang yang sama", "Rows that may be the same person")
_ROWS = Text(
    "{rows} baris dari {files} berkas dibandingkan; {waiting} menunggu perbaikan dan tidak ikut.",
    "{rows} rows of {files} files were compared; {waiting} wait for a repair and were left out.",
)
_NOTHING = Text("Tidak ada pasangan yang perlu dilihat.", "There is no pair to look at.")
_NOBODY = Text(
    "Tidak ada yang dihapus. Panitia yang menentukan, setelah mencocokkan KTP atau KK.",
    "Nothing is removed. The committee decides, after comparing the cards.",
)
_CROWD = Text(
    "Tidak dibandingkan menurut “{key}”: {rows} baris memuat isi yang sama.",
    "Not compared by “{key}”: {rows} rows hold the same.",
)
_PAIRS = Text("{title} ({n})", "{title} ({n})")
_MORE = Text("Dan {n} lagi. Semuanya: --json.", "And {n} more. All of them: --json.")
_CHANCE = Text("peluang {share} persen", "probability {share} per cent")


def _say(files: list[str], paired: "Paired", language: Language) -> None:
    paper = Paper()
    paper.title(_TITLE.to(language))
    rows = _ROWS.fill(rows=paired.rows, files=len(dict.fromkeys(files)), waiting=paired.waiting)
    paper.line(rows.to(language))
    for crowd in paired.crowds:
        paper.line(_CROWD.fill(key=crowd.words, rows=crowd.rows).to(language))
    if not paired.pairs:
        paper.line(_NOTHING.to(language))
        return
    paper.line(_NOBODY.to(language))
    for kind in Reading:
        pairs = [pair for pair in paired.pairs if pair.reading is kind]
        if pairs:
            _write_pairs(paper, kind, pairs, language)


def _write_pairs(paper: Paper, kind: Reading, pairs: list["Found"], language: Language) -> None:
    heading = HEADINGS[kind]
    paper.section(_PAIRS.fill(title=heading.title, n=len(pairs)).to(language))
    paper.line(f"{heading.why.to(language)} {heading.what_to_do.to(language)}")
    for pair in pairs[:SHOWN]:
        chance = _CHANCE.fill(share=f"{pair.probability * 100:.0f}").to(language)
        words = f"{_spoken(pair.first)} + {_spoken(pair.second)}: {in_short(pair.evidence).to(language)}"
        paper.item(f"{covered(words)} ({chance})")
    if len(pairs) > SHOWN:
        paper.line(_MORE.fill(n=say(len(pairs) - SHOWN, language)).to(language))


def _spoken(place: "Place") -> str:
    return f"{place.source.sheet} {place.source.row}"
