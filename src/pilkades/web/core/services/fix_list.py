"""Fix DPS, corrected DPS, DPTb or DPT: its rows frozen, its digest and count, and the act, all at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from pilkades.acts.act import Act, Actor, Statement
from pilkades.acts.payload import Office, Payload
from pilkades.base.day import Day
from pilkades.base.digest import canonical
from pilkades.base.errors import PilkadesError
from pilkades.register.act_facts import corrections_facts, dps_facts, dpt_facts, dptb_facts
from pilkades.register.changes import Change, ClosedDpt, RemovalReason, changes
from pilkades.register.lists import Entry, ListKind, ListVersion, OrderBy, adopt, draw_up, freeze, order_of
from pilkades.register.reasons import Eligibility
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election
from pilkades.web.core.batches import in_batches
from pilkades.web.core.models import Election, ListEntryRow, ListVersionRow, RegisterHead, VoterRow
from pilkades.web.core.queries.lists import latest_of, version_of
from pilkades.web.core.queries.polls import poll_of
from pilkades.web.core.queries.voters import latest_rows, standing_rows
from pilkades.web.core.services.append_act import append_within
from pilkades.web.core.services.attach_paper import document_of, keep_statement
from pilkades.web.core.services.register_head import changing_head, locked_head
from pilkades.web.core.vault.keys import Ring, ring
from pilkades.web.core.voter_rows import entry_of, list_key_of
from pilkades.web.shared.models import User

# Where no text read sets an order, a list is ordered as people look for a name.
_ORDER = (OrderBy.TPS, OrderBy.NAME)


@dataclass(frozen=True, slots=True)
class Fixing:
    """Which list is fixed, on which day, by which office.

    `undecided` says whether persons stand on it whom the law of the day neither lists nor leaves out; None
    while the committee has not said. `act_id` is made beforehand, so that a form sent twice fixes once.
    `seen` is the register's version of the draft that was shown; None asks nothing.
    """

    kind: ListKind
    on: date
    undecided: bool | None = None
    by: Office = Office.COMMITTEE
    document: str = ""
    act_id: str = ""
    seen: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A list as it would be fixed now, and whom it leaves out; `seen` is the register's version."""

    version: ListVersion
    rows: Mapping[str, int]
    left_out: tuple[tuple[Entry, Eligibility], ...]
    undecided: tuple[tuple[Entry, Eligibility], ...]
    changes: tuple[Change, ...]
    removals: Mapping[str, RemovalReason]
    after: ListVersionRow | None
    seen: int


def draft_list(user: User, election_id: int, fixing: Fixing, *, at: datetime | None = None) -> Draft:
    """The list as it would be fixed now; nothing is written but the register's head at its first use.

    Raises:
        NotThereError: no such election for this person.
        PilkadesError: `dpt-adopted`, `no-dps`, `lists-behind`, `listed-twice`, `nobody-listed`.
    """
    moment = at or clock.now()
    held = ring()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.READ_VOTERS, moment)
        head = locked_head(election, held)
    return drafted(election, fixing, head, held)


def fix_list(
    user: User, election_id: int, fixing: Fixing, seen_head: str, *, at: datetime | None = None
) -> ListVersionRow:
    """Fix the list and append its act; its document states digest and count of the list, and no person.

    Raises:
        NotThereError: no such election for this person.
        ChangedError: as `append_act`.
        PilkadesError: as `draft_list`; `voters-undecided` while the committee has not said what becomes of
            them; `draft-changed` since the draft that was shown; `register-busy`; `office-not-yours`.
    """
    moment = at or clock.now()
    held = ring()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, Need.DECIDE_VOTERS, moment)
        act_id = fixing.act_id or clock.new_act_id(moment)
        again = ListVersionRow.objects.filter(election=election, act_id=act_id).first()
        if again is not None:
            return again
        head = changing_head(election, held)
        if fixing.seen not in {None, head.version}:
            raise PilkadesError("draft-changed")
        draft = drafted(election, fixing, head, held)
        if draft.undecided and fixing.undecided is None:
            raise PilkadesError("voters-undecided", people=len(draft.undecided))
        number = 1 + ListVersionRow.objects.filter(election=election, kind=fixing.kind.value).count()
        content = canonical(_statement(election, draft.version, number))
        paper = keep_statement(user, election, content, f"{fixing.kind.value}-{number}.json", moment)
        payload = _facts(fixing, draft)
        act = Act(
            id=act_id,
            kind=payload.kind(),
            facts={name: (Statement(value),) for name, value in _said(payload)},
            actor=Actor(fixing.by),
            documents=(document_of(paper),),
        )
        append_within(user, election, act, seen_head, moment)
        return frozen(user, election, draft, number, act_id, moment)


def drafted(election: Election, fixing: Fixing, head: RegisterHead, held: Ring) -> Draft:
    """The list as it would be fixed now; the caller holds the head's lock and has asked for access.

    Raises:
        PilkadesError: as `draft_list`.
    """
    if latest_of(election, ListKind.DPT) is not None:
        raise PilkadesError("dpt-adopted")
    if fixing.kind is ListKind.DPT:
        return _final(election, head)
    return _from_register(election, fixing, head, held)


