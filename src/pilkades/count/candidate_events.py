"""When an adopted candidate dies, is lastingly unable, withdraws or is cancelled: what the text says."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.language import Text, joined


class Event(StrEnum):
    """What can take an adopted candidate out (PP 16/2026 Ps. 45)."""

    DEATH = "death"
    LASTING_INABILITY = "lasting_inability"
    WITHDRAWAL = "withdrawal"
    CANCELLATION = "cancellation"


@dataclass(frozen=True, slots=True)
class CandidateEvent:
    """An event before the vote; None: it is not known whether ballots were printed or it was announced."""

    candidate: str
    kind: Event
    after_printing: bool | None = None
    announced: bool | None = None


class FallToOne(StrEnum):
    """What a text does when only one candidate is left."""

    SINGLE_CANDIDATE = "single_candidate"
    POSTPONE = "postpone"
    CONTINUE = "continue"
    NOT_STATED = "not_stated"


class PrintedVotes(StrEnum):
    """What a text makes of votes for the one who is out, on ballots already printed."""

    VOID = "void"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class EventPolicy:
    """What an instrument or a county's practice says; `kinds` are the events that it speaks of."""

    name: Text
    evidence: str
    kinds: frozenset[Event]
    fall_to_one: FallToOne
    printed_votes: PrintedVotes
    articles: tuple[Article, ...] = ()


NO_TEXT = EventPolicy(
    Text("Teks yang dibaca", "The text read"),
    "primary",
    frozenset(),
    FallToOne.NOT_STATED,
    PrintedVotes.NOT_STATED,
)
"""Before PP 16/2026 no national text speaks of these events."""

PP_16_EVENTS = EventPolicy(
    Text("PP 16/2026", "PP 16/2026"),
    "primary",
    frozenset(Event),
    FallToOne.SINGLE_CANDIDATE,
    PrintedVotes.NOT_STATED,
    (Article.parse("pp-16-2026:45"), Article.parse("pp-16-2026:46(2)")),
)
"""PP 16/2026 Ps. 45-46: the fall to one; votes for the other on printed ballots are not mentioned."""

SERANG_CONTINUE_VOID_VOTES = EventPolicy(
    Text("Praktik Kabupaten Serang 2021", "Practice of Kabupaten Serang 2021"),
    "local_practice",
    frozenset({Event.DEATH}),
    FallToOne.CONTINUE,
    PrintedVotes.VOID,
)
"""Serang 2021: the poll goes on, the name stays, votes for the dead candidate count as nil (press)."""

ATURAN_003_POSTPONE = EventPolicy(
    Text("Aturan 003", "Rules of 003"),
    "unverified",
    frozenset({Event.DEATH}),
    FallToOne.POSTPONE,
    PrintedVotes.NOT_STATED,
    (Article.parse("aturan-003:#2.e.6"), Article.parse("aturan-003:#2.e.7")),
)
"""The rules that source 003 lists, 2) e.6: of two adopted candidates one dies before the vote: postponed."""


@dataclass(frozen=True, slots=True)
class EventEffect:
    """What follows for the count: who is out, whose votes are void or in question, postponed or not."""

    out: frozenset[str] = frozenset()
    void: frozenset[str] = frozenset()
    in_question: frozenset[str] = frozenset()
    postponed: bool = False
    lines: tuple[Text, ...] = ()
    questions: tuple[Text, ...] = ()


def effect_of(
    events: Iterable[CandidateEvent], candidates: frozenset[str], policy: EventPolicy
) -> EventEffect:
    """Say what these events mean for the count of these candidates under a policy, and what stays open."""
    known = [event for event in events if event.candidate in candidates]
    out = frozenset(event.candidate for event in known)
    if not out:
        return EventEffect()
    covered = all(event.kind in policy.kinds for event in known)
    left = len(candidates) - len(out)
    lines = [_happened(event) for event in known]
    questions: list[Text] = []
    if not covered:
        questions.append(
            Text(
                "{policy} tidak mengatur peristiwa ini. Apa keputusan panitia, dan apa dasarnya?",
                "{policy} does not provide for this event. What does the committee decide, on what basis?",
            ).fill(policy=policy.name)
        )
    elif _speaks_of(policy, candidates, left):
        lines += _one_left(known, policy)
    else:
        questions.append(
            Text(
                "{policy} tidak mengatur keadaan ini: dari {all} calon tersisa {left}.",
                "{policy} does not provide for this: of {all} candidates {left} are left.",
            ).fill(policy=policy.name, all=len(candidates), left=left)
        )
    postpones = policy.fall_to_one is FallToOne.POSTPONE
    postponed = covered and postpones and _speaks_of(policy, candidates, left)
    on_ballots = frozenset(event.candidate for event in known if event.after_printing is not False)
    void = on_ballots if covered and policy.printed_votes is PrintedVotes.VOID else frozenset()
    in_question = out - void
    if on_ballots - void and not postponed:
        questions.append(_printed_votes_open(policy, sorted(on_ballots - void)))
    return EventEffect(out, void, in_question, postponed, tuple(lines), tuple(questions))


