"""How the answers of the law, a person's facts and the fields of a row are said in this room."""

from collections.abc import Iterator, Mapping

from pilkades.base.day import Day
from pilkades.base.findings import Verdict
from pilkades.base.language import EMPTY, Text, joined, same
from pilkades.register.nik import SEXES
from pilkades.register.voter import DISABILITIES, MARITAL, PROOFS, Voter
from pilkades.timetable.days import Answer
from pilkades.web.core.queries.voters import Listed
from pilkades.web.shared.components.status import Status, Tag
from pilkades.web.shared.components.words import long_day

ANSWERS: Mapping[Answer, Text] = {
    Answer.YES: Text("Memenuhi syarat", "Eligible"),
    Answer.UNDECIDED: Text("Belum dapat diputus", "Not decided yet"),
    Answer.NO: Text("Tidak memenuhi syarat", "Not eligible"),
}
_SIGNS: Mapping[Answer, Status] = {
    Answer.YES: Status.DONE,
    Answer.UNDECIDED: Status.UNKNOWN,
    Answer.NO: Status.NOT_APPLICABLE,
}
OPEN_VERDICTS: Mapping[Verdict, Text] = {
    Verdict.VIOLATED: Text("Syarat ini tidak terpenuhi.", "This requirement is not met."),
    Verdict.UNKNOWN: Text("Barisnya belum menyebut hal ini.", "The row does not say this yet."),
    Verdict.AMBIGUOUS: Text(
        "Teks hukumnya dapat dibaca lebih dari satu cara.", "The text of the law has more than one reading."
    ),
}

_YES, _NO = Text("ya", "yes"), Text("tidak", "no")
_NOTHING_SHOWN = Text("belum ada yang ditunjukkan", "none was shown yet")
NOT_STATED = Text("belum disebut", "not stated")
SOURCE = Text("{sheet}, baris {row}", "{sheet}, row {row}")
BY_HAND = Text("Ditulis langsung di sini", "Written here by hand")

FIELDS: Mapping[str, Text] = {
    "name": Text("Nama", "Name"),
    "nik": Text("NIK", "NIK"),
    "kk": Text("Nomor KK", "KK number"),
    "sex": Text("Jenis kelamin", "Sex"),
    "birth_place": Text("Tempat lahir", "Place of birth"),
    "birth": Text("Tanggal lahir", "Birth date"),
    "marital": Text("Status perkawinan", "Marital status"),
    "address": Text("Alamat", "Address"),
    "rt": Text("RT", "RT"),
    "rw": Text("RW", "RW"),
    "dusun": Text("Dusun", "Dusun"),
    "tps": Text("TPS", "TPS"),
    "disabilities": Text("Disabilitas", "Disability"),
    "resident_since": Text("Tinggal di desa sejak", "Lives in the village since"),
    "registered_since": Text("Terdaftar sebagai penduduk sejak", "Registered as a resident since"),
    "proofs": Text("Bukti tempat tinggal", "Proof of residence"),
    "citizen": Text("Warga negara Indonesia", "Indonesian citizen"),
    "disenfranchised": Text("Hak pilih dicabut pengadilan", "Disenfranchised by a court"),
    "of_unsound_mind": Text("Nyata-nyata terganggu jiwa atau ingatan", "Plainly of unsound mind"),
    "military_or_police": Text("Anggota TNI/Polri", "Member of military or police"),
    "dead": Text("Dilaporkan meninggal", "Reported dead"),
    "moved": Text("Dilaporkan pindah", "Reported moved away"),
    "remark": Text("Keterangan", "Remark"),
}


def tag_of_answer(answer: Answer) -> Tag:
    """The answer as sign and word."""
    return Tag(_SIGNS[answer], ANSWERS[answer])


def day_words(day: Day | None) -> Text:
    """A birth date or other day as the row has it: whole, or the month or year alone."""
    if day is None:
        return EMPTY
    return long_day(day.earliest) if day.known else Text("{day}", "{day}").fill(day=day)


def short_birth(voter: Voter) -> Text:
    """The birth date without its weekday, for lists."""
    return Text("{day}", "{day}").fill(day=_plain(voter.birth)) if voter.birth else NOT_STATED


def area_of(voter: Voter) -> str:
    """`RT 001/RW 002, Krajan`."""
    numbers = "/".join(f"{word} {value}" for word, value in (("RT", voter.rt), ("RW", voter.rw)) if value)
    return ", ".join(part for part in (numbers, voter.dusun) if part) or voter.address


def said(listed: Listed, name: str) -> Text:
    """What a row states in one field; of NIK and KK the tail alone."""
    voter = listed.voter
    if name == "nik":
        return same(listed.nik_tail)
    if name == "kk":
        return same(f"…{voter.kk.digits[-4:]}") if voter.kk else EMPTY
    value = getattr(voter, name)
    if value is None or value == "":
        return EMPTY
    if name == "proofs" and not value:
        return _NOTHING_SHOWN
    return _of_kind(name, value)


def stated_in(listed: Listed) -> Iterator[tuple[str, Text]]:
    """Every field with what the row states, empty where it is silent."""
    for name in FIELDS:
        yield name, said(listed, name)


def _of_kind(name: str, value: object) -> Text:
    match value:
        case bool():
            return _YES if value else _NO
        case Day():
            return day_words(value)
        case frozenset():
            labels = DISABILITIES if name == "disabilities" else PROOFS
            return joined([labels[one] for one in sorted(value)], ", ")
    if name == "sex":
        return SEXES[value]  # type: ignore[index] # the field of that name holds a Sex
    if name == "marital":
        return MARITAL[value]  # type: ignore[index] # the field of that name holds a Marital
    return same(str(value))


def _plain(day: Day) -> object:
    return day.earliest if day.known else day
