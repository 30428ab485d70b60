"""A file of voters from the upload to the list: what it holds, what it would change, how far the work is."""

from collections.abc import Iterator
from contextlib import suppress

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pilkades.base.errors import PilkadesError
from pilkades.base.language import EMPTY, Text, joined
from pilkades.web.committee.frame import Reader, reader_of
from pilkades.web.committee.parts import Links
from pilkades.web.committee.voters.checked import LEAVE_OUT, changes_of, checked_parts
from pilkades.web.committee.voters.parts import Asked, Note
from pilkades.web.committee.voters.rooms import room
from pilkades.web.core.access import Need, NotThereError
from pilkades.web.core.messages import said
from pilkades.web.core.models import ImportState, VoterImport
from pilkades.web.core.queries.voters import import_of, imports_of, job_of
from pilkades.web.core.services.bring_list import bring_list, refuse_larger
from pilkades.web.core.services.cancel_import import cancel_import
from pilkades.web.core.services.take_import import take_import
from pilkades.web.core.work import words_of
from pilkades.web.shared.components.due import Task, TaskList
from pilkades.web.shared.components.intake import Progress
from pilkades.web.shared.components.page import Empty, Link, Stats
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.components.words import long_moment
from pilkades.web.shared.forms import lazily

FILE = "berkas"
_UNPROCESSABLE, _SEE_OTHER, _CONFLICT = 422, 303, 409
_RUNNING = frozenset({ImportState.WAITING, ImportState.READING, ImportState.TAKING})
_AT_REST = frozenset({ImportState.FAULTY, ImportState.READY})

TITLE = Text("Impor berkas pemilih", "Import a file of voters")
_ASK = Text("Unggah daftar dari berkas", "Upload a list from a file")
_LEAD = Text(
    "Belum ada yang masuk daftar sebelum Anda memeriksa dan mengambilnya.",
    "Nothing enters the list until you have checked it and taken it.",
)
_FILE = Text("Berkas daftar pemilih", "File of the voter list")
_FILE_HINT = Text(
    "xlsx, xls, ods, CSV, atau ekspor OpenSID dan SIAK; paling besar 60 MB.",
    "xlsx, xls, ods, CSV, or an export of OpenSID or SIAK; at most 60 MB.",
)
_NO_FILE = Text("Pilih berkas daftar pemilih.", "Choose the file of the voter list.")
_UPLOAD = Text("Unggah dan periksa", "Upload and check")
_BEFORE = Text("Berkas yang pernah diunggah", "Files that were uploaded")
_NONE = Text("Belum ada berkas yang diunggah.", "No file was uploaded yet.")
_BROUGHT = Text("Diunggah {who}, {at}.", "Uploaded by {who}, {at}.")

STATES = {
    ImportState.WAITING: Text("Menunggu diperiksa", "Waits to be checked"),
    ImportState.READING: Text("Sedang diperiksa", "Being checked"),
    ImportState.FAULTY: Text("Ada yang perlu diperbaiki", "Something is to be repaired"),
    ImportState.READY: Text("Siap diambil", "Ready to be taken"),
    ImportState.TAKING: Text("Sedang diambil ke daftar", "Being taken into the list"),
    ImportState.TAKEN: Text("Sudah masuk daftar", "Is on the list"),
    ImportState.CANCELLED: Text("Dibatalkan, daftar tidak berubah", "Cancelled, the list is unchanged"),
    ImportState.FAILED: Text("Tidak terbaca, daftar tidak berubah", "Not readable, the list is unchanged"),
}
_SIGNS = {
    ImportState.WAITING: Status.ACTIVE,
    ImportState.READING: Status.ACTIVE,
    ImportState.FAULTY: Status.TROUBLE,
    ImportState.READY: Status.DUE,
    ImportState.TAKING: Status.ACTIVE,
    ImportState.TAKEN: Status.DONE,
    ImportState.CANCELLED: Status.NOT_APPLICABLE,
    ImportState.FAILED: Status.TROUBLE,
}
_CHECKING = Text("Memeriksa berkas", "Checking the file")
_TAKING = Text("Mengambil berkas ke daftar", "Taking the file into the list")
_GOES_ON = Text(
    "Anda boleh menutup halaman ini. Bila layanan sempat mati, pekerjaan dimulai lagi dari awal. "
    "Daftar belum berubah sampai selesai.",
    "You may close this page. If the service went down, the work begins anew. "
    "The list is unchanged until it is done.",
)
_BEGUN_ANEW = Text("Pekerjaan ini sempat terhenti dan dimulai lagi.", "This work stopped and was begun anew.")
_STOPPING = Text(
    "Pembatalan sudah diminta. Pekerjaan berhenti pada langkah berikutnya dan daftar tidak berubah.",
    "It was asked to stop. The work stops at its next step and the list stays unchanged.",
)
_STOP = Text("Batalkan impor", "Cancel the import")
_TAKEN = Text("Berkas sudah masuk daftar {at}.", "The file entered the list {at}.")
_RESULT = Text("Yang masuk dari berkas ini", "What came from this file")
_LEFT_OUT = Text("Lihat {n} baris yang belum diambil", "See {n} rows that were not taken")
_SEE_PEOPLE = Text("Lihat orang dalam daftar", "See the people on the list")
_ANOTHER = Text("Unggah berkas lain", "Upload another file")
_UNCHANGED = Text(
    "Impor ini dibatalkan. Daftar tetap seperti sebelumnya.",
    "This import was cancelled. The list is as it was.",
)
_UNREAD = Text("Berkas ini tidak dapat dibaca.", "This file cannot be read.")


