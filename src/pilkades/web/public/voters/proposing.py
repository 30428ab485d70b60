"""A proposal or an objection to the posted list: the form, the number shown once, the answer by number."""

from dataclasses import dataclass, replace
from datetime import datetime
from http import HTTPStatus

from django.http import HttpRequest

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Language, Text
from pilkades.register.grounds import GROUNDS, Ground, Offer, offers
from pilkades.register.lists import ListKind
from pilkades.register.objections import StatusStep, StepState, status
from pilkades.register.proposal_clock import Clock
from pilkades.web.core.access import access_public_election
from pilkades.web.core.messages import said
from pilkades.web.core.queries.objections import Followed, follow_objection
from pilkades.web.core.queries.postings import posting_of
from pilkades.web.core.queries.proposal_times import proposal_time_of
from pilkades.web.core.queries.states import State, state_of
from pilkades.web.core.services.file_objection import Filed, Receipt, file_objection
from pilkades.web.public.forms import Reply, asker_of, public_form, status_of
from pilkades.web.public.frame import address
from pilkades.web.public.parts import Passage
from pilkades.web.public.place import now_in, village_frame
from pilkades.web.public.voters.entry import NumberForm, ProposalForm
from pilkades.web.public.voters.law import is_late, limit_shown, proofs_shown, rules_shown, time_shown
from pilkades.web.public.voters.listed import list_name
from pilkades.web.public.voters.parts import Ask, Kept, Stage, Stages
from pilkades.web.public.voters.views import unlisted, ways
from pilkades.web.shared.components.page import Empty
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day, long_moment
from pilkades.web.shared.templatetags.pilkades import say

_PROPOSE, _ANSWERED = "voters-propose", "voters-answer"
_TITLE = Text("Usul atau keberatan atas daftar pemilih {name}", "Proposal on the voter list of {name}")
_SENT = Text("Usul sudah masuk", "The proposal is in")
_STATUS = Text("Jawaban atas usul, {name}", "Answer to a proposal, {name}")
_NOT_OPEN = Text(
    "Usul dibuka sesudah daftar pemilih diumumkan. Sekarang belum ada daftar yang diumumkan.",
    "Proposals open once the voter list is announced. No list is announced yet.",
)
_SEND = Text("Kirim usul", "Send the proposal")
_SEE = Text("Lihat jawaban", "See the answer")
_ABOUT = Text("Usul ini untuk {list}.", "This proposal is on the {list}.")
_WHO_MAY = Text(
    "Isi apa adanya. Panitia desa membaca, memeriksa, lalu menjawab.",
    "Write it as it is. The village committee reads, examines and answers.",
)
_LATE_NOW = Text(
    "Batas usul sudah lewat. Usul tetap dapat dikirim, tetapi baca dulu apa kata aturan.",
    "The limit has passed. You can still send a proposal; read first what the rules say.",
)
_YOUR_NUMBER = Text("Nomor usul Anda", "The number of your proposal")
_KEEP = (
    Text(
        "Catat atau foto nomor ini sekarang. Nomor hanya ditampilkan sekali.",
        "Write this number down or photograph it now. It is shown only once.",
    ),
    Text(
        "Dengan nomor ini Anda melihat jawabannya. Siapa pun yang memegangnya dapat melihat juga.",
        "With it you see the answer. Whoever holds it can see it too.",
    ),
    Text(
        "Nomor hilang? Datang ke panitia desa, lalu sebut nama dan hari Anda mengirim.",
        "Lost it? Go to the village committee with your name and the day you sent it.",
    ),
)
_AT = Text("Masuk {moment}.", "Received {moment}.")
_READS = Text(
    "Panitia memeriksa usul Anda, lalu menjawabnya.", "The committee looks into your proposal and answers."
)
_NEXT = Text("Berikutnya", "What comes next")
_STEPS = Text("Sampai di mana", "Where it stands")
_ANSWER = Text("Jawaban panitia", "The committee's answer")
_NO_ANSWER = Text("Belum ada jawaban.", "There is no answer yet.")
_UNKNOWN = Text(
    "Nomor ini belum ditemukan di desa ini. Periksa lagi huruf dan angkanya.",
    "This number is not known in this village. Check its letters and digits.",
)
_OF = Text("{ground}. Masuk {moment}.", "{ground}. Received {moment}.")


