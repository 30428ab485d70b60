"""The county's own values: what holds, what is still asked, what was stated, and stating one more."""

import json
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.findings import VERDICTS
from pilkades.base.language import Language, Text, same
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.own_values import FILLABLE, KINDS, OwnValue, entry_of, said
from pilkades.regulation.parameter import EVIDENCE, Held
from pilkades.web.core.access import Need, NotThereError, elections_of, waves_for
from pilkades.web.core.messages import MESSAGES
from pilkades.web.core.queries.effects import Effects, effects_of
from pilkades.web.core.queries.laws import Stated, law_in, own_from, own_json, stated_by
from pilkades.web.core.services.keep_overview import keep_overviews
from pilkades.web.core.services.state_value import demand_holds, state_value, withdraw_value
from pilkades.web.county.frame import Official, answer, capital, official_at
from pilkades.web.county.parts import History, HistoryEntry, Notes, ValueList, ValueRow
from pilkades.web.county.value_form import ValueForm
from pilkades.web.shared.components.decision import Check, CheckRow, Decision
from pilkades.web.shared.components.due import Basis
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day, long_moment
from pilkades.web.shared.templatetags.pilkades import article, say

_UNPROCESSABLE = 422
_TITLE = Text("Nilai aturan kabupaten", "Values of the county's rules")
_LEAD = Text(
    "Nilai yang berlaku bagi pemungutan suara {day}. Nilai kabupaten dicatat dengan pasalnya, tidak dihapus.",
    "Values in force for a poll on {day}. The county's own are recorded with their article, never deleted.",
)
_ASKED = Text("Belum dijawab", "Not answered yet")
_ASKED_WHY = Text(
    "Naskah yang sudah dibaca tidak memutus hal ini.", "The texts that were read do not decide this."
)
_HELD = Text("Sudah ada nilainya", "Values that are held")
_STATED = Text("nilai kabupaten", "the county's own")
_NO_FORM = Text(
    "Nilai jenis ini ({kind}) belum dapat diisi di sini.",
    "A value of this kind ({kind}) cannot be stated here yet.",
)
_UNREADABLE = Text(
    "Isian ini tidak terbaca lagi. Isi sekali lagi.", "This can no longer be read. Fill it in again."
)
_NOT_DONE = Text("Belum dicatat", "Not stated yet")
_NOT_HERE = Text("Belum dapat diisi di sini", "Cannot be stated here yet")
_BINDS = Text(
    "Sesudah dicatat, nilai ini tidak dapat diubah; ia hanya dapat dicabut atau diganti nilai baru.",
    "Once stated it cannot be changed; it can only be withdrawn or followed by a new value.",
)


@login_required
@require_safe
def values(request: HttpRequest, county_id: int) -> HttpResponse:
    """Every parameter of the county's law, the open questions first."""
    official = official_at(request, county_id, Need.SET_VALUES)
    day = _day(official)
    own = {one.own.parameter for one in stated_by(official.county) if not one.withdrawn}
    held = sorted(law_in(official.county, day).parameters.values(), key=lambda one: one.label.id)
    asked = tuple(_row(official, one, own) for one in held if one.unknown)
    rest = tuple(_row(official, one, own) for one in held if not one.unknown)
    parts = (ValueList(_ASKED, asked, _ASKED_WHY), ValueList(_HELD, rest))
    return answer(request, official, _TITLE, parts, lead=_LEAD.fill(day=long_day(day)))


def _day(official: Official) -> date:
    """The day whose law is shown: of the last real wave that is still to come, else today."""
    waves = waves_for(official.user, Need.OVERSEE).filter(county=official.county, rehearsal=False)
    return max((official.today, *waves.values_list("polling_day", flat=True)))


