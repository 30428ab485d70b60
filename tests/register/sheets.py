"""Small sheets in the layouts that villages have; every person in them is made up."""

from collections.abc import Sequence

from pilkades.register.cells import Cell, Sheet

# Area codes 99 and 88 belong to no province. A number cell can hold the second kind whole.
NIK = "9901021205800003"
NIK_OF_HER = "9901025405810004"
KK = "9901020101100001"


def sheet(*rows: Sequence[Cell], name: str = "Lembar1") -> Sheet:
    """A sheet of these rows."""
    return Sheet(name, tuple(tuple(row) for row in rows))


PLAIN_HEADER: list[Cell] = [
    *("NO", "NAMA", "NIK", "NO KK", "JENIS KELAMIN", "TEMPAT LAHIR", "TANGGAL LAHIR", "STATUS PERKAWINAN"),
    *("ALAMAT", "RT", "RW", "DUSUN", "DISABILITAS", "PEKERJAAN", "KEWARGANEGARAAN", "KETERANGAN"),
]
PLAIN_ROW: dict[str, Cell] = {
    "NO": 1,
    "NAMA": "Contoh Satu",
    "NIK": NIK,
    "NO KK": KK,
    "JENIS KELAMIN": "L",
    "TEMPAT LAHIR": "Contohan",
    "TANGGAL LAHIR": "12-05-1980",
    "STATUS PERKAWINAN": "S",
    "ALAMAT": "Jalan Contoh 1",
    "RT": "001",
    "RW": "002",
    "DUSUN": "Melati",
    "DISABILITAS": None,
    "PEKERJAAN": "PETANI",
    "KEWARGANEGARAAN": "WNI",
    "KETERANGAN": None,
}


def plain(**changes: Cell) -> list[Cell]:
    """A row under `PLAIN_HEADER`; cells are named with _ for a space."""
    cells = PLAIN_ROW | {key.replace("_", " "): value for key, value in changes.items()}
    assert cells.keys() == PLAIN_ROW.keys()
    return [cells[str(heading)] for heading in PLAIN_HEADER]


# The export of OpenSID (its view `dpt_cetak`): an HTML table of texts, with `-` for nothing.
OPENSID = sheet(
    ["DAFTAR CALON PEMILIH UNTUK TANGGAL PEMILIHAN 03-02-2027"],
    [],
    [
        *("No", "No. KK", "NIK", "Tag Id Card", "Nama", "Alamat", "Dusun", "RW", "RT", "Jenis Kelamin"),
        *(
            "Tempat Lahir",
            "Tanggal Lahir",
            "Umur Pada 03-02-2027",
            "Agama",
            "Pendidikan (dlm KK)",
            "Pekerjaan",
        ),
        *("Kawin", "Hub. Keluarga", "Nama Ayah", "Nama Ibu"),
    ],
    [
        *("1", KK, NIK, "-", "CONTOH SATU", "Jalan Contoh 1", "MELATI", "-", "004", "LAKI-LAKI", "CONTOHAN"),
        *(
            "12 Mei 1980",
            "46",
            "-",
            "-",
            "TENTARA NASIONAL INDONESIA (TNI)",
            "KAWIN",
            "KEPALA KELUARGA",
            "-",
            "-",
        ),
    ],
    [
        *("2", KK, NIK_OF_HER, "-", "CONTOH DUA", "Jalan Contoh 1", "MELATI", "-", "004", "PEREMPUAN"),
        *("CONTOHAN", "14 Mei 1981", "45", "-", "-", "PETANI", "CERAI MATI", "ISTRI", "-", "-"),
    ],
)

SIAK = sheet(
    [
        "NIK",
        "NO_KK",
        "NAMA_LGKP",
        "JENIS_KLMIN",
        "TMPT_LHR",
        "TGL_LHR",
        "STAT_KWN",
        "ALAMAT",
        "NO_RT",
        "NO_RW",
    ],
    [NIK, KK, "CONTOH SATU", 1, "CONTOHAN", "12-05-1980", "BELUM KAWIN", "JALAN CONTOH", 1.0, 2.0],
)

