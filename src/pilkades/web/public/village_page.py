"""A village for its people: the answer first, then result, objections, stages, announcements, committee."""

from pilkades.acts.act import KINDS, Act
from pilkades.acts.corrections import effective_acts
from pilkades.acts.payload import OFFICES
from pilkades.base.day import Day
from pilkades.base.language import EMPTY, Language, Text, joined, same
from pilkades.web.core.queries.postings import posting_of
from pilkades.web.core.queries.states import State
from pilkades.web.public.course import reached, reached_in, stages_shown
from pilkades.web.public.dates import capital, dates_of, first_day, span
from pilkades.web.public.facts import day_of, day_words, on_record, only, people_of
from pilkades.web.public.frame import address
from pilkades.web.public.objection import how_to_object
from pilkades.web.public.outcome import outcome_of, result_is_public
from pilkades.web.public.parts import Passage, Point
from pilkades.web.public.voters.listed import list_name
from pilkades.web.shared.components.record import Answer, Village
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day

ANNOUNCING = (
    "dps_announced", "dptb_announced", "dpt_announced", "call", "candidates_announced", "polling_announced",
    "recapitulation", "announcement",
)  # fmt: skip
"""Kinds of act by which the committee tells everyone something."""

_LEADS = (
    Text("Pemungutan suara: {day}.", "The poll is on {day}."),
    Text("Pemungutan suara hari ini, {day}.", "The poll is today, {day}."),
    Text("Hari pemungutan suara: {day}. Hari itu sudah lewat.", "The polling day was {day}."),
)
_HOURS = Text("Pukul {opens} sampai {closes}.", "From {opens} to {closes}.")
_WHERE = Text("Di mana?", "Where?")
_TPS = Text("Di {n} TPS (tempat pemungutan suara).", "At {n} TPS (polling stations).")
_PLACE = Text("Tempat: {place}.", "Place: {place}.")
_NO_PLACE = Text("Tempat belum dicatat.", "The place is not on record yet.")
_WHO = Text("Siapa calonnya?", "Who are the candidates?")
_CANDIDATES = Text("{n} calon: {names}.", "{n} candidates: {names}.")
_NUMBERED = Text("nomor {n} {name}", "number {n} {name}")
_NO_CANDIDATES = Text("Belum diumumkan.", "Not announced yet.")
_ADOPTED = Text(
    "Calon sudah ditetapkan. Pengumumannya belum dicatat.",
    "The candidates are adopted. Their announcement is not on record yet.",
)
_NO_NAMES = Text(
    "Sudah diumumkan. Namanya belum dicatat di sini.", "Announced. The names are not on record here."
)
_NAMES_DIFFER = Text(
    "Sumber berbeda tentang nama calon. Nama belum ditampilkan.",
    "The sources differ on the candidates. The names are not shown yet.",
)
_ON = Text("{by}, {what}: {day}.", "{by}, {what}: {day}.")
_UNKNOWN_DAY = Text("Tanggalnya belum diketahui.", "The day is not known yet.")
_NEXT = Text("Apa berikutnya?", "What is next?")
_NEXT_IS = Text("{what}, {day} ({mark}).", "{what}, {day} ({mark}).")
_NOW_IS = Text("{what}, sampai {day} ({mark}).", "{what}, until {day} ({mark}).")
_TODAY_IS = Text("Hari ini: {what} ({mark}).", "Today: {what} ({mark}).")
_NO_NEXT = Text("Tidak ada tanggal berikutnya dalam jadwal.", "The timetable holds no further day.")
_LISTED = Text("Apakah saya terdaftar?", "Am I listed?")
_LISTS = Text("{list} sudah diumumkan. Periksa di sini.", "The {list} is announced. Check here.")
_NO_LIST = Text("Daftar pemilih belum diumumkan.", "The voter list is not announced yet.")
_RECORD = Text("Catatan pemilihan", "The record of the election")
_ACTS = Text("{n} tindakan tercatat.", "{n} acts on record.")

_COMMITTEE = Text("Panitia desa", "The village committee")
_FORMED = Text("Panitia ditetapkan {day}.", "The committee was established on {day}.")
_FORMED_NO_DAY = Text("Panitia sudah ditetapkan.", "The committee is established.")
_DECREE = Text("Surat: {number}.", "Document: {number}.")
_FORMED_BY = Text("Yang membentuk: {office}.", "Formed by: {office}.")
_MEMBERS = Text("Jumlah anggota: {n}.", "Number of members: {n}.")
_OFFICES = Text("Susunan: {offices}.", "Offices: {offices}.")
_NO_COMMITTEE = Text("Penetapan panitia belum dicatat.", "The committee is not on record yet.")
_NO_MEMBERS = Text(
    "Nama anggota panitia belum ada dalam catatan ini.", "The members' names are not on this record yet."
)
_SEATS = (
    ("chair", Text("ketua", "chair")),
    ("secretary", Text("sekretaris", "secretary")),
    ("treasurer", Text("bendahara", "treasurer")),
    ("ordinary_members", Text("anggota", "members")),
)
_ANNOUNCEMENTS = Text("Pengumuman", "Announcements")
_NO_DAY = Text("hari belum dicatat", "day not on record")
_NONE_YET = Text("Belum ada pengumuman yang dicatat.", "No announcement is on record yet.")


