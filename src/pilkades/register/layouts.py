"""The layouts that villages have, what their headings mean, and the mapping that a person may correct."""

from collections.abc import Mapping as Table
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pilkades.base.language import Text
from pilkades.register.cells import letters_of
from pilkades.register.nik import Sex
from pilkades.register.voter import Marital
from pilkades.regulation.parameter import Evidence


class Column(StrEnum):
    """What a column may hold."""

    NAME = "name"
    NIK = "nik"
    KK = "kk"
    SEX = "sex"
    BIRTH_PLACE = "birth_place"
    BIRTH = "birth"
    BIRTH_DAY = "birth_day"
    BIRTH_MONTH = "birth_month"
    BIRTH_YEAR = "birth_year"
    PLACE_AND_BIRTH = "place_and_birth"
    MARITAL = "marital"
    ADDRESS = "address"
    RT = "rt"
    RW = "rw"
    RT_RW = "rt_rw"
    DUSUN = "dusun"
    TPS = "tps"
    DISABILITY = "disability"
    OCCUPATION = "occupation"
    CITIZENSHIP = "citizenship"
    RESIDENT_SINCE = "resident_since"
    REGISTERED_SINCE = "registered_since"
    REMARK = "remark"


COLUMNS: Table[Column, Text] = {
    Column.NAME: Text("nama", "name"),
    Column.NIK: Text("NIK", "NIK"),
    Column.KK: Text("nomor KK", "KK number"),
    Column.SEX: Text("jenis kelamin", "sex"),
    Column.BIRTH_PLACE: Text("tempat lahir", "place of birth"),
    Column.BIRTH: Text("tanggal lahir", "birth date"),
    Column.BIRTH_DAY: Text("tanggal lahir: hari", "birth date: day"),
    Column.BIRTH_MONTH: Text("tanggal lahir: bulan", "birth date: month"),
    Column.BIRTH_YEAR: Text("tanggal lahir: tahun", "birth date: year"),
    Column.PLACE_AND_BIRTH: Text("tempat dan tanggal lahir", "place and date of birth"),
    Column.MARITAL: Text("status perkawinan", "marital status"),
    Column.ADDRESS: Text("alamat", "address"),
    Column.RT: Text("RT", "RT"),
    Column.RW: Text("RW", "RW"),
    Column.RT_RW: Text("RT/RW", "RT/RW"),
    Column.DUSUN: Text("dusun", "dusun"),
    Column.TPS: Text("TPS", "TPS"),
    Column.DISABILITY: Text("disabilitas", "disability"),
    Column.OCCUPATION: Text("pekerjaan", "occupation"),
    Column.CITIZENSHIP: Text("kewarganegaraan", "citizenship"),
    Column.RESIDENT_SINCE: Text("tinggal sejak", "resident since"),
    Column.REGISTERED_SINCE: Text("terdaftar sejak", "registered since"),
    Column.REMARK: Text("keterangan", "remark"),
}

_HEADINGS = {
    Column.NAME: "NAMA NAMALENGKAP NAMALGKP NAMAPEMILIH NAMAPENDUDUK",
    Column.NIK: "NIK NOMORNIK NONIK NIKKTP NOKTP NOMORINDUKKEPENDUDUKAN",
    Column.KK: "KK NOKK NKK NOMORKK NOKARTUKELUARGA NOMORKARTUKELUARGA",
    Column.SEX: "LP JK JENISKELAMIN JENISKLMIN JNSKELAMIN KELAMIN JENISKELAMINLP",
    Column.BIRTH_PLACE: "TEMPATLAHIR TMPLAHIR TMPTLAHIR TMPTLHR",
    Column.BIRTH: "TANGGALLAHIR TGLLAHIR TGLLHR",
    Column.BIRTH_DAY: "TGL TANGGAL DD HARILAHIR",
    Column.BIRTH_MONTH: "BULAN BLN MM BULANLAHIR",
    Column.BIRTH_YEAR: "TAHUN THN YYYY TAHUNLAHIR",
    Column.PLACE_AND_BIRTH: "TTL TEMPATTANGGALLAHIR TEMPATTGLLAHIR TEMPATDANTANGGALLAHIR",
    Column.MARITAL: "STATUSPERKAWINAN STATUSKAWIN STATUSNIKAH STATUSPERNIKAHAN STSNIKAH STATKWN KAWIN",
    Column.ADDRESS: "ALAMAT JALANDUKUH JALAN",
    Column.RT: "RT NORT",
    Column.RW: "RW NORW",
    Column.RT_RW: "RTRW",
    Column.DUSUN: "DUSUN KODEDUSUN NAMADUSUN LINGKUNGAN",
    Column.TPS: "TPS NOTPS NOMORTPS",
    Column.DISABILITY: "DISABILITAS JENISDISABILITAS PENYANDANGDISABILITAS PNYDNGCCT",
    Column.OCCUPATION: "PEKERJAAN JENISPEKERJAAN JENISPKRJN",
    Column.CITIZENSHIP: "KEWARGANEGARAAN WARGANEGARA",
    Column.RESIDENT_SINCE: "TINGGALSEJAK DOMISILISEJAK",
    Column.REGISTERED_SINCE: "TERDAFTARSEJAK TANGGALTERDAFTAR",
    Column.REMARK: "KETERANGAN KET",
}
HEADINGS: Table[str, Column] = {key: column for column, keys in _HEADINGS.items() for key in keys.split()}
# `STATUS` alone is the marital status on the forms of KPU and Bawaslu, and the voter's standing where the
# marital status has a column of its own.
STATUS_ALONE = "STATUS"

