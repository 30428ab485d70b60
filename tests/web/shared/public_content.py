"""Made-up findings, villages and results: what the county's and the public pages of the gallery show."""

from datetime import date, datetime

from tests.web.shared.village_content import NOW, WIB, basis, languages, limit

from pilkades.base.article import Article
from pilkades.base.findings import Bound, Evidence, Finding, Stage, Touch, Verdict
from pilkades.base.language import Text, same
from pilkades.web.shared.components.board import Board, Filter, VillageRow
from pilkades.web.shared.components.page import Link, Page, Pages, Stat, Stats
from pilkades.web.shared.components.record import (
    Answer,
    Certainty,
    FindingCard,
    Ladder,
    Log,
    LogDay,
    LogEntry,
    Results,
    Tally,
    Village,
)
from pilkades.web.shared.components.status import Status, Tag


def public_page(title: Text, language: str) -> Page:
    """The frame of the pages that everyone may read."""
    return Page(
        title=title,
        place=Text("Desa Sukamaju", "Sukamaju village"),
        occasion=Text("Pemilihan Kepala Desa 2027", "Village-head election 2027"),
        languages=languages(language),
        publisher=Text(
            "Diterbitkan panitia pemilihan Desa Sukamaju, bukan KPU.",
            "Published by the election committee of Sukamaju village, not by KPU.",
        ),
        made=NOW,
        address="https://sukamaju.example.id/",
        links=(
            Link("/hukum/", Text("Dasar hukum", "The law")),
            Link("/data/", Text("Data terbuka", "Open data")),
        ),
    )


def county_page(title: Text, language: str) -> Page:
    """The frame of the county's pages."""
    return Page(
        title=title,
        place=Text("Kabupaten Contoh", "Contoh county"),
        occasion=Text("Pilkades serentak 2027", "Village-head elections 2027"),
        person="Bambang Wijaya",
        role=Text("Desk Pilkades kabupaten", "County election desk"),
        htmx=True,
        sign_out="/keluar/",
        languages=languages(language),
        publisher=Text(
            "Diterbitkan panitia kabupaten, bukan KPU.", "Published by the county committee, not by KPU."
        ),
        made=NOW,
    )


def _finding(verdict: Verdict, notation: str, norm: Text, message: Text, **more: object) -> Finding:
    return Finding(
        rule="gallery",
        kind="deadline",
        articles=(Article.parse(notation),),
        regime="pp-16-2026",
        verdict=verdict,
        stage=Stage.VOTERS,
        norm=norm,
        message=message,
        **more,  # type: ignore[arg-type] # fields by name
    )


FINDINGS = (
    FindingCard(
        _finding(
            Verdict.VIOLATED,
            "permendagri-112-2014:17(2)",
            Text("DPT diumumkan selama 3 hari.", "The DPT is posted for 3 days."),
            Text(
                "Pengumuman tercatat Senin, 7 Desember 2026 sampai Selasa, 8 Desember 2026.",
                "The posting is on record from Monday, 7 December 2026 to Tuesday, 8 December 2026.",
            ),
            evidence=(
                Evidence(
                    "Berita acara SKM-2026-0032, hlm. 1",
                    "daftar ditempel di papan pengumuman sampai hari Selasa",
                    Text("Pengumuman berakhir pada hari kedua.", "The posting ended on the second day."),
                ),
            ),
            consequence=Text(
                "Tidak ada pasal dalam teks yang dibaca yang menyatakan hal ini membatalkan pemilihan.",
                "No article of the text read says that this voids the election.",
            ),
            remedy=Text(
                "Umumkan DPT satu hari lagi dan catat alasannya.", "Post the DPT one more day and record why."
            ),
            decides=Text(
                "Camat. Temuan ini belum diperiksa camat.", "The camat, who has not looked at this yet."
            ),
            touch=Touch("voters", Bound.UNKNOWN, None, None),
        ),
        (basis("permendagri-112-2014:17(2)"),),
        Text(
            "Aturan: 3 hari. Tercatat: 2 hari. Selisih: 1 hari.",
            "Rule: 3 days. On record: 2 days. Difference: 1 day.",
        ),
        Link("post.html", Text("Umumkan DPT lagi", "Post the DPT again")),
    ),
    FindingCard(
        _finding(
            Verdict.CONTESTED,
            "pp-16-2026:39(2).b",
            Text(
                "Panitia dibentuk dalam 10 hari sesudah pemberitahuan.",
                "The committee is formed within 10 days of the notice.",
            ),
            Text(
                "Keputusan BPD bertanggal 24 Agustus 2026. Laporan ke camat menyebut 26 Agustus 2026.",
                "The BPD's decree is dated 24 August 2026. The report to the camat says 26 August 2026.",
            ),
            evidence=(
                Evidence("Keputusan BPD 4/2026", "ditetapkan di Sukamaju, 24 Agustus 2026"),
                Evidence("Laporan panitia, hlm. 2", "panitia dibentuk tanggal 26 Agustus 2026"),
            ),
            remedy=Text(
                "Cocokkan dengan dokumen asli. Catat mana yang benar sebagai tindakan baru.",
                "Compare with the original paper. Record which is right as a new act.",
            ),
        ),
        (basis("pp-16-2026:39(2).b"),),
    ),
    FindingCard(
        _finding(
            Verdict.UNKNOWN,
            "pp-16-2026:39(2).c",
            Text(
                "Kepala desa menyampaikan laporan akhir masa jabatan.",
                "The village head hands in the final report.",
            ),
            Text("Tanggal laporan belum dicatat.", "The day of the report is not on record."),
            remedy=Text(
                "Cari tanda terima laporan dan catat tanggalnya.",
                "Find the receipt of the report and record its day.",
            ),
        ),
        (basis("pp-16-2026:39(2).c"), basis("kepbup-tegal-713-2026:lampiran.5", "secondary")),
    ),
    FindingCard(
        _finding(
            Verdict.COMPLIED,
            "pp-16-2026:39(2).d",
            Text("Rencana biaya diajukan dalam 30 hari.", "The budget is proposed within 30 days."),
            Text(
                "Rencana biaya diajukan Jumat, 2 Oktober 2026.",
                "The budget was proposed on Friday, 2 October 2026.",
            ),
        ),
        (basis("pp-16-2026:39(2).d"),),
    ),
)

