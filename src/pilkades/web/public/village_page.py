"""A village for its people: the answer first, then course, dates, committee, announcements, objections."""

from datetime import date

from pilkades.acts.act import KINDS
from pilkades.acts.payload import OFFICES
from pilkades.base.day import Day
from pilkades.base.findings import STAGES, Stage
from pilkades.base.language import EMPTY, Language, Text, joined, same
from pilkades.compliance.agenda import Item, Standing
from pilkades.timetable.rows import Row
from pilkades.web.core.queries.states import State
from pilkades.web.public.county_page import PUBLIC_STEPS
from pilkades.web.public.facts import on_record, only
from pilkades.web.public.frame import address
from pilkades.web.public.objection import deadline_of, how_to_object
from pilkades.web.public.outcome import outcome_of
from pilkades.web.public.parts import Dates, Passage
from pilkades.web.public.record_page import day_words
from pilkades.web.shared.components.course import Course, Span, StageOfSteps, Step
from pilkades.web.shared.components.due import Basis, Deadline
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.record import Answer, Village
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.components.words import long_day

ANNOUNCEMENTS = (
    "dps_announced", "dptb_announced", "dpt_announced", "call", "candidates_announced", "polling_announced",
    "recapitulation",
)  # fmt: skip
"""Kinds of act by which the committee tells everyone something."""

_LEADS = (
    Text("Pemungutan suara: {day}.", "The poll is on {day}."),
    Text("Pemungutan suara hari ini, {day}.", "The poll is today, {day}."),
    Text("Hari pemungutan suara: {day}. Hari itu sudah lewat.", "The polling day was {day}."),
)
_WHERE = Text("Di mana?", "Where?")
_TPS = Text("Di {n} TPS (tempat pemungutan suara).", "At {n} TPS (polling stations).")
_PLACE = Text("Tempat: {place}.", "Place: {place}.")
_NO_PLACE = Text("Tempat dan jam belum dicatat.", "Place and hours are not on record yet.")
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
_PROPOSED = Text("Menurut usulan jadwal: {day}.", "As proposed: {day}.")
_UNKNOWN_DAY = Text("Tanggalnya belum diketahui.", "The day is not known yet.")
_RECORD = Text("Catatan pemilihan", "The record of the election")
_ACTS = Text("{n} tindakan tercatat.", "{n} acts on record.")

_WAITS = Text("Menunggu: {what}", "Waiting for: {what}")
_NOT_RECORDED = Text("Belum ada dalam catatan", "Not on record yet")
_FROM = Text("Paling cepat {day}", "Not before {day}")
_COURSE = Text("Tahapan menurut hukum dan catatan", "The course by law and record")
_COURSE_LEAD = Text(
    'Hanya langkah yang batas waktunya disebut pasal. "Selesai" berarti sudah ada dalam catatan.',
    'Only steps for which an article names a limit. "Done" means that it is on record.',
)
_DATES = Text("Tanggal untuk warga", "Dates for everyone")
_DATES_LEAD = Text(
    "Usulan menurut hukum yang berlaku. Panitia dan kabupaten dapat menetapkan tanggal lain.",
    "Proposed by the law in force. Committee and county may set other days.",
)
_COMMITTEE = Text("Panitia", "The committee")
_FORMED = Text("Panitia ditetapkan {day}.", "The committee was established on {day}.")
_FORMED_BY = Text("Yang membentuk: {office}.", "Formed by: {office}.")
_MEMBERS = Text("Jumlah anggota: {n}.", "Number of members: {n}.")
_OFFICES = Text("Susunan: {offices}.", "Offices: {offices}.")
_NO_COMMITTEE = Text("Penetapan panitia belum dicatat.", "The committee is not on record yet.")
_SEATS = (
    ("chair", Text("ketua", "chair")),
    ("secretary", Text("sekretaris", "secretary")),
    ("treasurer", Text("bendahara", "treasurer")),
    ("ordinary_members", Text("anggota", "members")),
)
_ANNOUNCEMENTS = Text("Pengumuman", "Announcements")
_ANNOUNCED = Text("{what}: {day}.", "{what}: {day}.")
_NO_DAY = Text("hari belum dicatat", "day not on record")
_NONE_YET = Text("Belum ada pengumuman yang dicatat.", "No announcement is on record yet.")
_OBJECT = Text("Cara mengajukan keberatan", "How to object")


def village_shown(state: State, language: Language) -> tuple[object, ...]:
    """Everything on the page of one village, in its order; it asks the database nothing more."""
    return (
        _answers(state, language),
        *outcome_of(state)[1:],
        Passage(_COURSE, (_COURSE_LEAD,)),
        _course(state),
        *_dates(state),
        _committee(state),
        _announcements(state),
        how_to_object(state),
    )


