"""The record as a log by day: which act, of which office, when; no person, no figure, no free text."""

from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from pilkades.acts.act import KINDS, Act
from pilkades.acts.payload import OFFICES
from pilkades.acts.record import Record
from pilkades.acts.verification import Verification, verify
from pilkades.base.day import Day
from pilkades.base.language import Text
from pilkades.web.core.models import Election
from pilkades.web.core.queries.records import Entry, entries_of
from pilkades.web.public.parts import Passage
from pilkades.web.shared.components.page import Empty, Link, Pages
from pilkades.web.shared.components.record import Log, LogDay, LogEntry
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day

ON_A_PAGE = 40
"""Acts on one page, newest first."""

_WHOLE = Text("Rantai catatan utuh", "The chain of the record is whole")
_BROKEN = Text("Rantai catatan perlu diperiksa", "The chain of the record needs to be looked at")
_EMPTY = Text("Belum ada tindakan yang dicatat.", "No act is on record yet.")
_ACT = Text("{office}: {what}", "{office}: {what}")
_BARE = Text("{what}", "{what}")
_DATED = Text(" ({day})", " ({day})")
_EARLIER = Text("tindakan nomor {n}", "act number {n}")
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
    "Nama orang, angka, dan keterangan bebas tidak ditampilkan di halaman ini.",
    "Names of persons, figures and free text are not shown on this page.",
)


def record_shown(held: Election, page: int) -> tuple[object, ...]:
    """Log, chain and how to check it; one query."""
    entries = entries_of(held)
    if not entries:
        return (Empty(_EMPTY), _about(held.head.digest, 0))
    checked = verify(Record(held.key, tuple(entry.act for entry in entries)))
    zone = ZoneInfo(held.village.district.county.zone)
    numbers = {entry.act.id: entry for entry in entries}
    total = -(-len(entries) // ON_A_PAGE)
    current = min(max(page, 1), total)
    newest = sorted(entries, key=lambda entry: -entry.sequence)
    shown = newest[(current - 1) * ON_A_PAGE : current * ON_A_PAGE]
    here = {entry.act.id for entry in shown}
    lines = [_line(entry, zone, numbers, here) for entry in shown]
    days = tuple(LogDay(day, tuple(several)) for day, several in groupby(lines, lambda line: line.at.date()))
    return (
        Log(days, _chain(checked)),
        Pages(
            current,
            total,
            f"?halaman={current - 1}" if current > 1 else "",
            f"?halaman={current + 1}" if current < total else "",
        ),
        _about(checked.head, len(entries)),
    )


def sentence_of(act: Act) -> Text:
    """Office and kind of act, with its day where it names one; the person in the office is left out."""
    what = KINDS[act.kind].label
    said = _ACT.fill(office=OFFICES[act.actor.office], what=what) if act.actor else _BARE.fill(what=what)
    stated = {str(each.value): each.value for each in act.facts.get("date", ())}
    if len(stated) == 1 and isinstance(only := next(iter(stated.values())), Day):
        said += _DATED.fill(day=day_words(only))
    return Text(*(half[:1].upper() + half[1:] for half in (said.id, said.en)))


def day_words(day: Day) -> Text:
    """A day with its weekday where it is known, else as far as it is known."""
    return long_day(day.earliest) if day.known else Text("{day}", "{day}").fill(day=day)


def _line(entry: Entry, zone: ZoneInfo, numbers: dict[str, Entry], here: set[str]) -> LogEntry:
    at: datetime = entry.recorded_at.astimezone(zone)
    earlier = numbers.get(entry.act.corrects or "")
    corrects = None
    if earlier is not None:
        place = f"#c-{earlier.act.digest[:12]}" if earlier.act.id in here else "#sidik"
        corrects = Link(place, _EARLIER.fill(n=earlier.sequence))
    return LogEntry(at, sentence_of(entry.act), corrects=corrects, digest=entry.act.digest)


def _chain(checked: Verification) -> Tag:
    return Tag(Status.DONE, _WHOLE) if checked.whole else Tag(Status.TROUBLE, _BROKEN)


def _about(head: str, acts: int) -> Passage:
    return Passage(
        _ABOUT,
        (_COUNT.fill(n=acts), _EACH, _LAST, _NO_FILE, _LEFT_OUT),
        anchor="sidik",
        code=head,
    )
