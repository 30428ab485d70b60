"""Who is elected: most valid votes, explained line by line; where the text does not decide, it says so."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, percent
from pilkades.count.candidate_events import NO_TEXT, CandidateEvent, EventEffect, EventPolicy, effect_of
from pilkades.count.ties import StepOutcome, TieFacts, TieOutcome, TieStep, break_tie


class Outcome(StrEnum):
    """How a count ends."""

    ELECTED = "elected"
    TIE_OPEN = "tie_open"
    NOT_DECIDED_BY_TEXT = "not_decided_by_text"
    UNKNOWN = "unknown"
    NO_VALID_VOTES = "no_valid_votes"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class SingleCandidate:
    """An election of one candidate: the name, and how the votes call the empty column (PP 16/2026 Ps. 46)."""

    name: str
    empty_column: str = "kolom kosong"
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What besides the votes bears on a result: a single candidate, candidates who fell out before."""

    single: SingleCandidate | None = None
    events: tuple[CandidateEvent, ...] = ()
    policy: EventPolicy = NO_TEXT


ORDINARY = Circumstances()
"""Two or more candidates, and none fell out."""


@dataclass(frozen=True, slots=True)
class Result:
    """The end of a count. `margin` is the first's votes minus the second's; `share` is in per cent."""

    outcome: Outcome
    elected: str | None
    votes: Mapping[str, int | None]
    valid: int | None
    margin: int | None
    share: Decimal | None
    tie: TieOutcome | None
    questions: tuple[Text, ...]
    lines: tuple[Text, ...]


def decide(
    votes: Mapping[str, int | None],
    chain: tuple[TieStep, ...] = (),
    facts: TieFacts | None = None,
    circumstances: Circumstances = ORDINARY,
) -> Result:
    """Find who obtained the most valid votes (Permendagri 112/2014 Ps. 42(1); PP 16/2026 Ps. 39(4)b).

    A candidate without a figure makes the result unknown. A tie goes through `chain`. With a single candidate
    the most votes between the candidate and the empty column decide (PP 16/2026 Ps. 47); no threshold is
    applied.

    Raises:
        PilkadesError: code `no-candidates` without votes to count; `negative-votes`;
            `single-candidate-columns` when the votes do not name the candidate and the empty column.
    """
    _check(votes, circumstances.single)
    effect = effect_of(circumstances.events, _candidates(votes, circumstances), circumstances.policy)
    lines = [*_listed(votes), *effect.lines]
    if effect.postponed:
        return _ended(Outcome.POSTPONED, votes, lines, effect.questions)
    blank = [name for name, count in votes.items() if count is None and name not in effect.void]
    if blank:
        text = Text("Suara untuk {names} tidak diketahui.", "The votes for {names} are not known.").fill(
            names=blank
        )
        return _ended(Outcome.UNKNOWN, votes, [*lines, text], (text, *effect.questions))
    counted = {name: count for name, count in votes.items() if count is not None and name not in effect.void}
    if circumstances.single is not None:
        alone = _of_one(circumstances.single, votes, counted, lines)
        return replace(alone, questions=(*effect.questions, *alone.questions))
    return _of_several(votes, counted, effect, lines, (chain, facts or TieFacts()))


def _candidates(votes: Mapping[str, int | None], circumstances: Circumstances) -> frozenset[str]:
    """Those on the ballot and those who fell out before it was printed; the empty column is nobody."""
    fallen = {event.candidate for event in circumstances.events}
    columns = set() if circumstances.single is None else {circumstances.single.empty_column}
    return frozenset((votes.keys() | fallen) - columns)


def _check(votes: Mapping[str, int | None], single: SingleCandidate | None) -> None:
    if not votes:
        raise PilkadesError("no-candidates")
    for name, count in votes.items():
        if count is not None and count < 0:
            raise PilkadesError("negative-votes", candidate=name, votes=count)
    if single is not None and set(votes) != {single.name, single.empty_column}:
        raise PilkadesError("single-candidate-columns", columns=sorted(votes))


def _listed(votes: Mapping[str, int | None]) -> list[Text]:
    ordered = sorted(votes.items(), key=lambda item: (-(item[1] or 0), item[0]))
    blank = Text("tidak diketahui", "not known")
    return [
        Text("{name}: {count} suara.", "{name}: {count} votes.").fill(
            name=name, count=blank if count is None else count
        )
        for name, count in ordered
    ]


def _ended(
    outcome: Outcome, votes: Mapping[str, int | None], lines: list[Text], questions: tuple[Text, ...]
) -> Result:
    """A count that ends without anybody elected and without a margin that could be relied on."""
    return Result(outcome, None, _fixed(votes), None, None, None, None, questions, tuple(lines))


def _fixed(votes: Mapping[str, int | None]) -> Mapping[str, int | None]:
    return MappingProxyType(dict(votes))


