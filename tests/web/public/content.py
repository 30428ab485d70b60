"""Records and addresses for the tests of the public pages."""

import html
import re
from dataclasses import replace

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver
from tests.web.scenes import NOW, chair_of, draft

from pilkades.acts.act import Act, Actor
from pilkades.acts.payload import Office
from pilkades.web.core.models import Election
from pilkades.web.core.queries import posted_lists, records, states
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


def addresses(held: Election) -> dict[str, str]:
    """Every public address by its name in the URL table, at that election."""
    places = {"<str:code>": held.village.district.county.code, "<str:key>": held.key}
    found = {}
    for name, route in _routes(get_resolver("pilkades.web.public.urls"), "", ""):
        for sign, value in places.items():
            route = route.replace(sign, value)  # noqa: PLW2901 -- filled in step by step
        found[name] = f"/publik/{route}"
    return found


def pages(held: Election) -> dict[str, str]:
    """Those that are pages: all but the files."""
    return {name: where for name, where in addresses(held).items() if where.endswith("/")}


def read(where: str, client: Client | None = None) -> str:
    """What stands there."""
    answer = (client or Client()).get(where)
    assert answer.status_code == 200, where
    return answer.content.decode()


def words(where: str) -> str:
    """The words of a page without marks, blanks alike."""
    return plain(read(where))


def plain(text: str) -> str:
    """Words without marks."""
    bare = html.unescape(re.sub(r"<[^>]+>", " ", text)).replace("\N{NO-BREAK SPACE}", " ")
    return " ".join(bare.split())


def queries(where: str) -> list[str]:
    """What a page asks the database, with nothing kept from before."""
    records.forget()
    states.forget()
    posted_lists.forget()
    with CaptureQueriesContext(connection) as asked:
        read(where)
    return [query["sql"] for query in asked.captured_queries]


def _routes(resolver: URLResolver, space: str, before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            found.append((f"{space}{entry.name}", f"{before}{entry.pattern}"))
        else:
            found += _routes(entry, f"{entry.namespace}:", f"{before}{entry.pattern}")
    return found
