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
    # of pairs
    "search-runs": Text(
        "Pencarian baris yang mirip sedang berjalan. Tunggu sampai selesai, atau hentikan dulu.",
        "A search for rows that are alike is under way. Wait for its end, or stop it first.",
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
    # of changes by hand
    "row-changed": Text(
        "Sementara Anda menulis, orang lain mengubah baris ini. Baca yang baru, lalu ubah lagi.",
        "While you wrote, somebody else changed this row. Read the new one, then change it again.",
    ),
    "draft-changed": Text(
        "Sementara Anda membaca, orang lain mengubah daftar. Baca susunan yang baru, lalu tetapkan.",
        "While you read, somebody else changed the register. Read the new draft, then fix it.",
    ),
    "nothing-changed": Text("Belum ada yang diubah pada baris ini.", "Nothing was changed in this row yet."),
    "change-without-reason": Text("Tulis alasan perubahan ini.", "Write the reason of this change."),
    "name-missing": Text("Isi nama seperti di KTP atau KK.", "Fill in the name as on the card."),
    "nik-on-register": Text(
        "NIK ini sudah ada dalam daftar. Cari orangnya, lalu perbaiki barisnya.",
        "This NIK is on the register already. Look for the person, then correct that row.",
    ),
    "not-your-area": Text(
        "Anda mendata RT {areas}. Minta panitia mencatat RT lain.",
        "You register RT {areas}. Ask the committee to enter another RT.",
    ),
    # of decisions on pairs
    "pair-of-one": Text("Pilih dua orang yang berbeda.", "Choose two different persons."),
    "nothing-to-undo": Text(
        "Belum ada keputusan yang dapat dibatalkan untuk dua orang ini.",
        "There is no decision on these two to take back.",
    ),
    "not-in-group": Text(
        "Orang ini belum dinyatakan sama dengan orang lain. Putuskan pasangannya dahulu.",
        "This person is not decided to be the same as another yet. Decide on the pair first.",
    ),
    "group-contradicted": Text(
        "{count} keputusan saling bertentangan. Periksa lagi keputusan itu dahulu.",
        "{count} decisions contradict each other. Look at these again first.",
    ),
    "group-asked": Text(
        "{count} pasangan masih perlu ditanyakan. Putuskan dahulu.",
        "{count} pairs are still to be asked. Decide on these first.",
    ),
    # of questions and objections
    "asked-too-often": Text(
        "Terlalu banyak pertanyaan dari sini. Coba lagi {minutes} menit lagi, atau tanyakan kepada panitia.",
        "Too many questions came from here. Try again in {minutes} minutes, or ask the committee.",
    ),
    "objection-without-words": Text("Tulis apa yang perlu diperbaiki.", "Write what is to be put right."),
    "objection-too-long": Text("Tulis paling banyak {most} huruf.", "Write {most} letters at most."),
    "export-without-reason": Text(
        "Tulis untuk apa {list} diambil; alasan itu dicatat dan tercetak.",
        "Write what the {list} is taken for; the reason is kept and printed.",
    ),
    "ruling-before-filing": Text(
        "Usul ini masuk {filed}; keputusan tidak dapat bertanggal {decided}.",
        "This was filed on {filed}; it cannot be decided on {decided}.",
    ),
    "ruling-without-reason": Text(
        "Tulis alasan menolak usul ini; warga membacanya.",
        "Write why this is turned down; the citizen reads it.",
    ),
    "late-not-served": Text(
        "Usul ini masuk sesudah waktunya, dan teks menyebut usul terlambat tidak dilayani.",
        "This came after its time, and the text says that late proposals are not served.",
    ),
    "served-in-time": Text(
        "Usul ini masuk pada waktunya. Putuskan isinya.",
        "This came in time. Decide on the matter itself.",
    ),
    "late-without-basis": Text(
        "Usul ini mungkin terlambat dan teks tidak mengaturnya. Tulis dasar panitia.",
        "This may be late and the text does not rule on it. Write the committee's basis.",
    ),
    "dpt-closed": Text(
        "DPT sudah ditetapkan. Hanya pemilih yang meninggal dunia diberi catatan.",
        "The DPT is adopted. Only the death of a voter is noted.",
    ),
    "dpt-change-without-basis": Text(
        "Teks yang dibaca tidak mengatur perubahan DPT. Tulis dasar panitia.",
        "The text read does not rule on changes of the DPT. Write the committee's basis.",
    ),
    "reference-range": Text(
        "Nomor usul tidak dapat dibuat. Coba lagi.", "No number could be made. Try again."
    ),
    "reference-signs": Text(
        "Nomor usul tidak memuat tanda {signs}. Periksa lagi suratnya.",
        "A number holds none of these signs: {signs}. Look at your paper again.",
    ),
    "reference-length": Text(
        "Nomor usul terdiri dari {asked} tanda; yang ditulis {signs}.",
        "A number has {asked} signs; {signs} were written.",
    ),
    "reference-mistyped": Text(
        "Nomor usul ini salah ketik. Periksa lagi suratnya.",
        "A sign of this number is wrong. Look at your paper again.",
    ),
    # of lists
    "voters-undecided": Text(
        "Syarat {people} orang belum dapat dipastikan. Pilih apakah mereka masuk daftar.",
        "Whether {people} persons qualify is not certain. Choose whether they stand on the list.",
    ),
    "nobody-listed": Text(
        "Belum ada orang yang dapat masuk daftar ini.", "There is nobody yet who can stand on this list."
    ),
    "no-dps": Text("Tetapkan DPS dahulu.", "Fix the DPS first."),
    "no-dpt": Text("DPT belum ditetapkan.", "The DPT is not adopted yet."),
    "dpt-adopted": Text(
        "DPT sudah ditetapkan. Hanya pemilih yang meninggal dunia diberi catatan.",
        "The DPT is adopted. Only the death of a voter is noted.",
    ),
    "lists-behind": Text(
        "{people} orang berubah sesudah DPS atau DPTb ditetapkan. Tetapkan daftar itu lagi dahulu.",
        "{people} persons changed since DPS or DPTb were fixed. Fix these lists again first.",
    ),
    "died-later": Text("Tanggal {died} belum tiba.", "The day {died} has not come yet."),
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
