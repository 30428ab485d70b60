"""A made-up village at work: what the committee's pages of the gallery show."""

from datetime import date, datetime, timedelta, timezone

from django import forms
from django.utils.datastructures import MultiValueDict

from pilkades.base.article import Article
from pilkades.base.findings import STAGES
from pilkades.base.language import Language, Text, same
from pilkades.timetable.rows import rows, timetable_for
from pilkades.web.shared.components.course import Course, Span, StageOfSteps, Step, Timeline
from pilkades.web.shared.components.decision import Check, CheckRow, Decision, Download, Law, Quote, Receipt
from pilkades.web.shared.components.due import Basis, Deadline, Gate, Task, TaskList
from pilkades.web.shared.components.page import LanguageLink, Link, Mode, NavItem, Page, Stat, Stats
from pilkades.web.shared.components.status import Status
from pilkades.web.shared.forms import DateEntry

TODAY = date(2026, 12, 7)
WIB = timezone(timedelta(hours=7))
NOW = datetime(2026, 12, 7, 14, 5, tzinfo=WIB)


def basis(notation: str, evidence: str = "primary") -> Basis:
    """An article with a way to its words."""
    return Basis(Article.parse(notation), evidence, f"/hukum/{notation}")


BUDGET = basis("pp-16-2026:39(2).d")
ADOPTION = basis("pp-16-2026:39(3).d")
POSTING = basis("permendagri-112-2014:17(2)")
LOCAL = basis("kepbup-tegal-713-2026:lampiran.4", "local_practice")


def page(
    title: Text, language: str, *, mode: Mode = Mode.REAL, current: str = "", faults: bool = False
) -> Page:
    """The frame of the committee's pages."""
    entries = {
        "desk": (Text("Perlu dikerjakan", "To do"), 3),
        "course": (Text("Tahapan", "Stages"), 0),
        "timeline": (Text("Jadwal", "Timetable"), 0),
        "findings": (Text("Temuan", "Findings"), 2),
        "log": (Text("Catatan", "Record"), 0),
    }
    return Page(
        title=title,
        place=Text("Desa Sukamaju", "Sukamaju village"),
        occasion=Text("Pemilihan Kepala Desa 2027", "Village-head election 2027"),
        person="Rini Astuti",
        role=Text("Sekretaris panitia", "Secretary of the committee"),
        sign_out="/keluar/",
        navigation=tuple(
            NavItem(f"{name}.html", label, name == current, count) for name, (label, count) in entries.items()
        ),
        languages=languages(language),
        mode=mode,
        publisher=Text(
            "Diterbitkan panitia pemilihan Desa Sukamaju, bukan KPU.",
            "Published by the election committee of Sukamaju village, not by KPU.",
        ),
        contact=Text(
            "Ada pertanyaan? Datang ke sekretariat panitia, Senin sampai Jumat, 08.00–15.00 WIB.",
            "Questions? Come to the committee's office, Monday to Friday, 08:00–15:00 WIB.",
        ),
        made=NOW,
        links=(
            Link("/privasi/", Text("Data pribadi", "Personal data")),
            Link("/hukum/", Text("Dasar hukum", "The law")),
            Link("/bantuan/", Text("Bantuan", "Help")),
        ),
        faults=faults,
    )


def languages(language: str) -> tuple[LanguageLink, ...]:
    """This page in both languages."""
    return tuple(LanguageLink(f"../{code}/desk.html", code, code == language) for code in Language)


def limit(until: date, left: int | None, *bases: Basis, **more: object) -> Deadline:
    """A limit counted from the gallery's today."""
    return Deadline(until, TODAY, left, basis=bases, **more)  # type: ignore[arg-type] # fields by name


UNCOUNTED = Text(
    "Sabtu, Minggu, dan libur nasional tidak dihitung",
    "Saturdays, Sundays and national holidays are not counted",
)
NEXT_LIMIT = limit(
    date(2026, 12, 22),
    11,
    ADOPTION,
    uncounted=UNCOUNTED,
    what=Text("Batas penetapan DPT", "Limit for adopting the DPT"),
)