class UploadForm(forms.Form):
    """One file."""

    berkas = forms.FileField(
        label=lazily(_FILE),
        help_text=lazily(_FILE_HINT),
        allow_empty_file=True,
        error_messages={"required": lazily(_NO_FILE)},
        widget=forms.FileInput({"accept": ".xlsx,.xls,.ods,.csv,.txt,.html,.htm"}),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def imports(request: HttpRequest, election_id: int) -> HttpResponse:
    """Upload a file, and find again those that were uploaded before."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    if request.method != "POST":
        return _upload_page(request, reader, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            return HttpResponseRedirect(_kept(reader, form.cleaned_data[FILE]), status=_SEE_OTHER)
        except PilkadesError as error:
            form.add_error(FILE, str(lazily(said(error))))
    return _upload_page(request, reader, form)


def _kept(reader: Reader, file: UploadedFile) -> str:
    name = str(file.name)
    refuse_larger(name, file.size or 0)
    brought = bring_list(reader.user, reader.election.pk, name, file.read(), at=reader.at)
    return reader.to("voters-imports-one", str(brought.pk))


def _upload_page(request: HttpRequest, reader: Reader, form: UploadForm) -> HttpResponse:
    before = tuple(
        Task(
            reader.to("voters-imports-one", str(one.pk)),
            Text("{name}: {state}", "{name}: {state}").fill(
                name=one.file_name, state=STATES[ImportState(one.state)]
            ),
            note=_brought(reader, one),
            status=_SIGNS[ImportState(one.state)],
        )
        for one in imports_of(reader.election)
    )
    parts = [
        Asked(form, _UPLOAD, _ASK, _LEAD),
        TaskList(_BEFORE, before, nothing=_NONE, most=len(before)),
    ]
    faults = bool(form.errors)
    return room(request, reader, TITLE, parts, faults=faults, status=_UNPROCESSABLE if faults else 200)


@login_required
@require_safe
def one(request: HttpRequest, election_id: int, import_id: int) -> HttpResponse:
    """One file: how far the work is, what was found in it, or what came of it."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    return _one_page(request, reader, brought_of(reader, import_id))


def brought_of(reader: Reader, import_id: int) -> VoterImport:
    """The file of this election.

    Raises:
        NotThereError: there is none.
    """
    found = import_of(reader.election, import_id)
    if found is None:
        raise NotThereError
    found.election = reader.election
    return found


def _one_page(
    request: HttpRequest, reader: Reader, brought: VoterImport, fault: Text = EMPTY
) -> HttpResponse:
    running = ImportState(brought.state) in _RUNNING
    parts: list[object] = [Note(fault)] if fault else []
    if running:
        parts.append(_progress(reader, brought))
    elif ImportState(brought.state) in _AT_REST:
        parts += [Note(words) for words in _broke_off(reader, brought)]
        parts += checked_parts(reader, brought)
    else:
        parts += _ended(reader, brought)
    title = Text("{name}", "{name}").fill(name=brought.file_name)
    lead = joined([STATES[ImportState(brought.state)] + Text(".", "."), _brought(reader, brought)])
    status = _CONFLICT if fault else 200
    return room(request, reader, title, parts, lead=lead, htmx=running, status=status)


def _brought(reader: Reader, brought: VoterImport) -> Text:
    at = brought.brought_at.astimezone(reader.at.tzinfo)
    return _BROUGHT.fill(who=brought.brought_by.full_name, at=long_moment(at))


def _progress(reader: Reader, brought: VoterImport) -> Progress:
    taking = brought.state == ImportState.TAKING
    job = job_of(reader.election, "take_import" if taking else "read_import", brought.pk)
    own = str(brought.pk)
    stopping, anew = job is not None and job.cancel, job is not None and job.attempts > 1
    return Progress(
        _TAKING if taking else _CHECKING,
        _STOPPING if stopping else joined([_BEGUN_ANEW if anew else EMPTY, _GOES_ON]),
        job.done if job else 0,
        job.total if job else 0,
        here=reader.to("voters-imports-one", own),
        poll=reader.to("voters-imports-progress", own),
        stop="" if stopping else reader.to("voters-imports-cancel", own),
        stop_label=_STOP,
    )


def _broke_off(reader: Reader, brought: VoterImport) -> Iterator[Text]:
    """Why taking it came to no end, where it was tried."""
    job = job_of(reader.election, "take_import", brought.pk)
    if job is not None:
        yield from words_of(job)


def _ended(reader: Reader, brought: VoterImport) -> Iterator[object]:
    again = Link(reader.to("voters-imports"), _ANOTHER)
    if brought.state == ImportState.TAKEN:
        at = brought.ended_at.astimezone(reader.at.tzinfo) if brought.ended_at else reader.at
        yield Note(_TAKEN.fill(at=long_moment(at)), good=True)
        yield Stats(_RESULT, changes_of(brought))
        ways = [Link(reader.to("voters-people"), _SEE_PEOPLE), again]
        if brought.waiting:
            left_out = f"{reader.to('voters-imports-faults', str(brought.pk))}?berat=perbaiki"
            ways.insert(0, Link(left_out, _LEFT_OUT.fill(n=brought.waiting)))
        yield Links(ways)
        return
    words = EMPTY
    if brought.state == ImportState.FAILED:
        job = job_of(reader.election, "read_import", brought.pk)
        words = joined([_UNREAD, *(words_of(job) if job else ())])
    yield Empty(words or _UNCHANGED, again)


@login_required
@require_safe
def progress(request: HttpRequest, election_id: int, import_id: int) -> HttpResponse:
    """The bar alone, for a page that asks again by itself; when the work is over the whole page comes."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    brought = brought_of(reader, import_id)
    whole = reader.to("voters-imports-one", str(brought.pk))
    if "HX-Request" not in request.headers:
        return HttpResponseRedirect(whole)
    if ImportState(brought.state) not in _RUNNING:
        return HttpResponse(headers={"HX-Redirect": whole})
    shown = _progress(reader, brought)
    return render(request, Progress.template, {"it": shown})


@login_required
@require_POST
def take(request: HttpRequest, election_id: int, import_id: int) -> HttpResponse:
    """Take the file over in the background; what stands against it is told on its page."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    brought = brought_of(reader, import_id)
    try:
        leave_out = LEAVE_OUT in request.POST
        # Pressed twice, or in another window: the page says where the file stands by now.
        with suppress(NotThereError):
            take_import(reader.user, election_id, import_id, leave_out_waiting=leave_out, at=reader.at)
    except PilkadesError as error:
        return _one_page(request, reader, brought, said(error))
    return HttpResponseRedirect(reader.to("voters-imports-one", str(brought.pk)), status=_SEE_OTHER)


@login_required
@require_POST
def cancel(request: HttpRequest, election_id: int, import_id: int) -> HttpResponse:
    """Give the file up; what was not finished leaves nothing behind."""
    reader = reader_of(request, election_id, Need.EDIT_VOTERS)
    brought = brought_of(reader, import_id)
    # Taken or cancelled in another window meanwhile: the page says where the file stands by now.
    with suppress(NotThereError):
        cancel_import(reader.user, election_id, import_id, at=reader.at)
    return HttpResponseRedirect(reader.to("voters-imports-one", str(brought.pk)), status=_SEE_OTHER)
