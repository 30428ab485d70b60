"""One person of the list: what is stated and where it came from, what the law says, what was changed."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from pilkades.base.language import Text, joined, same
from pilkades.register.changes import REMOVALS, RemovalReason
from pilkades.register.eligibility import judge
from pilkades.register.reasons import REQUIREMENTS
from pilkades.web.committee.beside import bases_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.parts import Facts, Heading, Links
from pilkades.web.committee.voters.parts import Button, Note
from pilkades.web.committee.voters.rooms import room
from pilkades.web.committee.voters.words import BY_HAND, FIELDS, NOT_STATED, SOURCE, said, tag_of_answer
from pilkades.web.committee.written import Line
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.models import NumberLook
from pilkades.web.core.queries.looks import number_looks_of
from pilkades.web.core.queries.voters import Listed, history_of
from pilkades.web.core.queries.weighing import poll_at, weighing_of
from pilkades.web.core.services.look_at_numbers import Numbers, look_at_numbers
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.people import Weighed, WeighedReason
from pilkades.web.shared.components.record import Log, LogDay, LogEntry
from pilkades.web.shared.components.status import tag_of
from pilkades.web.shared.components.words import long_moment

_RIGHT = Text("Hak pilih pada {day}", "Right to vote on {day}")
_STATED = Text("Yang tercatat", "What is recorded")
_FROM = Text("Asal", "Source")
_HISTORY = Text("Riwayat", "History")
_CAME = Text("{who} mengambil dari berkas {file}", "{who} took it from the file {file}")
_WRITTEN = Text("{who} menulis baris ini", "{who} wrote this row")
_CHANGED = Text("{who} memperbaiki: {fields}", "{who} corrected: {fields}")
_RENEWED = Text(
    "{who} memperbarui dari berkas {file}: {fields}", "{who} renewed from the file {file}: {fields}"
)
_REMOVED = Text("{who} mencoret dari daftar: {why}", "{who} took it off the list: {why}")
_BACK = Text("{who} mengembalikan ke daftar", "{who} put it back on the list")
_OFF = Text("Orang ini sudah dicoret dari daftar: {why}.", "This person was taken off the list: {why}.")
_SHOW = Text("Tampilkan nomor lengkap", "Show the whole numbers")
_SHOW_WHY = Text(
    "NIK dan nomor KK adalah data pribadi. Nama Anda dan waktunya dicatat.",
    "NIK and KK are personal data. Your name and the time are logged.",
)
_LOOKS = Text("Yang pernah melihat nomor lengkap", "Who was shown the whole numbers")
_CORRECT = Text("Perbaiki baris ini", "Correct this row")
_TAKE_OFF = Text("Coret dari daftar", "Take off the list")
_PUT_BACK = Text("Kembalikan ke daftar", "Put back on the list")
_ALWAYS = frozenset({"nik", "kk", "sex", "birth", "marital", "address", "rt", "dusun", "resident_since"})


@login_required
@require_POST
def numbers(request: HttpRequest, election_id: int, person_id: UUID) -> HttpResponse:
    """The same page with NIK and KK whole, this once; the look is logged before anything is shown."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    found = look_at_numbers(reader.user, election_id, person_id, at=reader.at)
    return person_page(request, reader, history_of(reader.election, person_id), found)


@login_required
@require_safe
def person(request: HttpRequest, election_id: int, person_id: UUID) -> HttpResponse:
    """Everything about one person; of NIK and KK the tail alone."""
    reader = reader_of(request, election_id, Need.READ_VOTERS)
    history = history_of(reader.election, person_id)
    if not history:
        raise NotThereError
    return person_page(request, reader, history)


