"""The record as a log by day: which office did what, and what it states; what may be personal is left out.

A fact is shown when its kind of value cannot hold a person: a day, an hour, yes or no, a number, an office,
and the number of a document. Free words, lists of persons, and everything about applicants are replaced by
words that say so. A kind of act that is added later shows nothing personal until it is decided that it may.
"""

from itertools import groupby
from zoneinfo import ZoneInfo

from pilkades.acts.act import KINDS, Act, Statement
from pilkades.acts.payload import OFFICES, Office, Payload
from pilkades.acts.record import Record
from pilkades.acts.verification import Verification, verify
from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Text, joined
from pilkades.web.core.models import Election
from pilkades.web.core.queries.records import Entry, entries_of
from pilkades.web.public.dates import capital
from pilkades.web.public.facts import day_words
from pilkades.web.public.parts import Log, LogDay, LogLine, Passage, Said
from pilkades.web.shared.components.page import Empty, Link, Pages
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import clock, long_day

ON_A_PAGE = 25
"""Acts on one page, newest first; first load stays below 50 kB."""

PERSONAL = frozenset(
    {"applications", "candidate_requirements", "prospective_candidates", "screening", "selection",
     "files_to_bpd", "committee_conflict", "campaign_sanction"}
)  # fmt: skip
"""Kinds of act on what single persons handed in, are, or were found to be: only their days are shown."""

_NEUTRAL = frozenset(Payload.model_fields)

WORDS_SHOWN = frozenset({"document"})
"""Facts in free words that name no person: the number of a letter or decree."""

_WHOLE = Text("Rantai catatan utuh", "The chain of the record is whole")
_BROKEN = Text("Rantai catatan perlu diperiksa", "The chain of the record needs to be looked at")
_EMPTY = Text("Belum ada tindakan yang dicatat.", "No act is on record yet.")
_ACT = Text("{office}: {what}", "{office}: {what}")
_EARLIER = Text("tindakan nomor {n}", "act number {n}")
_WITHHELD = Text("{n} keterangan tidak ditampilkan.", "Not shown: {n} facts.")
_DIFFER = Text("{each} (sumber berbeda)", "{each} (the sources differ)")
_ABOUT = Text("Cara memeriksa catatan ini", "How to check this record")
_COUNT = Text("Catatan ini berisi {n} tindakan.", "This record holds {n} acts.")
_EACH = Text(
    "Setiap tindakan memuat sidik tindakan sebelumnya. Satu perubahan mengubah semua sidik sesudahnya.",
    "Each act holds the digest of the one before. A change to one act changes every digest after it.",
)
_LAST = Text(
    "Salin sidik terakhir ini. Bandingkan kelak dengan catatan yang lebih panjang.",
    "Copy this last digest. Compare it later with the record as it has grown.",
)
_NO_FILE = Text(
    "Berkas catatan belum dapat diunduh di sini. "
    "Sidik dihitung atas seluruh isi tindakan, termasuk data pribadi.",
    "The record cannot be downloaded here yet. Digests are taken over all of an act, personal data included.",
)
_LEFT_OUT = Text(
    "Nama orang, berkas pribadi, dan keterangan bebas tidak ditampilkan.",
    "Names of persons, personal papers and free words are not shown.",
)


def record_shown(held: Election, page: int) -> tuple[object, ...]:
    """Log, chain and how to check it; one query."""
    entries = entries_of(held)
    if not entries:
        return (Empty(_EMPTY), _about(held.head.digest, 0))
    checked = verify(Record(held.key, tuple(entry.act for entry in entries)))
    zone = ZoneInfo(held.village.district.county.zone)
    total = -(-len(entries) // ON_A_PAGE)
    current = min(max(page, 1), total)
    newest = sorted(entries, key=lambda entry: -entry.sequence)
    shown = newest[(current - 1) * ON_A_PAGE : current * ON_A_PAGE]
    places = {
        entry.act.id: (entry.sequence, f"{_query(number // ON_A_PAGE + 1)}#c-{entry.act.digest[:12]}")
        for number, entry in enumerate(newest)
    }
    days = tuple(
        LogDay(long_day(day), day.isoformat(), tuple(_line(entry, zone, places) for entry in several))
        for day, several in groupby(shown, lambda entry: entry.recorded_at.astimezone(zone).date())
    )
    return (
        Log(days, _chain(checked)),
        Pages(
            current,
            total,
            _query(current - 1) if current > 1 else "",
            _query(current + 1) if current < total else "",
        ),
        _about(checked.head, len(entries)),
    )


def sentence_of(act: Act) -> Text:
    """Office and kind of act; the person in the office is left out."""
    what = KINDS[act.kind].label
    return capital(_ACT.fill(office=OFFICES[act.actor.office], what=what) if act.actor else what)


def facts_of(act: Act) -> tuple[Said, ...]:
    """What the act states, fact by fact, where the value cannot be personal; that it was done goes unsaid."""
    kind = KINDS[act.kind]
    values = {name: _value(act, name) for name in act.facts if name != "done" or _denied(act)}
    return tuple(Said(capital(kind.label_of(name)), value) for name, value in values.items() if value)


def withheld_of(act: Act) -> Text:
    """How many facts of an act are not shown; nothing where all are."""
    number = sum(_value(act, name) is None for name in act.facts)
    return _WITHHELD.fill(n=number) if number else EMPTY


def _denied(act: Act) -> bool:
    return any(stated.value is False for stated in act.facts["done"])


def _value(act: Act, name: str) -> Text | None:
    if act.kind in PERSONAL and name not in _NEUTRAL:
        return None
    said = [_shown(name, stated) for stated in act.facts[name]]
    known = list(dict.fromkeys(each for each in said if each is not None))
    if not known or len(known) < len(set(said)):
        return None
    return known[0] if len(known) == 1 else _DIFFER.fill(each=joined(known, " / "))


def _shown(name: str, stated: Statement) -> Text | None:
    """The value in words; None where its kind may hold something personal."""
    match stated.value:
        case Office():
            return OFFICES[stated.value]
        case bool() | int():
            return Text("{value}", "{value}").fill(value=stated.value)
        case Day():
            return day_words(stated.value)
        case str() if name in WORDS_SHOWN:
            return Text("{value}", "{value}").fill(value=stated.value)
        case value if hasattr(value, "hour"):
            return Text("{value}", "{value}").fill(value=value)
        case _:
            return None


def _line(entry: Entry, zone: ZoneInfo, places: dict[str, tuple[int, str]]) -> LogLine:
    earlier = places.get(entry.act.corrects or "")
    return LogLine(
        clock(entry.recorded_at.astimezone(zone)),
        sentence_of(entry.act),
        facts_of(entry.act),
        withheld_of(entry.act),
        entry.sequence,
        entry.act.digest,
        Link(earlier[1], _EARLIER.fill(n=earlier[0])) if earlier else None,
    )


def _query(page: int) -> str:
    return f"?halaman={page}"


def _chain(checked: Verification) -> Tag:
    return Tag(Status.DONE, _WHOLE) if checked.whole else Tag(Status.TROUBLE, _BROKEN)


def _about(head: str, acts: int) -> Passage:
    return Passage(
        _ABOUT,
        (_COUNT.fill(n=acts), _EACH, _LAST, _LEFT_OUT, _NO_FILE),
        anchor="sidik",
        code=head,
    )
