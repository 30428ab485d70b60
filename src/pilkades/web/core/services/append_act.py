"""Append an act: one transaction, one election locked, nothing written over what the writer has not read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from pydantic import BaseModel

from pilkades.acts.act import Act
from pilkades.acts.json_form import to_json
from pilkades.acts.record import Record, checked, is_same, seal
from pilkades.base.day import Day
from pilkades.base.digest import canonical
from pilkades.base.errors import PilkadesError
from pilkades.web.core import clock
from pilkades.web.core.access import Need, access_election, may_record_for, roles_in
from pilkades.web.core.models import ActRow, Election, Paper, RecordHead
from pilkades.web.core.rows import act_of
from pilkades.web.shared.models import User

# Outside these years a date is a slip of the hand; the calendar of holidays does not reach there either.
EARLIEST_YEAR, LATEST_YEAR = 1920, 2080


class ChangedError(PilkadesError):
    """Somebody appended since the writer looked: nothing was written, and what came between is here."""

    def __init__(self, election: Election, seen_head: str, head: str, between: tuple[Act, ...]) -> None:
        super().__init__(
            "record-changed", election=election.key, seen=seen_head, head=head, acts=len(between)
        )
        self.between = between
        self.head = head


@dataclass(frozen=True, slots=True)
class Stored:
    """An act as it stands in the record; `again` when it stood there before and was sent once more."""

    act: Act
    sequence: int
    again: bool = False


def append_act(
    user: User,
    election_id: int,
    draft: Act,
    seen_head: str,
    *,
    need: Need = Need.RECORD,
    at: datetime | None = None,
) -> Stored:
    """Append the draft after the head that the writer saw; once this returns, the act is on the disk.

    An empty `recorded` becomes this moment on the county's clock. Sent twice, the act stands once.

    Raises:
        NotThereError: no such election for this person.
        ChangedError: the head is another than the writer saw; nothing is written.
        PilkadesError: `office-not-yours`, `no-such-paper`, `year-out-of-reach`, or as `acts.record.seal`.
    """
    moment = at or clock.now()
    with transaction.atomic(durable=True):
        election = access_election(user, election_id, need, moment)
        return append_within(user, election, draft, seen_head, moment)


def append_within(user: User, election: Election, draft: Act, seen_head: str, moment: datetime) -> Stored:
    """Append it in the caller's transaction, with what else is written there; the caller asked for access.

    Raises:
        ChangedError, PilkadesError: as `append_act`.
    """
    typed = _readable(user, election, draft, moment)
    head = RecordHead.objects.select_for_update(no_key=True).get(election=election.pk)
    held = ActRow.objects.filter(election=election, act_id=typed.id).first()
    if held is not None:
        return _again(held, typed)
    if seen_head != head.digest:
        raise _changed(election, seen_head, head)
    if not typed.recorded:
        typed = replace(typed, recorded=clock.instant(moment, election.village.district.county.zone))
    act = seal(typed, head.digest, _corrected(election, typed))
    return inserted(user, election, head, act, moment)


def _readable(user: User, election: Election, draft: Act, moment: datetime) -> Act:
    if draft.actor is not None and not may_record_for(roles_in(user, election, moment), draft.actor.office):
        raise PilkadesError("office-not-yours", office=draft.actor.office)
    typed = checked(draft)
    for name, stated in typed.facts.items():
        for day in (day for one in stated for day in _days(one.value)):
            if not EARLIEST_YEAR <= day.earliest.year <= day.latest.year <= LATEST_YEAR:
                raise PilkadesError("year-out-of-reach", kind=typed.kind, fact=name, date=day)
    wanted = {paper.digest for paper in typed.documents}
    if wanted:
        held = set(
            Paper.objects.filter(election=election, digest__in=wanted).values_list("digest", flat=True)
        )
        missing = [paper.name for paper in typed.documents if paper.digest not in held]
        if missing:
            raise PilkadesError("no-such-paper", papers=missing)
    return typed


def _days(value: object) -> Iterator[Day]:
    if isinstance(value, Day):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _days(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _days(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _days(item)


def _again(row: ActRow, typed: Act) -> Stored:
    held = act_of(row)
    again = typed if typed.recorded else replace(typed, recorded=held.recorded)
    if not is_same(held, again):
        raise PilkadesError("act-id-taken", act=typed.id, kind=held.kind)
    return Stored(held, row.sequence, again=True)


def _changed(election: Election, seen_head: str, head: RecordHead) -> PilkadesError:
    seen = 0
    if seen_head != Record(election.key).start:
        row = ActRow.objects.filter(election=election, digest=seen_head).only("sequence").first()
        if row is None:
            return PilkadesError("wrong-previous", stated=seen_head, head=head.digest)
        seen = row.sequence
    rows = ActRow.objects.filter(election=election, sequence__gt=seen).order_by("sequence")
    return ChangedError(election, seen_head, head.digest, tuple(act_of(row) for row in rows))


def _corrected(election: Election, typed: Act) -> Act | None:
    if typed.corrects is None:
        return None
    row = ActRow.objects.filter(election=election, act_id=typed.corrects).first()
    return act_of(row) if row is not None else None


def inserted(user: User, election: Election, head: RecordHead, act: Act, moment: datetime) -> Stored:
    """Write an act that was sealed on this head; the caller holds the transaction and asked for access."""
    row = ActRow(
        election=election,
        sequence=head.length + 1,
        act_id=act.id,
        kind=act.kind,
        text=canonical(to_json(act)).decode(),
        digest=act.digest,
        previous=head.digest,
        recorded_at=moment,
        recorded_by=user,
    )
    row.save(force_insert=True)
    head.length = row.sequence
    head.digest = act.digest
    head.save(update_fields=["length", "digest"])
    return Stored(act, row.sequence)
