"""The sentence for each code of the voter register: what happened, and what to do."""

from collections.abc import Mapping

from pilkades.base.language import Text

REGISTER_MESSAGES: Mapping[str, Text] = {
    # of numbers of persons; what was typed is never said
    "nik-notation": Text(
        "NIK terdiri dari 16 angka; yang ditulis {digits} angka. Lihat KTP atau KK.",
        "A NIK has 16 digits; {digits} were written. See the identity card or family card.",
    ),
    "kk-notation": Text(
        "Nomor KK terdiri dari 16 angka; yang ditulis {digits} angka. Lihat kartu keluarga.",
        "A family card's number has 16 digits; {digits} were written. See the card.",
    ),
    # of files
    "list-empty": Text(
        "Berkas {name} kosong. Pilih berkas lain.", "The file {name} is empty. Choose another."
    ),
    "list-too-large": Text(
        "Berkas {name} berukuran {megabytes} MB; paling besar {most} MB. Bagi menjadi beberapa berkas.",
        "The file {name} is of {megabytes} MB; at most {most} MB may be brought. Part it into several files.",
    ),
    "rows-waiting": Text(
        "{rows} baris belum dapat dipakai. Perbaiki berkasnya, atau ambil tanpa baris itu.",
        "{rows} rows cannot be used yet. Repair the file, or take it without these rows.",
    ),
    "nothing-to-take": Text(
        "Tidak ada baris yang dapat diambil dari berkas ini. Periksa pembacaan kolomnya.",
        "No row of this file can be taken. Check how its columns are read.",
    ),
    "register-busy": Text(
        "Daftar sedang diisi dari berkas. Tunggu sampai selesai, lalu ulangi.",
        "The register is being filled from a file. Wait until that is done, then do this again.",
    ),
    # of lists
    "listed-twice": Text(
        "Seseorang tercatat dua kali dalam daftar ini. Periksa orang yang sama, lalu tetapkan lagi.",
        "Somebody stands on this list twice. Look through the same persons, then fix it again.",
    ),
    "not-listed": Text(
        "Orang ini tidak ada dalam daftar yang dimaksud.", "This person is not on the list that is meant."
    ),
    "removal-without-reason": Text(
        "{count} orang keluar dari daftar tanpa alasan. Isi alasan untuk setiap orang.",
        "{count} persons left the list without a reason. Give the reason for each.",
    ),
    "death-noted": Text(
        "Catatan meninggal untuk orang ini sudah ada.", "The death of this person is noted already."
    ),
}
