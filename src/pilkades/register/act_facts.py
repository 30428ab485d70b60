"""The facts that the acts on the lists state, taken from the lists themselves."""

from collections.abc import Iterable

from pilkades.acts.kinds.voters import Dps, Dpt, Dptb, ListCorrections
from pilkades.acts.payload import Office
from pilkades.register.changes import Change, ChangeKind, ClosedDpt, count_of
from pilkades.register.lists import ListVersion, OrderBy


def dps_facts(version: ListVersion, by: Office) -> Dps:
    """The drawing up of the DPS; the act's document carries the list's digest."""
    return Dps(by=by, alphabetical=OrderBy.NAME in version.order)


def corrections_facts(found: Iterable[Change]) -> ListCorrections:
    """How many were added and how many rows corrected; all else stands in the berita acara's list."""
    kept = tuple(found)
    return ListCorrections(
        additions=count_of(kept, ChangeKind.ADDED), corrections=count_of(kept, ChangeKind.CORRECTED)
    )


def dptb_facts(by: Office) -> Dptb:
    """The registration of additional voters."""
    return Dptb(by=by)


def dpt_facts(closed: ClosedDpt, by: Office) -> Dpt:
    """The adoption of the DPT: its number of voters as adopted, and whether deaths are noted."""
    died = bool(closed.deaths)
    return Dpt(
        by=by,
        voters=closed.version.count,
        changed_after=False,
        deaths=died or None,
        deaths_noted=died or None,
    )