DESK = TaskList(
    Text("Perlu dikerjakan", "To do"),
    (
        Task(
            "post.html",
            Text("Umumkan DPS di balai desa", "Post the DPS in the village hall"),
            limit(date(2026, 12, 3), -2, POSTING),
        ),
        Task(
            "fix.html",
            Text("Perbaiki 22 baris daftar pemilih", "Correct 22 rows of the voter list"),
            limit(date(2026, 12, 9), 2),
        ),
        Task(
            "file.html",
            Text(
                "Lengkapi berkas bakal calon Rukmini", "Complete the papers of prospective candidate Rukmini"
            ),
            limit(date(2026, 12, 11), 4),
            note=Text("Kurang 2 berkas", "2 papers are missing"),
        ),
    ),
    all=Link("course.html", Text("Lihat semua langkah", "See every step")),
)
WAITING = TaskList(
    Text("Menunggu pihak lain", "Waiting for others"),
    (
        Task(
            "budget.html",
            Text("Persetujuan biaya pemilihan", "Approval of the election budget"),
            limit(date(2027, 1, 5), 17, basis("pp-16-2026:39(2).e")),
            who=Text("Bupati", "The Bupati"),
        ),
    ),
)
FIGURES = Stats(
    Text("Keadaan hari ini", "The state today"),
    (
        Stat(
            2418,
            Text("pemilih di DPS", "voters in the DPS"),
            Text("per 4 Desember 2026", "as of 4 December 2026"),
            "voters.html",
        ),
        Stat(6, Text("TPS", "polling stations (TPS)")),
        Stat(same("12"), Text("dari 46 langkah selesai", "of 46 steps done"), href="course.html"),
    ),
)


def _steps(stage: int, labels: list[tuple[Text, Status]]) -> tuple[Step, ...]:
    waiting = Text("Menunggu langkah sebelumnya.", "Waits for the step before it.")
    return tuple(
        Step(
            f"{stage}.{number}",
            label,
            status,
            "" if status in {Status.BLOCKED, Status.NOT_APPLICABLE} else "decision.html",
            waiting if status is Status.BLOCKED else Text("", ""),
            limit(date(2026, 12, 11), 4) if status is Status.ACTIVE else None,
        )
        for number, (label, status) in enumerate(labels, 1)
    )


COURSE = Course(
    (
        StageOfSteps(
            1,
            Text("Persiapan", "Preparation"),
            _steps(
                1,
                [
                    (
                        Text(
                            "Pemberitahuan BPD tentang akhir masa jabatan", "BPD's notice that the term ends"
                        ),
                        Status.DONE,
                    ),
                    (Text("Pembentukan panitia pemilihan", "Forming the election committee"), Status.DONE),
                    (Text("Persetujuan biaya pemilihan", "Approval of the election budget"), Status.DONE),
                ],
            ),
        ),
        StageOfSteps(
            2,
            Text("Pendaftaran pemilih", "Voter register"),
            _steps(
                2,
                [
                    (
                        Text("Pendataan pemilih dari rumah ke rumah", "House-to-house enumeration of voters"),
                        Status.DONE,
                    ),
                    (
                        Text(
                            "Pengumuman DPS (daftar pemilih sementara)",
                            "Posting of the DPS (provisional voter list)",
                        ),
                        Status.LATE,
                    ),
                    (Text("Usul perbaikan dari warga", "Corrections proposed by residents"), Status.ACTIVE),
                    (
                        Text("Pencocokan nama yang mungkin sama", "Names that may be the same person"),
                        Status.TROUBLE,
                    ),
                    (
                        Text(
                            "Penetapan DPT (daftar pemilih tetap)", "Adoption of the DPT (final voter list)"
                        ),
                        Status.BLOCKED,
                    ),
                ],
            ),
            current=True,
        ),
        StageOfSteps(
            3,
            Text("Pencalonan", "Candidacy"),
            _steps(
                3,
                [
                    (Text("Penjaringan bakal calon", "Call for prospective candidates"), Status.NOT_STARTED),
                    (Text("Seleksi tambahan", "Extra selection"), Status.NOT_APPLICABLE),
                    (Text("Penetapan calon", "Adoption of candidates"), Status.BLOCKED),
                ],
            ),
        ),
        StageOfSteps(
            4,
            Text("Pemungutan suara", "Polling"),
            _steps(4, [(Text("Pemungutan suara di TPS", "Polling at the TPS"), Status.BLOCKED)]),
        ),
    )
)


