"""What the record says today: corrections applied fact by fact, and what stood there before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pilkades.acts.act import Act, Statement

_REASON = "alasan: "
"""How the entry of an act's basis begins that says why it corrects; see ADR 0001."""


def with_reason(basis: Sequence[str], reason: str) -> tuple[str, ...]:
    """The basis of a correction with its reason as the first entry, so that the digest covers it."""
    return (f"{_REASON}{reason.strip()}", *basis)


def reason_of(act: Act) -> str:
    """Why an act corrects another; empty where it does not say."""
    if act.corrects is None:
        return ""
    return next((one.removeprefix(_REASON) for one in act.basis if one.startswith(_REASON)), "")


def grounds_of(act: Act) -> tuple[str, ...]:
    """The articles and decisions on which an act rests: its basis without the reason of a correction."""
    return tuple(one for one in act.basis if act.corrects is None or not one.startswith(_REASON))


class HoldsActs(Protocol):
    """A record, or several merged."""

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Correction:
    """One fact that a later act changed: what stood there, what stands there now, and the act that did it.

    `after` is empty where the statement was withdrawn.
    """

    fact: str
    before: tuple[Statement, ...]
    after: tuple[Statement, ...]
    by: Act


@dataclass(frozen=True, slots=True)
class Current:
    """An act as it was recorded, its facts as they stand today, and each correction in its order."""

    act: Act
    facts: Mapping[str, tuple[Statement, ...]]
    corrections: tuple[Correction, ...] = ()

    @property
    def effective(self) -> Act:
        """The act with today's facts; without digest and signatures, which belong to what was recorded."""
        return replace(self.act, facts=self.facts, digest="", signatures=()) if self.corrections else self.act


def current_view(record: HoldsActs) -> tuple[Current, ...]:
    """Every act that is no correction, with its corrections applied in the record's order.

    A correction changes the facts it names and no other; a fact it names without a statement is withdrawn. A
    correction of a correction reaches the act which that one corrected. Nothing in the record is changed.
    Where two contents share one id (see `merge`), both are kept: two originals stand as two acts, and the
    statements of two corrections stand side by side.
    """
    by_id = {act.id: act for act in record.acts}
    corrections: dict[str, list[Act]] = {}
    for act in record.acts:
        if act.corrects is not None:
            corrections.setdefault(_corrected_by(act, by_id), []).append(act)
    return tuple(_applied(act, corrections.get(act.id, ())) for act in record.acts if act.corrects is None)


def effective_acts(record: HoldsActs) -> tuple[Act, ...]:
    """The acts as they stand today, corrections applied: what rules and papers read."""
    return tuple(current.effective for current in current_view(record))


def _corrected_by(act: Act, acts: Mapping[str, Act]) -> str:
    seen = {act.id}
    target = act.corrects or ""
    while target in acts and acts[target].corrects is not None and target not in seen:
        seen.add(target)
        target = acts[target].corrects or ""
    return target


def _applied(act: Act, corrections: Sequence[Act]) -> Current:
    facts = dict(act.facts)
    applied: list[Correction] = []
    latest: dict[str, str] = {}
    for correction in corrections:
        if correction.kind != act.kind:
            continue
        for name, stated in correction.facts.items():
            before = facts.get(name, ())
            beside = latest.get(name) == correction.id
            after = (*before, *(one for one in stated if one not in before)) if beside else stated
            facts[name] = after
            latest[name] = correction.id
            applied.append(Correction(name, before, after, correction))
    return Current(act, {name: stated for name, stated in facts.items() if stated}, tuple(applied))
