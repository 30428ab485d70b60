"""Recording an act: form, check, append, receipt. A correction goes the same way as a new act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods

from pilkades.acts.act import KINDS, Act, Actor, Statement
from pilkades.acts.corrections import current_view
from pilkades.acts.payload import OFFICES, Office
from pilkades.acts.record import seal
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Finding
from pilkades.base.language import EMPTY, Language, Text, joined, same
from pilkades.compliance.facts import FactBook
from pilkades.compliance.look import said as said_value
from pilkades.web.committee.act_form import (
    ACT_ID,
    HEAD,
    OFFICE,
    PERSON,
    ActForm,
    capital,
    left_out,
)
from pilkades.web.committee.beside import laws_of
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Between, Heading, Return
from pilkades.web.committee.views import card
from pilkades.web.committee.work import label_of
from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.messages import said
from pilkades.web.core.services.append_act import ChangedError, append_act
from pilkades.web.core.services.correct_act import Change, correct_act
from pilkades.web.core.services.keep_overview import keep_overviews
from pilkades.web.shared.components.decision import Check, CheckRow, Decision
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.templatetags.pilkades import say

STEP, APPEND, CHANGE = "langkah", "catat", "ubah"
_UNPROCESSABLE, _CONFLICT = 422, 409
_MINE = (STEP, "csrfmiddlewaretoken")

_RECORD = Text("Catat {act}", "Record {act}")
_CORRECT = Text("Catat pembetulan: {act}", "Record a correction: {act}")
_CHECK = Text("Periksa sebelum mencatat {act}", "Check before recording {act}")
_LEAD = Text(
    "Isi yang tertulis di dokumen. Yang belum diketahui boleh dikosongkan.",
    "Fill in what the paper says. What is not known may stay empty.",
)
_LEAD_CORRECTION = Text(
    "Ubah yang perlu. Tindakan lama tetap ada di catatan.",
    "Change what must change. The old act stays in the record.",
)
_LEFT_OUT = Text(
    "Daftar ini belum dapat diisi di formulir ini: {facts}.",
    "These lists cannot be filled in on this form yet: {facts}.",
)
_BINDING = Text(
    "Belum tercatat sampai Anda menekan tombol. Sesudah itu hanya dapat dibetulkan dengan tindakan baru.",
    "Nothing is recorded until you press the button. After that only a new act can correct it.",
)
_CHANGES = Text("Temuan yang akan berubah: {n}", "Findings that would change: {n}")
_NO_CHANGES = Text("Tidak ada temuan yang berubah karena tindakan ini.", "This act changes no finding.")
_CHANGES_LEAD = Text(
    "Begini temuan sesudah tindakan ini tercatat.",
    "This is how the findings stand once the act is recorded.",
)
_MEANWHILE = Text("Ada yang baru di catatan", "Something new is in the record")
_WITHDRAWN = Text("dicabut", "withdrawn")


@dataclass(frozen=True, slots=True)
class Task:
    """What is being recorded: a kind, and for a correction the act and its facts as they stand."""

    reader: Reader
    kind: str
    corrects: str = ""
    held: Mapping[str, tuple[Statement, ...]] | None = None

    @property
    def title(self) -> Text:
        """The act as a title and on the button."""
        return (_CORRECT if self.corrects else _RECORD).fill(act=KINDS[self.kind].label)

    def form(self, data: Mapping[str, Any] | None = None) -> ActForm:
        """A fresh form that remembers the head it was opened at, or one with what was sent."""
        initial = None
        if data is None:
            initial = {
                HEAD: self.reader.election.head.digest,
                ACT_ID: clock.new_act_id(self.reader.at),
                PERSON: "",
            }
        return ActForm(self.kind, self.reader.offices, data, initial, self.held)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: HttpRequest, election_id: int, kind: str) -> HttpResponse:
    """Record an act of a kind."""
    reader = reader_of(request, election_id, Need.RECORD)
    if kind not in KINDS:
        raise NotThereError
    return _answered(request, Task(reader, kind))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, election_id: int, act_id: str) -> HttpResponse:
    """Correct an act by a new one: the same form, filled in as the act stands today."""
    reader = reader_of(request, election_id, Need.CORRECT)
    view = current_view(reader.state.record)
    current = next((one for one in view if one.act.id == act_id), None)
    if current is None:
        raise NotThereError
    return _answered(request, Task(reader, current.act.kind, act_id, current.facts))


def _answered(request: HttpRequest, task: Task) -> HttpResponse:
    if request.method != "POST":
        return _asked(request, task, task.form())
    form = task.form(request.POST)
    if request.POST.get(STEP) == CHANGE:
        return _asked(request, task, form)
    if not form.is_valid():
        return _asked(request, task, form)
    if request.POST.get(STEP) == APPEND:
        return _appended(request, task, form)
    seen = form.cleaned_data[HEAD]
    if seen != task.reader.election.head.digest:
        known = [act.digest for act in task.reader.state.record.acts]
        after = known.index(seen) + 1 if seen in known else 0
        return _stale(request, task, task.reader.state.record.acts[after:])
    return _checked(request, task, form)


def _asked(
    request: HttpRequest, task: Task, form: ActForm, before: Sequence[object] = (), status: int = 200
) -> HttpResponse:
    reader, county = task.reader, task.reader.election.village.district.county
    lists = [KINDS[task.kind].label_of(name) for name in left_out(task.kind)]
    missing = _LEFT_OUT.fill(facts=joined(lists, ", ")) if lists else EMPTY
    decision = Decision(
        title=task.title,
        form=form,
        submit=Text("Periksa isian", "Check what you entered"),
        lead=joined([_LEAD_CORRECTION if task.corrects else _LEAD, missing]),
        laws=laws_of(task.kind, reader.election.law_day, county.law or None),
        back=Link(reader.to("desk"), Text("Kembali ke meja", "Back to the desk")),
    )
    faults = bool(form.errors)
    return answer(
        request,
        reader,
        task.title,
        (*before, decision),
        heading=False,
        faults=faults,
        status=_UNPROCESSABLE if faults else status,
    )


def _checked(request: HttpRequest, task: Task, form: ActForm) -> HttpResponse:
    try:
        changed = _changed_findings(task, form)
    except PilkadesError as error:
        return _refused(request, task, form, error)
    hidden = tuple((name, str(value)) for name, value in request.POST.items() if name not in _MINE)
    title = _CHECK.fill(act=KINDS[task.kind].label)
    check = Check(
        title=title,
        rows=tuple(_rows(task, form)),
        effect=joined([_BINDING, _CHANGES.fill(n=len(changed)) + same(".")]),
        submit=task.title,
        action=request.path,
        hidden=(*hidden, (STEP, APPEND)),
    )
    if changed:
        findings = (Heading(_CHANGES.fill(n=len(changed)), _CHANGES_LEAD),)
        cards = tuple(card(task.reader, one) for one in changed)
    else:
        findings = (Heading(_NO_CHANGES),)
        cards = ()
    back = Return(Text("Isi ulang atau ubah", "Change what you entered"), hidden)
    return answer(request, task.reader, title, (check, back, *findings, *cards), heading=False)


def _rows(task: Task, form: ActForm) -> list[CheckRow]:
    label_of_fact = KINDS[task.kind].label_of
    stated = form.statements()
    names = stated if task.corrects else form.names
    rows = []
    for name in names:
        values = stated.get(name)
        value: Text | str = ""
        if values:
            one = values[0].value
            value = Text(said_value(one, Language.ID), said_value(one, Language.EN))
        elif task.corrects:
            value = _WITHDRAWN
        rows.append(CheckRow(capital(label_of_fact(name)), value))
    actor = _actor(form)
    rows.append(CheckRow(Text("Jabatan yang bertindak", "Office that acts"), capital(OFFICES[actor.office])))
    rows.append(CheckRow(Text("Nama orang yang bertindak", "Name of the person who acts"), actor.person))
    return rows


def _changed_findings(task: Task, form: ActForm) -> tuple[Finding, ...]:
    """The findings as they would stand, of those rules that would say something else than now."""
    state, reader = task.reader.state, task.reader
    zone = reader.election.village.district.county.zone
    draft = replace(_draft(task, form), recorded=clock.instant(reader.at, zone))
    act = seal(draft, state.record.head, state.record.find(task.corrects) if task.corrects else None)
    record_after = replace(state.record, acts=(*state.record.acts, act))
    after = replace(state, record=record_after, book=FactBook.of(record_after.acts))
    before = {one.rule: (one.verdict, one.message) for one in state.findings}
    return tuple(one for one in after.findings if before[one.rule] != (one.verdict, one.message))


def _actor(form: ActForm) -> Actor:
    return Actor(Office(form.cleaned_data[OFFICE]), form.cleaned_data[PERSON])


def _draft(task: Task, form: ActForm) -> Act:
    return Act(
        id=form.cleaned_data[ACT_ID],
        kind=task.kind,
        facts=form.statements(),
        actor=_actor(form),
        corrects=task.corrects or None,
    )


def _appended(request: HttpRequest, task: Task, form: ActForm) -> HttpResponse:
    user, election, seen = task.reader.user, task.reader.election, form.cleaned_data[HEAD]
    draft = _draft(task, form)
    try:
        if task.corrects:
            change = Change(task.corrects, draft.facts, draft.actor, id=draft.id)
            stored = correct_act(user, election.pk, change, seen)
        else:
            stored = append_act(user, election.pk, draft, seen)
    except ChangedError as error:
        return _stale(request, task, error.between, error.head)
    except PilkadesError as error:
        return _refused(request, task, form, error)
    keep_overviews(election.pk)
    answered = HttpResponseRedirect(task.reader.to("receipt", stored.act.id))
    answered.status_code = 303
    return answered


def _refused(request: HttpRequest, task: Task, form: ActForm, error: PilkadesError) -> HttpResponse:
    """The service's sentence, at the fact that it names or at the head of the form; the input stays."""
    named = str(error.fields.get("fact", ""))
    form.add_error(named if named in form.fields else None, say(said(error)))
    return _asked(request, task, form)


def _stale(request: HttpRequest, task: Task, between: Sequence[Act], head: str = "") -> HttpResponse:
    """Somebody recorded meanwhile: their acts are named, what was typed stays."""
    data = request.POST.copy()
    data[HEAD] = head or task.reader.election.head.digest
    sentence = said(PilkadesError("record-changed", acts=len(between)))
    links = tuple(Link(task.reader.to("receipt", act.id), label_of(act.kind)) for act in between)
    return _asked(request, task, task.form(data), (Between(_MEANWHILE, sentence, links),), status=_CONFLICT)
