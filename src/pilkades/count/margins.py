"""What a margin stands against: ballots in question, and claims of a majority."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.findings import Bound, Touch
from pilkades.base.language import Text


@dataclass(frozen=True, slots=True)
class InQuestion:
    """A group of ballots or voters that something is in question about; `count` None where nobody counted."""

    name: Text
    count: int | None
    bound: Bound = Bound.EXACTLY
    unit: str = "ballots"


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A group held against the margin."""

    group: InQuestion
    touch: Touch
    explanation: Text


def against_margin(margin: int | None, groups: Iterable[InQuestion]) -> tuple[MarginNote, ...]:
    """Say of each group whether it is as large as the margin; a margin smaller than it is always pointed out.

    It says what could matter, not what happened (design section 6). The margin is in votes.
    """
    return tuple(_note(margin, group) for group in groups)


def _note(margin: int | None, group: InQuestion) -> MarginNote:
    touch = Touch(group.unit, group.bound if group.count is not None else Bound.UNKNOWN, group.count, margin)
    if margin is None:
        text = Text("{name}: selisih suara tidak diketahui.", "{name}: the margin is not known.")
    elif touch.reaches_margin is None:
        text = Text(
            "{name}: jumlahnya tidak diketahui. Apakah mencapai selisih {margin} suara belum diketahui.",
            "{name}: number not known. Whether it reaches the margin of {margin} votes cannot be said.",
        )
    elif touch.reaches_margin:
        text = Text(
            "{name}: {count}, sama dengan atau lebih besar dari selisih {margin} suara.",
            "{name}: {count}, as many as or more than the margin of {margin} votes.",
        )
    else:
        text = Text(
            "{name}: {count}, lebih kecil dari selisih {margin} suara.",
            "{name}: {count}, fewer than the margin of {margin} votes.",
        )
    return MarginNote(group, touch, text.fill(name=group.name, count=group.count, margin=margin))


class Majority(StrEnum):
    """What can be said of a claim that somebody won more than half."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does_not_hold"
    CANNOT_BE_ESTABLISHED = "cannot_be_established"


@dataclass(frozen=True, slots=True)
class MajorityClaim:
    """A claim of more than half of the valid votes, and what it can rest on."""

    standing: Majority
    explanation: Text


def check_majority(
    votes: int, valid: int | None, other_figures: Mapping[Text, int] | None = None
) -> MajorityClaim:
    """Hold "more than half" against the valid votes; other figures (inhabitants) do not stand in for them.

    Permendagri 112/2014 Ps. 42(1) asks for most votes, not for a majority; this only checks what a source
    says. `other_figures` are figures that the source gives instead, by what it calls them.
    """
    if valid is not None:
        return _against_valid(votes, valid)
    text = Text(
        "Jumlah suara sah tidak diketahui. Apakah {votes} suara lebih dari setengah tidak dapat dipastikan.",
        "The valid votes are not known. Whether {votes} votes are more than half cannot be established.",
    ).fill(votes=votes)
    for name, figure in (other_figures or {}).items():
        text += Text(
            " {name} {figure} bukan jumlah suara sah.", " {name} {figure} is not the number of valid votes."
        ).fill(name=name, figure=figure)
    return MajorityClaim(Majority.CANNOT_BE_ESTABLISHED, text)


def _against_valid(votes: int, valid: int) -> MajorityClaim:
    holds = 2 * votes > valid
    verdict = Text("lebih", "more") if holds else Text("tidak lebih", "not more")
    if votes > valid:
        text = Text(
            "{votes} suara melebihi {valid} suara sah. Periksa angkanya.",
            "{votes} votes exceed the {valid} valid votes. Check the figures.",
        ).fill(votes=votes, valid=valid)
        return MajorityClaim(Majority.CANNOT_BE_ESTABLISHED, text)
    text = Text(
        "{votes} dari {valid} suara sah: {verdict} dari setengah.",
        "{votes} of {valid} valid votes: {verdict} than half.",
    ).fill(votes=votes, valid=valid, verdict=verdict)
    return MajorityClaim(Majority.HOLDS if holds else Majority.DOES_NOT_HOLD, text)
