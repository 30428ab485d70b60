"""What a regime says of a reason for which a source reports ballots as invalid."""

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Text, joined
from pilkades.count.validity import (
    OUTSIDE,
    SPANNING,
    Ballot,
    ValidityRules,
    Verdict,
    inside,
    judge,
    on_line,
)


class ReportedReason(StrEnum):
    """Categories in which berita acara and reports count invalid ballots."""

    DOUBLE_PUNCH = "double_punch"
    TRIPLE_PUNCH = "triple_punch"
    WRONG_PUNCH = "wrong_punch"
    SEVERAL_CANDIDATES = "several_candidates"
    OUTSIDE = "outside"
    ON_LINE = "on_line"
    SPANNING = "spanning"
    NONE = "none"
    DAMAGED = "damaged"
    UNSIGNED = "unsigned"
    UNSTAMPED = "unstamped"
    NOT_INITIALLED = "not_initialled"
    WRITING = "writing"
    OTHER_TOOL = "other_tool"
    NOT_OFFICIAL = "not_official"


class Certainty(StrEnum):
    """What the regime's words say of all ballots in such a category."""

    CERTAINLY_INVALID = "certainly_invalid"
    CERTAINLY_VALID = "certainly_valid"
    DEPENDS = "depends"
    TEXT_SILENT = "text_silent"
    NOT_A_GROUND = "not_a_ground"


