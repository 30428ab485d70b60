"""What can be wrong in the configuration, and what to do: one pair of texts for each."""

from collections.abc import Mapping
from typing import TypeAlias

from pilkades.base.language import Text

Problem: TypeAlias = tuple[Text, Text]

UNKNOWN_KEY: Problem = (
    Text("Kunci ini tidak dikenal.", "This key is not known."),
    Text(
        "Periksa ejaannya. Kunci yang dikenal: {keys}.",
        "Check its spelling. The keys that are known: {keys}.",
    ),
)
NOT_TOML: Problem = (
    Text("Berkas tidak dapat dibaca sebagai TOML: {reason}.", "The file cannot be read as TOML: {reason}."),
    Text("Perbaiki baris yang disebut.", "Put the named line right."),
)
NOT_A_PLACE: Problem = (
    Text("Berkas pengaturan ini tidak ada.", "This file of settings is not there."),
    Text("Tulis tempat berkas yang ada, atau hapus nilainya.", "Write where it is, or take the value away."),
)
NOT_YES_OR_NO: Problem = (
    Text("Nilai ini bukan ya atau tidak.", "This value is neither yes nor no."),
    Text("Tulis true atau false.", "Write true or false."),
)
NOT_WORDS: Problem = (
    Text("Nilai ini kosong atau bukan teks.", "This value is empty or no text."),
    Text("Isi dengan teks, atau hapus kuncinya.", "Fill in a text, or take the key away."),
)
NOT_SEVERAL: Problem = (
    Text("Nilai ini bukan daftar nama.", "This value is no list of names."),
    Text(
        'Di berkas tulis ["satu", "dua"]; di lingkungan tulis satu,dua.',
        'In the file write ["one", "two"]; in the environment write one,two.',
    ),
)
NOT_A_ZONE: Problem = (
    Text("Zona waktu ini tidak dikenal.", "This time zone is not known."),
    Text(
        "Tulis Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.",
        "Write Asia/Jakarta, Asia/Makassar or Asia/Jayapura.",
    ),
)
NOT_A_DATABASE: Problem = (
    Text("Alamat basis data ini tidak dapat dibaca.", "This address of a database cannot be read."),
    Text(
        "Tulis sqlite:///tempat/berkas.sqlite3 atau postgresql://pengguna:sandi@server:5432/nama.",
        "Write sqlite:///place/file.sqlite3 or postgresql://user:password@server:5432/name.",
    ),
)
NOT_A_MAIL_SERVER: Problem = (
    Text("Alamat server surel ini tidak dapat dibaca.", "This address of a mail server cannot be read."),
    Text(
        "Tulis smtp://server:25 atau smtps://pengguna:sandi@server:465.",
        "Write smtp://server:25 or smtps://user:password@server:465.",
    ),
)
NOT_A_NUMBER: Mapping[int, Problem] = {
    most: (
        Text("Nilai ini bukan bilangan bulat yang dapat dipakai.", "This value is no usable whole number."),
        Text("Tulis bilangan dari 1 sampai {most}.", "Write a number from 1 to {most}.").fill(most=most),
    )
    for most in (24, 200)
}
DEMONSTRATION_IN_EARNEST: Problem = (
    Text(
        "Mode peragaan membuka semua akun tanpa sandi, sedangkan debug mati.",
        "Demonstration mode opens every account without a password, while debug is off.",
    ),
    Text(
        "Matikan peragaan. Untuk peragaan di komputer sendiri, nyalakan debug.",
        "Turn demonstration off. To demonstrate on your own computer, turn debug on.",
    ),
)
NO_SECRET: Problem = (
    Text("Kunci rahasia situs ini belum ada.", "This site has no secret key yet."),
    Text(
        "Jalankan python -m pilkades.web new_secret_key sekali; kuncinya disimpan di folder data.",
        "Run python -m pilkades.web new_secret_key once; it is kept in the data folder.",
    ),
)
SHORT_SECRET: Problem = (
    Text("Kunci rahasia ini terlalu pendek.", "This secret key is too short."),
    Text(
        "Hapus nilainya dan jalankan python -m pilkades.web new_secret_key.",
        "Take the value away and run python -m pilkades.web new_secret_key.",
    ),
)
NOT_A_KEY: Problem = (
    Text("Kunci daftar pemilih ini tidak terbaca.", "A key of the voter register cannot be read."),
    Text(
        "Tulis tiap kunci seperti di berkas voter_keys: 32 bita dalam base64, yang terbaru paling akhir.",
        "Write each key as the file voter_keys does: 32 bytes in base64, the newest last.",
    ),
)
NO_HOSTS: Problem = (
    Text("Nama situs ini belum ditulis.", "The name of this site is not written yet."),
    Text("Tulis nama atau alamat yang diketik orang.", "Write the name or address that people type."),
)
NOT_A_DAY: Problem = (
    Text("Nilai ini bukan tanggal.", "This value is no date."),
    Text("Tulis tahun-bulan-hari, misalnya 2026-10-03.", "Write year-month-day, such as 2026-10-03."),
)
DAY_WITHOUT_DEMONSTRATION: Problem = (
    Text("Tanggal peragaan ditulis, sedangkan ini bukan peragaan.", "A demonstration's day without one."),
    Text("Hapus tanggal itu.", "Take the day away."),
)