def village_shown(state: State, language: Language) -> tuple[object, ...]:
    """Everything on the page of one village, in its order; it asks the database nothing more."""
    held = state.election
    village = Village(
        held.village.name,
        _lead(state),
        (
            Answer(_NEXT, _next(state)),
            Answer(_WHERE, _where(state)),
            Answer(_WHO, _candidates(state)),
            Answer(_LISTED, _listed(state), address("voters", language, key=held.key)),
            Answer(_RECORD, _ACTS.fill(n=len(state.record.acts)), address("record", language, key=held.key)),
        ),
        stage=Tag(Status.NOT_STARTED if reached(state) is None else Status.ACTIVE, reached_in(state)),
    )
    return (
        village,
        outcome_of(state),
        stages_shown(state, language),
        _announcements(state),
        _committee(state),
        how_to_object(state),
    )


def _listed(state: State) -> Text:
    posting = posting_of(state)
    return _NO_LIST if posting is None else _LISTS.fill(list=list_name(posting.kind))


def _lead(state: State) -> Text:
    day = state.election.polling_day
    tense = 0 if state.today < day else 1 if state.today == day else 2
    opens, closes = only(state, "polling.opened_at"), only(state, "polling.closed_at")
    hours = _HOURS.fill(opens=opens, closes=closes) if opens and closes else EMPTY
    return joined([_LEADS[tense].fill(day=long_day(day)), hours])


def _next(state: State) -> Text:
    dates = dates_of(state)
    coming = dates.next(state.today)
    if coming is None:
        return _NO_NEXT if dates.rows else dates.which
    first, last = first_day(coming), coming.end or coming.start
    if state.today == last:
        return _TODAY_IS.fill(what=coming.label, mark=dates.mark)
    if first is not None and last is not None and first <= state.today:
        return _NOW_IS.fill(what=capital(coming.label), day=long_day(last), mark=dates.mark)
    return _NEXT_IS.fill(what=capital(coming.label), day=span([coming]) or EMPTY, mark=dates.mark)


def _where(state: State) -> Text:
    stations, place = only(state, "tps_plan.count"), only(state, "polling_announced.place")
    said = [
        _TPS.fill(n=stations) if stations is not None else EMPTY,
        _PLACE.fill(place=place) if place else EMPTY,
    ]
    return joined(said) or _NO_PLACE


def _candidates(state: State) -> Text:
    """Names and ballot numbers once they are announced, or stood on the result; before that nobody's."""
    if on_record(state, "candidates_announced") or result_is_public(state):
        named = people_of(state)
        if len(state.book.alternatives("candidates_adopted.people")) > 1:
            return _NAMES_DIFFER
        if not named:
            return _NO_NAMES
        names = [
            same(str(each.name)) if each.number is None else _NUMBERED.fill(n=each.number, name=each.name)
            for each in named
        ]
        return _CANDIDATES.fill(n=len(names), names=joined(names, "; "))
    if on_record(state, "candidates_adopted"):
        return _ADOPTED
    dates = dates_of(state)
    planned = dates.of_act("candidates_announced") or dates.of_act("candidates_adopted")
    when = _UNKNOWN_DAY
    if planned is not None and (day := span([planned])):
        when = _ON.fill(by=capital(dates.by), what=planned.label, day=day)
    return joined([_NO_CANDIDATES, when])


def _committee(state: State) -> Passage:
    """As the decree forms it: an office is public, what a person is beside it is not."""
    if not on_record(state, "committee_established"):
        return Passage(_COMMITTEE, (_NO_COMMITTEE,))
    seats = [word for name, word in _SEATS if only(state, f"committee_established.{name}")]
    formed_by, members, number = (
        only(state, f"committee_established.{name}") for name in ("formed_by", "members", "document")
    )
    day = day_of(state, "committee_established.date")
    said = (
        _FORMED.fill(day=day) if day else _FORMED_NO_DAY,
        _FORMED_BY.fill(office=OFFICES[formed_by]) if formed_by else EMPTY,
        _DECREE.fill(number=number) if number else EMPTY,
        _MEMBERS.fill(n=members) if members is not None else EMPTY,
        _OFFICES.fill(offices=joined(seats, ", ")) if seats else EMPTY,
        _NO_MEMBERS,
    )
    return Passage(_COMMITTEE, tuple(each for each in said if each))


def _announcements(state: State) -> Passage:
    """Acts by which everyone was told something, newest first, each with its day."""
    acts = [act for act in effective_acts(state.record) if act.kind in ANNOUNCING and _was_done(act)]
    points = tuple(_announced(act) for act in sorted(acts, key=_first_day, reverse=True))
    return Passage(_ANNOUNCEMENTS, points=points or (Point(_NONE_YET),))


def _was_done(act: Act) -> bool:
    name = "announced" if "announced" in KINDS[act.kind].model_fields else "done"
    said = {str(each.value) for each in act.facts.get(name, ())}
    return said == {"True"} or (name == "done" and "False" not in said)


def _announced(act: Act) -> Point:
    """What was told, when and where; in the committee's own words where it recorded them."""
    day, place = _agreed(act, "date"), _agreed(act, "posted_at") or _agreed(act, "place")
    title, words = _agreed(act, "title"), _agreed(act, "words")
    notes = [
        Text("{day}.", "{day}.").fill(day=day_words(day) if isinstance(day, Day) else _NO_DAY),
        _PLACE.fill(place=place) if place else EMPTY,
    ]
    label = same(str(title)) if title else capital(KINDS[act.kind].label)
    return Point(label, note=joined(notes), quote=str(words or ""))


def _agreed(act: Act, name: str) -> object:
    """A fact of one act on which its sources agree."""
    several = {str(each.value): each.value for each in act.facts.get(name, ())}
    return next(iter(several.values())) if len(several) == 1 else None


def _first_day(act: Act) -> str:
    day = _agreed(act, "date")
    return day.earliest.isoformat() if isinstance(day, Day) else ""
