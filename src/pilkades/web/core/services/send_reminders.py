"""Remind the people of each election of what falls due, once for each step and day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.mail import send_mail
from django.db import transaction

from pilkades.base.language import Language, Text
from pilkades.compliance.progress import Progress, Standing
from pilkades.web.core import clock
from pilkades.web.core.models import Election, Grant, Reminder, Role
from pilkades.web.core.models.access import COMMITTEE_ROLES
from pilkades.web.core.queries.states import states_of
from pilkades.web.shared.components.words import long_day
from pilkades.web.shared.models import User

WITHIN = 3
"""Working days before the last day, where nothing else is said."""

# Reports, disputes and the oath come after the vote; half a year holds them all.
_AFTER_THE_VOTE = timedelta(days=183)
_OVER = frozenset({Progress.DONE, Progress.NOT_APPLICABLE, Progress.LATE, Progress.UNDATED})
_SUBJECT = Text("{place}: {n} langkah segera jatuh tempo", "{place}: {n} steps fall due soon")
_LEAD = Text("Pemilihan kepala desa {place}, {day}.", "Election of the village head of {place}, {day}.")
_LINE = Text(
    "- {label}: paling lambat {day}, sisa {n} hari kerja", "- {label}: by {day}, {n} working days left"
)
_PROPOSED = Text(
    "Tanggal ini dari usulan. Panitia belum menetapkan jadwal.",
    "These days are of the proposal. The committee has not adopted a timetable.",
)
_FOOT = Text(
    "Buka meja panitia untuk mencatatnya. Pesan ini tidak perlu dibalas.",
    "Open the committee's desk to record it. There is no need to answer.",
)


@dataclass(frozen=True, slots=True)
class Sent:
    """How many messages went out, and how many steps they named."""

    messages: int = 0
    steps: int = 0


def send_reminders(within: int = WITHIN, *, at: datetime | None = None) -> Sent:
    """Write to each person of a village's election who has an address and a role that stands.

    A step is named while its last day is at most `within` working days off and it is not done. What was sent
    is kept, so that nobody is told twice of the same step and day. Rehearsals are left out.
    """
    moment = at or clock.now()
    sent = Sent()
    elections = list(
        Election.objects.filter(rehearsal=False, polling_day__gte=moment.date() - _AFTER_THE_VOTE)
        .select_related("village__district__county", "wave", "cohort", "head")
        .order_by("key")
    )
    people = _people(elections, moment)
    for election in elections:
        zone = ZoneInfo(election.village.district.county.zone)
        state = states_of([election], moment.astimezone(zone).date())[election.pk]
        near = [one for one in state.standings if _is_near(one, within)]
        for user in people.get(election.village_id, ()) if near else ():
            named = _remind(user, election, near, moment, proposed=state.adopted_timetable is None)
            sent = Sent(sent.messages + bool(named), sent.steps + named)
    return sent


def _is_near(one: Standing, within: int) -> bool:
    return one.progress not in _OVER and one.left is not None and one.left <= within


def _people(elections: Iterable[Election], at: datetime) -> dict[int, Sequence[User]]:
    """Those with an address, by village; one query."""
    found: dict[int, dict[int, User]] = {}
    grants = Grant.objects.filter(
        village__in={election.village_id for election in elections},
        role__in=(*COMMITTEE_ROLES, Role.BPD),
        starts__lte=at,
        until__gt=at,
        ended_at__isnull=True,
        user__is_active=True,
    ).exclude(user__email="")
    for grant in grants.select_related("user").order_by("user__full_name"):
        if grant.village_id is not None:
            found.setdefault(grant.village_id, {})[grant.user_id] = grant.user
    return {village: tuple(users.values()) for village, users in found.items()}


def _remind(user: User, election: Election, near: Sequence[Standing], at: datetime, *, proposed: bool) -> int:
    """Send what was not sent yet; the rows are written with it, so that a stop between repeats no message."""
    with transaction.atomic():
        fresh = [one for one in near if _is_new(user, election, one, at)]
        if fresh:
            send_mail(*_message(user, election, fresh, proposed=proposed), None, [user.email])
        return len(fresh)


def _is_new(user: User, election: Election, one: Standing, at: datetime) -> bool:
    _, made = Reminder.objects.get_or_create(
        user=user, election=election, step=str(one.row.key), until=one.row.end, defaults={"sent_at": at}
    )
    return made


def _message(user: User, election: Election, steps: Sequence[Standing], *, proposed: bool) -> tuple[str, str]:
    language, place = Language(user.language), str(election.village)
    lines = [_LEAD.fill(place=place, day=long_day(election.polling_day))]
    lines += [
        _LINE.fill(label=one.row.label, day=long_day(one.row.end), n=one.left) for one in steps if one.row.end
    ]
    lines += [_PROPOSED] if proposed else []
    lines.append(_FOOT)
    subject = _SUBJECT.fill(place=place, n=len(steps))
    return subject.to(language), "\n\n".join(line.to(language) for line in lines)
