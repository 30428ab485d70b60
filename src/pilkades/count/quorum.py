"""Whether enough voters came, by the rule in force, at closing and after an extension."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from fractions import Fraction

from pilkades.base.article import Article
from pilkades.base.language import EMPTY, Text, joined


class IfMissed(StrEnum):
    """What the text says when the quorum is missed after the extension."""

    VALID_ANYWAY = "valid_anyway"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """A quorum: a share of the registered voters, perhaps plus one; `share` None is a regime without one.

    `extension_hours` is the longest extension; None where the text gives none.
    """

    share: Fraction | None = None
    plus_one: bool = False
    extension_hours: int | None = None
    if_missed: IfMissed = IfMissed.NOT_STATED
    article: Article | None = None
    extension_article: Article | None = None
    missed_article: Article | None = None


NO_QUORUM = QuorumRule()
"""UU 6/2014, PP 43/2014, PP 16/2026 and Permendagri 112/2014 name no quorum."""

PERDA_BENGKAYANG_QUORUM = QuorumRule(
    share=Fraction(2, 3),
    extension_hours=2,
    if_missed=IfMissed.VALID_ANYWAY,
    article=Article.parse("perda-bengkayang-13-2006:24(1)"),
    extension_article=Article.parse("perda-bengkayang-13-2006:24(2)"),
    missed_article=Article.parse("perda-bengkayang-13-2006:24(3)"),
)
"""Perda Bengkayang 13/2006 Ps. 24."""

ATURAN_003_QUORUM = QuorumRule(
    share=Fraction(1, 2),
    plus_one=True,
    extension_hours=1,
    if_missed=IfMissed.VALID_ANYWAY,
    article=Article.parse("aturan-003:#3.a.3.a"),
    extension_article=Article.parse("aturan-003:#3.a.3.b"),
    missed_article=Article.parse("aturan-003:#3.a.3.c"),
)
"""The rules that source 003 lists, section 3) a.3."""


class Reached(StrEnum):
    """What can be said of a quorum."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    NO_RULE = "no_rule"


@dataclass(frozen=True, slots=True)
class Needed:
    """How many voters are needed: read strictly, and by the looser reading where the words allow one."""

    exact: Fraction
    strict: int
    loose: int
    explanation: Text


@dataclass(frozen=True, slots=True)
class QuorumOutcome:
    """Whether the quorum was reached and how that was worked out, line by line."""

    reached: Reached
    needed: Needed | None
    lines: tuple[Text, ...]


