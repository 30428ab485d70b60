import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from pilkades.jobs.columns import Columns
from pilkades.jobs.evidence import NameLevel
from pilkades.jobs.kernel import Rows, name_level
from pilkades.jobs.packing import packed, with_rarity

words = st.sampled_from(
    ["Siti", "Sity", "Aminah", "Amina", "Aminh", "A.", "Nurhayati", "Nurhayatun", "Budi", "Bodi"]
)
names = st.lists(words, min_size=1, max_size=3).map(" ".join) | st.text("ABDEINRU", min_size=1, max_size=12)


def rows_of(*people: str) -> Rows:
    rows = packed(Columns.of_frame(pl.DataFrame([{"name": n, "nik": None, "birth": None} for n in people])))
    return Rows(with_rarity(rows.fields, {}), rows.letters)


def level(one: str, other: str) -> NameLevel:
    return NameLevel(name_level(rows_of(one, other), 0, 1, 0))


def test_names_as_people_write_them() -> None:
    assert level("H. Soekarno, S.Pd.", "Sukarno") is NameLevel.SAME_RARE
    assert level("Siti Aminah", "Aminah Siti") is NameLevel.NEARLY_SAME
    assert level("Siti Nurhayati", "Siti Nurhayati Binti Karta") is NameLevel.CONTAINED
    assert level("M. Fauzi Karta", "Muhammad Fauzi Karta") is NameLevel.CONTAINED
    assert level("Nurhayati", "Nurhayatun") is NameLevel.SIMILAR
    assert level("Martha", "Marhta") is NameLevel.NEARLY_SAME
    assert level("Budiman", "Kartini") is NameLevel.DIFFERENT
    assert level("", "Kartini") is NameLevel.UNKNOWN


@given(names, names, st.integers(0, 9))
def test_a_name_that_is_read_only_as_closely_as_wanted_is_never_taken_for_more(
    one: str, other: str, wanted: int
) -> None:
    rows = rows_of(one, other)
    whole, short = name_level(rows, 0, 1, 0), name_level(rows, 0, 1, wanted)
    assert short == whole if whole >= wanted else short < wanted
    assert name_level(rows, 1, 0, wanted) == short
