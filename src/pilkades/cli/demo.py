"""`pilkades demo`: the real elections that ship, each told in one screen; then a site to look at."""

import os
from collections import Counter
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from pilkades.base.findings import VERDICTS, Bound, Finding, Verdict
from pilkades.base.language import EMPTY, Language, Text, say
from pilkades.cases.load import load_case, shipped
from pilkades.cases.replay import Replay, replay, spoken_result
from pilkades.cli.options import Lang, a_day
from pilkades.cli.paper import STYLES, Paper
from pilkades.cli.reporting import answering
from pilkades.cli.sentences import OPEN, ORDER, cited, in_order, stage_words, verdict_words
from pilkades.cli.serve import Port, run_web
from pilkades.cli.spoken_help import both
from pilkades.count.claims import Match
from pilkades.count.identities import Standing

HELP = Text(
    "Ceritakan pemilihan nyata yang ikut dalam program, lalu buka situs peragaan.",
    "Tell the real elections that ship, then open a site to look at.",
)
_NO_SERVE = Text("Jangan buka situs.", "Do not open the site.")
_DAY = Text("Hari yang diperagakan (2026-12-01); tanpa ini hari sekarang.", "Day to demonstrate; else today.")
_SITE = Text("Situs peragaan", "A site to look at")
_INTRO = Text(
    "Tiga pemilihan kepala desa yang nyata, masing-masing diperiksa menurut hukum pada harinya. "
    "Setiap temuan menyebut pasal dan sumbernya. Tidak ada angka yang diubah.",
    "Three real elections of village heads, each held against the law of its day. "
    "Every finding names its article and its source. No figure is changed.",
)
_HEAD = Text("{village}, {county}, {year}", "{village}, {county}, {year}")
_RULES = Text("{n} aturan dari {regime} diperiksa.", "{n} rules of {regime} were checked.")
_WINNER = Text("Siapa terpilih", "Who was elected")
_OPEN_ITEMS = Text("Yang tidak sesuai atau belum jelas", "What does not fit or is not clear")
_NOTHING = Text("Tidak ada.", "Nothing.")
_MORE = Text("dan {n} lagi", "and {n} more")
_FIGURES = Text("Angka", "Figures")
_FAILS = Text(
    "{n} hubungan angka tidak cocok. {statement}",
    "Relations between figures that do not fit: {n}. {statement}",
)
_FITS = Text(
    "{holds} hubungan angka cocok; {open} belum dapat diperiksa.",
    "Relations between figures that fit: {holds}; that cannot be checked: {open}.",
)
_CLAIM = Text("Pernyataan sumber", "The source's claim")
_KEPT = Text("Terpenuhi, antara lain", "Complied with, among others")
_COUNTS = Text("Jumlah temuan", "Findings")
_CANNOT = Text("Belum dapat diperiksa", "Cannot be checked")
_SILENT = Text("sumber tidak menyebut faktanya ({stages}).", "the source does not state the fact ({stages}).")
_REACHES = Text(
    "Menyentuh {bound}{count} {unit}; margin {margin} suara.",
    "Touches {bound}{count} {unit}; margin {margin} votes.",
)
_UNITS = {"voters": Text("pemilih", "voters"), "ballots": Text("surat suara", "ballots")}
_BOUNDS = {
    Bound.AT_LEAST: Text("paling sedikit ", "at least "),
    Bound.AT_MOST: Text("paling banyak ", "at most "),
}
_COUNTED = Text("{verdict} {n}", "{verdict} {n}")
_SEE = Text("Selengkapnya", "In full")
_NEXT = Text("Perintah untuk melihat lebih banyak", "Commands to see more")
_COMMANDS = (
    ("pilkades replay bani-amas-2007", Text("satu pemilihan selengkapnya", "one election in full")),
    (
        "pilkades replay bandar-agung-2019 --html bandar-agung.html",
        Text("laporan untuk dibuka di ponsel atau dicetak", "a report for a phone or for paper"),
    ),
    (
        "pilkades law show count.tie_chain",
        Text("satu nilai hukum dan bunyi pasalnya", "a value and its article's words"),
    ),
    (
        "pilkades law diff 2019-07-01 2026-10-03",
        Text("apa yang berubah dalam hukum", "what changed in the law"),
    ),
    (
        "pilkades timetable --county tegal --polling-day 2027-02-03",
        Text("tahapan lengkap suatu pemilihan", "all steps of an election"),
    ),
)
_OTHER_LANGUAGE = Text("Tambahkan --lang en untuk bahasa Inggris.", "Leave out --lang en for Indonesian.")
_LISTED = 8
_KEPT_LISTED = 4


def show_demo(
    *,
    port: Port = 8000,
    on: Annotated[str | None, typer.Option("--date", metavar="DATE", help=both(_DAY))] = None,
    no_serve: Annotated[bool, typer.Option("--no-serve", help=both(_NO_SERVE))] = False,
    language: Lang = Language.ID,
) -> None:
    """Replay every shipped case in short form, oldest first; then serve a made-up county until stopped."""
    with answering("pilkades demo", language, as_json=False):
        day = None if on is None else a_day(on, "pilkades demo", "--date")
    paper = Paper()
    _tell(paper, language)
    if no_serve:
        return
    paper.section(_SITE.to(language))
    arguments = ["demonstrate", "--port", str(port), "--lang", language]
    raise typer.Exit(run_web(arguments, _environment(day)))


