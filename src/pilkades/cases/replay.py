"""A documented election against the law of its day: findings, result, figures, contradictions."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from pilkades.acts.act import Statement
from pilkades.base.findings import Finding
from pilkades.base.language import EMPTY, Text
from pilkades.cases.schema import Case
from pilkades.compliance.facts import FactBook
from pilkades.compliance.judge import judge
from pilkades.compliance.look import Look
from pilkades.compliance.ties import chain_of, facts_of
from pilkades.count.claims import ClaimResult, Match, check_share
from pilkades.count.identities import IdentityResult, Standing, identities
from pilkades.count.margins import MajorityClaim, check_majority
from pilkades.count.repair import Repair, least_changes
from pilkades.count.result import Circumstances, Outcome, Result, SingleCandidate, decide
from pilkades.count.sheet import Sheet
from pilkades.regulation.rulebook import Rulebook
from pilkades.timetable.days import Workdays
from pilkades.timetable.holidays_of import county_days, workdays_of

# A term may end, and a decree may come, in the years around the polling day.
_YEARS_AROUND = 2


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact on which the sources differ, with every statement."""

    fact: str
    label: Text
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """All that the law and the arithmetic say of one case."""

    case: Case
    rulebook: Rulebook
    findings: tuple[Finding, ...]
    sheet: Sheet
    result: Result | None
    reported_winner: str | None
    identities: tuple[IdentityResult, ...]
    repair: Repair | None
    claims: tuple[ClaimResult, ...]
    majority: MajorityClaim | None
    contradictions: tuple[Contradiction, ...]
    questions: tuple[Text, ...]

    @property
    def recomputed(self) -> bool:
        """Whether the sources give every candidate's votes."""
        return self.result is not None and self.result.outcome is not Outcome.UNKNOWN


def replay(case: Case) -> Replay:
    """Hold the case's record against the law of its day; nothing in it is corrected or filled in."""
    rulebook = Rulebook.at(case.law_day, case.overlay)
    workdays = _workdays(case)
    book = FactBook.of(case.record.acts)
    look = Look(book, rulebook, workdays)
    sheet = look.sheet()
    checked = identities(sheet)
    broken = any(result.standing is Standing.FAILS for result in checked)
    return Replay(
        case=case,
        rulebook=rulebook,
        findings=judge(book, rulebook, workdays),
        sheet=sheet,
        result=_result(look, sheet),
        reported_winner=look.fact("winner_adopted.winner"),
        identities=checked,
        repair=least_changes(sheet) if broken else None,
        claims=_claims(look, sheet),
        majority=_majority(look, sheet),
        contradictions=_contradictions(book, look),
        questions=rulebook.questions(),
    )


def _workdays(case: Case) -> Workdays:
    years = range(case.law_day.year - _YEARS_AROUND, case.law_day.year + _YEARS_AROUND + 1)
    return workdays_of(years, county_days(case.overlay) if case.overlay else None)


def _result(look: Look, sheet: Sheet) -> Result | None:
    if not sheet.votes:
        return None
    single = look.fact("derived.single")
    empty = next((name for name in sheet.votes if name.casefold() == "kolom kosong"), None)
    circumstances = Circumstances()
    if single and empty is not None:
        name = next(name for name in sheet.votes if name != empty)
        circumstances = Circumstances(single=SingleCandidate(name, empty))
    return decide(sheet.votes, chain_of(look.rulebook), facts_of(look), circumstances)


def _claims(look: Look, sheet: Sheet) -> tuple[ClaimResult, ...]:
    found = []
    turnout, share = look.fact("tally.turnout_claimed"), look.fact("tally.winner_share_claimed")
    if turnout is not None:
        found.append(check_share(Decimal(turnout), sheet, "came", "registered"))
    winner = look.fact("derived.winner")
    if share is not None and winner is not None:
        found.append(check_share(Decimal(share), sheet, f"votes:{winner}", "valid"))
    return tuple(result for result in found if result.match is not Match.ROUNDED)


def _majority(look: Look, sheet: Sheet) -> MajorityClaim | None:
    """What a claim of an absolute victory can rest on; the law asks only for most votes."""
    winner = look.fact("winner_adopted.winner") or look.fact("derived.winner")
    votes = sheet.votes.get(winner) if winner else None
    if not look.fact("tally.majority_claimed") or votes is None:
        return None
    inhabitants = look.fact("village.inhabitants")
    called = Text("Jumlah penduduk", "The number of inhabitants")
    others = {called: inhabitants} if inhabitants is not None else {}
    return check_majority(votes, sheet.valid, others)


def _contradictions(book: FactBook, look: Look) -> tuple[Contradiction, ...]:
    return tuple(Contradiction(path, look.label(path), book.alternatives(path)) for path in book.contested())


def spoken_result(replayed: Replay) -> Text:
    """The result in one sentence: who won and why, or why that cannot be said."""
    result = replayed.result
    if result is None or result.outcome is Outcome.UNKNOWN:
        return _as_reported(replayed)
    if result.elected is None:
        return Text(
            "Tidak ada calon yang dapat ditetapkan dari angka ini.",
            "No candidate can be adopted from these figures.",
        )
    ranked = sorted(result.votes.items(), key=lambda pair: -(pair[1] or 0))
    second = ranked[1] if len(ranked) > 1 else (None, None)
    runner_up = (
        Text(", selisih {margin} dari {second} ({votes})", ", {margin} ahead of {second} ({votes})").fill(
            margin=result.margin, second=second[0], votes=second[1]
        )
        if second[0] is not None
        else EMPTY
    )
    return Text(
        "Suara terbanyak: {name}, {votes} dari {valid} suara sah ({share} %){runner_up}.",
        "Most votes: {name}, {votes} of {valid} valid votes ({share} %){runner_up}.",
    ).fill(
        name=result.elected,
        votes=result.votes[result.elected],
        valid=result.valid,
        share=result.share,
        runner_up=runner_up,
    )


def _as_reported(replayed: Replay) -> Text:
    known = _known_votes(replayed.sheet.votes)
    winner = replayed.reported_winner
    if winner is None:
        return Text("Sumber tidak menyebut pemenang.", "The source names no winner.")
    votes = known.get(winner)
    figure = Text(", {votes} suara", ", {votes} votes").fill(votes=votes) if votes is not None else EMPTY
    return Text(
        "Menurut sumber {winner} terpilih dengan suara terbanyak{figure}. "
        "Suara calon lain tidak disebut, jadi tidak dapat dihitung ulang.",
        "By the source {winner} was elected with the most votes{figure}. "
        "The others' votes are not stated, so it cannot be recomputed.",
    ).fill(winner=winner, figure=figure)


def _known_votes(votes: Mapping[str, int | None]) -> dict[str, int]:
    return {name: count for name, count in votes.items() if count is not None}
