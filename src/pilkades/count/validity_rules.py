"""What each regime says of a valid ballot, clause by clause, in the order of its text."""

from collections import Counter
from collections.abc import Callable

from pilkades.base.language import Text
from pilkades.count.validity import (
    Ballot,
    Clause,
    Effect,
    Met,
    Place,
    ValidityRules,
    absent,
    any_of,
    known,
)

_MOST_IN_ONE_BOX = 2
"""Perda Bengkayang 13/2006 Ps. 23(1)h: at most two marks in one symbol box."""


def _inside(ballot: Ballot) -> Counter[int]:
    return Counter(
        mark.box for mark in ballot.marks or () if mark.place is Place.INSIDE and mark.box is not None
    )


def _boxes(ballot: Ballot) -> set[int]:
    """Boxes that a mark lies in or whose line it touches."""
    return {mark.box for mark in ballot.marks or () if mark.box is not None}


def _has(place: Place) -> Callable[[Ballot], bool]:
    return lambda ballot: any(mark.place is place for mark in ballot.marks or ())


def _leaves_open(seen: Callable[[Ballot], bool]) -> Callable[[Ballot], bool]:
    """Marks inside two boxes fit no regime, so that nothing else on that ballot raises a question."""
    return lambda ballot: seen(ballot) and len(_inside(ballot)) <= 1


def _outside_as_well(ballot: Ballot) -> bool:
    return _has(Place.OUTSIDE)(ballot) and bool(_boxes(ballot))


def _on_marks(test: Callable[[Ballot], bool]) -> Callable[[Ballot], Met]:
    return lambda ballot: Met.NOT_KNOWN if ballot.marks is None else known(test(ballot))


def _in_one_box_only(ballot: Ballot) -> bool:
    return len(_inside(ballot)) == 1 and len(_boxes(ballot)) == 1


def _no_symbol_punched(ballot: Ballot) -> Met:
    if ballot.marks is None:
        return Met.NOT_KNOWN
    if _inside(ballot):
        return Met.NO
    touching = _has(Place.ON_LINE)(ballot) or _has(Place.SPANNING)(ballot)
    return Met.SILENT if touching else Met.YES


_LINE = Text(
    "Tanda coblos mengenai garis kotak atau sebagian di luar kotak. "
    "Teks ini tidak menyebutnya: sah atau tidak?",
    "A mark touches the line of a box or lies partly outside it. "
    "This text does not mention it: valid or not?",
)
_SPANNING = Text(
    "Satu lubang mengenai lebih dari satu kotak. Teks ini tidak menyebutnya: dihitung satu atau dua tanda?",
    "One hole reaches over more than one box. This text does not mention it: is it one mark or two?",
)
_OUTSIDE_TOO = Text(
    "Ada tanda coblos dalam kotak dan ada pula di luar semua kotak. "
    "Teks ini tidak menentukan apakah suara itu sah.",
    "There is a mark inside a box and another outside all boxes. "
    "This text does not decide whether the vote is valid.",
)


_LINE_OPEN = (_leaves_open(_has(Place.ON_LINE)), _LINE)
_SPANNING_OPEN = (_leaves_open(_has(Place.SPANNING)), _SPANNING)
_OUTSIDE_OPEN = (_leaves_open(_outside_as_well), _OUTSIDE_TOO)


def _bengkayang(letter: str, effect: Effect, text: Text, test: Callable[[Ballot], Met], asks: str) -> Clause:
    ayat = 1 if effect is Effect.REQUIRED else 2
    return Clause(
        f"{ayat}{letter}", f"perda-bengkayang-13-2006:23({ayat}).{letter}", effect, text, test, (asks,)
    )


_MUST, _BARS, _ONE_OF = Effect.REQUIRED, Effect.EXCLUDES, Effect.ALTERNATIVE

