"""Facts that follow from other facts: each a small function over what the record states."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol


class Reads(Protocol):
    """Whatever can look up facts and values of the law."""

    def fact(self, words: str) -> Any:  # noqa: ANN401 -- each fact has its own type
        """The value of a fact, or None."""
        ...

    def operand(self, operand: object) -> Any:  # noqa: ANN401 -- each parameter has its own type
        """A value of the law, or None."""
        ...


def ranked(rows: Sequence[Any] | None) -> list[tuple[str, int]]:
    """Candidates by votes, most first; empty when a candidate's votes are missing."""
    if not rows or any(row.votes is None for row in rows):
        return []
    return sorted(((row.candidate, row.votes) for row in rows), key=lambda pair: (-pair[1], pair[0]))


def completed_years(born: date, day: date) -> int:
    """Completed years on a day; the birthday itself counts."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def absent(look: Reads) -> int | None:
    """Registered voters who did not vote: as stated, or registered minus voted."""
    stated = look.fact("polling.absent")
    registered, voted = look.fact("dpt.voters"), look.fact("polling.voted")
    if stated is not None:
        return int(stated)
    return registered - voted if registered is not None and voted is not None else None


def stations(look: Reads) -> int | None:
    """Number of polling stations: as stated, or as many as are listed."""
    count = look.fact("tps_plan.count")
    listed = look.fact("tps_plan.stations") if count is None else None
    return len(listed) if listed else count


def single(look: Reads) -> bool | None:
    """Whether one candidate was adopted."""
    count = look.fact("candidates_adopted.count")
    return None if count is None else count == 1


def quorum_reached(look: Reads) -> bool | None:
    """Whether the share of the registered voters that the law of the day asks for has voted."""
    share, plus = look.operand("@polling.quorum_share"), look.operand("@polling.quorum_plus") or 0
    registered, voted = look.fact("dpt.voters"), look.fact("polling.voted")
    if registered is None or voted is None or share is None:
        return None
    return bool(voted >= share * registered + plus)


def margin(look: Reads) -> int | None:
    """Votes between the first two; with one candidate on the list, that candidate's votes."""
    votes = ranked(look.fact("tally.votes"))
    if not votes:
        return None
    return votes[0][1] - (votes[1][1] if len(votes) > 1 else 0)


def tied(look: Reads) -> bool | None:
    """Whether the most votes are equal."""
    between = margin(look)
    return None if between is None else between == 0


def winner(look: Reads) -> str | None:
    """The candidate with most votes; None in a tie."""
    votes = ranked(look.fact("tally.votes"))
    return votes[0][0] if votes and not tied(look) else None


DERIVATIONS: Mapping[str, Callable[[Reads], Any]] = {
    "absent": absent,
    "stations": stations,
    "single": single,
    "quorum_reached": quorum_reached,
    "margin": margin,
    "tied": tied,
    "winner": winner,
    "invalid": lambda look: look.fact("tally.invalid"),
}
