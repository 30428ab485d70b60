"""Adopting the plan: the act states each station, every voter gets the station, both or neither."""

from dataclasses import dataclass, replace
from datetime import date

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.views.decorators.http import require_http_methods
from typing_extensions import override

from pilkades.acts.act import Act
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, same
from pilkades.polling.act_facts import plan_facts
from pilkades.polling.checking import Weight, access_articles, check
from pilkades.polling.plan import Plan
from pilkades.web.committee.act_form import ACT_ID, HEAD, PERSON
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Between
from pilkades.web.committee.preparation.entry import Entry, EntryForm, entered
from pilkades.web.committee.stations.choosing import ChoosingForm, address, pins_of
from pilkades.web.core.access import Need
from pilkades.web.core.messages import said
from pilkades.web.core.queries.stations import Choices, Electorate, electorate_of, station_plan, stations_of
from pilkades.web.core.services.adopt_stations import Adoption, adopt_stations
from pilkades.web.core.services.append_act import Stored
from pilkades.web.shared.components.decision import CheckRow
from pilkades.web.shared.components.page import Empty, Link
from pilkades.web.shared.components.words import long_day
from pilkades.web.shared.templatetags.pilkades import say

CHOSEN, VERSION = "pilihan", "versi"
_TITLE = Text("Tetapkan rencana TPS", "Adopt the plan of stations")
_BACK = Text("Kembali ke rencana", "Back to the plan")
_LEAD = Text(
    "{n} TPS untuk {voters} pemilih. TPS setiap pemilih diisi menurut rencana ini.",
    "{n} stations for {voters} voters. Every voter's station is set by this plan.",
)
_NUMBER = Text("Nomor keputusan panitia", "Number of the committee's decision")
_DAY = Text("Tanggal rapat penetapan", "Day of the meeting that adopts")
_CHAIR = Text("Nama ketua panitia", "Name of the committee's chair")
_COUNT = Text("Jumlah TPS", "Number of stations")
_VOTERS = Text("{n} pemilih", "{n} voters")
_REPAIR = Text("Perlu diperbaiki", "To be repaired")


@dataclass(frozen=True, slots=True)
class _Room:
    """What is about to be adopted."""

    reader: Reader
    choices: Choices
    people: Electorate
    plan: Plan


class AdoptForm(EntryForm):
    """When and under which number it was adopted; the plan itself stands in the choices."""

    kind = "tps_plan"

    def __init__(self, room: _Room, *given: object) -> None:
        self.room = room
        super().__init__(*given)  # type: ignore[arg-type] # reader, data and files as `Entry` hands them over

    @override
    def prepare(self) -> None:
        self.date_field("date")
        self.fields["date"].label = say(_DAY)
        self.words_field("document")
        self.fields["document"].label = say(_NUMBER)
        self.person_field()
        self.fields[PERSON].label = say(_CHAIR)
        chosen = address(self.room.choices).removeprefix("?")
        self.fields[CHOSEN] = forms.CharField(widget=forms.HiddenInput, initial=chosen, required=False)
        version = self.room.people.version
        self.fields[VERSION] = forms.IntegerField(widget=forms.HiddenInput, initial=version)

    @override
    def clean(self) -> dict[str, object]:
        self.check_years()
        return self.cleaned_data

    @override
    def facts(self) -> dict[str, object]:
        facts = plan_facts(self.room.plan).model_dump(mode="json", exclude_none=True)
        values = self.cleaned_data
        return {**facts, "date": values["date"], "document": values.get("document")}

    @override
    def draft(self) -> Act:
        basis = self.room.choices.basis
        return replace(super().draft(), basis=(basis,) if basis else ())

    @override
    def rows(self) -> list[CheckRow]:
        plan, values = self.room.plan, self.cleaned_data
        day = values["date"]
        found = [
            CheckRow(_DAY, long_day(day) if isinstance(day, date) else ""),
            CheckRow(_NUMBER, values.get("document")),
            CheckRow(_CHAIR, values.get(PERSON)),
            CheckRow(_COUNT, len(plan.stations)),
        ]
        found += [
            CheckRow(same(site.name), _VOTERS.fill(n=size))
            for site, size in zip(plan.stations, plan.sizes, strict=True)
        ]
        access = access_articles(self.room.reader.state.rulebook)
        found += [
            CheckRow(_REPAIR, remark.message)
            for remark in check(plan, self.room.people.voters, access)
            if remark.weight is Weight.REPAIR
        ]
        return found


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, election_id: int) -> HttpResponse:
    """Adopt the plan for the choices in the address."""
    reader = reader_of(request, election_id, Need.DECIDE_VOTERS)
    chosen = QueryDict(request.POST.get(CHOSEN, "")) if request.method == "POST" else request.GET
    form = ChoosingForm(chosen)
    if not form.is_valid():
        return HttpResponseRedirect(f"{reader.to('stations')}?{chosen.urlencode()}")
    choices = form.choices(pins_of(chosen))
    state = reader.state
    people = electorate_of(state)
    back = Link(reader.to("stations") + address(choices), _BACK)
    try:
        plan = station_plan(state, choices, people)
    except PilkadesError as error:
        return answer(request, reader, _TITLE, (Empty(capital(said(error)), back),))
    room = _Room(reader, choices, people, plan)
    entry = Entry(
        reader=reader,
        title=_TITLE,
        lead=_LEAD.fill(n=len(plan.stations), voters=plan.problem.voters),
        back=back,
        make=lambda *given: AdoptForm(room, *given),
        guard=lambda sent: _unseen(sent, room),
        renewed={VERSION: str(people.version)},
        append=lambda entered_form: _append(room, entered_form),
    )
    return entered(request, entry)


def _append(room: _Room, form: EntryForm) -> Stored:
    reader = room.reader
    adoption = Adoption(form.draft(), stations_of(room.plan, room.people), form.cleaned_data[VERSION])
    return adopt_stations(reader.user, reader.election.pk, adoption, form.cleaned_data[HEAD], at=reader.at)


def _unseen(sent: QueryDict, room: _Room) -> Between | None:
    """Whether the register is another than the person saw; the plan below is then the new one.

    An act that stands in the record already was sent twice: the service answers with it.
    """
    again = room.reader.state.record.find(sent.get(ACT_ID, "")) is not None
    if again or sent.get(VERSION) == str(room.people.version):
        return None
    sentence = said(PilkadesError("register-changed"))
    return Between(Text("Daftar pemilih baru saja berubah", "The register has just changed"), sentence, ())
