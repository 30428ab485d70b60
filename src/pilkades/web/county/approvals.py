"""What waits for the county over all its villages: budgets, disputes, decrees, inaugurations."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from pilkades.acts.act import KINDS
from pilkades.base.language import Text, joined, same
from pilkades.compliance.facts import Path
from pilkades.compliance.overview import Limit
from pilkades.timetable.days import Unit, Workdays, count_between
from pilkades.web.core.access import Need, elections_of
from pilkades.web.core.models import Election
from pilkades.web.core.queries.laws import law_of
from pilkades.web.core.queries.overviews import overviews_of
from pilkades.web.core.queries.states import with_holidays
from pilkades.web.county.board import district_of
from pilkades.web.county.frame import Official, answer, capital, mode_of, official_at
from pilkades.web.county.parts import Waiting
from pilkades.web.shared.components.due import Deadline, Task
from pilkades.web.shared.components.page import Empty, Link, Pages
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.templatetags.pilkades import article

PER_PAGE = 50
_TITLE = Text("Menunggu persetujuan kabupaten", "Waits for the county's approval")
_LEAD = Text(
    "Usul yang sudah tercatat di desa dan belum dijawab. Setiap baris membuka formulir tindakannya.",
    "Proposals that stand in the villages' records without an answer. Each row opens the form of its act.",
)
_NOTHING = Text("Tidak ada yang menunggu kabupaten.", "Nothing waits for the county.")
_VILLAGE = Text("{village}: {act}", "{village}: {act}")
_NORM = Text("{norm} {articles}", "{norm} {articles}")
_NO_DAY = Text(
    "Batasnya belum dapat dihitung: {fact} belum tercatat.",
    "Its limit cannot be computed yet: {fact} is not recorded.",
)
_PRACTICE = Text("Lihat yang menunggu dalam latihan", "See what waits in rehearsals")
_EARNEST = Text("Kembali ke pemilihan sebenarnya", "Back to the real elections")


@dataclass(frozen=True, slots=True)
class Owed:
    """An act that the county owes a village; of several rules on it, the one with the earliest limit."""

    election: Election
    limit: Limit

    @property
    def rank(self) -> tuple[str, date, str]:
        """By kind, then by limit, then by village."""
        return (self.limit.kind, self.limit.until or date.max, self.election.village.name)


@login_required
@require_safe
def approvals(request: HttpRequest, county_id: int) -> HttpResponse:
    """Every act that an office of the county owes, with its limit and article."""
    official = official_at(request, county_id, Need.OVERSEE)
    rehearsal = request.GET.get("latihan") == "ya"
    elections = elections_of(official.user, county_id, rehearsal=rehearsal)
    owed = sorted(_owed(elections, official.today), key=lambda one: one.rank)
    listed = Paginator(owed, PER_PAGE).get_page(request.GET.get("halaman"))
    counts = Counter(one.limit.kind for one in owed)
    kept = "latihan=ya&" if rehearsal else ""
    parts: list[object] = [
        Waiting(capital(KINDS[kind].label), counts[kind], tuple(_task(official, one) for one in several))
        for kind, several in groupby(listed, key=lambda one: one.limit.kind)
    ]
    if not owed:
        other = Link("?" if rehearsal else "?latihan=ya", _EARNEST if rehearsal else _PRACTICE)
        parts.append(Empty(_NOTHING, other))
    parts.append(
        Pages(
            listed.number,
            listed.paginator.num_pages,
            f"?{kept}halaman={listed.previous_page_number()}" if listed.has_previous() else "",
            f"?{kept}halaman={listed.next_page_number()}" if listed.has_next() else "",
        )
    )
    return answer(request, official, _TITLE, parts, lead=_LEAD, mode=mode_of(rehearsal=rehearsal))


def _owed(elections: Iterable[Election], today: date) -> Iterator[Owed]:
    listed = list(elections)
    overviews = overviews_of(listed, today)
    for election in listed:
        kinds: dict[str, Limit] = {}
        for limit in overviews[election.pk].waiting:
            kinds.setdefault(limit.kind, limit)
        yield from (Owed(election, limit) for limit in kinds.values())


def _task(official: Official, owed: Owed) -> Task:
    election, limit = owed.election, owed.limit
    law = law_of(election)
    rule = next(one for one in law.rules if one.id == limit.rule)
    cited = same(f"({'; '.join(article(place) for place in rule.articles)})")
    notes = [_NORM.fill(norm=rule.norm, articles=cited)]
    deadline = None
    if limit.until is None:
        notes.append(_NO_DAY.fill(fact=Path.parse(limit.waits_for).label))
    else:
        until = limit.until

        def count(days: Workdays) -> int:
            return count_between(official.today, until, Unit.WORKING_DAY, days)

        deadline = Deadline(until, official.today, with_holidays(election, law, count))
    address = (
        reverse("committee:record", args=(election.pk, limit.kind))
        if official.may(Need.RECORD)
        else reverse("committee:desk", args=(election.pk,))
    )
    return Task(
        href=address,
        label=_VILLAGE.fill(village=election.village.name, act=KINDS[limit.kind].label),
        deadline=deadline,
        note=joined(notes),
        who=same(f"{district_of(election)}, {election.wave.name}"),
        status=None if deadline else Status.UNKNOWN,
    )