def _of_one(
    single: SingleCandidate, votes: Mapping[str, int | None], counted: Mapping[str, int], lines: list[Text]
) -> Result:
    mine, empty = counted[single.name], counted[single.empty_column]
    valid = mine + empty
    if valid == 0:
        return _no_votes(votes, lines)
    place = (
        EMPTY if single.article is None else Text(" ({place})", " ({place})").fill(place=single.article.place)
    )
    share = percent(mine, valid)
    if mine > empty:
        lines += [
            Text(
                "{name} memperoleh suara lebih banyak daripada kolom kosong{place}: terpilih.",
                "{name} obtained more votes than the empty column{place}: elected.",
            ).fill(name=single.name, place=place),
            _share_line(single.name, share, mine - empty),
        ]
        return Result(
            Outcome.ELECTED, single.name, _fixed(votes), valid, mine - empty, share, None, (), tuple(lines)
        )
    how = Text("lebih banyak", "more") if empty > mine else Text("sama banyak", "as many")
    question = Text(
        "Kolom kosong memperoleh suara {how}. Teks yang dibaca tidak menentukan akibatnya. "
        "Apa keputusannya, oleh siapa, dan apa dasarnya?",
        "The empty column obtained {how} votes. The text read does not decide what follows. "
        "What is decided, by whom, and on what basis?",
    ).fill(how=how)
    return Result(
        Outcome.NOT_DECIDED_BY_TEXT,
        None,
        _fixed(votes),
        valid,
        mine - empty,
        share,
        None,
        (question,),
        (*lines, question),
    )


def _no_votes(votes: Mapping[str, int | None], lines: list[Text]) -> Result:
    question = Text(
        "Tidak ada suara sah. Teks yang dibaca tidak menentukan siapa yang terpilih.",
        "There is no valid vote. The text read does not decide who is elected.",
    )
    return Result(
        Outcome.NO_VALID_VOTES, None, _fixed(votes), 0, None, None, None, (question,), (*lines, question)
    )


def _of_several(
    votes: Mapping[str, int | None],
    counted: Mapping[str, int],
    effect: EventEffect,
    lines: list[Text],
    tie_break: tuple[tuple[TieStep, ...], TieFacts],
) -> Result:
    eligible = {name: count for name, count in counted.items() if name not in effect.out}
    valid = sum(counted.values())
    if not eligible or sum(eligible.values()) == 0:
        return _no_votes(votes, lines) if valid == 0 else _open_votes(votes, lines, effect)
    best = max(eligible.values())
    disputed = [name for name in effect.in_question if counted.get(name, 0) >= best]
    if disputed:
        return _open_votes(votes, lines, effect)
    if effect.in_question & counted.keys():
        lines.append(
            Text(
                "Suara yang dipertanyakan itu lebih sedikit daripada suara terbanyak; "
                "dihitung atau tidak, urutan pertama tetap sama.",
                "The votes in question are fewer than the most votes; "
                "counted or not, the first place is the same.",
            )
        )
    tied = tuple(name for name, count in eligible.items() if count == best)
    # with votes in question the total of valid votes is itself open, and so is every share of it
    total = None if any(counted.get(name) for name in effect.in_question) else valid
    share = None if total is None else percent(best, total)
    if len(tied) > 1:
        return _tied(votes, tied, tie_break, _Standing(total, share, lines, effect.questions))
    winner = tied[0]
    second = max((count for name, count in eligible.items() if name != winner), default=None)
    margin = None if second is None else best - second
    lines.append(Text("Suara terbanyak: {name}, {n}.", "Most votes: {name}, {n}.").fill(name=winner, n=best))
    if share is not None and margin is not None:
        lines.append(_share_line(winner, share, margin))
    if second is None:
        lines.append(
            Text(
                "Hanya ada satu calon yang dihitung; tidak ada selisih.",
                "Only one candidate is counted; there is no margin.",
            )
        )
    return Result(
        Outcome.ELECTED, winner, _fixed(votes), total, margin, share, None, effect.questions, tuple(lines)
    )


def _open_votes(votes: Mapping[str, int | None], lines: list[Text], effect: EventEffect) -> Result:
    text = Text(
        "Hasilnya bergantung pada suara untuk calon yang tidak ada lagi, dan teks tidak menentukannya.",
        "The result depends on votes for a candidate who is gone, and the text does not decide on them.",
    )
    return _ended(Outcome.NOT_DECIDED_BY_TEXT, votes, [*lines, text], (*effect.questions, text))


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is already worked out when a tie is met."""

    valid: int | None
    share: Decimal | None
    lines: list[Text]
    questions: tuple[Text, ...]


def _tied(
    votes: Mapping[str, int | None],
    tied: tuple[str, ...],
    tie_break: tuple[tuple[TieStep, ...], TieFacts],
    standing: _Standing,
) -> Result:
    outcome = break_tie(tied, *tie_break)
    lines = [
        *standing.lines,
        Text("Suara terbanyak sama: {names}.", "Equal most votes: {names}.").fill(names=list(tied)),
        *(_step_line(step) for step in outcome.steps),
    ]
    if outcome.elected is None:
        questions = (*standing.questions, outcome.question)
        if not outcome.steps or outcome.question != outcome.steps[-1].explanation:
            lines.append(outcome.question)
    else:
        questions = standing.questions
    ended = Outcome.TIE_OPEN if outcome.elected is None else Outcome.ELECTED
    return Result(
        ended,
        outcome.elected,
        _fixed(votes),
        standing.valid,
        0,
        standing.share,
        outcome,
        questions,
        tuple(lines),
    )


def _step_line(taken: StepOutcome) -> Text:
    if taken.step.article is None:
        return taken.explanation
    place = Text("{place}: ", "{place}: ").fill(place=taken.step.article.place)
    return place + taken.explanation


def _share_line(name: str, share: Decimal, margin: int) -> Text:
    return Text(
        "{name} memperoleh {share} % suara sah; selisih {margin} suara.",
        "{name} obtained {share} % of the valid votes; the margin is {margin} votes.",
    ).fill(name=name, share=share, margin=margin)
