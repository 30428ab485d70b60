"""Each kind of trouble in a few words, for counts; what is said of a single cell stands in `troubles`."""

from collections.abc import Mapping as Table

from pilkades.base.language import Text
from pilkades.register.troubles import Kind, Weight

WEIGHTS: Table[Weight, Text] = {
    Weight.REPAIR: Text("menunggu perbaikan", "waiting for a repair"),
    Weight.LOOK: Text("dipakai, perlu dilihat", "used, to be looked at"),
}

KINDS: Table[Kind, Text] = {
    Kind.NO_HEADER: Text("lembar tanpa baris judul", "sheet without a header row"),
    Kind.NO_COLUMN: Text("kolom yang tidak ditemukan", "column not found"),
    Kind.DOUBLE_COLUMN: Text("kolom yang ada dua kali", "column that is there twice"),
    Kind.NOT_A_VOTER: Text("baris yang bukan pemilih", "row that is no voter's"),
    Kind.CELL_ERROR: Text("rumus tanpa nilai", "formula without a value"),
    Kind.NAME_MISSING: Text("nama kosong", "name missing"),
    Kind.NAME_DIGITS: Text("nama memuat angka", "name with digits"),
    Kind.NAME_LATE: Text("nama memuat “alm”", "name that says “late”"),
    Kind.NIK_MISSING: Text("NIK belum diisi", "NIK missing"),
    Kind.NIK_LENGTH: Text("NIK tidak 16 angka", "NIK not of 16 digits"),
    Kind.NIK_SIGNS: Text("NIK memuat tanda lain", "NIK with other signs"),
    Kind.NIK_COVERED: Text("NIK ditutup bintang", "NIK covered by asterisks"),
    Kind.NIK_LOST_DIGITS: Text("NIK kehilangan angka", "NIK that lost digits"),
    Kind.NIK_LAST_ZERO: Text("NIK berakhir 0 sebagai angka", "NIK stored as a number ending in 0"),
    Kind.NIK_REMARK: Text("NIK berbeda dari isi barisnya", "NIK unlike the rest of its row"),
    Kind.NIK_REPEATED: Text("NIK yang sama di dua baris", "same NIK in two rows"),
    Kind.KK_UNREADABLE: Text("nomor KK tidak terbaca", "KK number not readable"),
    Kind.SEX_UNKNOWN: Text("jenis kelamin tidak dikenal", "sex not known"),
    Kind.MARITAL_UNKNOWN: Text("status perkawinan tidak dikenal", "marital status not known"),
    Kind.MARITAL_CODE: Text("angka status perkawinan tanpa arti", "number for marriage without a meaning"),
    Kind.BIRTH_MISSING: Text("tanggal lahir belum diisi", "birth date missing"),
    Kind.BIRTH_NOTATION: Text("tanggal lahir tidak terbaca", "birth date not readable"),
    Kind.BIRTH_IMPOSSIBLE: Text("tanggal lahir tidak ada di kalender", "birth date that does not exist"),
    Kind.BIRTH_MONTH_FIRST: Text("tanggal lahir dengan bulan di depan", "birth date with the month first"),
    Kind.BIRTH_CENTURY: Text("tahun lahir dua angka dengan dua arti", "two-digit year with two meanings"),
    Kind.BIRTH_FUTURE: Text("lahir sesudah hari pemungutan suara", "born after the polling day"),
    Kind.BIRTH_OLD: Text("umur lebih dari 115 tahun", "older than 115"),
    Kind.BIRTH_PARTIAL: Text("tanggal lahir belum lengkap", "birth date not complete"),
    Kind.DATE_NOTATION: Text("tanggal lain tidak terbaca", "other date not readable"),
    Kind.AREA_NOTATION: Text("RT atau RW bukan angka", "RT or RW not a number"),
    Kind.DISABILITY_UNKNOWN: Text("ragam disabilitas belum dikenal", "kind of disability not known"),
    Kind.CITIZENSHIP_UNKNOWN: Text("kewarganegaraan tidak dikenal", "citizenship not known"),
    Kind.REMARK_REPORT: Text("keterangan meninggal atau pindah", "remark of a death or removal"),
}
"""In the order of `Kind`."""