def person_page(
    request: HttpRequest, reader: Reader, history: tuple[Listed, ...], whole: Numbers | None = None
) -> HttpResponse:
    """The page of one person, whose rows are given in their order; `whole` are the numbers when asked for."""
    now = history[-1]
    parts: list[object] = []
    if now.row.removal:
        parts.append(Note(_OFF.fill(why=REMOVALS[RemovalReason(now.row.removal)])))
    else:
        parts.append(_weighed(reader, now))
        parts += [Note(words) for words in weighing_of(reader.state).near.get(now.person, ())]
    ways = list(_ways(reader, now))
    if ways:
        parts.append(Links(ways))
    parts += [Heading(_STATED), Facts((*_lines(now, whole), Line(_FROM, _source(now))))]
    if whole is None and (now.voter.nik or now.voter.kk):
        address = reader.to("voters-people-numbers", str(now.person))
        parts.append(Button(address, _SHOW, _SHOW_WHY))
    parts += [Heading(_HISTORY), Log(_days(reader, history))]
    seen = number_looks_of(reader.election, now.person)
    if seen:
        parts += [Heading(_LOOKS), Facts(tuple(_look(reader, one) for one in seen))]
    return room(request, reader, same(now.voter.name), parts)


def _ways(reader: Reader, now: Listed) -> Iterator[Link]:
    """What can be done with this row by who may change it."""
    if not reader.may(Need.EDIT_VOTERS):
        return
    own = str(now.person)
    if now.row.removal:
        yield Link(reader.to("voters-people-restore", own), _PUT_BACK)
        return
    yield Link(reader.to("voters-people-correct", own), _CORRECT)
    yield Link(reader.to("voters-people-remove", own), _TAKE_OFF)


def _weighed(reader: Reader, now: Listed) -> Weighed:
    judged = judge(now.voter, poll_at(reader.state))
    rulebook = reader.state.rulebook
    reasons = tuple(
        WeighedReason(
            capital(REQUIREMENTS[reason.requirement]),
            tag_of(reason.verdict),
            reason.message,
            bases_of(reason.articles, rulebook),
            reason.missing,
        )
        for reason in judged.reasons
    )
    questions = joined(list(dict.fromkeys(reason.question for reason in judged.reasons if reason.question)))
    title = _RIGHT.fill(day=reader.election.polling_day)
    return Weighed(title, tag_of_answer(judged.answer), reasons, questions)


def _look(reader: Reader, look: NumberLook) -> Line:
    return Line(same(look.user.full_name), long_moment(look.looked_at.astimezone(reader.at.tzinfo)))


def _lines(now: Listed, whole: Numbers | None) -> Iterator[Line]:
    for name, label in FIELDS.items():
        number = getattr(whole, name, None) if whole else None
        words = same(number.digits) if number else said(now, name)
        if name == "name" or (name in {"dead", "moved"} and not getattr(now.voter, name)):
            continue
        if words or name in _ALWAYS:
            yield Line(label, words or NOT_STATED)


def _source(now: Listed) -> Text:
    row = now.row
    file = row.brought.file_name if row.brought else ""
    if not row.sheet or not row.row:
        return same(file) if file else BY_HAND
    # A CSV file is one sheet with the file's name.
    sheets = dict.fromkeys(name for name in (file, row.sheet) if name)
    return SOURCE.fill(sheet=", ".join(sheets), row=str(row.row))


def _days(reader: Reader, history: tuple[Listed, ...]) -> tuple[LogDay, ...]:
    """What was done to the row, newest first."""
    entries = [_entry(reader, None, history[0])]
    entries += [_entry(reader, before, after) for before, after in pairwise(history)]
    entries.sort(key=lambda one: one.at, reverse=True)
    return tuple(LogDay(day, tuple(group)) for day, group in groupby(entries, key=lambda one: one.at.date()))


def _entry(reader: Reader, before: Listed | None, after: Listed) -> LogEntry:
    row = after.row
    who = row.changed_by.full_name
    file = row.brought.file_name if row.brought else ""
    if before is None:
        words = _CAME.fill(who=who, file=file) if file else _WRITTEN.fill(who=who)
    elif row.removal:
        words = _REMOVED.fill(who=who, why=REMOVALS[RemovalReason(row.removal)])
    elif before.row.removal:
        words = _BACK.fill(who=who)
    else:
        fields = joined([FIELDS[name] for name in _differing(before, after)], ", ")
        words = (
            _RENEWED.fill(who=who, file=file, fields=fields)
            if file
            else _CHANGED.fill(who=who, fields=fields)
        )
    at = row.changed_at.astimezone(reader.at.tzinfo)
    return LogEntry(at, words, reason=same(row.reason))


def _differing(before: Listed, after: Listed) -> Iterator[str]:
    for name in FIELDS:
        if getattr(before.voter, name) != getattr(after.voter, name):
            yield name
