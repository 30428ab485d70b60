"""The append-only record: acts of one election in their order, each holding the digest of the one before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pilkades.acts.act import Act, Document, Signature, Statement, plain, read_fact
from pilkades.acts.identity import is_uuid7
from pilkades.acts.json_form import content, digest_of
from pilkades.acts.signing import holds
from pilkades.base.digest import Json, canonical, digest
from pilkades.base.errors import PilkadesError

FORMAT = "pilkades-record-1"
_DIGEST = re.compile(r"[0-9a-f]{64}")
# WIB, WITA and WIT: the village's clock, not the server's.
_OFFSETS = frozenset(timedelta(hours=hours) for hours in (7, 8, 9))


@dataclass(frozen=True, slots=True)
class Record:
    """The acts of one election, in their order.

    `chain` names the device that keeps it (its public key); it is empty for the committee's own record.
    """

    election: str
    acts: tuple[Act, ...] = ()
    chain: str = ""

    @property
    def header(self) -> dict[str, Json]:
        """What the first act is bound to, so that no chain can be shown as that of another election."""
        return {"format": FORMAT, "election": self.election, "chain": self.chain}

    @property
    def start(self) -> str:
        """The digest of the header: what the first act names as its previous one."""
        return digest(self.header)

    @property
    def head(self) -> str:
        """The digest of the last act, or the start while there is none; to be published and kept."""
        return self.acts[-1].digest if self.acts else self.start

    def find(self, act_id: str) -> Act | None:
        """The act of that id, if the record holds it."""
        return next((act for act in self.acts if act.id == act_id), None)


def append(record: Record, draft: Act, previous: str) -> Record:
    """Add an act at the end: facts typed, `previous` set, digest computed (design section 5).

    `previous` is the head that the writer saw; so nobody writes over what they have not read. An act that the
    record already holds, word for word, changes nothing. A draft that comes with a digest or signatures must
    fit them.

    Raises:
        PilkadesError: `unknown-kind`, `unknown-fact`, `fact-type`, `fact-not-exact`, `fact-not-stated`,
            `act-id`, `recorded-instant`, `document-digest`, `act-id-taken`, `wrong-previous`,
            `correction-without-act`, `correction-of-another-kind`, `digest-differs`, `signature-wrong`,
            `not-canonical`.
    """
    typed = checked(draft)
    held = record.find(typed.id)
    if held is not None:
        if not is_same(held, typed):
            raise PilkadesError("act-id-taken", act=typed.id, kind=held.kind)
        return _countersigned(record, typed.id, typed.signatures)
    if previous != record.head:
        raise PilkadesError("wrong-previous", act=typed.id, stated=previous, head=record.head)
    corrected = record.find(typed.corrects) if typed.corrects is not None else None
    return replace(record, acts=(*record.acts, _sealed(typed, record.head, corrected)))


def seal(draft: Act, head: str, corrected: Act | None = None) -> Act:
    """The act as it stands after the one whose digest is `head`; no other act of the record is asked.

    `corrected` is the act that the record holds under `draft.corrects`. Whether the record already holds the
    draft's id is the caller's to ask.

    Raises:
        PilkadesError: as `append`, but for `act-id-taken`.
    """
    return _sealed(checked(draft), head, corrected)


def _sealed(typed: Act, head: str, corrected: Act | None) -> Act:
    if typed.previous not in (None, head):
        raise PilkadesError("wrong-previous", act=typed.id, stated=typed.previous, head=head)
    _check_correction(typed, corrected)
    bare = replace(typed, previous=head, signatures=())
    sealed = replace(bare, digest=digest_of(bare))
    if typed.digest not in ("", sealed.digest):
        raise PilkadesError("digest-differs", act=typed.id, stated=typed.digest, computed=sealed.digest)
    for signature in typed.signatures:
        sealed = _signed(sealed, signature)
    return sealed


def is_same(held: Act, again: Act) -> bool:
    """Whether a draft says word for word what an act of the record says; signatures play no part."""
    if again.digest not in ("", held.digest):
        return False
    placed = again if again.previous is not None else replace(again, previous=held.previous)
    return canonical(content(placed)) == canonical(content(held))


def countersign(record: Record, act_id: str, signature: Signature) -> Record:
    """Add one more signature to an act that stands in the record (chair, then secretary).

    The digest does not cover signatures, so the chain stays as it is. The same signature twice is harmless.

    Raises:
        PilkadesError: `no-such-act`, `signature-wrong` when it is not one over this act's digest.
    """
    if record.find(act_id) is None:
        raise PilkadesError("no-such-act", act=act_id)
    return _countersigned(record, act_id, (signature,))


def checked(draft: Act) -> Act:
    """The draft with every fact read by its declared type, or a refusal; the order in a record is not asked.

    Raises:
        PilkadesError: as `append`, for what concerns the act alone.
    """
    if not is_uuid7(draft.id):
        raise PilkadesError("act-id", act=draft.id)
    if draft.recorded and not is_instant(draft.recorded):
        raise PilkadesError("recorded-instant", act=draft.id, recorded=draft.recorded)
    for paper in draft.documents:
        if not is_digest(paper):
            raise PilkadesError("document-digest", act=draft.id, document=paper.name)
    facts = {name: tuple(_typed(draft, name, stated)) for name, stated in draft.facts.items()}
    if not facts:
        read_fact(draft.kind, "done", None)  # an act without facts still needs a known kind
    return replace(draft, facts=facts)


def is_instant(words: str) -> bool:
    """Whether it is an ISO 8601 instant at the offset of WIB, WITA or WIT."""
    try:
        return datetime.fromisoformat(words).utcoffset() in _OFFSETS
    except ValueError:
        return False


def is_digest(document: Document) -> bool:
    """Whether the paper is fixed by a SHA-256 in 64 lower-case hexadecimal digits."""
    return _DIGEST.fullmatch(document.digest) is not None


def _typed(draft: Act, name: str, stated: Iterable[Statement]) -> Iterable[Statement]:
    several = tuple(stated)
    if not several and draft.corrects is None:
        raise PilkadesError("fact-not-stated", act=draft.id, kind=draft.kind, fact=name)
    if not several:
        read_fact(draft.kind, name, None)  # a withdrawal must still name a fact that the kind has
    for statement in several:
        value = read_fact(draft.kind, name, statement.value)
        if value is None:
            raise PilkadesError("fact-not-stated", act=draft.id, kind=draft.kind, fact=name)
        if read_fact(draft.kind, name, plain(value)) != value:
            raise PilkadesError("fact-not-exact", act=draft.id, kind=draft.kind, fact=name, value=value)
        yield replace(statement, value=value)


def _check_correction(draft: Act, corrected: Act | None) -> None:
    if draft.corrects is None:
        return
    if corrected is None or corrected.id != draft.corrects:
        raise PilkadesError("correction-without-act", act=draft.id, corrects=draft.corrects)
    if corrected.kind != draft.kind:
        raise PilkadesError(
            "correction-of-another-kind", act=draft.id, kind=draft.kind, corrected=corrected.kind
        )


def _countersigned(record: Record, act_id: str, signatures: Iterable[Signature]) -> Record:
    acts = list(record.acts)
    place = next(number for number, act in enumerate(acts) if act.id == act_id)
    for signature in signatures:
        acts[place] = _signed(acts[place], signature)
    return record if tuple(acts) == record.acts else replace(record, acts=tuple(acts))


def _signed(act: Act, signature: Signature) -> Act:
    if not holds(signature, act.digest):
        raise PilkadesError("signature-wrong", act=act.id, key=signature.key)
    return act if signature in act.signatures else replace(act, signatures=(*act.signatures, signature))