@dataclass(frozen=True, slots=True)
class Case:
    """One kind of ballot that the category can mean, and what the regime says of it."""

    what: Text
    verdict: Verdict
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A reported category under a regime; `named_in_text`: whether the regime has such a ground at all."""

    reason: ReportedReason
    certainty: Certainty
    cases: tuple[Case, ...]
    named_in_text: bool
    explanation: Text


_CLEAN = Ballot(
    official_paper=True,
    signed_by_committee_chair=True,
    signed_by_kpps_chair=True,
    signed_by_representative=True,
    stamped=True,
    initialled_by_kpps_chair=True,
    damaged=False,
    extra_writing=False,
    committee_tool=True,
    marks=(inside(1),),
)
"""A ballot that every regime here accepts; each case differs from it in what the category says, no more."""

_R = ReportedReason

_IN_TWO_BOXES = (
    Text("tanda di kotak dua calon", "marks in the boxes of two candidates"),
    replace(_CLEAN, marks=(inside(1), inside(2))),
)
_ALL_OUTSIDE = (
    Text("semua tanda di luar kotak", "all marks outside the boxes"),
    replace(_CLEAN, marks=(OUTSIDE,)),
)
_THREE_IN_ONE = (
    Text("tiga tanda dalam satu kotak", "three marks in one box"),
    replace(_CLEAN, marks=(inside(1), inside(1), inside(1))),
)
_ON_A_LINE = (
    Text("tanda pada garis kotak", "a mark on the line of a box"),
    replace(_CLEAN, marks=(on_line(1),)),
)

_CASES: dict[ReportedReason, tuple[tuple[Text, Ballot], ...]] = {
    _R.DOUBLE_PUNCH: (
        (
            Text("dua tanda dalam satu kotak", "two marks in one box"),
            replace(_CLEAN, marks=(inside(1), inside(1))),
        ),
        _IN_TWO_BOXES,
        (
            Text("satu tanda dalam kotak, satu di luar", "one mark in a box, one outside"),
            replace(_CLEAN, marks=(inside(1), OUTSIDE)),
        ),
    ),
    _R.TRIPLE_PUNCH: (
        _THREE_IN_ONE,
        (
            Text("tiga tanda di lebih dari satu kotak", "three marks in more than one box"),
            replace(_CLEAN, marks=(inside(1), inside(1), inside(2))),
        ),
    ),
    _R.WRONG_PUNCH: (_IN_TWO_BOXES, _ALL_OUTSIDE, _ON_A_LINE, _THREE_IN_ONE),
    _R.SEVERAL_CANDIDATES: (_IN_TWO_BOXES,),
    _R.OUTSIDE: (_ALL_OUTSIDE,),
    _R.ON_LINE: (_ON_A_LINE,),
    _R.SPANNING: (
        (
            Text("satu lubang di lebih dari satu kotak", "one hole over more than one box"),
            replace(_CLEAN, marks=(SPANNING,)),
        ),
    ),
    _R.NONE: ((Text("tanpa tanda coblos", "no mark"), replace(_CLEAN, marks=())),),
    _R.DAMAGED: ((Text("rusak", "damaged"), replace(_CLEAN, damaged=True)),),
    _R.UNSIGNED: (
        (
            Text("tanpa tanda tangan siapa pun", "with nobody's signature"),
            replace(
                _CLEAN,
                signed_by_committee_chair=False,
                signed_by_kpps_chair=False,
                signed_by_representative=False,
            ),
        ),
        (
            Text(
                "tanpa tanda tangan ketua panitia, tetapi ditandatangani ketua TPS",
                "without the committee chair's signature, but signed by the TPS chair",
            ),
            replace(_CLEAN, signed_by_committee_chair=False, signed_by_representative=False),
        ),
    ),
    _R.UNSTAMPED: ((Text("tanpa stempel", "without a stamp"), replace(_CLEAN, stamped=False)),),
    _R.NOT_INITIALLED: (
        (
            Text("tanpa paraf ketua KPPS", "without the KPPS chair's initials"),
            replace(_CLEAN, initialled_by_kpps_chair=False),
        ),
    ),
    _R.WRITING: (
        (
            Text("ada tulisan atau coretan lain", "with other writing or scribble"),
            replace(_CLEAN, extra_writing=True),
        ),
    ),
    _R.OTHER_TOOL: (
        (
            Text("dicoblos dengan alat lain", "punched with another tool"),
            replace(_CLEAN, committee_tool=False),
        ),
    ),
    _R.NOT_OFFICIAL: (
        (
            Text("bukan surat suara panitia", "not the committee's ballot"),
            replace(_CLEAN, official_paper=False),
        ),
    ),
}

_UNNAMED = frozenset({_R.WRONG_PUNCH})
"""Words of reports that no regime here uses for a ground: each ballot falls under another ground or none."""


def readings_of(reason: ReportedReason, rules: ValidityRules, count: int | None = None) -> Reading:
    """Say what the regime makes of ballots reported invalid for this reason.

    Every kind of ballot that the category can mean is judged by the regime's own clauses. If all are invalid
    the category certainly is; if they differ, it depends on ballots that only a recount can show. Where no
    clause asks for what the category names, it is not a ground of that text.
    """
    cases = tuple(_case(what, ballot, rules) for what, ballot in _CASES[reason])
    verdicts = {case.verdict for case in cases}
    asked = {name for clause in rules.clauses for name in clause.attributes}
    certainty = {
        frozenset({Verdict.INVALID}): Certainty.CERTAINLY_INVALID,
        frozenset({Verdict.VALID}): Certainty.CERTAINLY_VALID,
        frozenset({Verdict.UNDECIDED}): Certainty.TEXT_SILENT,
    }.get(frozenset(verdicts), Certainty.DEPENDS)
    if not any(_differs(ballot) & asked for _, ballot in _CASES[reason]):
        certainty = Certainty.NOT_A_GROUND
    named = reason not in _UNNAMED and Verdict.INVALID in verdicts
    return Reading(reason, certainty, cases, named, _explain(certainty, cases, count, reason in _UNNAMED))


def _differs(ballot: Ballot) -> set[str]:
    """What the category says of its ballots: where they differ from a clean one."""
    return {item.name for item in fields(ballot) if getattr(ballot, item.name) != getattr(_CLEAN, item.name)}


def _case(what: Text, ballot: Ballot, rules: ValidityRules) -> Case:
    judgement = judge(ballot, rules)
    articles = tuple(dict.fromkeys(given.article for given in judgement.reasons))
    if judgement.verdict is Verdict.VALID:
        # a valid ballot meets every clause; what bears on the category are the clauses on marks
        on_marks = {clause.article for clause in rules.clauses if "marks" in clause.attributes}
        articles = tuple(article for article in articles if article in on_marks)
    return Case(what, judgement.verdict, articles)


_SAID = {
    Verdict.VALID: Text("sah", "valid"),
    Verdict.INVALID: Text("tidak sah", "invalid"),
    Verdict.UNDECIDED: Text("tidak ditentukan oleh teks", "not decided by the text"),
}


def _explain(
    certainty: Certainty,
    cases: tuple[Case, ...],
    count: int | None,
    unnamed: bool,  # noqa: FBT001 -- private, one plain fact
) -> Text:
    number = EMPTY if count is None else Text("{n} surat suara. ", "{n} ballots. ").fill(n=count)
    ground = EMPTY
    if unnamed:
        ground = Text(
            "Teks ini tidak mengenal alasan dengan nama itu. ", "The text knows no ground of that name. "
        )
    heads = {
        Certainty.CERTAINLY_INVALID: Text("Pasti tidak sah: ", "Certainly invalid: "),
        Certainty.CERTAINLY_VALID: Text("Pasti sah menurut teks ini: ", "Certainly valid by this text: "),
        Certainty.DEPENDS: Text("Bergantung pada surat suaranya: ", "It depends on the ballots: "),
        Certainty.TEXT_SILENT: Text("Teks ini tidak menentukan: ", "This text does not decide: "),
        Certainty.NOT_A_GROUND: Text(
            "Teks ini tidak menyebut alasan ini; menurut syarat yang disebutnya: ",
            "This text does not mention this ground; by the conditions it names: ",
        ),
    }
    said = [
        Text("{what}: {verdict}{places}", "{what}: {verdict}{places}").fill(
            what=case.what, verdict=_SAID[case.verdict], places=_places(case)
        )
        for case in cases
    ]
    return joined([number, ground, heads[certainty], joined(said, "; "), Text(".", ".")], "")


def _places(case: Case) -> Text:
    if not case.articles:
        return EMPTY
    places = ", ".join(article.place for article in case.articles)
    return Text(" ({places})", " ({places})").fill(places=places)
