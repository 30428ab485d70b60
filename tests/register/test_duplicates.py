"""Pairs of one village: what brings them together, how they read, and in which words they are shown."""

from dataclasses import fields, replace
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.register.people import adult, number

from pilkades.base.day import Day
from pilkades.register.duplicates import Alike, Crowd, Key, Pair, Reading, alike, compare, rank, reading
from pilkades.register.evidence import (
    BirthLevel,
    Evidence,
    KkLevel,
    NameLevel,
    NikLevel,
    PlaceLevel,
    SexLevel,
)
from pilkades.register.nik import Kk, Nik, Sex
from pilkades.register.pair_words import HEADINGS, KEYS, Speaks, crowd_words, in_short, points
from pilkades.register.voter import Voter

BORN = date(1980, 5, 12)
FAMILY, OTHER_FAMILY = Kk.parse("9901020101200007"), Kk.parse("9901023004190052")
# Words that ui.md section 4 keeps out of every finding.
NEVER_SAID = ("ganda", "palsu", "fiktif", "curang", "pelanggaran", "ilegal", "mohon", "maaf", "harap", "!")


def person(name: str = "Siti Aminah", **changes: object) -> Voter:
    whole = adult(
        name=name, nik=number(BORN, Sex.FEMALE, 3), sex=Sex.FEMALE, kk=FAMILY, birth_place="Sanggau"
    )
    return replace(whole, **changes)  # type: ignore[arg-type] # a test names the field it changes


def read(first: Voter, second: Voter) -> Reading:
    return reading(compare(first, second))


def test_a_slip_in_the_nik_is_shown_as_maybe_the_same_person() -> None:
    slipped = person(nik=Nik.parse("9901025205810003"), dusun="Sentagi")
    evidence = compare(person(), slipped)
    assert in_short(evidence).id == "Nama sama. NIK beda satu angka. Tanggal lahir sama."
    assert reading(evidence) is Reading.MAYBE_SAME
    assert HEADINGS[Reading.MAYBE_SAME].title.id == "Mungkin orang yang sama"


def test_digits_that_changed_places_are_named_as_such() -> None:
    swapped = person(nik=Nik.parse("9901022505800003"))
    assert in_short(compare(person(), swapped)).id == (
        "Nama sama. Dua angka NIK bertukar tempat. Tanggal lahir sama."
    )


def test_twins_stay_apart_though_names_card_and_day_are_alike() -> None:
    dina = person("Dina Lestari")
    dini = person("Dini Lestari", nik=number(BORN, Sex.FEMALE, 4))
    assert read(dina, dini) is Reading.TWINS
    brother = person("Dino Lestari", nik=number(BORN, Sex.FEMALE, 10), sex=Sex.MALE)
    assert read(dina, brother) is Reading.TWINS
    assert HEADINGS[Reading.TWINS].what_to_do.id == "Biarkan keduanya di daftar."


def test_twins_of_two_families_are_asked_about_and_not_called_one() -> None:
    married = person("Dini Lestari", nik=number(BORN, Sex.FEMALE, 4), kk=OTHER_FAMILY)
    assert read(person("Dina Lestari"), married) is Reading.CANNOT_TELL


def test_one_name_twice_in_a_family_with_neighbouring_serials_is_a_question() -> None:
    assert read(person(), person(nik=number(BORN, Sex.FEMALE, 4))) is Reading.MAYBE_SAME


def test_namesakes_stay_apart() -> None:
    born = date(1991, 8, 30)
    other = person(nik=number(born, Sex.FEMALE, 17), birth=Day.exactly(born), kk=OTHER_FAMILY)
    assert read(person(), other) is Reading.NAMESAKES
    assert read(person(nik=None), replace(other, nik=None)) is Reading.NAMESAKES


def test_strangers_with_one_name_and_one_birthday_cannot_be_told_from_a_nik_entered_anew() -> None:
    anew = person(nik=number(BORN, Sex.FEMALE, 21, area="990507"), kk=OTHER_FAMILY)
    assert read(person(), anew) is Reading.CANNOT_TELL


def test_one_nik_with_two_names_is_a_number_to_look_at_and_no_duplicate() -> None:
    assert read(person(), person("Yohanes Bujang", sex=Sex.MALE)) is Reading.ONE_NUMBER


def test_without_a_nik_name_and_birthday_bring_two_rows_together() -> None:
    assert read(person(), person(nik=None, kk=None)) is Reading.MAYBE_SAME


