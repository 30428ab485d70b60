"""The pages about the voter list: what stands posted, and whether somebody stands on it."""

from dataclasses import replace

from django.http import HttpRequest

from pilkades.base.language import EMPTY, Language, Text, joined
from pilkades.web.core.access import access_public_election
from pilkades.web.core.models import ListVersionRow
from pilkades.web.core.queries.posted_lists import lines_on, places_on, posted_version, summary_of
from pilkades.web.core.queries.postings import Posting, posting_of
from pilkades.web.core.queries.states import State, state_of
from pilkades.web.public.dates import capital, dates_of, span
from pilkades.web.public.frame import Shown, address, public
from pilkades.web.public.parts import Passage, Point
from pilkades.web.public.place import now_in, village_frame
from pilkades.web.public.voters.listed import (
    ON_A_PAGE,
    Wanted,
    basis_of,
    blocks,
    counts,
    list_name,
    narrowing,
)
from pilkades.web.shared.components.page import Empty, Link, Page, Pages
from pilkades.web.shared.components.words import long_day

_LIST = Text("Daftar pemilih {name}", "Voter list of {name}")
_NOT_YET = Text(
    "Daftar pemilih belum diumumkan. Nama baru ditampilkan sesudah panitia mengumumkannya.",
    "The voter list is not announced yet. Names are shown once the committee announces it.",
)
_PLANNED = Text("{by}, {what}: {day}.", "{by}, {what}: {day}.")
_STANDS = Text("{list} diumumkan {first}.", "The {list} was announced on {first}.")
_STANDS_NO_DAY = Text("{list} sudah diumumkan.", "The {list} is announced.")
_UNTIL_RECORD = Text(
    "Menurut catatan, pengumuman berlangsung sampai {day}.", "By the record it stays posted until {day}."
)
_UNTIL_LAW = Text(
    "Lamanya {length}; pengumuman berlangsung sampai {day}.",
    "It is posted for {length}, until {day}.",
)
_LENGTH = Text("Lama pengumuman: {length}.", "Time of posting: {length}.")
_NO_LENGTH = Text(
    "Lama pengumuman belum diketahui dari aturan yang sudah dibaca.",
    "For how long it is posted is not known from the rules read so far.",
)
_OVER = Text(
    "Masa pengumuman berakhir {day}. Sejak itu nama tidak ditampilkan lagi di sini.",
    "The posting ended on {day}. Since then the names are not shown here.",
)
_OVER_ASK = Text(
    "Panitia desa menyimpan daftarnya. Anda tetap dapat memeriksa diri sendiri.",
    "The village committee keeps the list. You can still check for yourself.",
)
_NO_ROWS = Text(
    "Daftarnya belum ada di sini. Lihat di tempat pengumuman desa.",
    "The list itself is not here. See it where the village posts its notices.",
)
_HIDDEN = Text(
    "Tanggal lahir dan alamat tidak ditampilkan, dan NIK hanya enam angka wilayahnya.",
    "Birth dates and addresses are not shown, and of the NIK only its six digits of area.",
)
_POSTED = Text("Apa yang diumumkan?", "What is posted?")
_AM_I = Text("Apakah saya terdaftar?", "Am I listed?")
_OBJECT = Text("Ada yang keliru atau belum terdaftar?", "Something wrong, or somebody missing?")
_STATUS = Text("Lihat jawaban atas usul Anda", "See the answer to your proposal")
_WAYS = (("voters-listed", _AM_I), ("voters-propose", _OBJECT), ("voters-answer", _STATUS))
_NO_FIRST = Text(
    "Jumlah pemilih pemula belum dihitung: hari pemilihan desa yang lalu tidak ada dalam catatan.",
    "First-time voters are not counted: the day of the village's previous poll is not on record.",
)


@public
def posted(request: HttpRequest, language: Language, key: str) -> Shown:
    """The list that stands posted, by TPS and RT; nothing before it is announced, no name afterwards."""
    held, wanted = access_public_election(key), Wanted.of(request.GET)
    made = now_in(held.village.district.county)
    state = state_of(held, made.date())
    page = unlisted(village_frame(_LIST, held, language, made, "voters", wanted.query))
    links = ways(key, language)
    posting = posting_of(state)
    if posting is None:
        return page, (Empty(joined([_NOT_YET, _when_planned(state)])), links)
    version = posted_version(state, posting)
    about = Passage(_POSTED, points=(Point(_stands(posting, state), basis_of(posting), _HIDDEN),))
    if version is None:
        return page, (about, Empty(_NO_ROWS), links)
    names = _names(version, wanted, key, language) if posting.open_on(state.today) else ()
    summary = counts(summary_of(version, state), posting.kind, _NO_FIRST)
    return page, (about, links, summary, *names)


def unlisted(page: Page) -> Page:
    """The same page, which search engines are asked to leave out: it is about people."""
    return replace(page, unlisted=True)


def ways(key: str, language: Language, here: str = "") -> Passage:
    """From the list to the question, the proposal and its answer; the page of this name is left out."""
    others = [(name, label) for name, label in _WAYS if name != here]
    return Passage(
        EMPTY, links=tuple(Link(address(name, language, key=key), label) for name, label in others)
    )


def _names(version: ListVersionRow, wanted: Wanted, key: str, language: Language) -> tuple[object, ...]:
    places = places_on(version)
    found = sum(
        count
        for place, count in places
        if (not wanted.tps or place.tps == wanted.tps) and (not wanted.rt or place.code == wanted.rt)
    )
    total = max(1, -(-found // ON_A_PAGE))
    number = min(wanted.page, total)
    start = (number - 1) * ON_A_PAGE
    lines = lines_on(version, tps=wanted.tps, rt=wanted.rt, start=start, stop=start + ON_A_PAGE)
    where = address("voters", language, key=key)
    return (
        narrowing(wanted, (place for place, _ in places), where, found, version.count, language),
        *blocks(lines),
        Pages(
            number,
            total,
            wanted.at(number - 1) if number > 1 else "",
            wanted.at(number + 1) if number < total else "",
        ),
    )


def _stands(posting: Posting, state: State) -> Text:
    named = list_name(posting.kind)
    begun = _STANDS_NO_DAY.fill(list=named)
    if posting.first is not None:
        begun = _STANDS.fill(list=named, first=long_day(posting.first))
    if posting.last is not None and posting.last < state.today:
        return joined([begun, _OVER.fill(day=long_day(posting.last)), _OVER_ASK])
    if posting.last is None:
        return joined([begun, _LENGTH.fill(length=posting.length) if posting.length else _NO_LENGTH])
    if posting.on_record or posting.length is None:
        return joined([begun, _UNTIL_RECORD.fill(day=long_day(posting.last))])
    return joined([begun, _UNTIL_LAW.fill(length=posting.length, day=long_day(posting.last))])


def _when_planned(state: State) -> Text:
    dates = dates_of(state)
    planned = dates.of_act("dps_announced")
    if planned is None or not (day := span([planned])):
        return EMPTY
    return _PLANNED.fill(by=capital(dates.by), what=planned.label, day=day)
