"""The sentence for each code: what happened, and what to do."""

from collections.abc import Mapping

from pilkades.acts.act import KINDS
from pilkades.acts.payload import OFFICES, Office, Payload
from pilkades.base.errors import PilkadesError
from pilkades.base.language import Text
from pilkades.web.core.frame import ROLES
from pilkades.web.core.messages_polling import POLLING_MESSAGES
from pilkades.web.core.messages_register import REGISTER_MESSAGES
from pilkades.web.core.models import Role

MESSAGES: Mapping[str, Text] = {
    # of the record
    "record-changed": Text(
        "Sementara Anda menulis, {acts} tindakan lain tercatat. Tulisan Anda belum disimpan. "
        "Baca yang baru, lalu simpan lagi.",
        "While you wrote, {acts} other acts were recorded. Yours is not saved yet. "
        "Read the new ones, then save again.",
    ),
    "wrong-previous": Text(
        "Catatan yang Anda lihat bukan catatan ini. Buka lagi halamannya.",
        "The record you looked at is not this one. Open the page again.",
    ),
    "act-id-taken": Text(
        "Nomor tindakan ini sudah dipakai untuk isi lain. Buka formulir baru.",
        "This act's id already stands for other content. Open a new form.",
    ),
    "act-id": Text(
        "Nomor tindakan ini tidak terbaca. Buka formulir baru.",
        "This act's id cannot be read. Open a new form.",
    ),
    "unknown-kind": Text(
        "Jenis tindakan ini tidak dikenal. Buka formulir baru.",
        "This kind of act is not known. Open a new form.",
    ),
    "unknown-fact": Text(
        "Tindakan ini tidak memuat hal itu. Buka formulir baru.",
        "This act does not hold that fact. Open a new form.",
    ),
    "fact-type": Text(
        "Nilai untuk {fact} tidak sesuai. Periksa bentuknya.",
        "The value of {fact} does not fit. Check its form.",
    ),
    "fact-not-exact": Text(
        "Nilai untuk {fact} tidak dapat disimpan persis. Tulis lebih sederhana.",
        "The value of {fact} cannot be kept exactly. Write it more simply.",
    ),
    "fact-not-stated": Text("Isi {fact}, atau hapus barisnya.", "Fill in {fact}, or take its line out."),
    "recorded-instant": Text(
        "Waktu pencatatan {recorded} tidak terbaca. Tulis dengan zona WIB, WITA, atau WIT.",
        "The time of recording {recorded} cannot be read. Write it with the zone of WIB, WITA or WIT.",
    ),
    "document-digest": Text(
        "Sidik dokumen {document} tidak terbaca. Lampirkan lagi.",
        "The digest of {document} cannot be read. Attach it again.",
    ),
    "correction-without-act": Text(
        "Tindakan yang hendak dikoreksi tidak ada dalam catatan ini.",
        "The act to be corrected is not in this record.",
    ),
    "correction-of-another-kind": Text(
        "Koreksi harus sejenis dengan tindakan yang dikoreksi.",
        "A correction must be of the same kind as the act it corrects.",
    ),
    "correction-without-change": Text(
        "Sebut sedikitnya satu hal yang dikoreksi.", "Name at least one fact to correct."
    ),
    "correction-without-reason": Text("Isi alasan pembetulan.", "Enter the reason of the correction."),
    "digest-differs": Text(
        "Sidik yang dikirim tidak cocok dengan isinya. Kirim lagi dari perangkat asal.",
        "The digest that was sent does not fit the content. Send it again from its device.",
    ),
    "signature-wrong": Text(
        "Tanda tangan digital tidak cocok dengan isinya. Tanda tangani lagi.",
        "The digital signature does not fit the content. Sign again.",
    ),
    "no-such-act": Text("Tindakan ini tidak ada dalam catatan.", "This act is not in the record."),
    "not-canonical": Text(
        "Ada isi yang tidak dapat disimpan persis. Perkecil angkanya atau sederhanakan kata-katanya.",
        "Something cannot be kept exactly. Write a smaller number or simpler words.",
    ),
    "not-plain": Text("Nilai ini tidak dapat disimpan.", "This value cannot be kept."),
    "office-not-yours": Text(
        "Anda tidak mencatat tindakan untuk jabatan ini. Minta pejabatnya atau ketua panitia mencatatnya.",
        "You do not record acts of this office. Ask the office or the committee's chair to record it.",
    ),
    "year-out-of-reach": Text("Periksa tahun pada {fact}: {date}.", "Check the year of {fact}: {date}."),
    # of the draft of a timetable
    "draft-changed": Text(
        "Sementara Anda mengubah jadwal, orang lain mengubahnya {moves} kali. Perubahan Anda belum disimpan. "
        "Baca perubahan itu, lalu simpan lagi.",
        "While you changed the timetable, others changed it {moves} times. Your change is not saved yet. "
        "Read theirs, then save again.",
    ),
    "no-such-step": Text(
        "Langkah {step} tidak ada dalam jadwal ini. Buka lagi halamannya.",
        "The step {step} is not in this timetable. Open the page again.",
    ),
    # of papers
    "no-such-paper": Text(
        "Dokumen ini belum dilampirkan: {papers}. Lampirkan dahulu.",
        "These papers are not attached yet: {papers}. Attach them first.",
    ),
    "paper-empty": Text(
        "Berkas {name} kosong. Pilih berkas lain.", "The file {name} is empty. Choose another."
    ),
    "paper-too-large": Text(
        "Berkas {name} berukuran {megabytes} MB; paling besar {most} MB. Perkecil fotonya.",
        "The file {name} is of {megabytes} MB; at most {most} MB may be kept. Make the photo smaller.",
    ),
    "paper-kind": Text(
        "Berkas {name} bukan PDF, JPEG, atau PNG. Simpan sebagai salah satunya.",
        "The file {name} is no PDF, JPEG or PNG. Save it as one of these.",
    ),
    "view-without-reason": Text(
        "Tulis alasan melihat berkas pribadi ini; alasan itu dicatat.",
        "Write why you look at this personal paper; the reason is logged.",
    ),
    # of roles
    "grant-place": Text("Peran {role} tidak cocok dengan {place}.", "The role {role} does not fit {place}."),
    "grant-time": Text(
        "Masa tugas harus mulai sebelum berakhir dan belum lewat.",
        "The time of a role must begin before it ends, and must not be over.",
    ),
    "kinship-not-declared": Text(
        "Nyatakan dahulu apakah ada hubungan keluarga dengan calon.",
        "First declare whether there is kinship with a candidate.",
    ),
    "kinship-conflict": Text(
        "Orang yang berkerabat dengan calon tidak diberi peran panitia di sini. BPD menunjuk penggantinya.",
        "Kin of a candidate is given no role on the committee here. The BPD names another.",
    ),
    "roles-in-another-village": Text(
        "Orang ini bertugas di {village} sampai {until}. Akhiri tugas itu dahulu.",
        "This person has a role in {village} until {until}. End that role first.",
    ),
    "grant-ended": Text("Peran ini sudah berakhir.", "This role has ended already."),
    "end-without-reason": Text("Tulis alasan mengakhiri peran.", "Write why the role ends."),
    "invitation-not-good": Text(
        "Kode ini tidak dapat dipakai. Periksa hurufnya, atau minta kode baru.",
        "This code cannot be used. Check its letters, or ask for a new one.",
    ),
    "invitation-closed": Text(
        "Undangan untuk {invited} sudah dipakai, ditarik, atau lewat waktunya.",
        "The invitation of {invited} was used or withdrawn, or its time is over.",
    ),
    "user-name-form": Text(
        "Pakai 3 sampai 50 huruf kecil atau angka, tanpa spasi. Titik dan garis boleh.",
        "Use 3 to 50 small letters or digits, without blanks. Dots and dashes may be used.",
    ),
    "user-name-taken": Text(
        "Nama pengguna {username} sudah dipakai orang lain. Pilih yang lain.",
        "Somebody else has the user name {username}. Choose another.",
    ),
    "full-name-missing": Text(
        "Isi nama lengkap seperti di surat keputusan.", "Fill in the full name as the decree writes it."
    ),
    "password-code-without-reason": Text(
        "Tulis alasan memberi {person} kode kata sandi baru; alasan itu dicatat.",
        "Write why {person} is given a code for a new password; the reason is logged.",
    ),
    "staff-without-reason": Text("Tulis alasan membuka akses.", "Write why the access is opened."),
    # of a county's own values
    "values-changed": Text(
        "Nilai {county} berubah sementara Anda menulis. Buka lagi halamannya, lalu periksa.",
        "The values of {county} changed while you wrote. Open the page again, then check.",
    ),
    "value-without-reason": Text("Tulis alasan nilai ini dicatat.", "Write why this value is recorded."),
    "value-without-quote": Text(
        "Kutip bunyi naskahnya, atau pilih bukti lain.", "Quote the text itself, or choose other evidence."
    ),
    "no-such-value": Text(
        "Nilai ini tidak ada atau sudah dicabut.", "This value is not there or was withdrawn."
    ),
    # of long work
    "job-given-up": Text(
        "Pekerjaan ini terhenti {attempts} kali sebelum selesai. Hubungi penjaga situs.",
        "This work was broken off {attempts} times before its end. Ask whoever keeps the site.",
    ),
    "job-broke-off": Text(
        "Pekerjaan ini terhenti; tidak ada yang berubah. Coba lagi, atau hubungi penjaga situs.",
        "This work broke off; nothing was changed. Try again, or ask whoever keeps the site.",
    ),
    # of what lies sealed
    "vault-keys-unreadable": Text(
        "Kunci daftar pemilih di {place} tidak terbaca. Kembalikan berkas itu dari cadangan.",
        "The keys of the voter register at {place} cannot be read. Restore that file from a backup.",
    ),
    "vault-keys-lost": Text(
        "Berkas kunci {place} tidak ada di folder data. Kembalikan dari cadangan agar daftar terbaca.",
        "The key file {place} is gone from the data folder. Restore it from a backup: it opens the register.",
    ),
    "vault-keys-configured": Text(
        "Kunci daftar pemilih tertulis di pengaturan. Tambahkan kunci baru di akhir voter_keys, lalu ulangi.",
        "The keys stand in the configuration. Add a new one at the end of voter_keys, then do this again.",
    ),
    "vault-key-unknown": Text(
        "Data ini disegel dengan kunci {key} yang tidak ada di sini. Kembalikan kunci itu dari cadangan.",
        "This is sealed under the key {key}, which is not here. Restore that key from a backup.",
    ),
    "vault-broken": Text(
        "Data tersegel ini berubah di luar program. Kembalikan basis data dari cadangan.",
        "What is sealed here was changed past the program. Restore the database from a backup.",
    ),
    "file-gone": Text(
        "Berkas yang diunggah tidak ada lagi. Batalkan, lalu unggah ulang.",
        "The file that was brought is gone. Cancel it, then bring it again.",
    ),
    # of waves and elections
    "wave-not-rehearsal": Text(
        "{wave} bukan latihan. Hanya latihan yang dapat ditutup.",
        "{wave} is no rehearsal. Only a rehearsal can be closed.",
    ),
    "election-open": Text(
        "{village} sudah ada dalam {wave}.",
        "{village} is in {wave} already.",
    ),
    **REGISTER_MESSAGES,
    **POLLING_MESSAGES,
}


_THAT = Text("hal ini", "this fact")


def said(error: PilkadesError) -> Text:
    """The sentence for what happened, with its values filled in; facts, offices and roles by their names.

    Raises:
        KeyError: a code without a sentence, which a test rules out for what the services raise.
    """
    kind = KINDS.get(str(error.fields.get("kind")))
    named = {name: _by_name(name, value, kind) for name, value in error.fields.items()}
    return MESSAGES[error.code].fill(**named)


def _by_name(name: str, value: object, kind: type[Payload] | None) -> object:
    """A value as people say it: never the word that the program uses for it."""
    if name == "fact":
        return kind.label_of(str(value)) if kind and value in kind.model_fields else _THAT
    if name == "kind":
        return kind.label if kind else value
    if isinstance(value, Office):
        return OFFICES[value]
    if isinstance(value, Role):
        return ROLES[value]
    return value
