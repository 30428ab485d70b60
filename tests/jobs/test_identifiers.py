import jellyfish
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.jobs.people_on_columns import columns, person

from pilkades.jobs.evidence import BirthLevel, NikLevel
from pilkades.jobs.kernel import birth_level, jaro_winkler, nik_level, one_slip
from pilkades.jobs.kernel_packing import FACTS, NIK, read_nik
from pilkades.jobs.packing import packed

digits = st.text("0123456789", min_size=15, max_size=17).filter(lambda number: len(set(number)) > 1)
names = st.text("ABDEIMNRSTU", max_size=20)


def read(number: str) -> tuple[np.uint64, np.uint64]:
    signs = np.frombuffer(number.encode(), np.uint8)
    nibbles, length, extra = read_nik(signs, 0, len(signs))
    return np.uint64(nibbles), (np.uint64(length) << np.uint64(23)) | (np.uint64(extra) << np.uint64(28))


def edits(number: str) -> set[str]:
    """All numbers one digit or one swap away, found by trying them all."""
    changed = {number[:at] + d + number[at + 1 :] for at in range(len(number)) for d in "0123456789"}
    without = {number[:at] + number[at + 1 :] for at in range(len(number))}
    more = {number[:at] + d + number[at:] for at in range(len(number) + 1) for d in "0123456789"}
    swaps = (number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(len(number) - 1))
    return (changed | without | more | set(swaps)) - {number}


@given(digits, st.data())
def test_every_single_slip_of_the_pen_is_found(number: str, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(sorted(edits(number))))
    if 15 <= len(other) <= 17 and len(set(other)) > 1:
        assert one_slip(*read(number), *read(other))
        assert one_slip(*read(other), *read(number))


@given(digits, st.data())
def test_two_slips_are_told_from_one(number: str, data: st.DataObject) -> None:
    once = data.draw(st.sampled_from(sorted(edits(number))))
    twice = data.draw(st.sampled_from(sorted(edits(once))))
    if 15 <= len(twice) <= 17 and len(set(twice)) > 1 and twice != number:
        assert one_slip(*read(number), *read(twice)) == (twice in edits(number))


@given(digits, digits)
def test_two_numbers_are_one_slip_apart_exactly_if_an_edit_makes_one_the_other(one: str, other: str) -> None:
    assert one_slip(*read(one), *read(other)) == (other in edits(one))


@given(digits)
def test_a_number_equals_itself_and_nothing_that_is_one_slip_away(number: str) -> None:
    assert nik_level(*read(number), *read(number)) == NikLevel.SAME
    for other in sorted(edits(number))[::7]:
        if 15 <= len(other) <= 17 and len(set(other)) > 1:
            assert nik_level(*read(number), *read(other)) in {NikLevel.ONE_SLIP, NikLevel.OTHER_SERIAL}


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("9901011203800001", "9901011203800002", NikLevel.OTHER_SERIAL),
        ("9901011203800012", "9901011203800021", NikLevel.OTHER_SERIAL),
        ("9901011203800001", "9901011203810001", NikLevel.ONE_SLIP),
        ("9901011203800001", "9901010312800001", NikLevel.OTHER_DATE),
        ("9901011203800001", "9901015203800001", NikLevel.ONE_SLIP),
        ("9901011203800001", "9907021203800444", NikLevel.DIFFERENT),
        ("9901011203800001", "990101120380000", NikLevel.ONE_SLIP),
        ("9901011203800001", "99010112038000011", NikLevel.ONE_SLIP),
        ("9901011203800001", "9901 0112.0380-0001", NikLevel.SAME),
        ("9901011203800001", "'9901011203800001", NikLevel.SAME),
        ("9901011203800001", "99O1011203800001", NikLevel.ONE_SLIP),
        ("9901011203800001", "-", NikLevel.UNKNOWN),
        ("9901011203800001", "3.20101E+15", NikLevel.UNKNOWN),
        ("9901011203800001", "0000000000000000", NikLevel.UNKNOWN),
    ],
)
def test_numbers_as_they_are_written(one: str, other: str, level: NikLevel) -> None:
    assert nik_level(*read(one), *read(other)) == level


@pytest.mark.parametrize(
    ("other", "level"),
    [
        ({}, BirthLevel.SAME),
        ({"day": 3, "month": 12}, BirthLevel.SWAPPED),
        ({"year": 1981}, BirthLevel.TWO_PARTS),
        ({"day": 13}, BirthLevel.TWO_PARTS),
        ({"day": 13, "month": 4}, BirthLevel.DIFFERENT),
        ({"day": None, "month": None}, BirthLevel.UNKNOWN),
        ({"day": 40, "month": None}, BirthLevel.UNKNOWN),
        ({"day": None, "month": None, "year": 1979}, BirthLevel.DIFFERENT),
        ({"year": None}, BirthLevel.UNKNOWN),
    ],
)
def test_birth_dates_as_they_are_written(other: dict[str, object], level: BirthLevel) -> None:
    facts = packed(columns(person("Satu"), person("Dua") | other)).fields[:, FACTS]
    assert birth_level(facts[0], facts[1]) == level


@given(digits)
def test_a_packed_number_can_be_read_back(number: str) -> None:
    row = packed(columns(person("Satu", number))).fields[0]
    length, last = (int(row[FACTS]) >> 23) & 31, (int(row[FACTS]) >> 28) & 15
    assert (f"{int(row[NIK]):016x}" + f"{last:x}")[:length] == number


@pytest.mark.parametrize(
    ("one", "other", "similarity"),
    # Pairs much used since Winkler's papers, with their likeness to three places.
    [
        ("SHACKLEFORD", "SHACKELFORD", 0.982),
        ("DUNNINGHAM", "CUNNIGHAM", 0.896),
        ("NICHLESON", "NICHULSON", 0.956),
        ("JONES", "JOHNSON", 0.832),
        ("MASSEY", "MASSIE", 0.933),
        ("ABROMS", "ABRAMS", 0.922),
        ("MARTHA", "MARHTA", 0.961),
    ],
)
def test_the_likeness_of_names_is_the_one_that_others_print(one: str, other: str, similarity: float) -> None:
    assert round(likeness(one, other), 3) == similarity


@given(names, names)
def test_the_likeness_of_names_is_that_of_a_library_kept_by_others(one: str, other: str) -> None:
    assert likeness(one, other) == pytest.approx(jellyfish.jaro_winkler_similarity(one, other), abs=1e-12)


def likeness(one: str, other: str) -> float:
    signs = np.frombuffer((one + other).encode(), np.uint8)
    return jaro_winkler(signs, 0, len(one), len(one), len(other))
