"""Recording an act: form, check, append, receipt. A correction goes the same way as a new act."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_http_methods

from pilkades.acts.act import KINDS, Act, Actor, Statement
from pilkades.acts.corrections import current_view, grounds_of, with_reason
from pilkades.acts.payload import OFFICES, Office
from pilkades.acts.record import seal
from pilkades.base.errors import PilkadesError
from pilkades.base.findings import Finding
from pilkades.base.language import Text, same
from pilkades.compliance.facts import FactBook
from pilkades.web.committee.act_form import (
    ACT_ID,
    BASIS,
    HEAD,
    OFFICE,
    PERSON,
    REASON,
    SOURCE,
    ActForm,
)
from pilkades.web.committee.beside import laws_of
from pilkades.web.committee.brought import FILES, Papers, keep_brought
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Between, Changes, Preview
from pilkades.web.committee.sections import ADD, Asking, anchor_of, sections_of
from pilkades.web.committee.views import card
from pilkades.web.committee.work import label_of
from pilkades.web.committee.written import Line, line_of
from pilkades.web.core import clock
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.messages import said
from pilkades.web.core.queries.laws import law_of
from pilkades.web.core.services.append_act import ChangedError, append_act
from pilkades.web.core.services.attach_paper import document_of
from pilkades.web.core.services.correct_act import Change, correct_act
from pilkades.web.core.services.keep_overview import keep_overviews
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
_BINDING = Text(
    "Belum tercatat sampai Anda menekan tombol. Sesudah itu hanya dapat dibetulkan dengan tindakan baru.",
    "Nothing is recorded until you press the button. After that only a new act can correct it.",
)
_MEANWHILE = Text("Ada yang baru di catatan", "Something new is in the record")
_PAPERS = Text("Dokumen", "Papers")
_ABOUT: Mapping[str, Text] = {
    REASON: Text("Alasan pembetulan", "Reason of the correction"),
    OFFICE: Text("Jabatan yang bertindak", "Office that acts"),
    PERSON: Text("Nama orang yang bertindak", "Name of the person who acts"),
    SOURCE: Text("Sumber", "Source"),
    BASIS: Text("Dasar", "Basis"),
}


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

    def form(
        self, data: QueryDict | None = None, papers: Papers | None = None, *, quiet: bool = False
    ) -> ActForm:
        """A fresh form that remembers the head it was opened at, or one with what was sent."""
        form = ActForm(self.kind, self.reader.offices, data, self.held, papers=papers, quiet=quiet)
        if data is None:
            head, act_id = self.reader.election.head.digest, clock.new_act_id(self.reader.at)
            form.initial.update({HEAD: head, ACT_ID: act_id})
        return form


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
    step, _, named = request.POST.get(STEP, "").partition(":")
    data, papers = keep_brought(request, task.reader)
    if step == ADD:
        wider = task.form(_with_rows(task, data, named), papers, quiet=True)
        return _asked(request, task, wider, wanted=named)
    form = task.form(data, papers)
    if step == CHANGE or not form.is_valid():
        return _asked(request, task, form, wanted=named)
    if step == APPEND:
        return _appended(request, task, form)
    seen = form.cleaned_data[HEAD]
    if seen != task.reader.election.head.digest:
        known = [act.digest for act in task.reader.state.record.acts]
        after = known.index(seen) + 1 if seen in known else 0
        return _stale(request, task, form, task.reader.state.record.acts[after:])
    return _checked(request, task, form)


def _with_rows(task: Task, sent: QueryDict, fact: str) -> QueryDict:
    """What was sent, with more empty rows in that list."""
    data = sent.copy()
    rows = task.form(sent, quiet=True).lists.get(fact)
    if rows is not None:
        count = rows.numbered(sent.get(rows.count_name, "")) + rows.more
        data[rows.count_name] = str(min(count, rows.most))
    return data


def _asked(
    request: HttpRequest,
    task: Task,
    form: ActForm,
    before: Sequence[object] = (),
    status: int = 200,
    wanted: str = "",
) -> HttpResponse:
    reader = task.reader
    laws = laws_of(task.kind, law_of(reader.election))
    asking = Asking(
        title=task.title,
        form=form,
        sections=tuple(sections_of(form, laws, wanted)),
        submit=Text("Periksa isian", "Check what you entered"),
        lead=_LEAD_CORRECTION if task.corrects else _LEAD,
        back=Link(reader.to("desk"), Text("Kembali ke meja", "Back to the desk")),
        hidden=(form[HEAD], form[ACT_ID]),
    )
    faults = bool(form.errors)
    return answer(
        request,
        reader,
        task.title,
        (*before, asking),
        heading=False,
        faults=faults,
        status=_UNPROCESSABLE if faults else status,
    )


def _checked(request: HttpRequest, task: Task, form: ActForm) -> HttpResponse:
    try:
        changed = _changed_findings(task, form)
    except PilkadesError as error:
        return _refused(request, task, form, error)
    lines = (*_stated(task, form), *_about(form))
    preview = Preview(
        title=_CHECK.fill(act=KINDS[task.kind].label),
        lines=tuple(line for line in lines if line.words or line.grid),
        empty=tuple(line for line in lines if not line.words and not line.grid),
        changes=Changes([card(task.reader, one) for one in changed]),
        effect=_BINDING,
        submit=task.title,
        step=APPEND,
        hidden=tuple(
            (name, value) for name, values in form.sent.lists() for value in values if name not in _MINE
        ),
    )
    return answer(request, task.reader, preview.title, (preview,), heading=False)


def _stated(task: Task, form: ActForm) -> Iterator[Line]:
    """Each fact of the act; of a correction only those that change."""
    stated = form.statements()
    for name in form.names:
        step, anchor = f"{CHANGE}:{name}", anchor_of(form, name)
        if name in stated:
            yield line_of(task.kind, name, stated[name], step, anchor)
        elif not task.corrects:
            yield Line(capital(KINDS[task.kind].label_of(name)), step=step, anchor=anchor)


def _about(form: ActForm) -> Iterator[Line]:
    """Who acted, and on what grounds."""
    for name, label in _ABOUT.items():
        if name in form.fields:
            value = form.cleaned_data.get(name) or ""
            words = capital(OFFICES[Office(value)]) if name == OFFICE else same(value)
            yield Line(label, words, None, f"{CHANGE}:{name}", f"ask-{name}")
    grid = form.papers.grid(_PAPERS) if form.papers.kept else None
    yield Line(_PAPERS, step=f"{CHANGE}:{FILES}", anchor=f"ask-{FILES}", grid=grid)


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
        documents=tuple(document_of(paper) for paper in form.papers.kept.values()),
        basis=_basis(task, form),
        corrects=task.corrects or None,
    )


def _basis(task: Task, form: ActForm) -> tuple[str, ...]:
    ground = form.cleaned_data[BASIS]
    grounds = (ground,) if ground else ()
    return with_reason(grounds, form.cleaned_data[REASON]) if task.corrects else grounds


def _appended(request: HttpRequest, task: Task, form: ActForm) -> HttpResponse:
    user, election, seen = task.reader.user, task.reader.election, form.cleaned_data[HEAD]
    draft = _draft(task, form)
    try:
        if task.corrects:
            change = Change(
                task.corrects,
                draft.facts,
                form.cleaned_data[REASON],
                draft.actor,
                documents=draft.documents,
                basis=grounds_of(draft),
                id=draft.id,
            )
            stored = correct_act(user, election.pk, change, seen)
        else:
            stored = append_act(user, election.pk, draft, seen)
    except ChangedError as error:
        return _stale(request, task, form, error.between, error.head)
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


def _stale(
    request: HttpRequest, task: Task, form: ActForm, between: Sequence[Act], head: str = ""
) -> HttpResponse:
    """Somebody recorded meanwhile: their acts are named, what was typed stays."""
    data = form.sent.copy()
    data[HEAD] = head or task.reader.election.head.digest
    sentence = said(PilkadesError("record-changed", acts=len(between)))
    links = tuple(Link(task.reader.to("receipt", act.id), label_of(act.kind)) for act in between)
    return _asked(
        request, task, task.form(data, form.papers), (Between(_MEANWHILE, sentence, links),), status=_CONFLICT
    )