@public_form
def propose(request: HttpRequest, language: Language, key: str) -> Reply:
    """The form; sent, the number is shown once in the answer, and stands in no address."""
    held = access_public_election(key)
    made = now_in(held.village.district.county)
    state = state_of(held, made.date())
    page = unlisted(village_frame(_TITLE, held, language, made, _PROPOSE))
    posting = posting_of(state)
    if posting is None:
        return Reply(page, (Empty(_NOT_OPEN), rules_shown(state), ways(key, language, _PROPOSE)))
    desk = _Desk(state, posting.kind, proposal_time_of(state, posting.kind), offers(state.rulebook), language)
    kinds = [(str(offer.ground), offer.label) for offer in desk.given]
    if request.method != "POST":
        return Reply(page, _asked(ProposalForm(kinds), desk))
    form, number = ProposalForm(kinds, request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        if form.is_valid():
            filed = Filed(
                posting.kind,
                Ground(form.cleaned_data["jenis"]),
                form.text,
                form.cleaned_data["kontak"],
                due=desk.clock.decide_by,
            )
            receipt = file_objection(held, filed, asker=asker_of(request), at=made)
            done = replace(page, title=_SENT)
            return Reply(done, _taken(receipt, desk, made), HTTPStatus.CREATED)
    except PilkadesError as error:
        form.add_error(None, say(said(error)))
        number = status_of(error)
    return Reply(replace(page, faults=True), _asked(form, desk), number)


@public_form
def answered(request: HttpRequest, language: Language, key: str) -> Reply:
    """Where a proposal stands, by its number; the number is sent in the form and stands in no address."""
    held = access_public_election(key)
    made = now_in(held.village.district.county)
    page = unlisted(village_frame(_STATUS, held, language, made, _ANSWERED))
    where = address(_ANSWERED, language, key=key)
    if request.method != "POST":
        return Reply(page, (Ask(NumberForm(), _SEE, where), ways(key, language, _ANSWERED)))
    form, number = NumberForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        if form.is_valid():
            seen = follow_objection(held, form.cleaned_data["nomor"], asker=asker_of(request), at=made)
            if seen is not None:
                parts = _progress(seen, state_of(held, made.date()), made)
                return Reply(page, (*parts, ways(key, language)))
            form.add_error("nomor", say(_UNKNOWN))
    except PilkadesError as error:
        form.add_error("nomor", say(said(error)))
        number = status_of(error)
    return Reply(replace(page, faults=True), (Ask(form, _SEE, where), ways(key, language, _ANSWERED)), number)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a proposal of today meets: the list, its clock, what may be proposed."""

    state: State
    kind: ListKind
    clock: Clock
    given: tuple[Offer, ...]
    language: Language

    @property
    def key(self) -> str:
        """The election's."""
        return self.state.election.key


def _asked(form: ProposalForm, desk: _Desk) -> tuple[object, ...]:
    about = [_ABOUT.fill(list=list_name(desk.kind)), _WHO_MAY]
    late = [_LATE_NOW] if is_late(desk.clock, desk.state) else []
    return (
        Passage(EMPTY, (*about, *late)),
        limit_shown(desk.clock, desk.state),
        Ask(form, _SEND, address(_PROPOSE, desk.language, key=desk.key)),
        time_shown(desk.clock),
        proofs_shown(desk.given),
        rules_shown(desk.state),
        ways(desk.key, desk.language, _PROPOSE),
    )


def _taken(receipt: Receipt, desk: _Desk, made: datetime) -> tuple[object, ...]:
    """The number, how to keep it, and what comes next."""
    late = (desk.clock.late_message,) if is_late(desk.clock, desk.state) else ()
    when = _AT.fill(moment=long_moment(made))
    return (
        Kept(_YOUR_NUMBER, receipt.number, (when, *_KEEP)),
        Passage(_NEXT, (_READS, *late, desk.clock.decide_message)),
        ways(desk.key, desk.language),
    )


def _progress(seen: Followed, state: State, made: datetime) -> tuple[object, ...]:
    """Each step with its day, then the answer as the committee gave it."""
    objection = seen.objection
    clock = proposal_time_of(state, objection.on)
    ruling = seen.ruled.ruling if seen.ruled else None
    stages = tuple(_stage(step) for step in status(objection, clock, ruling))
    what = _OF.fill(
        ground=GROUNDS[objection.ground], moment=long_moment(seen.filed_at.astimezone(made.tzinfo))
    )
    answer = Passage(_ANSWER, (seen.ruled.answer if seen.ruled else _NO_ANSWER,))
    return (Passage(EMPTY, (what,)), Stages(_STEPS, stages), answer)


_STANDING = {
    StepState.DONE: Status.DONE,
    StepState.NOW: Status.ACTIVE,
    StepState.NEXT: Status.NOT_STARTED,
}


def _stage(step: StatusStep) -> Stage:
    """A step with the day on which it was done; until when the one of now may last, its message says."""
    done = step.state is StepState.DONE
    when = long_day(step.day) if step.day and done else EMPTY
    return Stage(
        step.label, Tag(_STANDING[step.state]), when, step.message, current=step.state is StepState.NOW
    )
