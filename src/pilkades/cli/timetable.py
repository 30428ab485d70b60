"""`pilkades timetable`: every step of an election before and after its polling day."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Annotated

import typer

from pilkades.base.digest import Json
from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import EMPTY, Language, Text, joined, say, weekday
from pilkades.cli.article_json import described_article
from pilkades.cli.clock import now
from pilkades.cli.options import AsJson, Lang, a_county, a_day
from pilkades.cli.paper import Paper, write_exactly
from pilkades.cli.reporting import answering, write_json
from pilkades.cli.sentences import capital, cited, sentences, stage_words
from pilkades.cli.spoken_help import both
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.parameter import EVIDENCE, Evidence
from pilkades.timetable.days import Period
from pilkades.timetable.ical import icalendar
from pilkades.timetable.misfits import Misfit, check
from pilkades.timetable.proposal import Timetable
from pilkades.timetable.rows import Row, rows, timetable_for
from pilkades.timetable.steps import Weight

HELP = Text("Susun tahapan dari hari pemungutan suara.", "Lay out the steps from the polling day.")
_COUNTY = Text(
    "Kabupaten: nama pendek atau kode (tegal, 33.28).", "County by short name or code (tegal, 33.28)."
)
_POLLING = Text("Hari pemungutan suara.", "The polling day.")
_TERM = Text("Akhir masa jabatan; dapat diulang.", "End of a term; may be repeated.")
_ICS = Text("Keluaran iCalendar.", "Output as iCalendar.")
_TITLE = Text("Tahapan pemilihan, {county}", "Steps of the election, {county}")
_POLLING_DAY = Text("Pemungutan suara", "Polling day")
_TERM_ENDS = Text("Akhir masa jabatan", "End of term")
_LIST = Text("Daftar tahapan", "List of steps")
_WHO = Text("Oleh", "By")
_ARTICLE = Text("Pasal", "Article")
_PERIOD = Text("Jangka waktu", "Period")
_FITS = Text("Semua langkah cocok dengan batas waktunya.", "All steps fit their limits.")
_MISFITS = Text("Yang tidak cocok ({n})", "What does not fit ({n})")
_OPEN = Text("belum dapat ditentukan", "cannot be set yet")
_BY = Text("paling lambat {day}", "by {day}")
_FROM = Text("mulai {day}", "from {day}")
_TO = Text("{start} s.d. {end}", "{start} to {end}")
_BOTH = (
    Text("--json dan --ics tidak dapat dipakai bersama.", "--json and --ics cannot be used together."),
    Text("Pilih salah satu.", "Choose one."),
)


def show_timetable(
    county: Annotated[str, typer.Option("--county", metavar="COUNTY", help=both(_COUNTY))],
    polling_day: Annotated[str, typer.Option("--polling-day", metavar="DATE", help=both(_POLLING))],
    *,
    term_end: Annotated[
        list[str] | None, typer.Option("--term-end", metavar="DATE", help=both(_TERM))
    ] = None,
    as_json: AsJson = False,
    ics: Annotated[bool, typer.Option("--ics", help=both(_ICS))] = False,
    language: Lang = Language.ID,
) -> None:
    """Propose a timetable and say what does not fit in it."""
    command = "pilkades timetable"
    with answering(command, language, as_json=as_json):
        if as_json and ics:
            raise FaultyInput([Fault(command, "--ics", *_BOTH)])
        slug, day, ends = _read(county, polling_day, term_end or [], command)
        timetable = timetable_for(day, county=slug, term_ends=ends)
        misfits = check(timetable)
    if as_json:
        write_json(_described(timetable, misfits, slug, language))
    elif ics:
        write_exactly(icalendar(rows(timetable), f"{slug} {day.isoformat()}", now(), language))
    else:
        _write(timetable, misfits, slug, language)


def _read(
    county: str, polling_day: str, term_ends: Iterable[str], command: str
) -> tuple[str, date, tuple[date, ...]]:
    """County, polling day and ends of term; every date that is none is named at once."""
    faults: list[Fault] = []
    days: list[date] = []
    for words, key in ((polling_day, "--polling-day"), *((one, "--term-end") for one in term_ends)):
        try:
            days.append(a_day(words, command, key))
        except FaultyInput as error:
            faults += error.faults
    if faults:
        raise FaultyInput(faults)
    slug = a_county(county)
    return slug or county, days[0], tuple(days[1:])


def _described(timetable: Timetable, misfits: Iterable[Misfit], county: str, language: Language) -> Json:
    anchors = timetable.anchors
    return {
        "county": county,
        "language": language.value,
        "polling_day": anchors.polling_day.isoformat(),
        "term_ends": [cohort.term_end.isoformat() for cohort in anchors.cohorts],
        "steps_of": {"id": timetable.steps.id, "label": timetable.steps.label.to(language)},
        "rows": [_row(row, language) for row in rows(timetable)],
        "misfits": [
            {
                "kind": item.kind.value,
                "step": str(item.key),
                "articles": [described_article(article) for article in item.articles],
                "message": sentences(item.message.to(language)),
                "decides": item.decides.to(language),
                "difference": item.difference,
                "unit": item.unit.value,
            }
            for item in misfits
        ],
    }


def _row(row: Row, language: Language) -> Json:
    return {
        "step": str(row.key),
        "stage": row.stage.value,
        "label": row.label.to(language),
        "cohort": row.cohort.to(language),
        "who": row.who.to(language),
        "start": row.start.isoformat() if row.start else None,
        "end": row.end.isoformat() if row.end else None,
        "n": row.n,
        "unit": row.unit.value if row.unit else None,
        "articles": [described_article(article) for article in row.articles],
        "evidence": row.evidence.value,
        "derived": row.derived,
        "open": row.open.to(language),
        "explanation": sentences(row.explanation.to(language)),
    }


def _write(timetable: Timetable, misfits: tuple[Misfit, ...], county: str, language: Language) -> None:
    paper = Paper()
    anchors = timetable.anchors
    paper.title(_TITLE.fill(county=shipped_law().counties[county].name).to(language))
    paper.labelled(_POLLING_DAY.to(language), _day(anchors.polling_day, language))
    ends = "; ".join(_day(cohort.term_end, language) for cohort in anchors.cohorts)
    paper.labelled(_TERM_ENDS.to(language), ends)
    paper.labelled(_LIST.to(language), timetable.steps.label.to(language))
    for stage, group in groupby(rows(timetable), key=lambda row: row.stage):
        paper.section(stage_words(stage, language))
        for number, row in enumerate(group):
            if number:
                paper.blank()
            _write_row(paper, row, language)
    paper.section(_MISFITS.fill(n=len(misfits)).to(language))
    for item in misfits:
        where = "; ".join(cited(article) for article in item.articles)
        paper.item(f"{sentences(item.message.to(language))} [{where}]")
    if not misfits:
        paper.line(_FITS.to(language))


def _write_row(paper: Paper, row: Row, language: Language) -> None:
    cohort = f" ({row.cohort.to(language)})" if row.cohort else ""
    paper.line((capital(row.label.to(language)), "bold"), cohort, hang=2)
    paper.line((_window(row, language), "bold"), indent=2, hang=2)
    paper.labelled(_WHO.to(language), row.who.to(language), indent=2)
    if row.n is not None and row.unit is not None:
        paper.labelled(_PERIOD.to(language), Period(row.n, row.unit).words.to(language), indent=2)
    articles = "; ".join(cited(article) for article in row.articles)
    weak = EMPTY if row.evidence is Weight.PRIMARY else EVIDENCE[Evidence(row.evidence.value)]
    shown = joined([Text(articles, articles), Text("({tag})", "({tag})").fill(tag=weak) if weak else EMPTY])
    paper.labelled(_ARTICLE.to(language), shown.to(language), indent=2)
    if row.explanation:
        paper.line(sentences(row.explanation.to(language)), indent=2)


def _window(row: Row, language: Language) -> str:
    match row.start, row.end:
        case None, None:
            return capital(_OPEN.to(language))
        case None, date() as end:
            return capital(_BY.fill(day=_day(end, language)).to(language))
        case date() as start, None:
            return capital(_FROM.fill(day=_day(start, language)).to(language))
        case date() as start, date() as end if start != end:
            return _TO.fill(start=_day(start, language), end=_day(end, language)).to(language)
        case _, end:
            return _day(end, language) if end else ""


def _day(day: date, language: Language) -> str:
    return f"{weekday(day, language)}, {say(day, language)}"
