"""Whether a record is whole: the first act at which its chain does not hold, and what to do there."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pilkades.acts.act import KINDS, Act
from pilkades.acts.json_form import digest_of
from pilkades.acts.record import Record
from pilkades.acts.signing import TrustedKeys, day_of_signing, holds
from pilkades.acts.verification_words import ACT, NO_DAY, NOTES, PROBLEMS, REMEDIES, WHOLE
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, same


class Break(StrEnum):
    """What can be wrong with an act in its chain."""

    FORM = "form"
    CONTENT = "content"
    REPEATED = "repeated"
    START = "start"
    ORDER = "order"
    MISSING = "missing"
    CORRECTION = "correction"
    SIGNATURE = "signature"
    SIGNER = "signer"
    PERIOD = "period"
    UNSIGNED = "unsigned"
    HEAD = "head"


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first place where the chain does not hold.

    `number` counts acts from 1; it is 0, and `act` None, where a record that should hold acts is empty.
    """

    number: int
    act: Act | None
    what: Break
    problem: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Verification:
    """How far a record holds: its length, its head, the first broken link, and what was not looked at.

    `unsigned` are the numbers (from 1) of acts that bear no signature.
    """

    election: str
    acts: int
    head: str
    broken: BrokenLink | None
    unsigned: tuple[int, ...]
    notes: tuple[Text, ...]

    @property
    def whole(self) -> bool:
        """Whether no link is broken."""
        return self.broken is None

    @property
    def message(self) -> Text:
        """The outcome in words, with what to do."""
        if self.broken is None:
            return WHOLE.fill(count=self.acts, head=same(self.head))
        return self.broken.problem + same(" ") + self.broken.remedy


def verify(
    record: Record,
    *,
    keys: TrustedKeys | None = None,
    expected_head: str | None = None,
    must_be_signed: bool = False,
) -> Verification:
    """Hold every act against its digest, its place, its signatures; name the first that does not fit.

    `expected_head` is a digest published earlier: the record must still hold the act that bears it, so acts
    that were cut off at the end show. A record may have grown since. Without `keys` a signature is held
    against its own key alone, and whose key that is stays open.
    """
    broken = next(_breaks(record, keys, expected_head, must_be_signed=must_be_signed), None)
    unsigned = tuple(number for number, act in enumerate(record.acts, start=1) if not act.signatures)
    return Verification(
        election=record.election,
        acts=len(record.acts),
        head=record.head,
        broken=broken,
        unsigned=unsigned,
        notes=_notes(record, keys, expected_head, unsigned),
    )


def described(number: int, act: Act) -> Text:
    """Number, kind and date of an act, as people are told of it."""
    kind = KINDS[act.kind].label if act.kind in KINDS else same(act.kind)
    stated = act.facts.get("date", ())
    day = stated[0].value if stated else (day_of_signing(act) or NO_DAY)
    return ACT.fill(number=number, kind=kind, day=day)


def _breaks(
    record: Record, keys: TrustedKeys | None, expected_head: str | None, *, must_be_signed: bool
) -> Iterator[BrokenLink]:
    digests = {act.digest: number for number, act in enumerate(record.acts, start=1)}
    before = record.start
    earlier: dict[str, Act] = {}
    for number, act in enumerate(record.acts, start=1):
        for what, detail in _act_breaks(act, before, digests, earlier, record.start):
            yield _broken(number, act, what, detail)
        for what, detail in _signature_breaks(act, keys, must_be_signed=must_be_signed):
            yield _broken(number, act, what, detail)
        earlier[act.id] = act
        before = act.digest
    if expected_head not in {None, record.start, *digests}:
        last = record.acts[-1] if record.acts else None
        yield _broken(len(record.acts), last, Break.HEAD, same(str(expected_head)))


def _act_breaks(
    act: Act, before: str, digests: dict[str, int], earlier: dict[str, Act], start: str
) -> Iterator[tuple[Break, Text]]:
    try:
        computed = digest_of(act)
    except PilkadesError:
        yield Break.FORM, EMPTY
        return
    if computed != act.digest:
        yield Break.CONTENT, EMPTY
    if act.id in earlier:
        yield Break.REPEATED, EMPTY
    if act.previous != before:
        yield _misplaced(act, before, digests, start)
    corrected = earlier.get(act.corrects) if act.corrects is not None else act
    if corrected is None or corrected.kind != act.kind:
        yield Break.CORRECTION, same(act.corrects or "")


def _misplaced(act: Act, before: str, digests: dict[str, int], start: str) -> tuple[Break, Text]:
    """Why the previous act is another: one stands elsewhere in the record, or none of that digest is here."""
    named = digests.get(act.previous or "")
    if named is not None:
        return Break.ORDER, Text(f"nomor {named}", f"number {named}")
    if act.previous == start:
        return Break.ORDER, Text("kepala catatan", "the head of the record")
    return (Break.START if before == start else Break.MISSING), EMPTY


def _signature_breaks(
    act: Act, keys: TrustedKeys | None, *, must_be_signed: bool
) -> Iterator[tuple[Break, Text]]:
    if must_be_signed and not act.signatures:
        yield Break.UNSIGNED, EMPTY
    for signature in act.signatures:
        key = same(f"{signature.key[:16]}…")
        if not holds(signature, act.digest):
            yield Break.SIGNATURE, key
        if keys is None:
            continue
        holder = keys.get(signature.key)
        if holder is None:
            yield Break.SIGNER, key
            continue
        day = day_of_signing(act)
        if day is None or not holder.held_on(day):
            yield Break.PERIOD, key


def _broken(number: int, act: Act | None, what: Break, detail: Text) -> BrokenLink:
    who = described(number, act) if act is not None else EMPTY
    problem = PROBLEMS[what.value].fill(act=who, detail=detail)
    return BrokenLink(number, act, what, problem, REMEDIES[what.value].fill(number=number))


def _notes(
    record: Record, keys: TrustedKeys | None, expected_head: str | None, unsigned: tuple[int, ...]
) -> tuple[Text, ...]:
    notes = []
    if expected_head is None:
        notes.append(NOTES["no_head"])
    if keys is None and len(unsigned) < len(record.acts):
        notes.append(NOTES["no_keys"])
    if unsigned:
        notes.append(NOTES["unsigned"].fill(count=len(unsigned), numbers=unsigned))
    return tuple(notes)
