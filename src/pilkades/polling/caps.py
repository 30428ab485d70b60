"""The most voters of one station: what the law of the day sets, or the committee's own number."""

from dataclasses import dataclass

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text
from pilkades.regulation.parameter import Evidence
from pilkades.regulation.rulebook import Rulebook

PARAMETER = "tps.max_voters"
PANDEMIC = "tps.max_voters_pandemic"


@dataclass(frozen=True, slots=True)
class Cap:
    """The number that a plan keeps to, and the number that the law sets, which may be the same or none.

    `by_law` is None where the law that was read sets none; `question` then says so in its words. `basis` is
    what the committee states for a number of its own.
    """

    voters: int
    by_law: int | None
    article: Article | None
    evidence: Evidence | None
    question: Text = EMPTY
    basis: str = ""

    @property
    def of_committee(self) -> bool:
        """Whether the number is the committee's own and not the law's."""
        return self.voters != self.by_law

    @property
    def above_law(self) -> bool:
        """Whether the number kept to is more than the law allows."""
        return self.by_law is not None and self.voters > self.by_law


NOT_SET = Text(
    "Hukum yang dibaca belum memuat batas pemilih di satu TPS.",
    "The law that was read sets no most voters of a station.",
)


def cap_of(rulebook: Rulebook, own: int | None = None, basis: str = "", *, pandemic: bool = False) -> Cap:
    """The cap of the day and county; a number of the committee takes its place and is held against it.

    Raises:
        PilkadesError: `cap-not-set` where the law read sets none and the committee names none,
            `cap-not-positive` for a number below one.
    """
    if own is not None and own < 1:
        raise PilkadesError("cap-not-positive", voters=own)
    name = PANDEMIC if pandemic and PANDEMIC in rulebook.parameters else PARAMETER
    held = rulebook.parameters.get(name)
    by_law = held.value if held is not None and not held.unknown and isinstance(held.value, int) else None
    question = EMPTY if by_law is not None else (held.unknown if held is not None else NOT_SET) or NOT_SET
    chosen = own if own is not None else by_law
    if chosen is None:
        article = rulebook.short(held.article) if held is not None and held.article else "-"
        raise PilkadesError("cap-not-set", day=rulebook.day, county=rulebook.county, article=article)
    return Cap(
        chosen,
        by_law,
        held.article if held is not None else None,
        held.evidence if held is not None else None,
        question,
        basis,
    )


def own_cap(voters: int, basis: str = "") -> Cap:
    """A committee's number, held against no law: no day and no county were named.

    Raises:
        PilkadesError: `cap-not-positive` for a number below one.
    """
    if voters < 1:
        raise PilkadesError("cap-not-positive", voters=voters)
    return Cap(voters, None, None, None, NOT_LOOKED_AT, basis)


NOT_LOOKED_AT = Text(
    "Batas menurut hukum belum dilihat: hari dan kabupaten belum disebut.",
    "The law's cap was not looked at: no day and no county were named.",
)
