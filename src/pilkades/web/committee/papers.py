"""A paper of an election: what it is, which acts name it, and its content for those who may see it."""

from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_http_methods, require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.committee.brought import kind_of_file, weight_of
from pilkades.web.committee.frame import Reader, answer, reader_of
from pilkades.web.committee.parts import Facts, Heading, Links
from pilkades.web.committee.work import label_of
from pilkades.web.committee.written import Line
from pilkades.web.core.access import NotThereError
from pilkades.web.core.messages import MESSAGES, said
from pilkades.web.core.services.view_paper import Reach, Shown, reach_paper, view_paper
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.templatetags.pilkades import say

WHY = "alasan"
_PRIVATE = "private, no-store"
_UNPROCESSABLE = 422
_LONGEST = 300

_TITLE = Text("Dokumen {name}", "Paper {name}")
_WHY = Text("Alasan melihat berkas ini", "Why you look at this paper")
_LOGGED = Text(
    "Berkas ini memuat data pribadi. Nama Anda, waktu, dan alasannya dicatat.",
    "This paper holds personal data. Your name, the time and the reason are logged.",
)
_LOGGED_ALONE = Text(
    "Berkas ini memuat data pribadi. Nama Anda dan waktunya dicatat.",
    "This paper holds personal data. Your name and the time are logged.",
)
_OPEN = Text("Buka berkas", "Open the paper")
_FETCH = Text("Unduh berkas", "Download the paper")
_NAMED_BY = Text("Tindakan yang menyebut dokumen ini", "Acts that name this paper")
_NO_ACT = Text("Belum ada tindakan yang menyebut dokumen ini.", "No act names this paper yet.")
_KIND = Text("Jenis dan ukuran", "Kind and size")
_DIGEST = Text("Sidik (SHA-256)", "Digest (SHA-256)")
_CONTENT = Text("Data pribadi", "Personal data")
_YES, _NO = Text("Ada", "Yes"), Text("Tidak ditandai", "Not marked")


class WhyForm(forms.Form):
    """Why somebody looks at a paper of a person."""

    def __init__(self, data: object = None) -> None:
        super().__init__(data)  # type: ignore[arg-type] # a QueryDict or nothing
        self.fields[WHY] = forms.CharField(
            label=say(_WHY),
            max_length=_LONGEST,
            error_messages={"required": say(MESSAGES["view-without-reason"])},
        )


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """The button that fetches a paper, with the question why where it must be asked."""

    template: ClassVar[str] = "committee/open_paper.html"

    action: str
    submit: Text
    sentence: Text = EMPTY
    form: WhyForm | None = None


@login_required
@require_safe
def paper(request: HttpRequest, election_id: int, digest: str) -> HttpResponse:
    """What a paper is and which acts name it; a person's paper is opened by a button, and logged."""
    reader = reader_of(request, election_id)
    return _page(request, reader, reach_paper(reader.user, election_id, digest, at=reader.at))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def content(request: HttpRequest, election_id: int, digest: str) -> HttpResponseBase:
    """The file itself; of a person's paper only when it is asked for by a button, and the look is logged."""
    reader = reader_of(request, election_id)
    reach = reach_paper(reader.user, election_id, digest, at=reader.at)
    if reach.paper.personal and request.method != "POST":
        return HttpResponseRedirect(reader.to("paper", digest))
    try:
        shown = view_paper(reader.user, election_id, digest, request.POST.get(WHY, ""), at=reader.at)
    except PilkadesError as error:
        form = WhyForm(request.POST)
        if form.is_valid():
            form.add_error(WHY, say(said(error)))
        return _page(request, reader, reach, form)
    return _file(shown)


def _file(shown: Shown) -> FileResponse:
    if not shown.path.is_file():
        raise NotThereError
    sent = FileResponse(
        shown.path.open("rb"),
        content_type=shown.paper.media_type,
        as_attachment=shown.paper.personal,
        filename=shown.paper.name,
    )
    sent.headers["Cache-Control"] = _PRIVATE
    sent.headers["X-Content-Type-Options"] = "nosniff"
    return sent


def _page(request: HttpRequest, reader: Reader, reach: Reach, form: WhyForm | None = None) -> HttpResponse:
    held = reach.paper
    acts = [
        Link(reader.to("receipt", act.id), label_of(act.kind))
        for act in reader.state.record.acts
        if any(one.digest == held.digest for one in act.documents)
    ]
    facts = Facts(
        (
            Line(_KIND, weight_of(held)),
            Line(_CONTENT, _YES if held.personal else _NO),
            Line(_DIGEST, same(held.digest)),
        )
    )
    faults = form is not None and bool(form.errors)
    parts = (
        facts,
        _button(reader, reach, form),
        Heading(_NAMED_BY, EMPTY if acts else _NO_ACT),
        *((Links(acts),) if acts else ()),
    )
    return answer(
        request,
        reader,
        _TITLE.fill(name=held.name),
        parts,
        faults=faults,
        status=_UNPROCESSABLE if faults else 200,
    )


def _button(reader: Reader, reach: Reach, form: WhyForm | None) -> object:
    address = reader.to("paper_content", reach.paper.digest)
    if not reach.paper.personal:
        words = _OPEN.fill() + same(f" ({kind_of_file(reach.paper.media_type)})")
        return Links([Link(address, words)])
    if reach.must_say_why:
        return OpenPaper(address, _FETCH, _LOGGED, form or WhyForm())
    return OpenPaper(address, _FETCH, _LOGGED_ALONE)