def test_a_round_birthday_alone_says_little() -> None:
    round_day = Day.parse("1980-12-31")
    one, other = (person(nik=None, kk=kk, birth=round_day) for kk in (FAMILY, OTHER_FAMILY))
    assert read(one, other) is Reading.CANNOT_TELL
    assert "banyak orang dicatat pada tanggal ini" in in_short(compare(one, other)).id


def test_a_sex_that_differs_leaves_a_pair_open() -> None:
    assert read(person(), person(sex=Sex.MALE)) is Reading.CANNOT_TELL


def test_strangers_are_apart() -> None:
    born = date(1955, 3, 9)
    stranger = person("Markus Ahen", nik=number(born, serial=8), birth=Day.exactly(born), sex=Sex.MALE)
    assert read(person(), stranger) is Reading.APART


def test_the_queue_begins_with_what_is_likeliest_one_person() -> None:
    slipped = person(nik=Nik.parse("9901025205810003"))
    twin = person("Dini Lestari", nik=number(BORN, Sex.FEMALE, 4))
    pairs = {
        "twins": compare(person("Dina Lestari"), twin),
        "one number": compare(person(), person("Yohanes Bujang", birth=None)),
        "slip": compare(person(), slipped),
        "same": compare(person(), person()),
    }
    assert sorted(pairs, key=lambda name: rank(pairs[name])) == ["same", "slip", "one number", "twins"]


EVIDENCE = st.builds(
    Evidence,
    name=st.sampled_from(NameLevel),
    nik=st.sampled_from(NikLevel),
    birth=st.sampled_from(BirthLevel),
    kk=st.sampled_from(KkLevel),
    sex=st.sampled_from(SexLevel),
    place=st.sampled_from(PlaceLevel),
)


@given(EVIDENCE)
def test_a_sex_that_differs_never_reads_as_one_person(evidence: Evidence) -> None:
    assert reading(replace(evidence, sex=SexLevel.DIFFERENT)) is not Reading.MAYBE_SAME


@given(EVIDENCE)
def test_names_more_alike_never_make_a_pair_read_as_less(evidence: Evidence) -> None:
    """Beside twins: there the very same name turns the reading on purpose."""
    ranks = {Reading.APART: 0, Reading.NAMESAKES: 0, Reading.CANNOT_TELL: 1, Reading.MAYBE_SAME: 2}
    read_by_name = [reading(replace(evidence, name=name)) for name in NameLevel if name]
    ordered = [ranks[found] for found in read_by_name if found in ranks]
    assert ordered == sorted(ordered)


def test_no_level_is_without_words_and_no_words_accuse() -> None:
    said = set()
    for levels in product(NameLevel, NikLevel, BirthLevel):
        evidence = Evidence(*levels, KkLevel.SAME, SexLevel.SAME, PlaceLevel.RT)
        said |= {point.message for point in points(evidence)}
    for heading in HEADINGS.values():
        said |= {heading.title, heading.why, heading.what_to_do}
    assert set(HEADINGS) == set(Reading)
    for text in said:
        assert not any(word in text.id.lower() for word in NEVER_SAID), text.id
        assert all(len(sentence.split()) <= 15 for sentence in text.id.split(".")), text.id


def test_what_is_not_stated_stays_silent_and_what_differs_speaks_against() -> None:
    speaks = {
        point.field: point.speaks for point in points(compare(person(nik=None), person("Agus", kk=None)))
    }
    assert speaks == {
        "name": Speaks.AGAINST,
        "nik": Speaks.SILENT,
        "birth": Speaks.FOR,
        "kk": Speaks.SILENT,
        "sex": Speaks.FOR,
        "place": Speaks.FOR,
        "birth_place": Speaks.FOR,
    }


@pytest.mark.parametrize(
    ("first", "second", "level"),
    [
        ({"dusun": "Tampe", "rt": "001"}, {"dusun": "TAMPE", "rt": "001"}, PlaceLevel.RT),
        ({"dusun": "Tampe", "rt": "001"}, {"dusun": "Tampe", "rt": "002"}, PlaceLevel.DUSUN),
        ({"dusun": "Tampe", "rt": "001"}, {"dusun": "", "rt": "001"}, PlaceLevel.VILLAGE),
        ({"dusun": "", "rt": ""}, {"dusun": "", "rt": ""}, PlaceLevel.VILLAGE),
        ({"dusun": "", "rt": "001"}, {"dusun": "", "rt": "001"}, PlaceLevel.RT),
    ],
)
def test_an_rt_number_counts_within_its_dusun(
    first: dict[str, str], second: dict[str, str], level: PlaceLevel
) -> None:
    one, other = (person(dusun=place["dusun"], rt=place["rt"]) for place in (first, second))
    assert compare(one, other).place is level


