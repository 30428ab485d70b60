"""The committee held against the law of its day: the numbers of the law, and what each rule says."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pilkades.acts.act import KINDS
from pilkades.acts.corrections import current_view
from pilkades.base.findings import Verdict
from pilkades.base.language import Text
from pilkades.web.committee.beside import bases_of, paths_of
from pilkades.web.committee.fields import capital
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Heading, Links
from pilkades.web.committee.preparation.parts import Ruled
from pilkades.web.committee.views import card
from pilkades.web.committee.work import label_of, mending
from pilkades.web.core.access import Need
from pilkades.web.shared.components.page import Empty, Link

TITLE = Text("Susunan panitia", "Composition of the committee")
_LEAD = Text(
    "Susunan yang tercatat dibandingkan dengan aturan yang berlaku pada hari pemungutan suara.",
    "The recorded composition beside the rules that hold on the polling day.",
)
_KINDS = ("committee_meeting", "committee_established", "integrity_pact", "committee_conflict")
_NUMBERS = Text("Angka menurut aturan", "Numbers of the rules")
_HELD = Text("{label}: {value}", "{label}: {value}")
_ACTS = Text("Catat tentang panitia", "Record about the committee")
_REPLACE = Text("Catat penggantian anggota atau hubungan keluarga", "Record a replacement or kinship")
_FOUND = Text("Yang dikatakan aturan", "What the rules say")
_NO_RULES = Text(
    "Aturan yang dibaca tidak mengatur susunan panitia di sini.",
    "The rules that were read do not govern the committee's composition here.",
)


@login_required
@require_safe
def committee(request: HttpRequest, election_id: int) -> HttpResponse:
    """The committee's quotas, pact, conflicts and replacements, each with its article."""
    reader = reader_of(request, election_id)
    state = reader.state
    spoken = {rule.id for rule in state.rulebook.rules if _speaks_of_it(tuple(paths_of(rule)))}
    found = [
        one for one in state.findings if one.rule in spoken and one.verdict is not Verdict.NOT_APPLICABLE
    ]
    numbers = list(_numbers(reader))
    parts: list[object] = []
    if numbers:
        parts += [Heading(_NUMBERS), *numbers]
    parts.append(Heading(_FOUND))
    parts += [card(reader, one, mending(reader, one)) for one in found] or [Empty(_NO_RULES)]
    parts += [Heading(_ACTS), Links(list(_links(reader)))]
    return answer(request, reader, TITLE, parts, lead=_LEAD)


def _speaks_of_it(paths: tuple[str, ...]) -> bool:
    return any(path.partition(".")[0] in _KINDS for path in paths)


def _numbers(reader: Reader) -> Iterator[Ruled]:
    law = reader.state.rulebook
    for name, held in sorted(law.parameters.items()):
        if name.startswith("committee."):
            value = held.unknown if held.value is None and held.unknown else held
            sentence = _HELD.fill(label=capital(held.label), value=value)
            yield Ruled(sentence, bases_of([held.article], law) if held.article else ())


def _links(reader: Reader) -> Iterator[Link]:
    acts = current_view(reader.state.record)
    for kind in _KINDS:
        done = [one.act for one in acts if one.act.kind == kind]
        for act in done:
            yield Link(
                reader.to("receipt", act.id),
                Text("{act}: sudah tercatat", "{act}: recorded").fill(act=label_of(kind)),
            )
        if reader.may(Need.RECORD) and (not done or kind == "committee_conflict"):
            words = _REPLACE if kind == "committee_conflict" else Text("Catat {act}", "Record {act}")
            yield Link(reader.to("record", kind), words.fill(act=KINDS[kind].label))
