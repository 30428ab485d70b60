"""What one evaluation of one rule says, before sources and readings are held side by side."""

from dataclasses import dataclass
from typing import Any

from pilkades.base.findings import Verdict
from pilkades.base.language import Text

NOT_DECIDED = Text("Teks yang dibaca tidak mengatur ini.", "The text read does not decide this.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with its sentence; `rows` are the rows of a list that break the rule.

    `touched` is how many votes or ballots the evaluation itself found to be in question.
    """

    verdict: Verdict
    message: Text
    rows: tuple[Any, ...] = ()
    touched: int | None = None


def complied(message: Text) -> Outcome:
    """The fact is there and as the rule asks."""
    return Outcome(Verdict.COMPLIED, message)


def violated(message: Text, rows: tuple[Any, ...] = ()) -> Outcome:
    """The fact is there and not as the rule asks."""
    return Outcome(Verdict.VIOLATED, message, rows)


def unknown(*missing: Text) -> Outcome:
    """A fact is missing; it is named."""
    listed = Text("; ".join(text.id for text in missing), "; ".join(text.en for text in missing))
    return Outcome(
        Verdict.UNKNOWN, Text("Belum tercatat: {listed}.", "Not on record: {listed}.").fill(listed=listed)
    )


def undecided(message: Text) -> Outcome:
    """The facts are there but do not decide."""
    return Outcome(Verdict.UNKNOWN, message)


def not_applicable(message: Text) -> Outcome:
    """The rule does not speak of this election."""
    return Outcome(Verdict.NOT_APPLICABLE, message)
