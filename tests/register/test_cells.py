"""Short ways of reading a cell say what the long way says."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pilkades.register.cells import is_blank, key_of, text_of
from pilkades.register.headers import _column, is_numbering
from pilkades.register.layouts import HEADINGS
from pilkades.register.names import says_late, tokens

TEXTS = st.one_of(
    st.text(max_size=12),
    st.text("'`´‘’ -–—.\u00a0\t\nAaLlMm019()", max_size=8),
    st.sampled_from(sorted(HEADINGS)).flatmap(
        lambda key: st.sampled_from([key, f"{key} (1)", f"{key} 2", f"1{key}"])
    ),
)


@given(TEXTS)
def test_a_text_loses_its_outer_spaces_its_quotes_in_front_and_its_double_spaces(text: str) -> None:
    assert text_of(text) == " ".join(re.sub("^['`´‘’]+", "", text.strip()).split())


@given(TEXTS)
def test_a_cell_is_blank_when_nothing_but_dashes_and_points_is_left(text: str) -> None:
    assert is_blank(text) is (not text_of(text).strip("-–—. "))


@given(TEXTS)
def test_a_heading_is_known_by_its_key_alone(text: str) -> None:
    assert _column(text) is HEADINGS.get(key_of(text))


@given(TEXTS)
def test_a_name_says_late_where_one_of_its_words_does(text: str) -> None:
    late = {"ALM", "ALMH", "ALMARHUM", "ALMARHUMAH"}
    plain = re.sub(r"[^A-Z]+", " ", re.sub("['’‘`´ʼ-]", "", text.upper()))
    if text.isascii():
        assert says_late(text) is bool(late & set(plain.split()))
    assert says_late(f"Contoh {text} (alm)")
    assert tokens("Alm. H.") == ("ALM", "H")


def test_a_row_numbers_the_columns_only_where_all_of_it_does() -> None:
    assert is_numbering((1, "(2)", None, 3.0, "-"))
    assert not is_numbering((1, 2))
    assert not is_numbering((1, 2, 3, "empat"))
    assert not is_numbering((0, 1, 2))