PERDA_BENGKAYANG_13_2006 = ValidityRules(
    "perda-bengkayang-13-2006",
    (
        _bengkayang(
            "a",
            _MUST,
            Text(
                "Surat suara disediakan oleh panitia pemilihan.", "The ballot was provided by the committee."
            ),
            lambda b: known(b.official_paper),
            "official_paper",
        ),
        _bengkayang(
            "b",
            _MUST,
            Text("Ditandatangani ketua panitia pemilihan.", "Signed by the chair of the committee."),
            lambda b: known(b.signed_by_committee_chair),
            "signed_by_committee_chair",
        ),
        _bengkayang(
            "c",
            _MUST,
            Text("Diberi stempel panitia pemilihan.", "Stamped by the committee."),
            lambda b: known(b.stamped),
            "stamped",
        ),
        _bengkayang(
            "d",
            _MUST,
            Text("Diparaf oleh ketua KPPS.", "Initialled by the chair of the KPPS."),
            lambda b: known(b.initialled_by_kpps_chair),
            "initialled_by_kpps_chair",
        ),
        _bengkayang(
            "e",
            _MUST,
            Text("Tidak cacat atau rusak.", "Not defective or damaged."),
            lambda b: absent(b.damaged),
            "damaged",
        ),
        _bengkayang(
            "f",
            _MUST,
            Text("Tidak ada tulisan atau coretan lain.", "No other writing or scribble."),
            lambda b: absent(b.extra_writing),
            "extra_writing",
        ),
        _bengkayang(
            "g",
            _MUST,
            Text("Dicoblos dengan alat dari panitia pemilihan.", "Punched with the committee's tool."),
            lambda b: known(b.committee_tool),
            "committee_tool",
        ),
        _bengkayang(
            "h",
            _MUST,
            Text(
                "Dalam satu kotak tanda gambar paling banyak 2 coblosan.",
                "At most 2 marks in one symbol box.",
            ),
            _on_marks(lambda b: max(_inside(b).values(), default=0) <= _MOST_IN_ONE_BOX),
            "marks",
        ),
        _bengkayang(
            "a",
            _BARS,
            Text("Bukan surat suara dari panitia pemilihan.", "Not a ballot of the committee."),
            lambda b: absent(b.official_paper),
            "official_paper",
        ),
        _bengkayang(
            "b",
            _BARS,
            Text("Tanpa tanda tangan ketua panitia pemilihan.", "No signature of the committee's chair."),
            lambda b: absent(b.signed_by_committee_chair),
            "signed_by_committee_chair",
        ),
        _bengkayang(
            "c",
            _BARS,
            Text("Tanpa stempel panitia pemilihan.", "No stamp of the committee."),
            lambda b: absent(b.stamped),
            "stamped",
        ),
        _bengkayang(
            "d",
            _BARS,
            Text("Tanpa paraf ketua KPPS.", "No initials of the chair of the KPPS."),
            lambda b: absent(b.initialled_by_kpps_chair),
            "initialled_by_kpps_chair",
        ),
        _bengkayang(
            "e",
            _BARS,
            Text("Cacat atau rusak.", "Defective or damaged."),
            lambda b: known(b.damaged),
            "damaged",
        ),
        _bengkayang(
            "f",
            _BARS,
            Text("Ada tulisan atau coretan lain.", "Other writing or scribble."),
            lambda b: known(b.extra_writing),
            "extra_writing",
        ),
        _bengkayang(
            "g",
            _BARS,
            Text("Dicoblos dengan alat lain.", "Punched with another tool."),
            lambda b: absent(b.committee_tool),
            "committee_tool",
        ),
        _bengkayang(
            "h",
            _BARS,
            Text("Dalam 1 kotak tanda gambar ada 3 coblosan atau lebih.", "3 or more marks in 1 symbol box."),
            _on_marks(lambda b: max(_inside(b).values(), default=0) > _MOST_IN_ONE_BOX),
            "marks",
        ),
        _bengkayang(
            "i",
            _BARS,
            Text("Lebih dari 1 tanda gambar dicoblos.", "More than 1 symbol punched."),
            _on_marks(lambda b: len(_inside(b)) > 1),
            "marks",
        ),
        _bengkayang(
            "j",
            _BARS,
            Text("Tidak ada tanda gambar yang dicoblos.", "No symbol punched."),
            _no_symbol_punched,
            "marks",
        ),
    ),
    (_LINE_OPEN, _SPANNING_OPEN, _OUTSIDE_OPEN),
)
"""Perda Bengkayang 13/2006 Ps. 23(1)a-h and (2)a-j; a ground that surely applies comes before any doubt."""


def _m112(letter: str, effect: Effect, text: Text, test: Callable[[Ballot], Met], asks: str) -> Clause:
    return Clause(letter, f"permendagri-112-2014:40.{letter}", effect, text, test, (asks,))


