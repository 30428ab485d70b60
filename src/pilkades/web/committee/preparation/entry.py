"""A form of its own that appends one act: fill in, check, append; what came between is told."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.datastructures import MultiValueDict

from pilkades.acts.act import KINDS, Act, Actor, Document, Statement, read_fact
from pilkades.acts.payload import Office
from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.committee.act_form import ACT_ID, HEAD, PERSON
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, answer
from pilkades.web.committee.parts import Between
from pilkades.web.committee.preparation.exact import ExactDate
from pilkades.web.committee.preparation.parts import PostButton
from pilkades.web.committee.work import label_of
from pilkades.web.core import clock
from pilkades.web.core.messages import said
from pilkades.web.core.services.append_act import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    ChangedError,
    Stored,
    append_act,
)
from pilkades.web.core.services.keep_overview import keep_overviews
from pilkades.web.shared.components.decision import Check, CheckRow, Decision, Law
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.words import long_day
from pilkades.web.shared.templatetags.pilkades import say

STEP, APPEND, CHANGE = "langkah", "catat", "ubah"
_UNPROCESSABLE, _CONFLICT, _SEE_OTHER = 422, 409, 303
_MINE = (STEP, "csrfmiddlewaretoken")
_BINDING = Text(
    "Belum tercatat sampai Anda menekan tombol. Sesudah itu hanya dapat dibetulkan dengan tindakan baru.",
    "Nothing is recorded until you press the button. After that only a new act can correct it.",
)
_MEANWHILE = Text("Ada yang baru di catatan", "Something new is in the record")
_WHO = Text("Nama orang yang bertindak", "Name of the person who acts")
_YEAR = Text("Periksa tahunnya.", "Check the year.")
_CHECK = Text("Periksa isian", "Check what you entered")
_AGAIN = Text("Isi ulang atau ubah", "Change what you entered")


class EntryForm(forms.Form):
    """The base of such a form: it remembers the head that it was opened at and the name of the act."""

    kind = ""
    office = Office.COMMITTEE

    def __init__(
        self,
        reader: Reader,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, Any] | None = None,
    ) -> None:
        self.reader = reader
        initial = {HEAD: reader.election.head.digest, ACT_ID: clock.new_act_id(reader.at)}
        super().__init__(data, files, initial={} if data is not None else initial, auto_id="id_%s")
        self.prepare()
        for name in (HEAD, ACT_ID):
            self.fields[name] = forms.CharField(widget=forms.HiddenInput)

    def prepare(self) -> None:
        """Add the form's own fields."""

    def facts(self) -> dict[str, object]:
        """What the act states; None is not stated."""
        return {}

    def rows(self) -> list[CheckRow]:
        """What the form says, line by line, for the look before it binds."""
        names = [name for name in self.fields if name not in {HEAD, ACT_ID} and name in self.cleaned_data]
        return [
            CheckRow(same(str(self.fields[name].label)), _said(self.cleaned_data[name])) for name in names
        ]

    def documents(self) -> tuple[Document, ...]:
        """The papers of the act."""
        return ()

    def actor(self) -> Actor:
        """Who acted."""
        return Actor(self.office, self.cleaned_data.get(PERSON, ""))

    def date_field(self, name: str, *, required: bool = True) -> None:
        """Add a day."""
        label = say(capital(KINDS[self.kind].label_of(name)))
        self.fields[name] = ExactDate(label=label, required=required)

    def words_field(
        self, name: str, missing: Text = EMPTY, *, long: bool = False, hint: Text = EMPTY
    ) -> None:
        """Add a field of words; with `missing` it must be filled in, and that sentence says so."""
        self.fields[name] = forms.CharField(
            label=say(capital(KINDS[self.kind].label_of(name))),
            required=bool(missing),
            max_length=4000,
            help_text=say(hint),
            error_messages={"required": say(missing)},
            widget=forms.Textarea if long else forms.TextInput,
        )

    def person_field(self) -> None:
        """Add the name of the person who acts."""
        self.fields[PERSON] = forms.CharField(label=say(_WHO), required=False, max_length=200)

    def check_years(self) -> None:
        """A year out of reach is a slip of the hand: say so at its field."""
        for name, value in list(self.cleaned_data.items()):
            year = getattr(value, "year", EARLIEST_YEAR)
            if not EARLIEST_YEAR <= year <= LATEST_YEAR:
                self.add_error(name, say(_YEAR))

    def draft(self) -> Act:
        """The act that the form makes."""
        stated = {
            name: (Statement(read_fact(self.kind, name, value)),)
            for name, value in self.facts().items()
            if value not in (None, "", [])
        }
        return Act(
            id=self.cleaned_data[ACT_ID],
            kind=self.kind,
            facts=stated,
            actor=self.actor(),
            documents=self.documents(),
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One such form with its words.

    `guard` says what came between that the person has not seen; then `renewed` are the values to go on with.
    `beside` stands below the form. `append` is the service where the act is not all that is written.
    """

    reader: Reader
    title: Text
    lead: Text
    back: Link
    make: Callable[..., EntryForm]
    laws: Mapping[str, Law] = field(default_factory=dict)
    beside: Sequence[object] = ()
    guard: Callable[[QueryDict], Between | None] = lambda _sent: None
    renewed: Mapping[str, str] = field(default_factory=dict)
    append: Callable[[EntryForm], Stored] | None = None

    def appended(self, form: EntryForm) -> Stored:
        """Append the act alone."""
        reader = self.reader
        return append_act(
            reader.user, reader.election.pk, form.draft(), form.cleaned_data[HEAD], at=reader.at
        )


def _said(value: object) -> object:
    return long_day(value) if isinstance(value, date) else value


def entered(request: HttpRequest, entry: Entry) -> HttpResponse:
    """Ask, check or append, as the request says."""
    if request.method != "POST":
        return asked(request, entry, entry.make(entry.reader))
    form = entry.make(entry.reader, request.POST, request.FILES)
    held = entry.guard(request.POST)
    if held is not None:
        data = request.POST.copy()
        for name, value in {HEAD: entry.reader.election.head.digest, **entry.renewed}.items():
            data[name] = value
        return asked(request, entry, entry.make(entry.reader, data), (held,), _CONFLICT)
    if request.POST.get(STEP) == CHANGE or not form.is_valid():
        return asked(request, entry, form)
    if request.POST.get(STEP) == APPEND:
        return _appended(request, entry, form)
    return _checked(request, entry, form)


def asked(
    request: HttpRequest, entry: Entry, form: EntryForm, before: Sequence[object] = (), status: int = 200
) -> HttpResponse:
    """The form, with all that was typed."""
    decision = Decision(entry.title, form, _CHECK, lead=entry.lead, laws=entry.laws, back=entry.back)
    faults = bool(form.is_bound and form.errors)
    return answer(
        request,
        entry.reader,
        entry.title,
        (*before, decision, *entry.beside),
        heading=False,
        faults=faults,
        status=_UNPROCESSABLE if faults else status,
    )


def _checked(request: HttpRequest, entry: Entry, form: EntryForm) -> HttpResponse:
    hidden = [(name, str(value)) for name, value in request.POST.items() if name not in _MINE]
    hidden += [(name, form.cleaned_data[name]) for name in getattr(form, "added", ())]
    title = Text("Periksa sebelum mencatat {act}", "Check before recording {act}").fill(
        act=KINDS[form.kind].label
    )
    check = Check(
        title, tuple(form.rows()), _BINDING, entry.title, request.path, hidden=(*hidden, (STEP, APPEND))
    )
    return answer(
        request,
        entry.reader,
        title,
        (check, PostButton(request.path, _AGAIN, hidden=(*hidden, (STEP, CHANGE)))),
        heading=False,
    )


def _appended(request: HttpRequest, entry: Entry, form: EntryForm) -> HttpResponse:
    reader = entry.reader
    try:
        stored = (entry.append or entry.appended)(form)
    except ChangedError as error:
        links = tuple(Link(reader.to("receipt", act.id), label_of(act.kind)) for act in error.between)
        between = Between(_MEANWHILE, said(error), links)
        data = request.POST.copy()
        data[HEAD] = error.head
        return asked(request, entry, entry.make(reader, data), (between,), _CONFLICT)
    except PilkadesError as error:
        named = str(error.fields.get("fact", ""))
        form.add_error(named if named in form.fields else None, say(said(error)))
        return asked(request, entry, form)
    keep_overviews(reader.election.pk)
    answered = HttpResponseRedirect(reader.to("receipt", stored.act.id))
    answered.status_code = _SEE_OTHER
    return answered