_NAMES = (
    "Sukamaju",
    "Mekarsari",
    "Cibening Kulon",
    "Karanganyar",
    "Wanasari",
    "Tegalrejo",
    "Banjarwangi",
    "Sidomulyo",
)
_PLACES = ("Kec. Cibening", "Kec. Padurenan")
_STATES = (Status.LATE, Status.LATE, Status.DUE, Status.TROUBLE, Status.ON_SCHEDULE)
_SENTENCES = {
    Status.LATE: Text("Lewat 2 hari kerja: umumkan DPS", "2 working days past: post the DPS"),
    Status.DUE: Text(
        "Batas besok, Selasa, 8 Desember 2026: tetapkan KPPS",
        "Due tomorrow, Tuesday, 8 December 2026: appoint the KPPS",
    ),
    Status.TROUBLE: Text("Jumlah daftar pemilih belum cocok", "The sums of the voter list do not agree yet"),
    Status.ON_SCHEDULE: Text(
        "Penjaringan bakal calon, batas Jumat, 18 Desember 2026",
        "Call for candidates, until Friday, 18 December 2026",
    ),
}

BOARD = Board(
    Text("Desa dalam gelombang 2027", "Villages of the 2027 wave"),
    300,
    NOW,
    (
        Filter(Status.LATE, 7, "?keadaan=late"),
        Filter(Status.DUE, 21, "?keadaan=due"),
        Filter(Status.TROUBLE, 4, "?keadaan=trouble"),
        Filter(Status.ON_SCHEDULE, 268, "?keadaan=on-schedule"),
    ),
    tuple(
        VillageRow(
            name,
            _PLACES[number % 2],
            "village.html",
            _STATES[min(number, 4)],
            Text("Pendaftaran pemilih", "Voter register") if number < 5 else Text("Pencalonan", "Candidacy"),
            _SENTENCES[_STATES[min(number, 4)]],
            missing=number % 3,
            objections=number % 2,
        )
        for number, name in enumerate(_NAMES)
    ),
    Pages(2, 6, "?halaman=1", "?halaman=3"),
)
COUNTY_FIGURES = Stats(
    Text("Keadaan kabupaten", "The state of the county"),
    (
        Stat(300, Text("desa", "villages")),
        Stat(
            1_042_318,
            Text("pemilih terdaftar", "registered voters"),
            Text("di 289 dari 300 desa", "in 289 of 300 villages"),
        ),
        Stat(11, Text("keberatan belum diputus", "objections not decided"), href="objections.html"),
        Stat(
            9, Text("persetujuan menunggu Bupati", "approvals waiting for the Bupati"), href="approvals.html"
        ),
    ),
)
NO_VILLAGES = Board(BOARD.title, 300, NOW, BOARD.filters[:1], (), Pages(1, 1), search="Sukamjau")

