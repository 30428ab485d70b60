"""Whether somebody stands on the list, asked by NIK and birth date, answered with the TPS alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pilkades.base.day import Day
from pilkades.register.lists import ListKind
from pilkades.register.nik import Nik
from pilkades.web.core import clock
from pilkades.web.core.models import Election, ListEntryRow, ListVersionRow, RegisterHead
from pilkades.web.core.services.count_asks import Limit, demand_not_too_often, household
from pilkades.web.core.services.register_head import demand_own_keys
from pilkades.web.core.vault.keys import ring
from pilkades.web.core.voter_rows import nik_words

# A whole RT may stand behind one address of a telephone network; one NIK is asked by few people.
OF_AN_ADDRESS = Limit(60, 10)
OF_A_NIK = Limit(6, 60)


@dataclass(frozen=True, slots=True)
class Found:
    """The whole answer: whether both stand on the list together, and the TPS; empty where it is not set."""

    listed: bool
    tps: str = ""


def am_i_listed(
    election: Election,
    nik: Nik,
    birth: date,
    *,
    asker: str,
    on: Sequence[ListVersionRow] | None = None,
    at: datetime | None = None,
) -> Found:
    """Look at the DPT; before it is adopted at the last DPS and DPTb. The caller asked for public access.

    With `on` it looks at these lists alone: everyone is told of no list that has not been announced.
    Unknown NIK and another birth date are answered alike, by the same questions to the database.

    Raises:
        PilkadesError: `asked-too-often`; `vault-key-unknown`, `vault-keys-lost` where the keys are not
            those of the list: "not listed" would be wrong then.
    """
    moment = at or clock.now()
    demand_not_too_often(
        election,
        moment,
        ("listed by address", household(asker), OF_AN_ADDRESS),
        ("listed by number", nik.digits, OF_A_NIK),
    )
    held = ring()
    demand_own_keys(RegisterHead.objects.filter(election=election).first(), held)
    versions = [row.pk for row in (_asked(election) if on is None else on)]
    entries = ListEntryRow.objects.filter(
        version__in=versions, voter__nik_mark__in=held.marks(nik_words(nik.digits))
    ).order_by("-version", "number")
    for stated, tps in entries.values_list("voter__birth", "voter__tps"):
        if stated and (day := Day.parse(stated)).earliest <= birth <= day.latest:
            return Found(listed=True, tps=tps)
    return Found(listed=False)


def _asked(election: Election) -> list[ListVersionRow]:
    last: dict[str, ListVersionRow] = {}
    for row in ListVersionRow.objects.filter(election=election).order_by("number"):
        last[row.kind] = row
    dpt = last.get(ListKind.DPT)
    return [dpt] if dpt else [last[kind] for kind in (ListKind.DPS, ListKind.DPTB) if kind in last]
