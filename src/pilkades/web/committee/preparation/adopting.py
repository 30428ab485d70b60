"""Adopting the timetable: what does not fit is kept only with a written basis; the steps stand in the act."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_http_methods
from typing_extensions import override

from pilkades.acts.adopted import step_of
from pilkades.base.digest import digest
from pilkades.base.findings import Stage
from pilkades.base.language import Language, Text, joined
from pilkades.timetable.misfits import Misfit, check
from pilkades.timetable.proposal import Timetable
from pilkades.timetable.rows import rows
from pilkades.web.committee.act_form import PERSON
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader
from pilkades.web.committee.parts import Between
from pilkades.web.committee.preparation.entry import Entry, EntryForm, entered
from pilkades.web.committee.preparation.moving import VERSION, Room, others, room_of
from pilkades.web.committee.preparation.words import label_of
from pilkades.web.core.messages import said
from pilkades.web.core.queries.plans import Draft
from pilkades.web.core.services.move_step import DraftChangedError
from pilkades.web.shared.components.decision import CheckRow
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.words import long_day
from pilkades.web.shared.templatetags.pilkades import article, say

_TITLE = Text("Tetapkan jadwal", "Adopt the timetable")
_WHOLE = frozenset({Stage.CANDIDACY, Stage.POLLING, Stage.ADOPTION})
_DAY = Text("Tanggal rapat penetapan", "Day of the meeting that adopts")
_NUMBER = Text("Nomor keputusan panitia", "Number of the committee's decision")
_CHAIR = Text("Nama ketua panitia", "Name of the committee's chair")
_BASIS = Text("Dasar tertulis untuk mempertahankannya", "Written basis for keeping it")
_ASK_BASIS = Text(
    "{step}: tulis dasarnya, misalnya nomor surat. Atau geser langkah ini.",
    "{step}: write the basis, such as the number of a letter. Or move this step.",
)
_SUMMARY = Text(
    "{n} langkah, pemungutan suara {day}.",
    "{n} steps, polling on {day}.",
)
_ALL_FIT = Text("Semuanya cocok dengan batasnya.", "All of them fit their limits.")
_SOME_DO_NOT = Text(
    "{n} hal tidak cocok. Tulis dasar untuk setiap hal yang dipertahankan.",
    "{n} things do not fit. Write the basis for each that is kept.",
)
_CHANGED = Text("Draf baru saja diubah", "The draft has just been changed")


class AdoptForm(EntryForm):
    """When and under which number it was adopted, and a basis for each thing that does not fit."""

    kind = "schedule_adopted"

    def __init__(self, timetable: Timetable, version: int, reader: Reader, *given: Any) -> None:  # noqa: ANN401 -- data and files
        self.steps = rows(timetable)
        self.misfits = check(timetable)
        self.version = version
        super().__init__(reader, *given)

    @override
    def prepare(self) -> None:
        self.date_field("date")
        self.fields["date"].label = say(_DAY)
        self.words_field("document")
        self.fields["document"].label = say(_NUMBER)
        self.person_field()
        self.fields[PERSON].label = say(_CHAIR)
        labels = {row.key: label_of(row) for row in self.steps}
        for misfit in self.misfits:
            where = "; ".join(article(place) for place in misfit.articles)
            self.fields[_name(misfit)] = forms.CharField(
                label=f"{say(capital(misfit.message))} ({where})",
                help_text=say(_BASIS),
                max_length=1000,
                widget=forms.Textarea,
                error_messages={"required": say(_ASK_BASIS.fill(step=labels[misfit.key]))},
            )
        self.fields[VERSION] = forms.IntegerField(widget=forms.HiddenInput, initial=self.version)

    @override
    def clean(self) -> dict[str, Any]:
        self.check_years()
        return self.cleaned_data

    @override
    def facts(self) -> dict[str, object]:
        values = self.cleaned_data
        dated = {row.stage for row in self.steps if row.end}
        return {
            "done": True,
            "date": values["date"],
            "document": values.get("document"),
            "by": "committee",
            "whole_course": True if dated >= _WHOLE else None,
            "steps": [step_of(row) for row in self.steps],
            "kept": [
                {
                    "key": str(misfit.key),
                    "difference": capital(misfit.message).to(Language.ID),
                    "basis": values[_name(misfit)],
                }
                for misfit in self.misfits
            ],
        }

    @override
    def rows(self) -> list[CheckRow]:
        values = self.cleaned_data
        day = values["date"]
        found = [
            CheckRow(_DAY, long_day(day) if isinstance(day, date) else ""),
            CheckRow(_NUMBER, values.get("document")),
            CheckRow(_CHAIR, values.get(PERSON)),
            CheckRow(Text("Jumlah langkah", "Number of steps"), len(self.steps)),
        ]
        words = Text("Dipertahankan: {what}", "Kept: {what}")
        found += [CheckRow(words.fill(what=one.message), values[_name(one)]) for one in self.misfits]
        return found


def _name(misfit: Misfit) -> str:
    """The field of a misfit: the same while the misfit stays, whatever else changes."""
    kind, key, other, places = misfit.identity
    return "dasar_" + digest([kind.value, str(key), other, [place.notation for place in places]])[:12]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, election_id: int) -> HttpResponse:
    """Adopt the draft as the timetable of the election."""
    reader, proposal, draft = room_of(request, election_id)
    timetable = draft.on(proposal)
    misfits = check(timetable)
    fitting = _SOME_DO_NOT.fill(n=len(misfits)) if misfits else _ALL_FIT
    summary = _SUMMARY.fill(n=len(timetable.placed), day=long_day(reader.election.polling_day))
    entry = Entry(
        reader=reader,
        title=_TITLE,
        lead=joined([summary, fitting]),
        back=Link(reader.to("preparation-timetable"), Text("Kembali ke jadwal", "Back to the timetable")),
        make=lambda *given: AdoptForm(timetable, draft.version, *given),
        guard=lambda sent: _unseen(sent, Room(reader, proposal, draft, timetable.placed[0].key), draft),
        renewed={VERSION: str(draft.version)},
    )
    return entered(request, entry)


def _unseen(sent: QueryDict, here: Room, draft: Draft) -> Between | None:
    """What others moved since the person opened the form; nothing where the draft is still the same."""
    seen = int(sent.get(VERSION, "-1")) if sent.get(VERSION, "").isdigit() else -1
    if seen == draft.version:
        return None
    error = DraftChangedError(here.reader.election, seen, tuple(m for m in draft.moves if m.version > seen))
    return Between(_CHANGED, said(error), others(here, error.between))