SEX_CODES: Table[str, Sex] = {"1": Sex.MALE, "2": Sex.FEMALE}
MARITAL_012: Table[str, Marital] = {"0": Marital.NEVER, "1": Marital.MARRIED, "2": Marital.FORMERLY}
NO_CODES: Table[str, Marital] = {}


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout, the headings it is known by, and how well it is known.

    `marital_codes` is the legend that its numbers follow, where one is known.
    """

    id: str
    label: Text
    evidence: Evidence
    signs: frozenset[str]
    marital_codes: Table[str, Marital] = field(default_factory=dict)


def _layout(
    name: str, label: Text, evidence: Evidence, signs: str, codes: Table[str, Marital] = NO_CODES
) -> Layout:
    return Layout(name, label, evidence, frozenset(signs.split()), codes)


# Read ourselves: OpenSID's view, the headings of a village's file, the export of a committee's application.
# Read of others: SIAK's column names in programs that use them, Bawaslu's form. Not read: KPU's form.
LAYOUTS = (
    _layout(
        "opensid",
        Text("ekspor calon pemilih OpenSID", "OpenSID's export of prospective voters"),
        Evidence.PRIMARY,
        "NOKK NIK NAMA JENISKELAMIN TANGGALLAHIR KAWIN HUBKELUARGA",
    ),
    _layout(
        "siak",
        Text("data penduduk SIAK", "SIAK population data"),
        Evidence.SECONDARY,
        "NIK NAMALGKP TGLLHR",
    ),
    _layout(
        "a-kwk",
        Text("Model A-KWK atau A.3-KWK", "Model A-KWK or A.3-KWK"),
        Evidence.UNVERIFIED,
        "NKK NIK NAMA DISABILITAS KETERANGAN",
    ),
    _layout(
        "a1-dp-1",
        Text("Bawaslu A1.DP-1", "Bawaslu A1.DP-1"),
        Evidence.SECONDARY,
        "TPS NOKK NIK NAMA USIA LP STATUS JENISDISABILITAS",
    ),
    _layout(
        "village-dpt",
        Text("daftar pemilih desa, tanggal tiga kolom", "a village's list, the date in three columns"),
        Evidence.PRIMARY,
        "NIK NOKK NAMALENGKAP LP TGL BULAN TAHUN KODEDUSUN STSNIKAH",
        MARITAL_012,
    ),
    _layout(
        "committee-export",
        Text("ekspor DPT aplikasi panitia", "a committee application's DPT export"),
        Evidence.PRIMARY,
        "NOMORNIK NOMORKK NAMALENGKAP JENISKELAMIN STATUSPERKAWINAN TPS",
    ),
)


def layout_of(keys: frozenset[str]) -> Layout | None:
    """The layout all of whose signs are among the headings; the one with most signs."""
    fitting = [layout for layout in LAYOUTS if layout.signs <= keys]
    return max(fitting, key=lambda layout: len(layout.signs), default=None)


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one sheet is read; every part of it is a proposal that a person may change.

    Rows count from 1 as in the spreadsheet, columns from 0.
    """

    sheet: str
    header_row: int
    first_row: int
    columns: Table[Column, int]
    headings: tuple[str, ...] = ()
    layout: Layout | None = None
    sex_codes: Table[str, Sex] = field(default_factory=lambda: SEX_CODES)
    marital_codes: Table[str, Marital] = field(default_factory=dict)

    def with_column(self, column: Column, index: int | None) -> "Mapping":
        """The same mapping with that column read from there, or from nowhere; a place serves one column."""
        kept = {name: at for name, at in self.columns.items() if name is not column and at != index}
        return replace(self, columns=kept if index is None else {**kept, column: index})

    def with_marital_codes(self, codes: Table[str, Marital]) -> "Mapping":
        """The same mapping with the legend of the numbers for the marital status."""
        return replace(self, marital_codes=codes)

    def shown(self) -> tuple[tuple[str, str, Column | None], ...]:
        """Every column as a person checks it: its letters, its heading, and what it is read as."""
        read = {at: column for column, at in self.columns.items()}
        return tuple((letters_of(at), heading, read.get(at)) for at, heading in enumerate(self.headings))