# Model A-KWK: a header of two rows with merged cells, then a row that numbers the columns.
A_KWK = sheet(
    ["DAFTAR PEMILIH"],
    ["DESA : CONTOHAN"],
    [
        *("NO", "NKK", "NIK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "STATUS (B/S/P)", "L/P", "ALAMAT"),
        *(None, None, "DISABILITAS", "KETERANGAN"),
    ],
    [*[None] * 5, "(dd|mm|yyyy)", None, None, "JALAN/DUKUH", "RT", "RW", None, None],
    [float(number) for number in range(1, 14)],
    [1.0, KK, NIK, "CONTOH SATU", "CONTOHAN", "12|05|1980", "S", "L", "MELATI", "001", "002", None, None],
    [
        *("NO", "NKK", "NIK", "NAMA", "TEMPAT LAHIR", "TANGGAL LAHIR", "STATUS (B/S/P)", "L/P", "ALAMAT"),
        *(None, None, "DISABILITAS", "KETERANGAN"),
    ],
    [
        *(2.0, KK, NIK_OF_HER, "CONTOH DUA", "CONTOHAN", "14|05|1981", "P", "P", "MELATI", "001", "002"),
        *("Netra", None),
    ],
)

A1_DP_1 = sheet(
    [
        *("TPS", "No", "No KK", "NIK", "Nama", "Tempat lahir", "Tgl lahir", "Usia", "L/P", "Pekerjaan"),
        *("Status", "Alamat", "Kel/Desa", "Kec", "Kab/Kota", "Jenis Disabilitas"),
    ],
    [
        *("1", 1, KK, NIK, "Contoh Satu", "Contohan", "12/05/80", 46, "L", "Petani", "S", "Jalan Contoh"),
        *("Contohan", "Contoh", "Contoh", "Rungu"),
    ],
)

# The list of a village: eight rows of title and legend, header on row 9, the date in three cells.
NUMBERED_NIK = 8801021205800003.0
VILLAGE_DPT = sheet(
    *([f"baris {number}"] for number in range(1, 6)),
    ["L/P", "1 = LAKI-LAKI", "2 = PEREMPUAN"],
    ["STS NIKAH", "0 = BELUM", "1 = MENIKAH", "2 = PERNAH"],
    [],
    [
        *("NO", "NIK", "NOKK", "NAMA LENGKAP", "L/P", "TMP LAHIR", "TGL", "BULAN", "TAHUN", "KODE DUSUN"),
        *("RT", "RW", "STS NIKAH", "NO UND"),
    ],
    [
        1.0,
        NUMBERED_NIK,
        8801020101100001.0,
        "CONTOH SATU",
        1.0,
        "CONTOHAN",
        12.0,
        5.0,
        1980.0,
        1.0,
        "001",
        "002",
        1.0,
    ],
    [
        2.0,
        8801025405810004.0,
        8801020101100001.0,
        "CONTOH DUA",
        2.0,
        "CONTOHAN",
        14.0,
        "MEI",
        1981.0,
        1.0,
        "001",
        "002",
        2.0,
    ],
    [
        3.0,
        8801021205820005.0,
        8801020101100001.0,
        "CONTOH TIGA",
        1.0,
        "CONTOHAN",
        12.0,
        5.0,
        1982.0,
        1.0,
        "001",
        "002",
        0.0,
    ],
    name="RW 001",
)

COMMITTEE_EXPORT = sheet(
    [
        *("No", "Nomor NIK", "Nomor KK", "Nama Lengkap", "Jenis Kelamin", "Tempat Lahir", "Tanggal Lahir"),
        *("Status Perkawinan", "Alamat", "RT", "RW", "Desa", "Kecamatan", "TPS", "Status"),
    ],
    [
        *(
            "1",
            f"'{NIK}",
            f"'{KK}",
            "Contoh Satu",
            "Laki-laki",
            "Contohan",
            "1980-05-12",
            "B",
            "Jalan Contoh",
        ),
        *("1", "2", "Contohan", "Contoh", "3", "aktif"),
    ],
)