def _speaks_of(policy: EventPolicy, candidates: frozenset[str], left: int) -> bool:
    """Every policy speaks of one candidate being left; the rules of 003, 2) e.6, only of one out of two."""
    of_two = len(candidates) == 2  # noqa: PLR2004 -- the two of e.6
    return left == 1 and (of_two or policy.fall_to_one is not FallToOne.POSTPONE)


_KINDS = {
    Event.DEATH: Text("meninggal dunia", "died"),
    Event.LASTING_INABILITY: Text("berhalangan tetap", "is lastingly unable"),
    Event.WITHDRAWAL: Text("mengundurkan diri", "withdrew"),
    Event.CANCELLATION: Text("dikenai sanksi pembatalan", "was cancelled as a sanction"),
}


def _happened(event: CandidateEvent) -> Text:
    when = {
        True: Text(" setelah surat suara dicetak", " after the ballots were printed"),
        False: Text(" sebelum surat suara dicetak", " before the ballots were printed"),
        None: Text("; tidak diketahui apakah sudah dicetak", "; whether ballots were printed is unknown"),
    }[event.after_printing]
    return Text("{name} {kind}{when}.", "{name} {kind}{when}.").fill(
        name=event.candidate, kind=_KINDS[event.kind], when=when
    )


def _one_left(events: list[CandidateEvent], policy: EventPolicy) -> list[Text]:
    match policy.fall_to_one:
        case FallToOne.POSTPONE:
            return [
                Text(
                    "Satu dari dua calon tidak ada lagi: pemilihan ditunda dengan berita acara{place}.",
                    "One of two candidates is gone: the election is postponed with a berita acara{place}.",
                ).fill(place=_places(policy))
            ]
        case FallToOne.CONTINUE:
            return [
                Text(
                    "{policy}: pemungutan suara diteruskan; suara untuk yang tidak ada lagi dihitung nihil.",
                    "{policy}: the poll goes on; votes for the one who is gone count as nil.",
                ).fill(policy=policy.name)
            ]
        case FallToOne.NOT_STATED:
            return []
        case FallToOne.SINGLE_CANDIDATE:
            return _single(events, policy)


def _single(events: list[CandidateEvent], policy: EventPolicy) -> list[Text]:
    lines = [
        Text(
            "Tersisa satu calon: dilanjutkan dengan pemilihan satu calon{place}.",
            "One candidate is left: it goes on as an election of one candidate{place}.",
        ).fill(place=_places(policy))
    ]
    if any(event.after_printing is False for event in events):
        lines.append(
            Text(
                "Surat suara memuat satu kolom foto dan satu kolom kosong (Ps. 46 ayat (2) huruf a).",
                "The ballot has a column with a photo and an empty one (Ps. 46 ayat (2) huruf a).",
            )
        )
    printed = [event for event in events if event.after_printing]
    if printed:
        lines.append(
            Text(
                "Tahapan diteruskan setelah surat suara dicetak (Ps. 46 ayat (2) huruf b).",
                "After printing the stages go on (Ps. 46 ayat (2) huruf b).",
            )
        )
        if not all(event.announced for event in printed):
            lines.append(
                Text(
                    "Panitia wajib mengumumkannya kepada masyarakat (huruf c); hal itu belum tercatat.",
                    "The committee must announce it to the public (huruf c); that is not on record.",
                )
            )
    return lines


def _printed_votes_open(policy: EventPolicy, names: list[str]) -> Text:
    return Text(
        "{policy} tidak menentukan bagaimana suara untuk {names} pada surat suara tercetak dihitung.",
        "{policy} does not decide how votes for {names} on printed ballots are counted.",
    ).fill(policy=policy.name, names=names)


def _places(policy: EventPolicy) -> Text:
    if not policy.articles:
        return Text("", "")
    names = joined([Text(article.place, article.place) for article in policy.articles], ", ")
    return Text(" ({names})", " ({names})").fill(names=names)
