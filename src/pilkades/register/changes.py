"""What changed between two versions of a list, and what may still be noted in a closed one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from pilkades.base.article import Article
from pilkades.base.day import Day
from pilkades.base.digest import Json, digest
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Verdict
from pilkades.base.language import Text
from pilkades.register.lists import ListVersion, row_of
from pilkades.regulation.rulebook import Rulebook


class ChangeKind(StrEnum):
    """How a person's row changed.

    PLACED is another TPS alone: the committee's plan, which puts nothing right in what a row states.
    """

    ADDED = "added"
    CORRECTED = "corrected"
    PLACED = "placed"
    REMOVED = "removed"


CHANGES = {
    ChangeKind.ADDED: Text("ditambahkan", "added"),
    ChangeKind.CORRECTED: Text("diperbaiki", "corrected"),
    ChangeKind.PLACED: Text("diberi TPS", "given a polling station"),
    ChangeKind.REMOVED: Text("dikeluarkan", "removed"),
}


class RemovalReason(StrEnum):
    """Why a person leaves a list: as Permendagri 112/2014 Ps. 13(2) has it, or a row entered twice."""

    DIED = "died"
    MOVED = "moved"
    NOT_QUALIFIED = "not_qualified"
    SAME_PERSON = "same_person"


REMOVALS = {
    RemovalReason.DIED: Text("meninggal dunia", "died"),
    RemovalReason.MOVED: Text("tidak lagi berdomisili di desa", "no longer lives in the village"),
    RemovalReason.NOT_QUALIFIED: Text("tidak lagi memenuhi syarat", "no longer qualifies"),
    RemovalReason.SAME_PERSON: Text("orang yang sama dengan baris lain", "the same person as another row"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the change list; `fields` names what a correction changed."""

    kind: ChangeKind
    person: str
    fields: tuple[str, ...] = ()
    reason: RemovalReason | None = None


def changes(
    before: ListVersion, after: ListVersion, removals: Mapping[str, RemovalReason]
) -> tuple[Change, ...]:
    """Every person added, corrected, placed or removed, in the order of the two lists.

    Raises:
        PilkadesError: code `removal-without-reason` with how many lack one.
    """
    earlier = {entry.person: row_of(entry) for entry in before.entries}
    later = {entry.person: row_of(entry) for entry in after.entries}
    gone = [person for person in earlier if person not in later]
    unexplained = sum(person not in removals for person in gone)
    if unexplained:
        raise PilkadesError("removal-without-reason", count=unexplained)
    found = [Change(ChangeKind.REMOVED, person, reason=removals[person]) for person in gone]
    for person, row in later.items():
        if person not in earlier:
            found.append(Change(ChangeKind.ADDED, person))
            continue
        differing = tuple(name for name, value in row.items() if value != earlier[person][name])
        if differing:
            kind = ChangeKind.PLACED if differing == ("tps",) else ChangeKind.CORRECTED
            found.append(Change(kind, person, differing))
    return tuple(found)


def count_of(found: Iterable[Change], kind: ChangeKind) -> int:
    """How many persons changed in that way."""
    return sum(change.kind is kind for change in found)


DEATH_NOTE = "meninggal dunia"  # the words that Permendagri 112/2014 Ps. 20 prints


@dataclass(frozen=True, slots=True)
class Death:
    """A note in the remark column of a closed DPT."""

    person: str
    died: Day


@dataclass(frozen=True, slots=True)
class ClosedDpt:
    """An adopted DPT: the rows never change, deaths are noted beside them."""

    version: ListVersion
    deaths: tuple[Death, ...] = ()

    @property
    def digest(self) -> str:
        """The fingerprint of the list and its notes; the list's own stays as it was adopted."""
        notes: Json = [
            {"number": self.version.number_of(death.person), "died": death.died.notation}
            for death in self.deaths
        ]
        return digest({"dpt": self.version.digest, "deaths": notes})

    @property
    def living(self) -> int:
        """How many on the list have no note of death."""
        return self.version.count - len(self.deaths)

    def remark_of(self, person: str) -> str:
        """What stands in the remark column for that person."""
        return DEATH_NOTE if any(death.person == person for death in self.deaths) else ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Whether an adopted DPT may be touched for a reason, by which article."""

    verdict: Verdict
    message: Text
    article: Article | None


_ONLY_DEATH = Text(
    "DPT yang sudah ditetapkan tidak diubah. Hanya pemilih yang meninggal dunia diberi catatan.",
    "An adopted DPT is not changed. Only the death of a voter is noted.",
)
_DEATH_NOTED = Text("Catatan “meninggal dunia” diperbolehkan.", "The note “meninggal dunia” is allowed.")
_NOT_STATED = Text(
    "Teks yang dibaca tidak mengatur perubahan DPT. Panitia memutuskan dengan dasar yang dicatat.",
    "The text read does not rule on changes of the DPT. The committee decides, with its basis on record.",
)


def may_touch(reason: RemovalReason | ChangeKind, rulebook: Rulebook) -> Allowed:
    """Whether a closed DPT may be touched: for a death alone, where the law of the day says so."""
    held = rulebook.parameters.get("voters.dpt_changes")
    if held is None or held.unknown:
        return Allowed(Verdict.UNKNOWN, _NOT_STATED, None)
    if reason is RemovalReason.DIED and "death" in held.value:
        return Allowed(Verdict.COMPLIED, _DEATH_NOTED, held.article)
    return Allowed(Verdict.VIOLATED, _ONLY_DEATH, held.article)


def note_death(closed: ClosedDpt, person: str, died: Day) -> ClosedDpt:
    """Note a death beside the row; the row itself and the list's digest stay.

    Raises:
        PilkadesError: `not-listed`, or `death-noted` when the note is there already.
    """
    closed.version.number_of(person)
    if closed.remark_of(person):
        raise PilkadesError("death-noted")
    return replace(closed, deaths=(*closed.deaths, Death(person, died)))
