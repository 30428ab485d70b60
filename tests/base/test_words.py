import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.words import spelled

_ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (9, "sembilan"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (300, "tiga ratus"),
        (841, "delapan ratus empat puluh satu"),
        (979, "sembilan ratus tujuh puluh sembilan"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (1213, "seribu dua ratus tiga belas"),
        (2007, "dua ribu tujuh"),
        (11000, "sebelas ribu"),
        (100000, "seratus ribu"),
        (1000000, "satu juta"),
    ],
)
def test_a_number_is_spelled_as_a_berita_acara_spells_it(number: int, words: str) -> None:
    assert spelled(number) == words


def _below_a_thousand(number: int) -> list[str]:
    """The school rule, written apart from the library: se- for one hundred, belas, puluh, ratus."""
    hundreds, rest = divmod(number, 100)
    words = [] if hundreds == 0 else (["seratus"] if hundreds == 1 else [_ONES[hundreds], "ratus"])
    tens, ones = divmod(rest, 10)
    if rest in {10, 11}:
        return [*words, {10: "sepuluh", 11: "sebelas"}[rest]]
    if tens == 1:
        return [*words, _ONES[ones], "belas"]
    words += [_ONES[tens], "puluh"] if tens else []
    return words + ([_ONES[ones]] if ones else [])


@given(st.integers(1, 999_999))
def test_every_number_of_voters_follows_the_school_rule(number: int) -> None:
    thousands, rest = divmod(number, 1000)
    words = (
        [] if thousands == 0 else (["seribu"] if thousands == 1 else [*_below_a_thousand(thousands), "ribu"])
    )
    assert spelled(number) == " ".join([*words, *_below_a_thousand(rest)])
