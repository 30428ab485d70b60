"""Set up a wave from a spreadsheet: upload, look at what will be made, then make it whole or not at all."""

import csv
import io
from collections import Counter
from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_http_methods, require_safe
from pydantic import TypeAdapter
from pydantic import ValidationError as NoPlan

from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.core.access import Need
from pilkades.web.core.queries.laws import law_in
from pilkades.web.core.services.append_act import EARLIEST_YEAR, LATEST_YEAR
from pilkades.web.core.services.set_up_wave import WavePlan, faults_of, set_up_wave
from pilkades.web.county.frame import Official, answer, mode_of, official_at
from pilkades.web.county.parts import FileFaults, VillageList
from pilkades.web.county.sheets import read
from pilkades.web.county.wave_list import HEADER, Listed, faults_without_repetition, listed
from pilkades.web.shared.components.decision import Check, CheckRow, Decision
from pilkades.web.shared.components.page import Link
from pilkades.web.shared.components.words import long_day
from pilkades.web.shared.forms import DateEntry
from pilkades.web.shared.templatetags.pilkades import say

_UNPROCESSABLE = 422
_PLAN = TypeAdapter(WavePlan)
_REAL, _REHEARSAL = "sebenarnya", "latihan"
_TITLE = Text("Buat gelombang dari daftar desa", "Set up a wave from a list of villages")
_LEAD = Text(
    "Unggah daftar desa. Semua isinya diperiksa dahulu; belum ada yang dibuat sampai Anda menekan tombol.",
    "Upload the list of villages. All of it is checked first; nothing is made until you press the button.",
)
_KINDS = (
    (_REAL, Text("Pemilihan sebenarnya", "The real election")),
    (
        _REHEARSAL,
        Text("Latihan: datanya terpisah untuk selamanya", "A rehearsal: its data stay apart for ever"),
    ),
)
_SAMPLE = Text("Unduh daftar contoh (CSV)", "Download a sample list (CSV)")
_CHECK = Text("Periksa sebelum membuat gelombang", "Check before the wave is made")
_MAKE = Text("Buat gelombang", "Make the wave")
_EFFECT = Text(
    "Pemilihan dibuka untuk {n} desa sekaligus, atau tidak satu pun. Sesudah itu desa dan jenisnya tetap.",
    "Elections open for {n} villages at once, or for none. Villages and kind stay as they are then.",
)
_AGAIN = Text(
    "Isian ini tidak terbaca lagi. Unggah daftarnya sekali lagi.",
    "This can no longer be read. Upload the list once more.",
)
_NO_LAW = Text("Hukum untuk hari itu belum dimuat.", "The law of that day is not held here.")
_FAR = Text("Periksa tahunnya.", "Check the year.")
_COHORT = Text("{name}, masa jabatan berakhir {day}: {n} desa", "{name}, terms end {day}: {n} villages")
_NOT_READ = Text("Lembar tanpa kolom kode desa, tidak dibaca", "Sheets without a village code, not read")


class WaveForm(forms.Form):
    """Name, polling day, kind and list of a wave."""

    def __init__(self, official: Official, *given: Any, **named: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*given, **named)
        self.official = official
        self.fields["name"] = forms.CharField(
            label=say(Text("Nama gelombang", "Name of the wave")),
            max_length=100,
            help_text=say(Text("Contoh: Gelombang I 2027", "Example: Gelombang I 2027")),
            error_messages={"required": say(Text("Isi nama gelombang.", "Fill in the name of the wave."))},
        )
        self.fields["polling_day"] = DateEntry(label=say(Text("Hari pemungutan suara", "Polling day")))
        choose = say(Text("Pilih jenis gelombang.", "Choose the kind of the wave."))
        self.fields["kind"] = forms.ChoiceField(
            label=say(Text("Jenis", "Kind")),
            choices=[(value, say(words)) for value, words in _KINDS],
            widget=forms.RadioSelect,
            error_messages={"required": choose, "invalid_choice": choose},
        )
        self.fields["list"] = forms.FileField(
            label=say(Text("Daftar desa", "List of villages")),
            help_text=say(
                Text(
                    "Berkas xlsx, ods, xls, atau CSV dengan kolom kode desa, desa, dan kecamatan.",
                    "An xlsx, ods, xls or CSV file with the columns kode desa, desa and kecamatan.",
                )
            ),
            allow_empty_file=True,
            error_messages={
                "required": say(Text("Pilih berkas daftar desa.", "Choose the list of villages."))
            },
        )

    def clean_polling_day(self) -> date | None:
        """The day, if the program holds the law for it.

        Raises:
            ValidationError: the year is out of reach, or before the first law.
        """
        day: date | None = self.cleaned_data["polling_day"]
        if day is not None and not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise ValidationError(say(_FAR), code="year")
        if day is not None:
            try:
                law_in(self.official.county, day)
            except PilkadesError as error:
                raise ValidationError(say(_NO_LAW), code="no-law") from error
        return day


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest, county_id: int) -> HttpResponse:
    """The form, what its list would make, and the making."""
    official = official_at(request, county_id, Need.OPEN)
    if request.method != "POST":
        return _asked(request, official, WaveForm(official))
    if "rencana" in request.POST:
        return _made(request, official, request.POST["rencana"])
    form = WaveForm(official, request.POST, request.FILES)
    if not form.is_valid():
        return _asked(request, official, form)
    upload = form.cleaned_data["list"]
    try:
        found = listed(read(upload.read(), upload.name), upload.name)
    except FaultyInput as faulty:
        return _faulty(request, official, form, faulty.faults)
    plan = WavePlan(
        file=upload.name,
        name=form.cleaned_data["name"].strip(),
        polling_day=form.cleaned_data["polling_day"],
        rehearsal=form.cleaned_data["kind"] == _REHEARSAL,
        cohorts=found.cohorts,
        villages=found.villages,
    )
    # Where no row could be read, that the list is empty is not news.
    rest = () if found.faults and not found.villages else faults_of(official.county, plan)
    faults = [*found.faults, *rest]
    if faults:
        return _faulty(request, official, form, tuple(faults_without_repetition(faults)))
    return _shown(request, official, plan, found)