def test_a_pair_reads_alike_in_both_directions() -> None:
    people = [
        person(),
        person("Sitti Aminah", nik=None),
        person(birth=Day.parse("1980")),
        person("Aminah Siti"),
    ]
    for first, second in combinations(people, 2):
        assert compare(first, second) == compare(second, first)


def test_rows_meet_by_nik_by_name_and_birthday_and_by_name_and_family() -> None:
    nobody = Voter(name="")
    rows = [
        person(),
        person("Sitti  Aminah, S.Pd", nik=None, kk=None),
        person(nik=None, kk=None, birth=Day.parse("1980-12-05")),
        person("Lain Sekali", kk=None, birth=None),
        person(nik=None, birth=None),
        nobody,
        nobody,
    ]
    assert alike(rows).pairs == (
        Pair(0, 1, (Key.NAME_BIRTH,)),
        Pair(0, 2, (Key.NAME_SWAPPED_BIRTH,)),
        Pair(0, 3, (Key.NIK,)),
        Pair(0, 4, (Key.NAME_KK,)),
        Pair(1, 2, (Key.NAME_SWAPPED_BIRTH,)),
    )


def test_a_name_written_short_and_a_name_changed_within_a_family_meet_by_the_day_of_birth() -> None:
    rows = [
        person("Siti", nik=None),
        person("Siti Aminah Rahmawati", nik=None, kk=OTHER_FAMILY),
        person("Zubaidah", nik=None),
    ]
    assert alike(rows).pairs == (
        Pair(0, 1, (Key.FIRST_WORD_BIRTH,)),
        Pair(0, 2, (Key.BIRTH_KK,)),
    )


def test_under_a_round_day_a_first_word_brings_nobody_together() -> None:
    round_day = Day.parse("1980-12-31")
    rows = [
        person("Siti", nik=None, kk=None, birth=round_day),
        person("Siti Aminah", kk=None, birth=round_day),
    ]
    assert alike(rows).pairs == ()


def test_a_nik_filled_down_a_column_is_told_as_one_thing_and_not_as_hundreds_of_pairs() -> None:
    rows = [person(f"Warga {chr(65 + at)}", kk=None, birth=None) for at in range(21)]
    assert alike(rows) == Alike((), (Crowd(Key.NIK, tuple(range(21))),))
    assert len(alike(rows, most=21).pairs) == 210
    assert crowd_words(alike(rows).crowds[0]).id.startswith("21 baris punya NIK yang sama.")
    assert set(KEYS) == set(Key)


@given(
    st.lists(
        st.builds(
            person,
            st.sampled_from(["Siti", "Agus", "Siti Aminah"]),
            nik=st.sampled_from([None, number(BORN), number(BORN, serial=2)]),
            kk=st.sampled_from([None, FAMILY]),
            birth=st.sampled_from(
                [None, Day.exactly(BORN), Day.parse("1980-12-05"), Day.parse("1980-12-31"), Day.parse("1980")]
            ),
        ),
        max_size=12,
    )
)
def test_the_pairs_are_those_that_holding_every_row_against_every_other_gives(rows: list[Voter]) -> None:
    def meet(first: Voter, second: Voter) -> bool:
        evidence = compare(first, second)
        one_name, one_card = evidence.name is NameLevel.SAME, evidence.kk is KkLevel.SAME
        one_day = evidence.birth in {BirthLevel.SAME, BirthLevel.SAME_ROUND}
        one_word = first.name.split()[0] == second.name.split()[0]
        return (
            evidence.nik is NikLevel.SAME
            or (one_name and (one_day or evidence.birth is BirthLevel.SWAPPED or one_card))
            or (one_day and one_card)
            or (one_word and evidence.birth is BirthLevel.SAME)
        )

    expected = [
        (one, other) for one, other in combinations(range(len(rows)), 2) if meet(rows[one], rows[other])
    ]
    assert [(pair.first, pair.second) for pair in alike(rows).pairs] == expected


def test_no_evidence_and_no_pair_holds_a_number_or_a_name() -> None:
    shown = repr(compare(person(), person())) + repr(alike([person(), person()]))
    assert "Siti" not in shown
    assert "9901" not in shown
    assert {field.name for field in fields(Pair)} == {"first", "second", "keys"}
