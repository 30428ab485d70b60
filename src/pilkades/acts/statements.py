"""What each source says of one fact, side by side: contradictions are shown, not settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pilkades.acts.act import Act, Standing, Statement, plain, read_fact
from pilkades.acts.corrections import HoldsActs, current_view
from pilkades.base.digest import canonical


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement with the act that holds it and, where it came by correction, the act that corrected."""

    statement: Statement
    act: Act
    corrected_by: Act | None = None

    @property
    def value(self) -> Any:  # noqa: ANN401 -- each fact has its own type
        """What is stated."""
        return self.statement.value

    @property
    def standing(self) -> Standing:
        """Whether it is shown or only asserted."""
        return self.statement.standing

    @property
    def place(self) -> str:
        """Where the source says so; empty when no source is named."""
        return self.statement.source.place if self.statement.source else ""

    @property
    def quote(self) -> str:
        """The source's own words; empty when none are given."""
        return self.statement.source.quote if self.statement.source else ""


def statements_of(record: HoldsActs, kind: str, fact: str) -> tuple[Stated, ...]:
    """Every statement of a fact that stands today, in the record's order, each with its place and quote.

    Raises:
        PilkadesError: `unknown-kind`, `unknown-fact`.
    """
    read_fact(kind, fact, None)
    found: list[Stated] = []
    for current in current_view(record):
        if current.act.kind != kind:
            continue
        by = next((one.by for one in reversed(current.corrections) if one.fact == fact), None)
        found += [Stated(one, current.act, by) for one in current.facts.get(fact, ())]
    return tuple(found)


def contradict(stated: Sequence[Stated]) -> bool:
    """Whether they give more than one value; who says so and how plays no part."""
    return len({canonical(plain(one.value)) for one in stated}) > 1
