"""A made-up village's voter list on its way in, and the people on it, for the gallery."""

from tests.web.shared.village_content import basis

from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Text, same
from pilkades.web.shared.components.board import Choice
from pilkades.web.shared.components.intake import (
    AskedCode,
    FaultGroup,
    FaultGroups,
    MappedColumn,
    MappedSheet,
    MappingForm,
    PlacedFault,
    Progress,
)
from pilkades.web.shared.components.page import Link, Pages
from pilkades.web.shared.components.people import (
    FilterBar,
    PeopleTable,
    PersonRow,
    Rooms,
    Selection,
    Weighed,
    WeighedReason,
)
from pilkades.web.shared.components.status import Status, Tag, tag_of

_MEANINGS = {
    "": Text("tidak dibaca", "not read"),
    "name": Text("nama", "name"),
    "nik": same("NIK"),
    "birth": Text("tanggal lahir", "birth date"),
    "marital": Text("status perkawinan", "marital status"),
}


def _choices(current: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, label, value == current) for value, label in _MEANINGS.items())


ROOMS = Rooms(
    Text("Daftar pemilih", "Voter list"),
    (
        (Link("voters.html", Text("Ringkasan", "Overview")), False),
        (Link("people.html", Text("Orang", "People")), True),
        (Link("mapping.html", Text("Impor", "Import")), False),
        (Link("export.html", Text("Ekspor", "Export")), False),
    ),
)
_KNOWN = Text("Dikenali sebagai ekspor calon pemilih OpenSID.", "Recognised as OpenSID's export.")
_UNKNOWN = Text("Baris judul kolom tidak ditemukan di lembar ini.", "No header row was found on this sheet.")
_NO_ROW = Text(
    "Isi nomor baris judul, atau lewati lembar ini.", "Enter the header row, or leave the sheet out."
)
MAPPING = MappingForm(
    (
        MappedSheet(
            "DUSUN SATU",
            _KNOWN,
            "judul-1",
            "4",
            "lewati-1",
            skipped=False,
            columns=(
                MappedColumn("A", "NO", ("1", "2", "3"), "kolom-1-0", _choices("")),
                MappedColumn(
                    "B", "NAMA LENGKAP", ("MURTINI", "SLAMET RIYADI", "ST. AMINAH"), "k-1-1", _choices("name")
                ),
                MappedColumn("C", "NIK", ("…0003", "…0008", "…0011"), "k-1-2", _choices("nik")),
                MappedColumn(
                    "D", "TGL LAHIR", ("12-05-1980", "1 Mei 1971", "12/5/80"), "k-1-3", _choices("birth")
                ),
                MappedColumn("E", "STATUS", ("0", "1", "2"), "k-1-4", _choices("marital")),
            ),
            rows=412,
            codes=tuple(
                AskedCode(
                    code,
                    f"angka-1-{code}",
                    (
                        Choice("", Text("belum dipilih", "not chosen yet"), current=code == "0"),
                        Choice("S", Text("sudah menikah", "married"), current=code == "1"),
                    ),
                )
                for code in ("0", "1")
            ),
        ),
        MappedSheet(
            "Rekap",
            _UNKNOWN,
            "judul-2",
            "",
            "lewati-2",
            skipped=True,
            columns=(),
            rows=9,
            fault=_NO_ROW,
        ),
    ),
    action="periksa.html",
    submit=Text("Periksa berkas", "Check the file"),
    faults=(Link("#judul-2", _NO_ROW),),
)
_CARD = Text("Lihat KTP atau KK.", "See the identity card or family card.")
FAULT_GROUPS = FaultGroups(
    (
        FaultGroup(
            "nik-length",
            Text("NIK bukan 16 angka", "NIK without 16 digits"),
            14,
            waits=True,
            faults=tuple(
                PlacedFault(
                    Text("DUSUN SATU, sel C{row}", "DUSUN SATU, cell C{row}").fill(row=same(str(row))),
                    Text("Ada 14 angka. NIK harus 16 angka.", "There are 14 digits. A NIK has 16."),
                    _CARD,
                )
                for row in (214, 215, 301)
            ),
            more=Link("?jenis=nik-length", Text("Lihat 11 temuan lain sejenis", "See 11 more of this kind")),
        ),
        FaultGroup(
            "name-late",
            Text("Nama memuat “alm”", "The name says “late”"),
            1,
            waits=False,
            faults=(
                PlacedFault(
                    Text("DUSUN SATU, sel B77", "DUSUN SATU, cell B77"),
                    Text("Nama memuat “alm”.", "The name says “late”."),
                    Text("Tanyakan apakah orang ini sudah meninggal.", "Ask whether this person has died."),
                ),
            ),
        ),
    ),
    Pages(1, 2, "", "?halaman=2"),
)
PROGRESS = Progress(
    Text("Memeriksa daftar-pemilih.xlsx", "Checking daftar-pemilih.xlsx"),
    Text(
        "Anda boleh menutup halaman ini. Pemeriksaan tetap berjalan.",
        "You may close this page. The check goes on.",
    ),
    1200,
    2418,
    "progress.html",
    "progress.html",
    "batal.html",
    Text("Batalkan impor", "Cancel the import"),
)
FILTERS = FilterBar(
    "cari",
    Text("Cari nama", "Search for a name"),
    "siti",
    (
        Selection(
            "rt",
            Text("RT/RW", "RT/RW"),
            (
                Choice("", Text("semua", "all")),
                Choice("001/002", same("001/002"), current=True),
            ),
        ),
        Selection("tps", Text("TPS", "TPS"), (Choice("", Text("semua", "all"), current=True),)),
    ),
    clear="people.html",
    hint=Text("Ejaan lama dan singkatan ikut dicari.", "Old spelling and abbreviations are found too."),
)
PEOPLE = PeopleTable(
    Text("Orang dalam daftar", "People on the list"),
    (
        PersonRow(
            "person.html",
            "ST. AMINAH",
            "…0011",
            Text("perempuan", "female"),
            Text("12 Mei 1980", "12 May 1980"),
            "RT 001/RW 002, Dusun Krajan",
            "01",
            Tag(Status.DONE, Text("Memenuhi", "Eligible")),
        ),
        PersonRow(
            "person.html",
            "SLAMET RIYADI",
            "",
            EMPTY,
            Text("1971", "1971"),
            "RT 001",
            "",
            Tag(Status.UNKNOWN, Text("Belum dapat diputus", "Not decided yet")),
            (Text("NIK belum diisi.", "The NIK is missing."),),
        ),
    ),
    EMPTY,
    Pages(1, 20, "", "?halaman=2"),
)
NOBODY = PeopleTable(
    Text("Orang dalam daftar", "People on the list"),
    (),
    Text(
        "Tidak ada nama yang cocok. Periksa ejaan atau lihat semua.",
        "No name fits. Check the spelling or show all.",
    ),
)
WEIGHED = Weighed(
    Text("Hak pilih pada 7 Februari 2027", "Right to vote on 7 February 2027"),
    Tag(Status.UNKNOWN, Text("Belum dapat diputus", "Not decided yet")),
    (
        WeighedReason(
            Text("umur atau perkawinan", "age or marriage"),
            tag_of(Verdict.COMPLIED),
            Text("Berumur 17 tahun atau lebih.", "17 or older."),
            (basis("permendagri-112-2014:10(2).a"),),
        ),
        WeighedReason(
            Text("lama tinggal", "time of residence"),
            tag_of(Verdict.UNKNOWN),
            Text("Baris ini tidak menyebut: sejak kapan tinggal.", "This row does not say: since when."),
            (basis("permendagri-112-2014:10(2).d", "secondary"),),
            Text("sejak kapan tinggal di desa", "since when this person lives here"),
            Text("Ketentuan ini masih diperdebatkan.", "This provision is disputed."),
        ),
    ),
)