def needed(registered: int, rule: QuorumRule) -> Needed | None:
    """Work out how many voters a quorum needs (Perda Bengkayang 13/2006 Ps. 24(1); rules of 003 a.3.a).

    "At least" a number that is not whole needs the next whole number: 2/3 of 979 is 652 2/3, so 653; half of
    797 plus 1 is 399.5, so 400. With "half plus one" some read "the whole number above half": 399. Both are
    given.
    """
    if rule.share is None:
        return None
    part = rule.share * registered
    exact = part + int(rule.plus_one)
    strict = -(-exact.numerator // exact.denominator)
    loose = part.numerator // part.denominator + 1 if rule.plus_one else strict
    text = Text(
        "Paling sedikit {share} dari {registered}{plus} adalah {exact}; dibulatkan ke atas menjadi {strict}.",
        "At least {share} of {registered}{plus} is {exact}; rounded up that is {strict}.",
    ).fill(
        share=rule.share,
        registered=registered,
        plus=Text(" ditambah 1", " plus 1") if rule.plus_one else EMPTY,
        exact=_mixed(exact),
        strict=strict,
    )
    if loose != strict:
        text += Text(
            ' Bila "setengah ditambah satu" dibaca sebagai bilangan bulat di atas setengah, cukup {loose}.',
            ' If "half plus one" is read as the whole number above half, {loose} is enough.',
        ).fill(loose=loose)
    return Needed(exact, strict, loose, text)


def reached(came: int | None, registered: int | None, rule: QuorumRule) -> QuorumOutcome:
    """Say whether the voters who came are as many as the rule asks for."""
    if rule.share is None:
        line = Text("Teks yang dibaca tidak mengenal kuorum.", "The text read knows no quorum.")
        return QuorumOutcome(Reached.NO_RULE, None, (line,))
    if registered is None:
        line = Text(
            "Jumlah pemilih dalam DPT tidak diketahui.", "The number of voters in the DPT is not known."
        )
        return QuorumOutcome(Reached.UNKNOWN, None, (line,))
    asked = needed(registered, rule)
    if asked is None or came is None:
        line = Text("Jumlah pemilih yang datang tidak diketahui.", "The number who came is not known.")
        shown = () if asked is None else (asked.explanation,)
        return QuorumOutcome(Reached.UNKNOWN, asked, (*shown, line))
    answer, text = _answer(came, asked)
    return QuorumOutcome(answer, asked, (asked.explanation, text.fill(came=came)))


def _answer(came: int, asked: Needed) -> tuple[Reached, Text]:
    if came >= asked.strict:
        return Reached.REACHED, Text(
            "Yang datang {came}: kuorum tercapai.", "{came} came: the quorum is reached."
        )
    if came < asked.loose:
        return Reached.NOT_REACHED, Text(
            "Yang datang {came}: kuorum belum tercapai.", "{came} came: the quorum is not reached."
        )
    return Reached.AMBIGUOUS, Text(
        "Yang datang {came}: tercapai menurut satu bacaan, belum menurut bacaan lain.",
        "{came} came: reached by one reading, not by the other.",
    )


@dataclass(frozen=True, slots=True)
class Poll:
    """One polling day at one place: when it was to close, who had come by then, and how it was extended."""

    registered: int | None
    came_by_closing: int | None
    closing: datetime | None = None
    extended_until: datetime | None = None
    came_by_extension: int | None = None


def assess(poll: Poll, rule: QuorumRule) -> QuorumOutcome:
    """Follow a quorum from closing through the extension to what holds in the end.

    The extension starts at closing and lasts at most `extension_hours` (Perda Bengkayang 13/2006 Ps. 24(2);
    rules of 003 a.3.b). Where the text says so, a missed quorum leaves the election valid (Ps. 24(3); a.3.c).
    """
    first = reached(poll.came_by_closing, poll.registered, rule)
    if first.reached in {Reached.REACHED, Reached.NO_RULE, Reached.UNKNOWN}:
        return first
    lines = [*first.lines, _extension_allowed(poll, rule)]
    last = first
    if poll.extended_until is not None:
        lines.append(_extension_taken(poll, poll.extended_until, rule))
        last = reached(poll.came_by_extension, poll.registered, rule)
        lines.append(last.lines[-1])
        if last.reached is Reached.NOT_REACHED:
            lines.append(_missed(rule))
    return QuorumOutcome(last.reached, first.needed, tuple(line for line in lines if line))


def latest_extension(closing: datetime, rule: QuorumRule) -> datetime | None:
    """The latest moment to which voting may be extended; None where the text knows no extension."""
    return None if rule.extension_hours is None else closing + timedelta(hours=rule.extension_hours)


def _extension_allowed(poll: Poll, rule: QuorumRule) -> Text:
    if rule.extension_hours is None:
        return Text("Teks ini tidak memuat perpanjangan waktu.", "The text holds no extension of time.")
    text = Text(
        "Waktu boleh diperpanjang paling lama {hours} jam{place}.",
        "The time may be extended by at most {hours} {unit}{place}.",
    ).fill(
        hours=rule.extension_hours,
        unit="hour" if rule.extension_hours == 1 else "hours",
        place=_place(rule.extension_article),
    )
    if poll.closing is not None:
        until = Text(" Batasnya {until}.", " The limit is {until}.").fill(
            until=latest_extension(poll.closing, rule)
        )
        return text + until
    return text


def _extension_taken(poll: Poll, until: datetime, rule: QuorumRule) -> Text:
    text = Text("Diperpanjang sampai {until}.", "Extended until {until}.").fill(until=until)
    limit = None if poll.closing is None else latest_extension(poll.closing, rule)
    if limit is None or until <= limit:
        return text
    longer = Text(" Itu melewati batas {limit}.", " That is beyond the limit of {limit}.").fill(limit=limit)
    return joined([text, longer], "")


def _missed(rule: QuorumRule) -> Text:
    if rule.if_missed is IfMissed.VALID_ANYWAY:
        return Text(
            "Kuorum belum tercapai setelah perpanjangan: penghitungan diteruskan dan hasilnya sah{place}.",
            "The quorum is missed after the extension: the count goes on and the result is valid{place}.",
        ).fill(place=_place(rule.missed_article))
    return Text(
        "Teks ini tidak menyebut akibat bila kuorum tetap belum tercapai.",
        "The text does not say what follows when the quorum is still missed.",
    )


def _mixed(number: Fraction) -> Text:
    """Write 652 2/3 as people do."""
    whole, rest = divmod(number.numerator, number.denominator)
    if not rest:
        return Text("{n}", "{n}").fill(n=whole)
    return Text("{n} {rest}", "{n} {rest}").fill(n=whole, rest=Fraction(rest, number.denominator))


def _place(article: Article | None) -> Text:
    return EMPTY if article is None else Text(" ({place})", " ({place})").fill(place=article.place)
