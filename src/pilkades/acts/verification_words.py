"""What is said of a record that was checked: each finding a fact, and what to do."""

from collections.abc import Mapping

from pilkades.base.language import Text

ACT = Text("Tindakan nomor {number} ({kind}, {day})", "Act number {number} ({kind}, {day})")
NO_DAY = Text("tanggal tidak disebut", "date not stated")
WHOLE = Text(
    "Catatan utuh: {count} tindakan, masing-masing cocok dengan sidiknya dan bersambung. "
    "Sidik terakhir: {head}.",
    "The record is whole: {count} acts, each fits its digest and follows the one before. "
    "Last digest: {head}.",
)

PROBLEMS: Mapping[str, Text] = {
    "form": Text(
        "{act} memuat nilai yang tidak dapat ditulis dalam bentuk catatan, "
        "maka sidiknya tidak dapat dihitung.",
        "{act} holds a value that has no form in a record, so its digest cannot be computed.",
    ),
    "content": Text(
        "{act} tidak cocok dengan sidiknya: isi atau sidiknya berubah sesudah dicatat.",
        "{act} does not fit its digest: its content or its digest changed after it was recorded.",
    ),
    "repeated": Text(
        "{act} memakai nomor pengenal tindakan yang sudah tercatat sebelumnya.",
        "{act} bears the id of an act that stands before it.",
    ),
    "start": Text(
        "{act} bukan awal catatan pemilihan ini: tindakan sebelumnya tidak ada, "
        "atau tindakan ini milik pemilihan lain.",
        "{act} is not the beginning of this election's record: acts before it are missing, "
        "or it belongs to another election.",
    ),
    "order": Text(
        "{act} menyebut {detail} sebagai pendahulunya, tetapi di depannya berdiri yang lain: "
        "urutan berubah, atau ada tindakan yang disisipkan.",
        "{act} names {detail} as the one before it, but another stands there: "
        "the order changed, or an act was put in between.",
    ),
    "missing": Text(
        "{act} menyebut pendahulu yang tidak ada dalam catatan: ada tindakan yang hilang di depannya, "
        "atau tindakan di depannya diubah dan diberi sidik baru.",
        "{act} names a previous act that is not in the record: an act before it is missing, "
        "or the act before it was changed and given a new digest.",
    ),
    "correction": Text(
        "{act} mengoreksi tindakan {detail}, tetapi tindakan sejenis dengan nomor itu tidak ada di depannya.",
        "{act} corrects act {detail}, but no act of its kind with that id stands before it.",
    ),
    "signature": Text(
        "{act} memuat tanda tangan digital yang tidak cocok dengan sidiknya (kunci {detail}).",
        "{act} bears a digital signature that does not fit its digest (key {detail}).",
    ),
    "signer": Text(
        "{act} ditandatangani dengan kunci yang tidak ada dalam daftar kunci tepercaya ({detail}).",
        "{act} is signed with a key that is not in the list of trusted keys ({detail}).",
    ),
    "period": Text(
        "{act} ditandatangani dengan kunci yang tidak terbukti berlaku pada hari pencatatannya ({detail}).",
        "{act} is signed with a key that is not shown to be in force on the day of recording ({detail}).",
    ),
    "unsigned": Text(
        "{act} tidak memuat tanda tangan digital.",
        "{act} bears no digital signature.",
    ),
    "head": Text(
        "Catatan ini tidak memuat tindakan dengan sidik yang sudah diumumkan ({detail}): "
        "tindakan di akhir catatan terpotong, atau ini catatan lain. Yang terakhir di sini: {act}.",
        "This record does not hold the act with the digest that was published ({detail}): "
        "acts at its end were cut off, or it is another record. The last one here: {act}.",
    ),
}

_COMPARE = Text(
    "Bandingkan tindakan nomor {number} dengan salinan saksi, BPD, dan dokumen aslinya. "
    "Panitia yang menetapkan mana yang berlaku, dengan tindakan baru.",
    "Compare act number {number} with the copies of witnesses and BPD and with the paper original. "
    "The committee decides which one stands, by a new act.",
)
_ASK = Text(
    "Minta catatan lengkap dari panitia atau saksi, lalu periksa lagi mulai tindakan nomor {number}.",
    "Ask the committee or a witness for the complete record, then check again from act number {number}.",
)
_SIGNER = Text(
    "Tanyakan kepada panitia siapa pemegang kunci itu dan sejak kapan, "
    "lalu cocokkan tindakan nomor {number} dengan dokumen aslinya.",
    "Ask the committee who holds that key and since when, "
    "then compare act number {number} with the paper original.",
)
REMEDIES: Mapping[str, Text] = {
    "form": _ASK,
    "content": _COMPARE,
    "repeated": _COMPARE,
    "start": _ASK,
    "order": _COMPARE,
    "missing": _ASK,
    "correction": _ASK,
    "signature": _COMPARE,
    "signer": _SIGNER,
    "period": _SIGNER,
    "unsigned": Text(
        "Minta pejabat yang bertindak menandatangani tindakan nomor {number}.",
        "Ask the office that acted to sign act number {number}.",
    ),
    "head": _ASK,
}

NOTES: Mapping[str, Text] = {
    "no_head": Text(
        "Tindakan yang terpotong di akhir hanya tampak bila sidik terakhir yang sudah diumumkan "
        "ikut dibandingkan.",
        "Acts cut off at the end show only when the last published digest is compared as well.",
    ),
    "no_keys": Text(
        "Tanda tangan cocok dengan kuncinya masing-masing; milik siapa kunci itu belum diperiksa.",
        "Signatures are held against their own keys; whose keys these are was not checked.",
    ),
    "unsigned": Text(
        "{count} tindakan tidak memuat tanda tangan digital: nomor {numbers}.",
        "{count} acts bear no digital signature: numbers {numbers}.",
    ),
}
