"""A pair of rows in words for the committee: what agrees, what differs, what to do; never an accusation."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pilkades.base.language import Text, joined
from pilkades.register.duplicates import Crowd, Key, Reading
from pilkades.register.evidence import (
    BirthLevel,
    BirthPlaceLevel,
    Evidence,
    KkLevel,
    NameLevel,
    NikLevel,
    PlaceLevel,
    SexLevel,
)


class Speaks(StrEnum):
    """Whether a field speaks for one person, against it, or not at all."""

    FOR = "for"
    AGAINST = "against"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Point:
    """One field of a pair, in one short sentence."""

    field: str
    speaks: Speaks
    message: Text


_NAMES = {
    NameLevel.NOT_STATED: Text("Nama tidak disebut di salah satu baris.", "One row states no name."),
    NameLevel.DIFFERENT: Text("Nama berbeda.", "The names differ."),
    NameLevel.FIRST_WORD: Text("Kata pertama nama sama.", "The first word of the name is the same."),
    NameLevel.SIMILAR: Text("Nama agak mirip.", "The names are somewhat alike."),
    NameLevel.CLOSE: Text("Nama mirip.", "The names are alike."),
    NameLevel.VERY_CLOSE: Text("Nama hampir sama.", "The names are almost the same."),
    NameLevel.SAME: Text("Nama sama.", "The names are the same."),
}
_NIKS = {
    NikLevel.NOT_STATED: Text("NIK tidak disebut di salah satu baris.", "One row states no NIK."),
    NikLevel.DIFFERENT: Text("NIK berbeda.", "The NIK differ."),
    NikLevel.DATE: Text(
        "NIK berbeda, tetapi tanggal di dalamnya sama.", "The NIK differ, but carry the same date."
    ),
    NikLevel.SERIAL: Text("NIK sama kecuali nomor urutnya.", "The NIK are the same except for the serial."),
    NikLevel.SERIAL_SLIP: Text(
        "NIK beda satu angka di nomor urut.", "One digit of the NIK's serial differs."
    ),
    NikLevel.SLIP: Text("NIK beda satu angka.", "One digit of the NIK differs."),
    NikLevel.SAME: Text("NIK sama.", "The NIK are the same."),
}
_SWAPPED = {
    NikLevel.SERIAL_SLIP: Text(
        "Dua angka nomor urut NIK bertukar tempat.", "Two digits of the NIK's serial changed places."
    ),
    NikLevel.SLIP: Text("Dua angka NIK bertukar tempat.", "Two digits of the NIK changed places."),
}
_BIRTHS = {
    BirthLevel.NOT_STATED: Text(
        "Tanggal lahir tidak disebut di salah satu baris.", "One row states no birth date."
    ),
    BirthLevel.DIFFERENT: Text("Tanggal lahir berbeda.", "The birth dates differ."),
    BirthLevel.POSSIBLE: Text(
        "Tanggal lahir mungkin sama; salah satunya belum lengkap.",
        "The birth dates may be the same; one is not complete.",
    ),
    BirthLevel.SLIP: Text("Tanggal lahir beda satu angka.", "One digit of the birth date differs."),
    BirthLevel.SWAPPED: Text(
        "Hari dan bulan lahir bertukar tempat.", "Day and month of birth changed places."
    ),
    BirthLevel.SAME_ROUND: Text(
        "Tanggal lahir sama, tetapi banyak orang dicatat pada tanggal ini.",
        "The birth date is the same, but many people are written down under this date.",
    ),
    BirthLevel.SAME: Text("Tanggal lahir sama.", "The birth date is the same."),
}
_KKS = {
    KkLevel.NOT_STATED: Text("Nomor KK tidak disebut di salah satu baris.", "One row states no family card."),
    KkLevel.DIFFERENT: Text("Nomor KK berbeda.", "The family cards differ."),
    KkLevel.SLIP: Text("Nomor KK hampir sama.", "The numbers of the family cards are almost the same."),
    KkLevel.SAME: Text("Nomor KK sama.", "The family card is the same."),
}
_SEXES = {
    SexLevel.NOT_STATED: Text("Jenis kelamin tidak disebut di salah satu baris.", "One row states no sex."),
    SexLevel.DIFFERENT: Text("Jenis kelamin berbeda.", "The sexes differ."),
    SexLevel.SAME: Text("Jenis kelamin sama.", "The sex is the same."),
}
_PLACES = {
    PlaceLevel.OTHER_VILLAGE: Text("Desanya berbeda.", "The villages differ."),
    PlaceLevel.VILLAGE: Text("Desanya sama.", "The village is the same."),
    PlaceLevel.DUSUN: Text("Dusunnya sama.", "The dusun is the same."),
    PlaceLevel.RT: Text("RT-nya sama.", "The RT is the same."),
}
_BIRTH_PLACES = {
    BirthPlaceLevel.NOT_STATED: Text(
        "Tempat lahir tidak disebut di salah satu baris.", "One row states no place of birth."
    ),
    BirthPlaceLevel.DIFFERENT: Text("Tempat lahir berbeda.", "The places of birth differ."),
    BirthPlaceLevel.SAME: Text("Tempat lahir sama.", "The place of birth is the same."),
}


def points(evidence: Evidence) -> tuple[Point, ...]:
    """Every field in the order in which people read a row; what is not stated stays silent."""
    return tuple(_points(evidence))


def _points(evidence: Evidence) -> Iterator[Point]:
    nik = _SWAPPED[evidence.nik] if evidence.swapped else _NIKS[evidence.nik]
    for field, level, differs, message in (
        ("name", evidence.name, evidence.name is NameLevel.DIFFERENT, _NAMES[evidence.name]),
        ("nik", evidence.nik, evidence.nik in _OTHER_NIK, nik),
        ("birth", evidence.birth, evidence.birth is BirthLevel.DIFFERENT, _BIRTHS[evidence.birth]),
        ("kk", evidence.kk, evidence.kk is KkLevel.DIFFERENT, _KKS[evidence.kk]),
        ("sex", evidence.sex, evidence.sex is SexLevel.DIFFERENT, _SEXES[evidence.sex]),
    ):
        yield Point(field, _speaks(stated=bool(level), differs=differs), message)
    # People move, so another village speaks neither for nor against; the same village says little.
    near = evidence.place in {PlaceLevel.DUSUN, PlaceLevel.RT}
    yield Point("place", Speaks.FOR if near else Speaks.SILENT, _PLACES[evidence.place])
    differs = evidence.birth_place is BirthPlaceLevel.DIFFERENT
    speaks = _speaks(stated=bool(evidence.birth_place), differs=differs)
    yield Point("birth_place", speaks, _BIRTH_PLACES[evidence.birth_place])


_OTHER_NIK = frozenset({NikLevel.DIFFERENT, NikLevel.DATE, NikLevel.SERIAL})


def _speaks(*, stated: bool, differs: bool) -> Speaks:
    if not stated:
        return Speaks.SILENT
    return Speaks.AGAINST if differs else Speaks.FOR


def in_short(evidence: Evidence) -> Text:
    """Name, NIK and birth date in one line: `Nama sama. NIK beda satu angka. Tanggal lahir sama.`."""
    return joined([point.message for point in points(evidence)[:3]])


@dataclass(frozen=True, slots=True)
class Heading:
    """How a pair is presented: what it may be, why, and what to do."""

    title: Text
    why: Text
    what_to_do: Text


_COMPARE_CARDS = Text(
    "Cocokkan dengan KTP atau KK keduanya, lalu tentukan.",
    "Compare with the identity or family cards of both, then decide.",
)
_STAY = Text("Biarkan keduanya di daftar.", "Leave both on the list.")

HEADINGS = {
    Reading.MAYBE_SAME: Heading(
        Text("Mungkin orang yang sama", "Maybe the same person"),
        Text(
            "Isian yang menentukan cocok atau hampir cocok.",
            "The fields that decide agree or almost agree.",
        ),
        _COMPARE_CARDS,
    ),
    Reading.ONE_NUMBER: Heading(
        Text("Satu NIK untuk dua nama", "One NIK with two names"),
        Text(
            "NIK keduanya sama, namanya berbeda. Mungkin salah satu NIK keliru ditulis.",
            "The NIK are the same, the names differ. One NIK may have been miswritten.",
        ),
        _COMPARE_CARDS,
    ),
    Reading.CANNOT_TELL: Heading(
        Text("Belum dapat dibedakan", "Not to be told apart yet"),
        Text(
            "Sebagian isian cocok, sebagian tidak. Data saja tidak cukup.",
            "Some fields agree, some do not. The data alone are not enough.",
        ),
        Text("Tanyakan kepada yang bersangkutan atau keluarganya.", "Ask the person or the family."),
    ),
    Reading.TWINS: Heading(
        Text("Mungkin saudara kembar", "Maybe twins"),
        Text(
            "KK dan tanggal lahir sama. NIK berbeda di nomor urut. Anak kembar dicatat seperti ini.",
            "Family card and birth date are the same. The NIK differ in the serial. Twins are recorded so.",
        ),
        _STAY,
    ),
    Reading.NAMESAKES: Heading(
        Text("Nama sama, orang berbeda", "The same name, different people"),
        Text(
            "Namanya sama, tetapi NIK atau tanggal lahirnya berbeda.",
            "The name is the same, but the NIK or the birth date differs.",
        ),
        _STAY,
    ),
    Reading.APART: Heading(
        Text("Orang berbeda", "Different people"),
        Text(
            "Isian yang sama terlalu sedikit untuk menyebutnya satu orang.",
            "Too little agrees to call them one person.",
        ),
        _STAY,
    ),
}

KEYS = {
    Key.NIK: Text("NIK", "NIK"),
    Key.NAME_BIRTH: Text("nama dan tanggal lahir", "name and birth date"),
    Key.NAME_SWAPPED_BIRTH: Text(
        "nama dan tanggal lahir (hari dan bulan boleh tertukar)",
        "name and birth date (day and month may be swapped)",
    ),
    Key.NAME_KK: Text("nama dan nomor KK", "name and family card"),
    Key.BIRTH_KK: Text("tanggal lahir dan nomor KK", "birth date and family card"),
    Key.FIRST_WORD_BIRTH: Text(
        "kata pertama nama dan tanggal lahir", "the first word of the name and the birth date"
    ),
}
_CROWD = Text(
    "{rows} baris punya {key} yang sama. Periksa apakah kolomnya terisi turun ke bawah. Baris ini belum "
    "dibandingkan satu per satu.",
    "{rows} rows have the same {key}. Look whether the column was filled downwards. These rows are not "
    "compared one by one yet.",
)


def crowd_words(crowd: Crowd) -> Text:
    """What so many rows share, and that they were not made into pairs."""
    return _CROWD.fill(rows=len(crowd.positions), key=KEYS[crowd.key])