def _answers(state: State, language: Language) -> Village:
    held, today = state.election, state.today
    tense = 0 if today < held.polling_day else 1 if today == held.polling_day else 2
    return Village(
        held.village.name,
        _LEADS[tense].fill(day=long_day(held.polling_day)),
        (
            Answer(_WHERE, _where(state)),
            Answer(_WHO, _candidates(state)),
            Answer(_RECORD, _ACTS.fill(n=len(state.record.acts)), address("record", language, key=held.key)),
        ),
        results=outcome_of(state)[0],
        objection=deadline_of(state),
        objection_how=Link("#keberatan", _OBJECT),
    )


def _where(state: State) -> Text:
    stations, place = only(state, "tps_plan.count"), only(state, "polling_announced.place")
    said = [
        _TPS.fill(n=stations) if stations is not None else EMPTY,
        _PLACE.fill(place=place) if place else EMPTY,
    ]
    return joined(said) or _NO_PLACE


def _candidates(state: State) -> Text:
    if on_record(state, "candidates_announced"):
        people = only(state, "candidates_adopted.people") or []
        named = sorted((each for each in people if each.name), key=lambda each: each.number or 0)
        if not named:
            return _NO_NAMES
        names = [
            same(each.name) if each.number is None else _NUMBERED.fill(n=each.number, name=each.name)
            for each in named
        ]
        return _CANDIDATES.fill(n=len(names), names=joined(names, "; "))
    if on_record(state, "candidates_adopted"):
        return _ADOPTED
    planned = next((row for row in state.timetable if row.key.step == "candidates-posting"), None)
    when = _PROPOSED.fill(day=long_day(planned.start)) if planned and planned.start else _UNKNOWN_DAY
    return joined([_NO_CANDIDATES, when])


def _course(state: State) -> Course:
    by_stage = {stage: [item for item in state.agenda if item.stage is stage] for stage in Stage}
    kept = [(stage, items) for stage, items in by_stage.items() if items]
    current = next(
        (stage for stage, items in kept if any(i.standing is not Standing.DONE for i in items)), None
    )
    return Course(
        tuple(
            StageOfSteps(
                number,
                STAGES[stage],
                tuple(_step(f"{number}.{place}", item, state.today) for place, item in enumerate(items, 1)),
                current=stage is current,
            )
            for number, (stage, items) in enumerate(kept, 1)
        )
    )


_STATES = {
    Standing.DONE: Status.DONE,
    Standing.OVERDUE: Status.LATE,
    Standing.DUE: Status.NOT_STARTED,
    Standing.NOT_YET: Status.BLOCKED,
    Standing.WAITING: Status.BLOCKED,
}


def _step(number: str, item: Item, today: date) -> Step:
    note = EMPTY
    if item.standing is Standing.OVERDUE:
        note = _NOT_RECORDED
    elif item.not_before is not None:
        note = _FROM.fill(day=long_day(item.not_before))
    elif item.standing is Standing.WAITING and item.waits_for:
        note = _WAITS.fill(what=item.waits_for)
    limit = Deadline(item.until, today, item.working_days_left) if item.until else None
    return Step(number, item.norm, _STATES[item.standing], note=note, deadline=limit)


def _dates(state: State) -> tuple[Dates, ...]:
    spans = [span for row in state.timetable if row.key.step in PUBLIC_STEPS for span in _span(row)]
    ordered = tuple(sorted(spans, key=lambda span: (span.start, span.end)))
    return (Dates(_DATES, _DATES_LEAD, ordered),) if ordered else ()


def _span(row: Row) -> tuple[Span, ...]:
    if row.start is None:
        return ()
    basis = tuple(Basis(article, row.evidence.value) for article in row.articles)
    label = Text(*(half[:1].upper() + half[1:] for half in (row.label.id, row.label.en)))
    return (Span(label, row.start, row.end or row.start, Status.NOT_STARTED, basis=basis),)


def _committee(state: State) -> Passage:
    if not on_record(state, "committee_established"):
        return Passage(_COMMITTEE, (_NO_COMMITTEE,))
    seats = [word for name, word in _SEATS if only(state, f"committee_established.{name}")]
    formed_by, members = (only(state, f"committee_established.{name}") for name in ("formed_by", "members"))
    day = only(state, "committee_established.date")
    said = (
        _FORMED.fill(day=_day(day)),
        _FORMED_BY.fill(office=OFFICES[formed_by]) if formed_by else EMPTY,
        _MEMBERS.fill(n=members) if members is not None else EMPTY,
        _OFFICES.fill(offices=joined(seats, ", ")) if seats else EMPTY,
    )
    return Passage(_COMMITTEE, tuple(each for each in said if each))


def _announcements(state: State) -> Passage:
    said = []
    for kind in ANNOUNCEMENTS:
        if on_record(state, kind):
            label = KINDS[kind].label
            what = Text(*(half[:1].upper() + half[1:] for half in (label.id, label.en)))
            said.append(_ANNOUNCED.fill(what=what, day=_day(only(state, f"{kind}.date"))))
    return Passage(_ANNOUNCEMENTS, tuple(said) or (_NONE_YET,))


def _day(day: Day | None) -> Text:
    return day_words(day) if day is not None else _NO_DAY
