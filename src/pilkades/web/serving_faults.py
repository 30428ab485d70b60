"""What can keep a site from being served, and what to do: one pair of texts for each."""

from pilkades.base.language import Text
from pilkades.web.config_faults import Problem

PORT_TAKEN: Problem = (
    Text(
        "Alamat {address} sudah dipakai program lain.",
        "Another program already uses the address {address}.",
    ),
    Text(
        "Tutup program itu, atau pilih nomor lain dengan --port.",
        "Close that program, or choose another number with --port.",
    ),
)
PORT_CLOSED: Problem = (
    Text("Alamat {address} tidak dapat dibuka ({reason}).", "Address {address} cannot be opened ({reason})."),
    Text(
        "Pilih nomor di atas 1024 dengan --port, dan alamat komputer ini dengan --host.",
        "Choose a number above 1024 with --port, and an address of this computer with --host.",
    ),
)
NO_PORT: Problem = (
    Text("{port} bukan nomor port.", "{port} is no port number."),
    Text("Tulis bilangan dari 1 sampai 65535.", "Write a number from 1 to 65535."),
)
FOLDER_CLOSED: Problem = (
    Text("Folder data ini tidak dapat ditulis.", "This data folder cannot be written to."),
    Text(
        "Beri izin tulis, atau pilih folder lain dengan PILKADES_DATA.",
        "Give leave to write, or choose another folder with PILKADES_DATA.",
    ),
)
DATABASE_LOCKED: Problem = (
    Text("Basis data sedang dipakai program lain.", "Another program is using the database."),
    Text("Tutup program itu, lalu jalankan lagi.", "Close that program, then run this again."),
)
DATABASE_CLOSED: Problem = (
    Text("Basis data tidak dapat dibuka ({reason}).", "The database cannot be opened ({reason})."),
    Text(
        "Periksa PILKADES_DATABASE, izin berkas, dan apakah servernya berjalan.",
        "Check PILKADES_DATABASE, who may read the file, and whether its server runs.",
    ),
)
NOT_A_DEMONSTRATION: Problem = (
    Text("Ini bukan mode peragaan.", "This is no demonstration."),
    Text("Jalankan pilkades demo.", "Run pilkades demo."),
)
HELD_BY_OTHERS: Problem = (
    Text(
        "Basis data ini memuat data yang bukan peragaan. Tidak ada yang diubah.",
        "This database holds data that no demonstration made. Nothing was changed.",
    ),
    Text(
        "Pilih folder lain dengan PILKADES_DATA, atau pindahkan berkas itu.",
        "Choose another folder with PILKADES_DATA, or move that file away.",
    ),
)
ALREADY_SHOWN: Problem = (
    Text("Peragaan lain sedang berjalan di folder ini.", "Another demonstration is running in this folder."),
    Text("Hentikan yang itu, atau pilih folder lain.", "Stop that one, or choose another folder."),
)
