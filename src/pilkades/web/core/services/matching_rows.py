"""Which person of the register a row of a file states, by NIK and never by a likeness."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from pilkades.register.names import search_key
from pilkades.register.voter import Voter
from pilkades.web.core.models import Election
from pilkades.web.core.models.register import LONGEST_SEARCH
from pilkades.web.core.queries.voters import latest_rows
from pilkades.web.core.vault.keys import Ring
from pilkades.web.core.voter_rows import STATED, kk_words, nik_words, unnumbered_columns

_OF_NUMBERS = frozenset({"nik_mark", "kk_mark"})
# An answer that a file does not give leaves what stands there; a report of death or moving is not taken back.
_UNSTATED = (None, "", False)


class Match(StrEnum):
    """What a row of a file is to the register."""

    ADDED = "added"
    RENEWED = "renewed"
    SAME = "same"
    KEPT = "kept"


@dataclass(slots=True)
class _Known:
    pk: int
    person: UUID
    removal: str
    brought: int | None
    stated: dict[str, Any]
    used: bool = False


@dataclass(slots=True)
class Register:
    """The persons of a register as they stand now, removed ones included, to hold a file's rows against.

    A person whose number stands once here and once in the file is that person; a number that stands more
    often decides nothing, and the rows are added for somebody to look at.
    """

    held: Ring
    by_nik: dict[str, list[_Known]] = field(default_factory=lambda: defaultdict(list))
    without_nik: dict[tuple[str, str], list[_Known]] = field(default_factory=lambda: defaultdict(list))
    in_file: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, election: Election, voters: Sequence[Voter], held: Ring) -> "Register":
        """Read the register; one query."""
        made = cls(held, in_file=Counter(voter.nik.digits for voter in voters if voter.nik))
        rows = latest_rows(election).order_by("pk")
        for pk, person, removal, brought, search, *stated in rows.values_list(
            "pk", "person", "removal", "brought_id", "search", *STATED
        ).iterator(chunk_size=5_000):
            known = _Known(pk, person, removal, brought, dict(zip(STATED, stated, strict=True)))
            if known.stated["nik_mark"]:
                made.by_nik[known.stated["nik_mark"]].append(known)
            else:
                made.without_nik[search, known.stated["birth"]].append(known)
        return made

    def match(self, voter: Voter) -> tuple[Match, int | None]:
        """What the voter is to the register, and the row that it renews."""
        stated = unnumbered_columns(voter)
        nik = self.held.marks(nik_words(voter.nik.digits)) if voter.nik else ()
        kk = self.held.marks(kk_words(voter.kk.digits)) if voter.kk else ()
        candidates = self._candidates(voter, nik)
        for known in candidates:
            if not known.removal and not _differing(known, stated, kk, unstated_counts=True):
                known.used = True
                return Match.SAME, None
        if not voter.nik or len(candidates) != 1 or self.in_file[voter.nik.digits] != 1:
            return Match.ADDED, None
        (known,) = candidates
        known.used = True
        if not _differing(known, stated, kk, unstated_counts=False) and not known.removal:
            return Match.SAME, None
        if known.removal or known.brought is None:
            return Match.KEPT, None
        return Match.RENEWED, known.pk

    def _candidates(self, voter: Voter, nik: tuple[str, ...]) -> list[_Known]:
        if nik:
            found = [known for mark in nik for known in self.by_nik.get(mark, ())]
        else:
            birth = voter.birth.notation if voter.birth else ""
            found = self.without_nik.get((search_key(voter.name)[:LONGEST_SEARCH], birth), [])
        return [known for known in found if not known.used]


def _differing(
    known: _Known, stated: dict[str, Any], kk: tuple[str, ...], *, unstated_counts: bool
) -> frozenset[str]:
    names = {
        name
        for name in STATED
        if name not in _OF_NUMBERS
        and stated[name] != known.stated[name]
        and (unstated_counts or stated[name] not in _UNSTATED)
    }
    family = known.stated["kk_mark"]
    if (family not in kk) if kk else (bool(family) and unstated_counts):
        names.add("kk_mark")
    return frozenset(names)


def merged(before: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """What the register states after a file spoke: its answers, and where it is silent what stood there."""
    kept = {
        name: before[name]
        for name in new
        if new[name] in _UNSTATED and name not in {"nik_sealed", "kk_sealed", "sheet", "row"}
    }
    if not new["kk_mark"]:
        kept["kk_sealed"], kept["kk_mark"] = before["kk_sealed"], before["kk_mark"]
    return {**new, **kept}
