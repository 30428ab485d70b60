"""Chains of several devices put together: nothing counted twice, nothing lost, no conflict settled here."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import heapify, heappop, heappush

from pilkades.acts.act import Act, Signature
from pilkades.acts.json_form import digest_of
from pilkades.acts.record import Record
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, same


class Conflict(StrEnum):
    """What can stand against another thing when chains meet."""

    SAME_ID = "same_id"
    FORK = "fork"
    ALTERED = "altered"
    GAP = "gap"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Acts that do not fit together; all of them are kept."""

    what: Conflict
    acts: tuple[Act, ...]
    problem: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Merged:
    """Every act of every chain once, each after the one it follows, and all that does not fit together."""

    election: str
    chains: tuple[str, ...]
    acts: tuple[Act, ...]
    anomalies: tuple[Anomaly, ...]


_PROBLEMS: Mapping[Conflict, Text] = {
    Conflict.SAME_ID: Text(
        "{count} isi berbeda memakai satu nomor pengenal ({name}).",
        "{count} different contents bear one id ({name}).",
    ),
    Conflict.FORK: Text(
        "{count} tindakan menyebut pendahulu yang sama ({name}): rantai satu perangkat bercabang.",
        "{count} acts name the same previous act ({name}): the chain of one device forks.",
    ),
    Conflict.ALTERED: Text(
        "tindakan {name} tidak cocok dengan sidiknya: isi atau sidiknya berubah sesudah dicatat.",
        "act {name} does not fit its digest: its content or its digest changed after it was recorded.",
    ),
    Conflict.GAP: Text(
        "pendahulu tindakan {name} belum diterima, atau pendahulu itu diubah sesudah dicatat.",
        "the act before act {name} was not received, or it was changed after it was recorded.",
    ),
    Conflict.CORRECTION: Text(
        "koreksi {name} tidak sampai pada tindakan sejenis yang sudah diterima.",
        "correction {name} does not lead to an act of its kind that was received.",
    ),
}
_RESEND = Text(
    "Kirim ulang seluruh catatan dari perangkat itu; mengirim dua kali tidak menggandakan apa pun.",
    "Send the whole record of that device again; sending twice doubles nothing.",
)
_DECIDE = Text(
    "Semua disimpan. Cocokkan dengan dokumen aslinya di hadapan saksi; "
    "panitia menetapkan mana yang berlaku dengan tindakan baru.",
    "All are kept. Compare them with the paper original before the witnesses; "
    "the committee decides which one stands, by a new act.",
)
_REMEDIES: Mapping[Conflict, Text] = {
    Conflict.SAME_ID: _DECIDE,
    Conflict.FORK: _DECIDE,
    Conflict.ALTERED: _DECIDE,
    Conflict.GAP: _RESEND,
    Conflict.CORRECTION: _RESEND,
}


@dataclass(frozen=True, slots=True)
class _Found:
    """An act with the digest of its content, by which others are linked to it, whatever digest it states."""

    computed: str
    act: Act

    @property
    def rank(self) -> tuple[str, str, str]:
        """UUIDv7 begins with the moment, so this is about the order of time; the digests part the rest."""
        return (self.act.id, self.computed, self.act.digest)


def merge(records: Iterable[Record]) -> Merged:
    """Put chains of one election together (design section 5).

    Sending twice and the order of sending change nothing. Copies that differ in signatures alone are one act
    with the signatures of all. Whatever contradicts (same id with other content, two acts after one) is kept
    and listed. Each chain by itself is held against digests and signatures by `verify`.

    Raises:
        PilkadesError: `no-records`; `another-election` when the records are not of one election.
    """
    given = tuple(records)
    if not given:
        raise PilkadesError("no-records")
    elections = sorted({record.election for record in given})
    if len(elections) > 1:
        raise PilkadesError("another-election", elections=elections)
    found = _ordered(_distinct(act for record in given for act in record.acts))
    starts = {record.start for record in given}
    return Merged(
        election=elections[0],
        chains=tuple(sorted({record.chain for record in given})),
        acts=tuple(one.act for one in found),
        anomalies=tuple(_anomalies(found, starts)),
    )


def _distinct(acts: Iterable[Act]) -> list[_Found]:
    signatures: dict[tuple[str, str], set[Signature]] = defaultdict(set)
    first: dict[tuple[str, str], Act] = {}
    for act in acts:
        copy = (digest_of(act), act.digest)
        first.setdefault(copy, act)
        signatures[copy].update(act.signatures)
    return [
        _Found(
            copy[0],
            replace(act, signatures=tuple(sorted(signatures[copy], key=lambda one: (one.key, one.value)))),
        )
        for copy, act in first.items()
    ]


def _ordered(found: Sequence[_Found]) -> list[_Found]:
    """Each act after the one it follows; among those that may come next, the smallest id."""
    held = {one.computed for one in found}
    following: dict[str, list[_Found]] = defaultdict(list)
    ready: list[tuple[tuple[str, str, str], _Found]] = []
    for one in found:
        if one.act.previous in held:
            following[one.act.previous or ""].append(one)
        else:
            ready.append((one.rank, one))
    heapify(ready)
    ordered: list[_Found] = []
    while ready:
        _, one = heappop(ready)
        ordered.append(one)
        for follower in following.pop(one.computed, ()):
            heappush(ready, (follower.rank, follower))
    return ordered


def _anomalies(found: Sequence[_Found], starts: set[str]) -> Iterator[Anomaly]:
    by_id: dict[str, dict[str, Act]] = defaultdict(dict)
    after: dict[str, dict[str, Act]] = defaultdict(dict)
    for one in found:
        by_id[one.act.id][one.computed] = one.act
        after[one.act.previous or ""][one.computed] = one.act
    for name, contents in by_id.items():
        if len(contents) > 1:
            yield _anomaly(Conflict.SAME_ID, contents.values(), name)
    for previous, followers in after.items():
        if len({act.id for act in followers.values()}) > 1:
            yield _anomaly(Conflict.FORK, followers.values(), f"{previous[:16]}…")
    held = {one.computed for one in found} | starts
    for one in found:
        if one.computed != one.act.digest:
            yield _anomaly(Conflict.ALTERED, [one.act], one.act.id)
        if one.act.previous not in held:
            yield _anomaly(Conflict.GAP, [one.act], one.act.id)
        if not _correction_fits(one.act, by_id):
            yield _anomaly(Conflict.CORRECTION, [one.act], one.act.id)


def _correction_fits(act: Act, by_id: Mapping[str, Mapping[str, Act]]) -> bool:
    """Whether the corrections lead back, through acts of its kind, to one that corrects none."""
    seen = {act.id}
    at = act
    while at.corrects is not None:
        held = by_id.get(at.corrects, {}).values()
        corrected = next((other for other in held if other.kind == act.kind), None)
        if corrected is None or corrected.id in seen:
            return False
        seen.add(corrected.id)
        at = corrected
    return True


def _anomaly(what: Conflict, acts: Iterable[Act], name: str) -> Anomaly:
    kept = tuple(acts)
    return Anomaly(what, kept, _PROBLEMS[what].fill(count=len(kept), name=same(name)), _REMEDIES[what])