def timeline() -> Timeline:
    """The wave of Kabupaten Tegal of 3 February 2027, as its decree and the regulation give it."""
    placed = rows(timetable_for(date(2027, 2, 3), county="tegal", term_ends=(date(2027, 2, 7),)))
    spans = []
    for row in placed:
        start, end = row.start or row.end, row.end or row.start
        if start is None or end is None:
            continue
        status = Status.DONE if end < TODAY else Status.ACTIVE if start <= TODAY else Status.NOT_STARTED
        status = {
            "budget-approval": Status.LATE,
            "extra-selection": Status.NOT_APPLICABLE,
            "dpt": Status.BLOCKED,
        }.get(row.key.step, status)
        label = Text(*(half[:1].upper() + half[1:] for half in (row.label.id, row.label.en)))
        bases = tuple(Basis(article, row.evidence) for article in row.articles)
        spans.append(Span(label, start, end, status, row.who, bases, stage=STAGES[row.stage]))
    return Timeline(Text("Jadwal pemilihan", "Timetable of the election"), tuple(spans), TODAY)


class DptForm(forms.Form):
    """Adopting the final voter list."""

    use_required_attribute = False
    adopted = DateEntry(label="Tanggal penetapan DPT")
    place = forms.ChoiceField(
        label="Tempat rapat",
        choices=[("balai", "Balai desa"), ("sekolah", "SD Negeri 1 Sukamaju")],
        widget=forms.RadioSelect,
        error_messages={"required": "Pilih tempat rapat."},
    )
    present = forms.IntegerField(
        label="Anggota panitia yang hadir",
        min_value=0,
        widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={
            "required": "Isi jumlah anggota yang hadir.",
            "invalid": "Isi dengan angka, misalnya 7.",
        },
    )
    minutes = forms.FileField(
        label="Berita acara",
        help_text="Foto atau PDF, paling besar 5 MB.",
        error_messages={"required": "Unggah berita acara."},
    )
    note = forms.CharField(label="Catatan rapat", required=False, widget=forms.Textarea)