def _row(official: Official, held: Held, own: set[str]) -> ValueRow:
    return ValueRow(
        href=official.to("value", held.name),
        label=capital(held.label),
        value=_words(held),
        basis=Basis(held.article, held.evidence.value) if held.article else None,
        tag=Tag(Status.ACTIVE, _STATED) if held.name in own else None,
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def value(request: HttpRequest, county_id: int, name: str) -> HttpResponse:
    """One parameter: what holds, what the county stated, and the form to state more.

    Raises:
        NotThereError: the law has no such parameter.
    """
    official = official_at(request, county_id, Need.SET_VALUES)
    held = law_in(official.county, _day(official)).parameters.get(name)
    if held is None:
        raise NotThereError
    form = _form(held, request)
    if request.method != "POST":
        return _asked(request, official, held, form)
    if "cabut" in request.POST:
        return _withdrawn(request, official, held)
    if form is None:
        raise NotThereError
    if "isian" in request.POST:
        return _recorded(request, official, held)
    if form.is_valid():
        own = form.own(name)
        try:
            demand_holds(official.county, own)
        except PilkadesError as error:
            form.add_error(None, say(_said(error)))
        else:
            return _shown(request, official, held, own, form.cleaned_data["reason"])
    return _asked(request, official, held, form)


def _form(held: Held, request: HttpRequest | None = None) -> ValueForm | None:
    kind = _kind(held)
    if kind not in FILLABLE:
        return None
    typed = request is not None and request.method == "POST" and "isian" not in request.POST
    return ValueForm(kind, request.POST) if request is not None and typed else ValueForm(kind)


def _kind(held: Held) -> str:
    return entry_of(shipped_law(), held.name).kind


def _words(held: Held) -> Text:
    return Text(held.to(Language.ID), held.to(Language.EN))


def _said(error: PilkadesError) -> Text:
    return MESSAGES[error.code].fill(**error.fields) if error.code in MESSAGES else _UNREADABLE


def _asked(
    request: HttpRequest, official: Official, held: Held, form: ValueForm | None, fault: Text | None = None
) -> HttpResponse:
    title = capital(held.label)
    now = [_words(held)]
    if held.article is not None:
        now.append(same(f"{article(held.article)} ({say(EVIDENCE[held.evidence])})"))
    now += [held.note] if held.note else []
    back = (Link(official.to("values"), Text("Kembali ke semua nilai", "Back to all values")),)
    below: list[object] = [
        Notes(Text("Yang berlaku: {label}", "In force: {label}").fill(label=held.label), now, back)
    ]
    entries = tuple(
        _entry(official, one, _kind(held))
        for one in reversed(stated_by(official.county))
        if one.own.parameter == held.name
    )
    if entries:
        stated = Text("Yang pernah dicatat kabupaten", "What the county stated")
        below.append(History(stated, entries))
    above: list[object] = [] if fault is None else [Notes(_NOT_DONE, (fault,))]
    wrong = fault is not None or bool(form is not None and form.errors)
    status = _UNPROCESSABLE if wrong else 200
    if form is None:
        above.append(Notes(_NOT_HERE, (_NO_FORM.fill(kind=KINDS[_kind(held)]),)))
        return answer(request, official, title, [*above, *below], status=status)
    decision = Decision(
        title=Text("Catat nilai: {label}", "State a value: {label}").fill(label=held.label),
        form=form,
        submit=Text("Periksa isian", "Check what you entered"),
    )
    parts = [*above, decision, *below]
    return answer(request, official, title, parts, heading=False, status=status, faults=wrong)


def _entry(official: Official, one: Stated, kind: str) -> HistoryEntry:
    own = one.own
    sentence = Text("{value}, mulai {day}, menurut {place}.", "{value}, from {day}, by {place}.").fill(
        value=said(kind, own.value), day=long_day(own.start), place=article(own.instrument.article)
    )
    meta = Text("Dicatat {who}, {at}. Alasan: {why}", "Stated by {who}, {at}. Reason: {why}").fill(
        who=one.recorded_by, at=long_moment(one.recorded_at.astimezone(official.at.tzinfo)), why=one.reason
    )
    if one.withdrawn:
        withdrawn = Tag(Status.NOT_APPLICABLE, Text("Dicabut", "Withdrawn"))
        return HistoryEntry(sentence, meta, own.quote, withdrawn)
    hidden = (("cabut", str(one.pk)), ("terakhir", official.county.values_head or ""))
    return HistoryEntry(sentence, meta, own.quote, Tag(Status.DONE, Text("Tercatat", "Stated")), hidden)


def _shown(request: HttpRequest, official: Official, held: Held, own: OwnValue, reason: str) -> HttpResponse:
    """What the value would change, before it is stated."""
    county = official.county
    elections = elections_of(official.user, county.pk, rehearsal=False)
    effects = effects_of(county, elections, own, official.today)
    carried = json.dumps({"own": own_json(own), "reason": reason, "seen": county.values_head or ""})
    rows = [
        CheckRow(capital(held.label), said(_kind(held), own.value)),
        CheckRow(Text("Berlaku mulai", "In force from"), long_day(own.start)),
        CheckRow(Text("Naskah hukum", "Instrument"), own.instrument.title),
        CheckRow(Text("Tempatnya", "Its place"), article(own.instrument.article)),
        CheckRow(Text("Bukti", "Evidence"), EVIDENCE[own.evidence]),
        CheckRow(Text("Kutipan", "Quotation"), own.quote),
        CheckRow(Text("Alasan", "Reason"), reason),
        *_changes(effects),
    ]
    check = Check(
        title=Text("Periksa sebelum mencatat nilai", "Check before the value is stated"),
        rows=tuple(rows),
        effect=_BINDS,
        submit=Text("Catat nilai", "State the value"),
        back=Link(official.to("value", held.name), Text("Isi ulang", "Fill it in again")),
        hidden=(("isian", carried),),
    )
    return answer(request, official, check.title, (check,), heading=False)


def _changes(effects: Effects) -> list[CheckRow]:
    becomes = Text("{a} menjadi {b}", "{a} becomes {b}")
    changed = Text("{n} desa: {before} menjadi {after}", "{n} villages: {before} becomes {after}")
    moved = Text("{n} desa: batasnya berpindah", "{n} villages: the limit moves")
    rows = [
        CheckRow(Text("Desa yang hukumnya berubah", "Villages whose law changes"), effects.villages),
        *(
            CheckRow(Text("Sidik hukum", "Digest of the law"), becomes.fill(a=a[:12], b=b[:12]))
            for a, b in effects.digests
        ),
        *(
            CheckRow(norm, changed.fill(n=n, before=VERDICTS[before], after=VERDICTS[after]))
            for norm, before, after, n in effects.findings
        ),
        *(CheckRow(norm, moved.fill(n=n)) for norm, n in effects.limits),
    ]
    if not effects.findings and not effects.limits:
        none = Text("Tidak ada yang berubah hari ini", "None changes today")
        rows.append(CheckRow(Text("Temuan dan batas", "Findings and limits"), none))
    return rows


def _recorded(request: HttpRequest, official: Official, held: Held) -> HttpResponse:
    try:
        carried = json.loads(request.POST["isian"])
        own = own_from(carried["own"])
        reason, seen = str(carried["reason"]), str(carried["seen"])
    except (KeyError, TypeError, ValueError):
        return _asked(request, official, held, _form(held), _UNREADABLE)
    if own.parameter != held.name:
        return _asked(request, official, held, _form(held), _UNREADABLE)
    try:
        state_value(official.user, official.county.pk, own, reason, seen)
    except PilkadesError as error:
        return _asked(request, official, held, _form(held), _said(error))
    return _done(official, held)


def _withdrawn(request: HttpRequest, official: Official, held: Held) -> HttpResponse:
    number, reason = request.POST["cabut"], request.POST.get("alasan", "")
    pk = int(number) if number.isascii() and number.isdigit() else 0
    try:
        withdraw_value(official.user, official.county.pk, pk, reason, request.POST.get("terakhir", ""))
    except PilkadesError as error:
        return _asked(request, official, held, _form(held), _said(error))
    return _done(official, held)


def _done(official: Official, held: Held) -> HttpResponse:
    """The law of these villages is another now: their overviews are drawn before anybody waits for them."""
    elections = elections_of(official.user, official.county.pk, rehearsal=False)
    keep_overviews(*(one.pk for one in elections))
    answered = HttpResponseRedirect(official.to("value", held.name))
    answered.status_code = 303
    return answered
