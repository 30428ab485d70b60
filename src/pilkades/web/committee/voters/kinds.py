"""What each kind of fault is called above the rows that have it."""

from collections.abc import Mapping

from pilkades.base.language import Text
from pilkades.register.troubles import Kind

KINDS: Mapping[Kind, Text] = {
    Kind.NO_HEADER: Text("Baris judul tidak ditemukan", "No header row was found"),
    Kind.NO_COLUMN: Text("Kolom yang diperlukan belum ditunjuk", "A needed column is not named yet"),
    Kind.DOUBLE_COLUMN: Text("Kolom dengan judul yang sama", "Columns with the same heading"),
    Kind.NOT_A_VOTER: Text("Baris yang bukan pemilih", "Rows that are no voters"),
    Kind.CELL_ERROR: Text("Rumus tanpa nilai", "Formulas without a value"),
    Kind.NAME_MISSING: Text("Nama kosong", "Name missing"),
    Kind.NAME_DIGITS: Text("Nama memuat angka", "Name with digits"),
    Kind.NAME_LATE: Text("Nama memuat “alm”", "Name that says “late”"),
    Kind.NIK_MISSING: Text("NIK belum diisi", "NIK missing"),
    Kind.NIK_LENGTH: Text("NIK bukan 16 angka", "NIK without 16 digits"),
    Kind.NIK_SIGNS: Text("NIK memuat tanda selain angka", "NIK with signs that are no digits"),
    Kind.NIK_COVERED: Text("NIK tertutup bintang", "NIK covered by asterisks"),
    Kind.NIK_LOST_DIGITS: Text("Angka NIK hilang oleh Excel", "Digits of the NIK lost by Excel"),
    Kind.NIK_LAST_ZERO: Text("Angka terakhir NIK mungkin hilang", "Last digit of the NIK may be lost"),
    Kind.NIK_REMARK: Text("NIK perlu dicocokkan", "NIK to compare"),
    Kind.NIK_REPEATED: Text("NIK yang sama pada baris lain", "NIK that another row has too"),
    Kind.KK_UNREADABLE: Text("Nomor KK bukan 16 angka", "KK number without 16 digits"),
    Kind.SEX_UNKNOWN: Text("Jenis kelamin tidak terbaca", "Sex that cannot be read"),
    Kind.MARITAL_UNKNOWN: Text("Status perkawinan tidak terbaca", "Marital status that cannot be read"),
    Kind.MARITAL_CODE: Text("Arti angka status perkawinan", "Meaning of the marital numbers"),
    Kind.BIRTH_MISSING: Text("Tanggal lahir belum diisi", "Birth date missing"),
    Kind.BIRTH_NOTATION: Text("Tanggal lahir tidak terbaca", "Birth date that cannot be read"),
    Kind.BIRTH_IMPOSSIBLE: Text("Tanggal lahir tidak ada di kalender", "Birth date not in the calendar"),
    Kind.BIRTH_MONTH_FIRST: Text("Tanggal lahir dengan bulan di depan", "Birth date with the month first"),
    Kind.BIRTH_CENTURY: Text("Tahun lahir dua angka", "Birth year of two digits"),
    Kind.BIRTH_FUTURE: Text("Lahir sesudah pemungutan suara", "Born after the poll"),
    Kind.BIRTH_OLD: Text("Umur sangat tinggi", "Very old by the birth date"),
    Kind.BIRTH_PARTIAL: Text("Tanggal lahir belum lengkap", "Birth date not complete"),
    Kind.DATE_NOTATION: Text("Tanggal lain tidak terbaca", "Other dates that cannot be read"),
    Kind.AREA_NOTATION: Text("RT atau RW tidak terbaca", "RT or RW that cannot be read"),
    Kind.DISABILITY_UNKNOWN: Text("Ragam disabilitas belum dikenal", "Kind of disability not known"),
    Kind.CITIZENSHIP_UNKNOWN: Text("Kewarganegaraan tidak terbaca", "Citizenship that cannot be read"),
    Kind.REMARK_REPORT: Text("Keterangan dibaca sebagai laporan", "Remark read as a report"),
}