@login_required
@require_safe
def sample(request: HttpRequest, county_id: int) -> HttpResponse:
    """A list to fill in: the columns, and one line that shows how."""
    official = official_at(request, county_id, Need.OPEN)
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerow(
        (f"{official.county.code}.01.2001", "Nama desa", "Nama kecamatan", "Kelompok I", "26 Desember 2026")
    )
    # The mark at the head tells spreadsheet programs that this is UTF-8.
    found = HttpResponse("\ufeff" + lines.getvalue(), content_type="text/csv; charset=utf-8")
    found["Content-Disposition"] = 'attachment; filename="daftar-desa.csv"'
    return found


def _asked(
    request: HttpRequest, official: Official, form: WaveForm, faults: FileFaults | None = None
) -> HttpResponse:
    wrong = bool(form.errors) or faults is not None
    decision = Decision(
        title=_TITLE,
        lead=_LEAD,
        form=form,
        submit=Text("Periksa daftar", "Check the list"),
        back=Link(official.to("sample"), _SAMPLE),
    )
    parts = (decision,) if faults is None else (faults, decision)
    status = _UNPROCESSABLE if wrong else 200
    return answer(request, official, _TITLE, parts, heading=False, status=status, faults=wrong)


def _faulty(
    request: HttpRequest, official: Official, form: WaveForm, faults: tuple[Fault, ...]
) -> HttpResponse:
    return _asked(request, official, form, FileFaults(faults[0].file, faults))


def _shown(request: HttpRequest, official: Official, plan: WavePlan, found: Listed) -> HttpResponse:
    """What will be made; the plan itself goes along and is checked again when it comes back."""
    counts = Counter(row.cohort for row in plan.villages)
    cohorts = [_COHORT.fill(name=name, day=long_day(day), n=counts[name]) for name, day in plan.cohorts]
    kind = next(words for value, words in _KINDS if (value == _REHEARSAL) is plan.rehearsal)
    rows = [
        CheckRow(Text("Nama gelombang", "Name of the wave"), plan.name),
        CheckRow(Text("Hari pemungutan suara", "Polling day"), long_day(plan.polling_day)),
        CheckRow(Text("Jenis", "Kind"), kind),
        CheckRow(Text("Desa", "Villages"), len(plan.villages)),
        CheckRow(Text("Kecamatan", "Districts"), len({row.district for row in plan.villages})),
        *(CheckRow(Text("Kelompok", "Cohort"), words) for words in cohorts),
        CheckRow(Text("Desa tanpa kelompok", "Villages without a cohort"), counts[""]),
        *(CheckRow(_NOT_READ, same(name)) for name in found.passed_over),
    ]
    check = Check(
        title=_CHECK,
        rows=tuple(rows),
        effect=_EFFECT.fill(n=len(plan.villages)),
        submit=_MAKE,
        back=Link(official.to("set_up"), Text("Unggah daftar lain", "Upload another list")),
        hidden=(("rencana", _PLAN.dump_json(plan).decode()),),
    )
    listing = VillageList(Text("Desa yang dibuka", "Villages that open"), plan.villages)
    mode = mode_of(rehearsal=plan.rehearsal)
    return answer(request, official, _CHECK, (check, listing), heading=False, mode=mode)


def _made(request: HttpRequest, official: Official, words: str) -> HttpResponse:
    form = WaveForm(official)
    try:
        plan = _PLAN.validate_json(words)
        wave = set_up_wave(official.user, official.county.pk, plan)
    except NoPlan:
        return _faulty(request, official, form, (Fault("-", "-", _AGAIN, EMPTY),))
    except FaultyInput as faulty:
        return _faulty(request, official, form, faulty.faults)
    except PilkadesError:
        return _faulty(request, official, form, (Fault(plan.file, "-", _NO_LAW, _FAR),))
    answered = HttpResponseRedirect(official.to("board", wave.pk))
    answered.status_code = 303
    return answered