def _environment(day: date | None) -> dict[str, str]:
    """A folder and a database of its own, and nothing of what this installation is set up with."""
    folder = Path(os.environ.get("PILKADES_DATA", "pilkades-data")).absolute() / "demo"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PILKADES_")}
    own = {"CONFIG": "", "DEBUG": "true", "DEMONSTRATION": "true", "DATA": str(folder)}
    if day:
        own["DEMONSTRATION_DAY"] = day.isoformat()
    return {**kept, **{f"PILKADES_{name}": value for name, value in own.items()}}


def _tell(paper: Paper, language: Language) -> None:
    with answering("pilkades demo", language, as_json=False):
        replays = sorted((replay(load_case(name)) for name in shipped()), key=lambda one: one.case.law_day)
    paper.line(_INTRO.to(language))
    for one in replays:
        _story(paper, one, language)
    paper.section(_NEXT.to(language))
    for command, what in _COMMANDS:
        paper.line((command, "bold"), indent=2)
        paper.line(what.to(language), indent=6)
    paper.line(_OTHER_LANGUAGE.to(language))


def _story(paper: Paper, one: Replay, language: Language) -> None:
    case = one.case
    findings = in_order(one.findings)
    head = _HEAD.fill(village=case.village, county=case.county_name, year=str(case.law_day.year))
    paper.section(head.to(language))
    paper.line(_RULES.fill(n=len(one.rulebook.rules), regime=one.rulebook.regime.label).to(language))
    paper.labelled(_WINNER.to(language), spoken_result(one).to(language))
    paper.labelled(_FIGURES.to(language), _figures(one).to(language))
    for claim in _claims(one):
        paper.labelled(_CLAIM.to(language), claim.to(language))
    paper.line((f"{_OPEN_ITEMS.to(language)}:", "bold"))
    # what is not complied with comes before what is contested or has two readings
    open_items = sorted(
        (found for found in findings if found.verdict in OPEN or _reaches(found)), key=_weight
    )
    for finding in open_items[:_LISTED]:
        _item(paper, finding, language)
    if len(open_items) > _LISTED:
        paper.line(_MORE.fill(n=len(open_items) - _LISTED).to(language), indent=2)
    if not open_items:
        paper.line(_NOTHING.to(language), indent=2)
    kept = _kept(findings)
    if kept:
        paper.labelled(_KEPT.to(language), " ".join(norm.to(language) for norm in kept))
    counts = Counter(found.verdict for found in findings)
    parts = [
        _COUNTED.fill(n=counts[verdict], verdict=VERDICTS[verdict]) for verdict in ORDER if counts[verdict]
    ]
    paper.labelled(_COUNTS.to(language), f"{say(parts, language)}.")
    paper.labelled(_CANNOT.to(language), _silent(findings, language))
    paper.labelled(_SEE.to(language), f"pilkades replay {case.id}")


def _reaches(finding: Finding) -> bool:
    """Whether as many votes as the margin hang on it, even where nothing is known to be broken."""
    return finding.touch is not None and finding.touch.reaches_margin is True


def _weight(finding: Finding) -> tuple[bool, int]:
    """Broken rules first; then whatever may reach the margin; then the rest."""
    return (finding.verdict is not Verdict.VIOLATED and not _reaches(finding), ORDER.index(finding.verdict))


def _item(paper: Paper, finding: Finding, language: Language) -> None:
    mark = (verdict_words(finding.verdict, language), STYLES[finding.verdict])
    reach = f" {_touched(finding).to(language)}" if _reaches(finding) else ""
    where = cited(finding.articles[0])
    paper.line(mark, f": {finding.norm.to(language)} [{where}]{reach}", indent=2, hang=2)


def _touched(finding: Finding) -> Text:
    touch = finding.touch
    if touch is None:
        return EMPTY
    return _REACHES.fill(
        bound=_BOUNDS.get(touch.bound, EMPTY),
        count=touch.count,
        unit=_UNITS.get(touch.unit, touch.unit),
        margin=touch.margin,
    )


def _figures(one: Replay) -> Text:
    counted = Counter(item.standing for item in one.identities)
    if counted[Standing.FAILS]:
        statement = one.repair.statement if one.repair else EMPTY
        return _FAILS.fill(n=counted[Standing.FAILS], statement=statement)
    return _FITS.fill(holds=counted[Standing.HOLDS], open=counted[Standing.CANNOT_BE_CHECKED])


def _kept(findings: tuple[Finding, ...]) -> tuple[Text, ...]:
    """Numbers and days of the law that the record shows to be kept: what says most in few words."""
    measured = {"bound", "quota", "deadline", "window", "hours"}
    complied = [found for found in findings if found.verdict is Verdict.COMPLIED and found.kind in measured]
    return tuple(found.norm for found in complied[-_KEPT_LISTED:])


def _claims(one: Replay) -> tuple[Text, ...]:
    """What the source claims of its own figures and the figures do not bear out."""
    wrong = [claim.explanation for claim in one.claims if claim.match is Match.DIFFERS]
    return (*wrong, *([one.majority.explanation] if one.majority else []))


def _silent(findings: tuple[Finding, ...], language: Language) -> str:
    missing = [found for found in findings if found.verdict is Verdict.UNKNOWN]
    stages = [
        f"{stage_words(stage, language)} {len(list(group))}"
        for stage, group in groupby(missing, key=lambda found: found.stage)
    ]
    if not stages:
        return ""
    return f"{say(len(missing), language)}; {_SILENT.fill(stages='; '.join(stages)).to(language)}"
