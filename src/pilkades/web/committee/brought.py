"""Papers on the form of an act: each file is kept at once, so that no fault and no preview loses it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict
from typing_extensions import override

from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text, same
from pilkades.web.committee.frame import Reader
from pilkades.web.committee.written import Grid, in_words
from pilkades.web.core.messages import MESSAGES, said
from pilkades.web.core.models import Paper
from pilkades.web.core.queries.papers import papers_of
from pilkades.web.core.services.attach_paper import Brought, attach_paper, refuse_larger
from pilkades.web.shared.templatetags.pilkades import say

FILES, PERSONAL, KEPT = "berkas", "pribadi", "lampiran"

_FILES = Text("Foto atau PDF dokumennya", "Photo or PDF of the paper")
_FILES_HINT = Text(
    "Boleh beberapa berkas sekaligus: PDF, JPEG, atau PNG.",
    "Several files at once are fine: PDF, JPEG or PNG.",
)
_PERSONAL = Text("Data pribadi", "Personal data")
_MARK = Text(
    "Berkas yang dipilih di atas memuat data pribadi, misalnya NIK, alamat, atau keadaan kesehatan.",
    "The files chosen above hold personal data, such as a NIK, an address or a state of health.",
)
_KEPT = Text("Berkas yang sudah dilampirkan", "Files already attached")
_KEPT_HINT = Text("Hapus tandanya untuk tidak memakai berkas itu.", "Clear the mark to leave a file out.")
_GONE = MESSAGES["no-such-paper"]
_NAMED = Text("{name} · {weight} · sidik {digest}", "{name} · {weight} · digest {digest}")
_IS_PERSONAL = Text("memuat data pribadi", "holds personal data")
_HEADS = (Text("Nama", "Name"), Text("Ukuran", "Size"), Text("Sidik", "Digest"), Text("Isi", "Content"))
_KINDS = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG"}
_SHORT = 12


class _Chooser(forms.FileInput):
    allow_multiple_selected = True


class _Files(forms.Field):
    """The box of files; what was brought is read before the form, which only shows the faults."""

    widget = _Chooser

    @override
    def clean(self, value: Any) -> None:
        del value


@dataclass(frozen=True, slots=True)
class Papers:
    """What the form carries: the papers that are kept, and what is wrong with the files just sent."""

    kept: Mapping[str, Paper]
    faults: Sequence[Text] = ()

    def add_fields(self, form: forms.Form) -> None:
        """Ask for files, and show those that are kept."""
        form.fields[FILES] = _Files(
            label=say(_FILES),
            help_text=say(_FILES_HINT),
            required=False,
            widget=_Chooser({"multiple": True, "accept": ",".join(_KINDS)}),
        )
        form.fields[PERSONAL] = forms.MultipleChoiceField(
            label=say(_PERSONAL),
            required=False,
            choices=[("ya", say(_MARK))],
            widget=forms.CheckboxSelectMultiple,
        )
        form.fields[KEPT] = forms.MultipleChoiceField(
            label=say(_KEPT),
            help_text=say(_KEPT_HINT),
            required=False,
            choices=[(digest, say(_named(paper))) for digest, paper in self.kept.items()],
            widget=forms.CheckboxSelectMultiple,
        )

    def grid(self, label: Text) -> Grid:
        """The papers as the preview lists them."""
        rows = [
            (
                same(paper.name),
                _size(paper),
                same(f"{paper.digest[:_SHORT]}…"),
                _IS_PERSONAL if paper.personal else same("–"),
            )
            for paper in self.kept.values()
        ]
        return Grid(label, _HEADS, rows)


def keep_brought(request: HttpRequest, reader: Reader) -> tuple[QueryDict, Papers]:
    """Keep every file that was sent and can be kept; what was sent then names them by their digests."""
    data = request.POST.copy()
    digests, faults = data.getlist(KEPT), []
    personal = bool(data.getlist(PERSONAL))
    for file in request.FILES.getlist(FILES):
        try:
            digests.append(_kept(reader, file, personal=personal))
        except PilkadesError as error:
            faults.append(said(error))
    wanted = list(dict.fromkeys(digests))
    kept = papers_of(reader.election, wanted)
    missing = [digest[:_SHORT] for digest in wanted if digest not in kept]
    if missing:
        faults.append(_GONE.fill(papers=", ".join(missing)))
    data.setlist(KEPT, list(kept))
    if not faults:
        data.setlist(PERSONAL, [])
    return data, Papers(kept, faults)


def _kept(reader: Reader, file: UploadedFile, *, personal: bool) -> str:
    name = str(file.name)
    refuse_larger(name, file.size or 0)
    brought = Brought(file.read(), name, personal=personal)
    return attach_paper(reader.user, reader.election.pk, brought, at=reader.at).digest


def _named(paper: Paper) -> Text:
    words = _NAMED.fill(name=paper.name, weight=weight_of(paper), digest=paper.digest[:_SHORT])
    return words + Text(f" · {_IS_PERSONAL.id}", f" · {_IS_PERSONAL.en}") if paper.personal else words


def _size(paper: Paper) -> Text:
    return in_words(-(-paper.size // 1000)) + same(" KB")


def weight_of(paper: Paper) -> Text:
    """`PDF, 84 KB`."""
    return same(f"{kind_of_file(paper.media_type)}, ") + _size(paper)


def kind_of_file(media_type: str) -> str:
    """`PDF`, `JPEG` or `PNG`."""
    return _KINDS.get(media_type, media_type)