def _from_register(election: Election, fixing: Fixing, head: RegisterHead, held: Ring) -> Draft:
    """A DPS is of everybody who may be listed and stands on no DPTb; a DPTb of those on no DPS."""
    before = latest_of(election, fixing.kind)
    beside = latest_of(election, ListKind.DPTB if fixing.kind is ListKind.DPS else ListKind.DPS)
    if fixing.kind is ListKind.DPTB and beside is None:
        raise PilkadesError("no-dps")
    elsewhere, key = _persons_of(beside), list_key_of(head, held)
    rows = [row for row in standing_rows(election).order_by("pk") if row.person not in elsewhere]
    parted = draw_up([entry_of(row, key, held) for row in rows], poll_of(election, Day.exactly(fixing.on)))
    entries = parted.listed
    if fixing.undecided:
        entries = (*entries, *(entry for entry, _ in parted.undecided))
    if not entries and (fixing.undecided is not None or not parted.undecided):
        raise PilkadesError("nobody-listed")
    version = freeze(fixing.kind, entries, _order(election))
    gone = _removals(election, before, {entry.person for entry in entries})
    return Draft(
        version=version,
        rows={str(row.person): row.pk for row in rows},
        left_out=parted.left_out,
        undecided=parted.undecided,
        changes=changes(version_of(before), version, gone) if before else (),
        removals=gone,
        after=before,
        seen=head.version,
    )


def _final(election: Election, head: RegisterHead) -> Draft:
    """The DPT is the corrected DPS and the DPTb as they were fixed (Permendagri 112/2014 Ps. 16)."""
    dps, dptb = latest_of(election, ListKind.DPS), latest_of(election, ListKind.DPTB)
    if dps is None:
        raise PilkadesError("no-dps")
    both = [version for version in (dps, dptb) if version is not None]
    rows = dict(ListEntryRow.objects.filter(version__in=both).values_list("voter__person", "voter_id"))
    now = dict(standing_rows(election).filter(person__in=rows).values_list("person", "pk"))
    behind = sum(now.get(person) != row for person, row in rows.items())
    if behind:
        raise PilkadesError("lists-behind", people=behind)
    order = _order(election)
    additional = version_of(dptb) if dptb else freeze(ListKind.DPTB, (), order)
    corrected = version_of(dps)
    version = adopt(corrected, additional, order)
    return Draft(
        version=version,
        rows={str(person): row for person, row in rows.items()},
        left_out=(),
        undecided=(),
        changes=changes(corrected, version, {}),
        removals={},
        after=dps,
        seen=head.version,
    )


def _order(election: Election) -> tuple[OrderBy, ...]:
    return order_of(poll_of(election).rulebook) or _ORDER


def _persons_of(version: ListVersionRow | None) -> frozenset[UUID]:
    if version is None:
        return frozenset()
    return frozenset(ListEntryRow.objects.filter(version=version).values_list("voter__person", flat=True))


def _removals(election: Election, before: ListVersionRow | None, stays: set[str]) -> dict[str, RemovalReason]:
    """Why each left who stood on the version before: as the register has it, else no longer qualified."""
    gone = [person for person in _persons_of(before) if str(person) not in stays]
    rows = {row.person: row for row in latest_rows(election).filter(person__in=gone)}
    return {str(person): _why(rows.get(person)) for person in gone}


def _why(row: VoterRow | None) -> RemovalReason:
    if row is None:
        return RemovalReason.NOT_QUALIFIED
    if row.removal:
        return RemovalReason(row.removal)
    if row.dead:
        return RemovalReason.DIED
    return RemovalReason.MOVED if row.moved else RemovalReason.NOT_QUALIFIED


def _facts(fixing: Fixing, draft: Draft) -> Payload:
    common = {"date": Day.exactly(fixing.on), "document": fixing.document or None}
    match fixing.kind:
        case ListKind.DPS if draft.after is not None:
            facts: Payload = corrections_facts(draft.changes)
        case ListKind.DPS:
            facts = dps_facts(draft.version, fixing.by)
        case ListKind.DPTB:
            facts = dptb_facts(fixing.by)
        case ListKind.DPT:
            facts = dpt_facts(ClosedDpt(draft.version), fixing.by)
    return facts.model_copy(update=common)


def _said(payload: Payload) -> Iterable[tuple[str, object]]:
    for name in type(payload).model_fields:
        value = getattr(payload, name)
        if value is not None:
            yield name, value


def _statement(
    election: Election, version: ListVersion, number: int
) -> Mapping[str, str | int | Sequence[str]]:
    return {
        "election": election.key,
        "list": version.kind.value,
        "number": number,
        "count": version.count,
        "digest": version.digest,
        "order": [by.value for by in version.order],
    }


def frozen(
    user: User, election: Election, draft: Draft, number: int, act_id: str, at: datetime
) -> ListVersionRow:
    """Write the list of that number under the act that fixes it; the caller holds the transaction."""
    removals = {person: reason.value for person, reason in draft.removals.items()}
    version = ListVersionRow.objects.create(
        election=election,
        kind=draft.version.kind.value,
        number=number,
        digest=draft.version.digest,
        count=draft.version.count,
        order=",".join(by.value for by in draft.version.order),
        after=draft.after,
        removals=canonical(removals).decode(),
        act_id=act_id,
        fixed_at=at,
        fixed_by=user,
    )
    numbered = enumerate(draft.version.entries, start=1)
    for batch in in_batches(numbered):
        ListEntryRow.objects.bulk_create(
            ListEntryRow(version=version, number=place, voter_id=draft.rows[entry.person])
            for place, entry in batch
        )
    return version
