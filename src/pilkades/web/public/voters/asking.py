"""Am I listed? A NIK and a birth date by form, answered with the TPS alone.

Whether a NIK is wrong, a birth date is wrong or somebody stands on no list gets one and the same answer, made
by the same number of questions to the database: the page tells nobody which numbers exist.
"""

from dataclasses import replace
from http import HTTPStatus

from django.http import HttpRequest

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Language, Text
from pilkades.register.lists import ListKind
from pilkades.web.core.access import access_public_election
from pilkades.web.core.messages import said
from pilkades.web.core.queries.posted_lists import versions_to_ask
from pilkades.web.core.queries.postings import Posting, posting_of
from pilkades.web.core.queries.states import state_of
from pilkades.web.core.services.am_i_listed import Found, am_i_listed
from pilkades.web.public.forms import Reply, asker_of, public_form, status_of
from pilkades.web.public.frame import address
from pilkades.web.public.parts import Passage
from pilkades.web.public.place import now_in, village_frame
from pilkades.web.public.voters.entry import ListedForm
from pilkades.web.public.voters.listed import list_name
from pilkades.web.public.voters.parts import Ask, Told
from pilkades.web.public.voters.views import unlisted, ways
from pilkades.web.shared.components.page import Empty, Link
from pilkades.web.shared.templatetags.pilkades import say

_HERE = "voters-listed"
_TITLE = Text("Apakah saya terdaftar? {name}", "Am I listed? {name}")
_NOT_YET = Text(
    "Daftar pemilih belum diumumkan. Sesudah diumumkan, Anda dapat memeriksanya di sini.",
    "The voter list is not announced yet. Once it is, you can check here.",
)
_HOW = Text(
    "NIK dan tanggal lahir hanya dibaca untuk menjawab, tidak disimpan.",
    "NIK and birth date are read to answer and are not kept.",
)
_ASK = Text("Periksa", "Check")
_ANSWER = Text("Jawaban", "Answer")
_YES = Text("Ya. Anda terdaftar dalam {list}.", "Yes. You are on the {list}.")
_TPS = Text("TPS Anda: {tps}.", "Your TPS: {tps}.")
_NO_TPS = Text("TPS Anda belum ditentukan.", "Your TPS is not set yet.")
_BRING = Text(
    "Bawa KTP atau surat undangan pada hari pemungutan suara.",
    "Bring your identity card or invitation on the polling day.",
)
_NO = Text(
    "NIK dan tanggal lahir ini tidak ditemukan bersama dalam {list}.",
    "This NIK and birth date do not stand together on the {list}.",
)
_CHECK = Text(
    "Periksa dulu angka NIK dan tanggal lahirnya dengan KTP.",
    "First compare NIK and birth date with the identity card.",
)
_OBJECT = Text(
    "Bila sudah benar, kirim usul agar panitia memeriksa.",
    "If they are right, send a proposal so that the committee looks into it.",
)
# While additional voters are posted, those of the DPS are asked for as well.
_NAMES = {
    ListKind.DPS: list_name(ListKind.DPS),
    ListKind.DPTB: Text("DPS atau DPTb", "DPS or DPTb"),
    ListKind.DPT: list_name(ListKind.DPT),
}
_AGAIN = Text("Periksa orang lain", "Check another person")


@public_form
def listed(request: HttpRequest, language: Language, key: str) -> Reply:
    """The form; sent, one answer for whoever stands on the list and one for everybody else."""
    held = access_public_election(key)
    made = now_in(held.village.district.county)
    state = state_of(held, made.date())
    page = unlisted(village_frame(_TITLE, held, language, made, _HERE))
    posting, where = posting_of(state), address(_HERE, language, key=key)
    if posting is None:
        return Reply(page, (Empty(_NOT_YET), ways(key, language, _HERE)))
    if request.method != "POST":
        return Reply(page, _asked(ListedForm(), where, key, language))
    form, status = ListedForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        if form.is_valid():
            nik, birth = form.cleaned_data["nik"], form.cleaned_data["lahir"]
            on = versions_to_ask(state)
            found = am_i_listed(held, nik, birth, asker=asker_of(request), on=on, at=made)
            return Reply(page, (_told(found, posting, where), ways(key, language, _HERE)))
    except PilkadesError as error:
        form.add_error(None, say(said(error)))
        status = status_of(error)
    return Reply(replace(page, faults=True), _asked(form, where, key, language), status)


def _asked(form: ListedForm, where: str, key: str, language: Language) -> tuple[object, ...]:
    return (Passage(EMPTY, (_HOW,)), Ask(form, _ASK, where), ways(key, language, _HERE))


def _told(found: Found, posting: Posting, where: str) -> Told:
    """Both answers have one shape: a sentence, two more, the same way on."""
    again = (Link(where, _AGAIN),)
    if not found.listed:
        return Told(_ANSWER, _NO.fill(list=_NAMES[posting.kind]), (_CHECK, _OBJECT), again)
    tps = _TPS.fill(tps=found.tps) if found.tps else _NO_TPS
    return Told(_ANSWER, _YES.fill(list=_NAMES[posting.kind]), (tps, _BRING), again)