class DptFormEn(DptForm):
    """The same in English."""

    adopted = DateEntry(label="Day the DPT was adopted")
    place = forms.ChoiceField(
        label="Place of the meeting",
        choices=[("balai", "Village hall"), ("sekolah", "SD Negeri 1 Sukamaju")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the place of the meeting."},
    )
    present = forms.IntegerField(
        label="Members of the committee present",
        widget=forms.TextInput({"inputmode": "numeric"}),
        error_messages={
            "required": "Enter how many were present.",
            "invalid": "Enter a number, for example 7.",
        },
    )
    minutes = forms.FileField(
        label="Berita acara (minutes)",
        help_text="Photo or PDF, at most 5 MB.",
        error_messages={"required": "Upload the minutes."},
    )
    note = forms.CharField(label="Notes of the meeting", required=False, widget=forms.Textarea)


def decision(language: str, *, typed: dict[str, str] | None = None) -> Decision:
    """The form of one act, empty or sent with faults."""
    form = (DptFormEn if language == "en" else DptForm)(typed, None if typed is None else MultiValueDict())
    return Decision(
        Text("Tetapkan DPT", "Adopt the DPT"),
        form,
        Text("Simpan dan periksa", "Save and check"),
        lead=Text(
            "DPT (daftar pemilih tetap) memuat semua orang yang boleh memilih pada hari pemungutan suara.",
            "The DPT (final voter list) holds everyone who may vote on polling day.",
        ),
        action="/dpt/tetapkan/",
        laws={
            "adopted": Law(
                Text(
                    "DPT ditetapkan setelah masa usul perbaikan selesai.",
                    "The DPT is adopted when the time for corrections is over.",
                ),
                (Quote(ADOPTION, "penetapan daftar pemilih tetap untuk pelaksanaan pemilihan Kepala Desa;"),),
            ),
            "minutes": Law(
                Text(
                    "Berita acara membuktikan keputusan rapat.", "The minutes prove what the meeting decided."
                ),
                (
                    Quote(
                        basis("permendagri-112-2014:16"),
                        "Panitia pemilihan menetapkan dan mengumumkan Daftar pemilih sementara yang sudah "
                        "diperbaiki dan daftar pemilih tambahan sebagai daftar pemilih tetap.",
                    ),
                ),
            ),
        },
        deadline=NEXT_LIMIT,
        back=Link("desk.html", Text("Kembali ke Perlu dikerjakan", "Back to the list of work")),
    )


CHECK = Check(
    Text("Periksa sebelum menetapkan DPT", "Check before you adopt the DPT"),
    (
        CheckRow(Text("Pemilih", "Voters"), 2418, "decision.html"),
        CheckRow(Text("Laki-laki", "Men"), 1203),
        CheckRow(Text("Perempuan", "Women"), 1215),
        CheckRow(Text("TPS", "Polling stations (TPS)"), 6, "decision.html"),
        CheckRow(Text("Tanggal penetapan", "Day of adoption"), date(2026, 12, 7), "decision.html"),
        CheckRow(Text("Catatan rapat", "Notes of the meeting"), "", "decision.html"),
    ),
    Text(
        "DPT belum ditetapkan. Sesudah ditetapkan, daftar hanya bisa diubah dengan berita acara.",
        "The DPT is not adopted yet. Once it is, the list can only be changed by minutes.",
    ),
    Text("Tetapkan DPT", "Adopt the DPT"),
    back=Link("decision.html", Text("Kembali memeriksa", "Go back and check")),
    basis=(ADOPTION, LOCAL),
)
RECEIPT = Receipt(
    Text("DPT sudah ditetapkan", "The DPT is adopted"),
    "SKM-2026-0031",
    NOW,
    digest="8f0c2f6de1b94f7b8c1f30a5be4d17a2990cf3d2b17c55f3a0d6c2e1b7f9a4d3",
    next=(
        Task(
            "post.html",
            Text("Umumkan DPT di tempat yang mudah dilihat", "Post the DPT where everyone can see it"),
            limit(date(2026, 12, 10), 3, POSTING),
        ),
    ),
    contact=Text(
        "Ada yang keliru? Hubungi Desk Pilkades Kabupaten, Senin sampai Jumat, 08.00–16.00 WIB.",
        "Something is wrong? Call the county's election desk, Monday to Friday, 08:00–16:00 WIB.",
    ),
    downloads=(Download("/ba.pdf", Text("Unduh berita acara", "Download the minutes"), "PDF", 83_400),),
)
GATE = Gate(
    Text("DPT belum bisa ditetapkan", "The DPT cannot be adopted yet"),
    (
        Link("fix.html", Text("Perbaiki 22 baris daftar pemilih", "Correct 22 rows of the voter list")),
        Link(
            "pairs.html",
            Text("Periksa 4 pasang nama yang mungkin sama", "Check 4 pairs of names that may be one person"),
        ),
        Link("sign.html", Text("Minta tanda tangan sekretaris", "Get the secretary's signature")),
    ),
    Text("DPT bisa ditetapkan", "The DPT can be adopted"),
    Link("decision.html", Text("Tetapkan DPT", "Adopt the DPT")),
    NEXT_LIMIT,
)
GATE_OPEN = Gate(GATE.title, (), GATE.ready, GATE.act)