PERMENDAGRI_112_2014 = ValidityRules(
    "permendagri-112-2014",
    (
        _m112(
            "a",
            _MUST,
            Text("Ditandatangani oleh ketua panitia.", "Signed by the chair of the committee."),
            lambda b: known(b.signed_by_committee_chair),
            "signed_by_committee_chair",
        ),
        _m112(
            "b",
            _ONE_OF,
            Text(
                "Tanda coblos hanya pada 1 kotak yang memuat satu calon.", "Marked in 1 candidate's box only."
            ),
            _on_marks(
                lambda b: _in_one_box_only(b) and not _has(Place.ON_LINE)(b) and not _outside_as_well(b)
            ),
            "marks",
        ),
        _m112(
            "c",
            _ONE_OF,
            Text("Tanda coblos dalam salah satu kotak calon.", "Marked inside one candidate's box."),
            _on_marks(_in_one_box_only),
            "marks",
        ),
        _m112(
            "d",
            _ONE_OF,
            Text(
                "Tanda coblos lebih dari satu, tetapi masih di dalam satu kotak.",
                "More than one mark, all inside one box.",
            ),
            _on_marks(lambda b: _in_one_box_only(b) and sum(_inside(b).values()) == len(b.marks or ()) > 1),
            "marks",
        ),
        _m112(
            "e",
            _ONE_OF,
            Text("Tanda coblos pada salah satu garis kotak.", "Marked on a line of one box."),
            _on_marks(lambda b: _has(Place.ON_LINE)(b) and len(_boxes(b)) == 1),
            "marks",
        ),
    ),
    (_SPANNING_OPEN, _OUTSIDE_OPEN),
)
"""Permendagri 112/2014 Ps. 40: letter a, and one of b to e."""


def _rule_003(number: str, effect: Effect, text: Text, test: Callable[[Ballot], Met], *asks: str) -> Clause:
    return Clause(number, f"aturan-003:#3.a.4.f.{number}", effect, text, test, asks)


ATURAN_003 = ValidityRules(
    "aturan-003",
    (
        _rule_003(
            "1",
            _MUST,
            Text("Surat suara yang telah ditetapkan.", "The ballot that was laid down."),
            lambda b: known(b.official_paper),
            "official_paper",
        ),
        _rule_003(
            "2",
            _MUST,
            Text(
                "Ditandatangani ketua panitia desa, ketua TPS, atau yang mewakili.",
                "Signed by the committee's chair, the TPS chair or who stands for them.",
            ),
            lambda b: any_of(b.signed_by_committee_chair, b.signed_by_kpps_chair, b.signed_by_representative),
            "signed_by_committee_chair",
            "signed_by_kpps_chair",
            "signed_by_representative",
        ),
        _rule_003(
            "3",
            _MUST,
            Text("Tanpa tambahan tulisan atau tanda lain.", "No added writing or other signs."),
            lambda b: absent(b.extra_writing),
            "extra_writing",
        ),
        _rule_003(
            "4",
            _ONE_OF,
            Text(
                "Tanda coblos hanya pada 1 kotak yang memuat satu calon.", "Marked in 1 candidate's box only."
            ),
            _on_marks(lambda b: _in_one_box_only(b) and not _outside_as_well(b)),
            "marks",
        ),
        _rule_003(
            "5",
            _ONE_OF,
            Text("Tanda coblos dalam salah satu kotak calon.", "Marked inside one candidate's box."),
            _on_marks(_in_one_box_only),
            "marks",
        ),
        _rule_003(
            "6",
            _ONE_OF,
            Text(
                "Tanda coblos lebih dari satu, tetapi masih di dalam satu kotak.",
                "More than one mark, all inside one box.",
            ),
            _on_marks(lambda b: _in_one_box_only(b) and sum(_inside(b).values()) == len(b.marks or ()) > 1),
            "marks",
        ),
        _rule_003(
            "7",
            _MUST,
            Text("Tidak rusak atau berubah bentuk.", "Not damaged or changed in shape."),
            lambda b: absent(b.damaged),
            "damaged",
        ),
        _rule_003(
            "8",
            _MUST,
            Text("Dicoblos dengan alat dari panitia desa.", "Punched with the committee's tool."),
            lambda b: known(b.committee_tool),
            "committee_tool",
        ),
    ),
    (_LINE_OPEN, _SPANNING_OPEN, _OUTSIDE_OPEN),
)
"""The rules that source 003 lists, section 3) a.4.f 1-8; their origin is uncertain."""

VALIDITY_RULES = {
    rules.instrument: rules for rules in (PERDA_BENGKAYANG_13_2006, PERMENDAGRI_112_2014, ATURAN_003)
}
"""By instrument."""
