"""Names stay as written; the search form beside them brings ways of writing together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.register.names import as_written, says_late, search_form, search_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SITI AMINAH", "ST. AMINAH"),
        ("Muhammad Suharto", "Moh. Soeharto"),
        ("MUHAMMAD ALI", "Muh Ali"),
        ("Muhamad Ali", "MOCHAMMAD  ALI"),
        ("Ahmad Dahlan", "H. ACHMAD DACHLAN"),
        ("Nur'aini", "NURAINI"),
        ("Nur-Aini", "NURAINI"),
        ("Abdul Rahman", "ABD. RACHMAN"),
        ("Joko Cahyono", "Djoko Tjahjono"),
        ("Nyoman Surya", "NJOMAN SOERYA"),
        ("Hj. Sri Wahyuni, S.Pd.", "SRI WAHYUNI"),
        ("Drs. Bambang Sujono, M.Si", "bambang soejono"),
        ("José", "JOSE"),
    ],
)
def test_two_ways_to_write_a_name_have_one_search_form(one: str, other: str) -> None:
    assert search_form(one) == search_form(other)


def test_a_name_written_together_is_found_by_its_key() -> None:
    assert search_key("Abdul Rahman") == search_key("ABDULRAHMAN")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti Aminah", "Siti Aisyah"),
        ("Surya Sanjaya", "Surya Sanyaya"),
        ("Chandra", "Handra"),
        ("Ali Muhammad", "Muhammad Ali"),
        ("M. Ali", "Muhammad Ali"),
    ],
)
def test_other_names_keep_a_form_of_their_own(one: str, other: str) -> None:
    assert search_form(one) != search_form(other)


def test_the_name_itself_is_kept_but_for_its_spaces() -> None:
    assert as_written("  Drs.  Moh.  Soeharto ") == "Drs. Moh. Soeharto"


def test_a_name_that_is_a_title_alone_is_not_lost() -> None:
    assert search_form("H.") == "H"
    assert search_form("") == ""


@pytest.mark.parametrize(
    ("name", "late"), [("SUPARMI (ALM)", True), ("Almh. Suparmi", True), ("SALMAH", False)]
)
def test_a_name_may_say_that_the_person_is_late(name: str, late: bool) -> None:  # noqa: FBT001 -- a column
    assert says_late(name) is late


@given(st.text(alphabet="ABCDEHIJKLMNOSTUY'.- ,é", max_size=30))
def test_the_search_form_of_a_search_form_is_itself(name: str) -> None:
    form = search_form(name)
    assert search_form(form) == form
    assert search_form(name.lower()) == form
