"""Records for the tests of the public pages."""

from dataclasses import replace

from tests.web.scenes import NOW, chair_of, draft

from pilkades.acts.act import Act, Actor
from pilkades.acts.payload import Office
from pilkades.web.core.models import Election
from pilkades.web.core.services.append_act import append_act

PEOPLE = [
    {"name": "Siti Rahayu", "number": 1, "address": "Jalan Melati 7", "age": 41},
    {"name": "Bambang Supriyadi", "number": 2},
]
VOTES = [{"candidate": "Siti Rahayu", "votes": 187}, {"candidate": "Bambang Supriyadi", "votes": 164}]


def append(held: Election, *drafts: Act, corrects: str | None = None) -> tuple[Act, ...]:
    """Append drafts as the village's chair."""
    chair = chair_of(held)
    stored = []
    for each in drafts:
        held.head.refresh_from_db()
        sent = replace(each, corrects=corrects, actor=Actor(Office.COMMITTEE_CHAIR, "Bu Rini"))
        stored.append(append_act(chair, held.pk, sent, held.head.digest, at=NOW).act)
    held.head.refresh_from_db()
    return tuple(stored)


def filled(held: Election) -> Election:
    """A village whose votes are counted and not announced."""
    append(
        held,
        draft("term", ends="2026-12-26"),
        draft("bpd_notice", date="2026-06-26", written=True),
        draft(
            "committee_established", date="2026-07-10", members=7, chair=True, secretary=True, formed_by="bpd"
        ),
        draft("dpt_announced", date="2026-11-03"),
        draft("tps_plan", count=6),
        draft("candidates_adopted", date="2026-11-23", people=PEOPLE),
        draft("candidates_announced", date="2026-11-24"),
        draft("polling_announced", date="2026-11-26", place="Balai desa"),
        draft("polling", date="2026-12-06"),
        draft("tally", date="2026-12-06", votes=VOTES, invalid=5, valid=351),
    )
    return held