LOG = Log(
    (
        LogDay(
            date(2026, 12, 7),
            (
                LogEntry(
                    datetime(2026, 12, 7, 14, 5, tzinfo=WIB),
                    Text("Rini Astuti menetapkan DPT", "Rini Astuti adopted the DPT"),
                    href="receipt.html",
                    digest="8f0c2f6de1b94f7b8c1f30a5be4d17a2",
                ),
                LogEntry(
                    datetime(2026, 12, 7, 13, 40, tzinfo=WIB),
                    Text(
                        "Agus Salim membetulkan TPS pada baris 214", "Agus Salim corrected the TPS of row 214"
                    ),
                    same("TPS 02"),
                    same("TPS 03"),
                    Text("pindah RT", "moved to another RT"),
                    Link("#c-77", Text("catatan 4 Desember, 09.12 WIB", "entry of 4 December, 09:12 WIB")),
                    digest="31aa0bd05c7741f3ab90cf2ed2b17c55",
                ),
            ),
        ),
        LogDay(
            date(2026, 12, 4),
            (
                LogEntry(
                    datetime(2026, 12, 4, 9, 12, tzinfo=WIB),
                    Text(
                        "Panitia menetapkan DPS dengan 2.418 pemilih",
                        "The committee adopted the DPS with 2,418 voters",
                    ),
                    digest="77ab4f7b8c1f30a5be4d17a2990cf3d2",
                ),
            ),
        ),
    ),
    Tag(
        Status.DONE,
        Text("Rantai catatan cocok: 31 dari 31 catatan", "The chain of the record fits: 31 of 31 entries"),
    ),
)

LADDERS = tuple(
    Ladder(step, 4 if step is Certainty.PROVISIONAL else 6, 6, datetime(2027, 2, 3, 15, 40, tzinfo=WIB))
    for step in (Certainty.PROVISIONAL, Certainty.CHECKED, Certainty.ADOPTED)
)
RESULTS = Results(
    LADDERS[0],
    (
        Tally(1, "Siti Aminah", 412),
        Tally(2, "Bambang Supriyadi", 397),
        Tally(3, "Rukmini Kartika Dewi Wulandari", 288),
    ),
    31,
)
_PLACE = Answer(
    Text("Cari TPS saya", "Find my polling station (TPS)"),
    Text("Isi NIK dan tanggal lahir.", "Enter your NIK and date of birth."),
    "tps.html",
)
VILLAGE_BEFORE = Village(
    "Sukamaju",
    Text(
        "Pemungutan suara: Rabu, 3 Februari 2027, 08.00–14.00 WIB, di 6 TPS.",
        "Polling: Wednesday, 3 February 2027, 08:00–14:00 WIB, at 6 polling stations.",
    ),
    (
        _PLACE,
        Answer(
            Text("Daftar pemilih", "Voter list"),
            Text(
                "2.418 pemilih. Anda bisa mengusulkan perbaikan.",
                "2,418 voters. You can propose a correction.",
            ),
            "voters.html",
        ),
        Answer(
            Text("5 calon", "5 candidates"),
            Text("Urut nomor undian.", "In the order of the draw."),
            "candidates.html",
        ),
        Answer(
            Text("Panitia", "Committee"),
            Text("7 orang, dibentuk BPD 24 Agustus 2026.", "7 people, formed by the BPD on 24 August 2026."),
        ),
    ),
    Tag(Status.ACTIVE, Text("Tahap sekarang: pendaftaran pemilih", "Stage now: voter register")),
    Ladder(
        Certainty.AWAITED,
        note=Text(
            "Penghitungan dimulai Rabu, 3 Februari 2027, setelah TPS ditutup.",
            "Counting starts on Wednesday, 3 February 2027, when the polling stations close.",
        ),
    ),
    limit(
        date(2026, 12, 11),
        4,
        basis("pp-16-2026:39(3).d"),
        what=Text("Batas usul perbaikan", "Limit for corrections"),
    ),
    Link("objection.html", Text("Cara mengajukan keberatan", "How to object")),
)
VILLAGE_COUNTING = Village(
    "Sukamaju",
    Text(
        "Suara sedang dihitung. 4 dari 6 TPS sudah masuk.",
        "The votes are being counted. 4 of 6 polling stations are in.",
    ),
    (_PLACE,),
    results=RESULTS,
    objection_how=VILLAGE_BEFORE.objection_how,
)
