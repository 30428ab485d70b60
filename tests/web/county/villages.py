"""Villages for boards: elections with a few acts, each act in its turn."""

from typing import Any

from tests.web.scenes import NOW, chair_of, draft, election

from pilkades.web.core.models import Election
from pilkades.web.core.services.append_act import append_act


def village_with(code: str, *acts: tuple[str, dict[str, Any]], rehearsal: bool = False) -> Election:
    """An election of that village whose record holds these acts."""
    held = election(code, rehearsal=rehearsal)
    chair, head = chair_of(held), held.head.digest
    for kind, facts in acts:
        head = append_act(chair, held.pk, draft(kind, **facts), head, at=NOW).act.digest
    return held


# On Monday 3 August 2026. PP 16/2026 Pasal 39 (2) b: a committee within 10 working days of the notice.
TERM = ("term", {"ends": "2027-06-26"})
NOTICE_JUNE = ("bpd_notice", {"date": "2026-06-02", "written": True})
NOTICE_LATE_JULY = ("bpd_notice", {"date": "2026-07-23", "written": True})
NOTICE_TODAY = ("bpd_notice", {"date": "2026-08-03", "written": True})
LATE = (TERM, NOTICE_JUNE)
DUE = (TERM, NOTICE_LATE_JULY)
ON_SCHEDULE = (TERM, NOTICE_TODAY)
