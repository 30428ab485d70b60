import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.article import Article
from pilkades.base.errors import PilkadesError

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ARTICLED = st.builds(
    Article,
    instrument=st.sampled_from(["pp-72-2005", "uu-6-2014", "permendagri-112-2014"]),
    pasal=st.one_of(
        st.integers(1, 200).map(str),
        st.sampled_from(["34A", "47B", "I", "XIV", "menimbang", "lampiran"]),
    ),
    ayat=st.one_of(st.just(""), st.integers(1, 20).map(str), st.just("1a")),
    huruf=st.one_of(st.just(""), st.text(_LETTERS, min_size=1, max_size=2)),
    angka=st.one_of(st.just(""), st.integers(1, 20).map(str)),
    elucidation=st.booleans(),
)
_LISTED = st.builds(
    Article,
    instrument=st.just("aturan-003"),
    butir=st.lists(st.sampled_from("123abcd"), min_size=1, max_size=5).map(".".join),
)


@given(st.one_of(_ARTICLED, _LISTED))
def test_what_is_written_reads_back_as_the_same_place(article: Article) -> None:
    assert Article.parse(article.notation) == article
    assert str(article) == article.notation


@pytest.mark.parametrize(
    ("notation", "place"),
    [
        ("pp-43-2014:41(2).a", "Ps. 41 ayat (2) huruf a"),
        ("uu-6-2014:33.g", "Ps. 33 huruf g"),
        ("pp-16-2026:43(2).a.1", "Ps. 43 ayat (2) huruf a angka 1"),
        ("perda-bengkayang-13-2006:17(1)", "Ps. 17 ayat (1)"),
        ("uu-3-2024:34A(1)", "Ps. 34A ayat (1)"),
        ("pp-16-2026:penj.45", "Penjelasan Ps. 45"),
        ("aturan-003:#1.b.2.d", "butir 1.b.2.d"),
        ("permendagri-65-2017:menimbang.a", "Menimbang huruf a"),
        ("kepbup-tegal-713-2026:lampiran.33", "Lampiran angka 33"),
    ],
)
def test_a_place_is_said_as_officials_cite_it(notation: str, place: str) -> None:
    assert Article.parse(notation).place == place


@pytest.mark.parametrize(
    "wrong",
    ["", "pp-43-2014", "pp-43-2014:", "PP-43:1", "pp-43-2014:41(2", "pp-43-2014:41.(2)", "pp 43:1",
     "pp-43-2014:41(2).A", "pp-43-2014:41(2).a.1.b", "aturan-003:#", "pp-43-2014:41(2).abc"],
)  # fmt: skip
def test_what_is_no_place_of_an_article_is_refused(wrong: str) -> None:
    with pytest.raises(PilkadesError) as refused:
        Article.parse(wrong)
    assert refused.value.code == "article-notation"
    assert refused.value.fields == {"notation": wrong}


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("pp-43-2014:41", "pp-43-2014:41(2).a"),
        ("pp-43-2014:41(2)", "pp-43-2014:41(2).a"),
        ("pp-43-2014:45.a", "pp-43-2014:45.a.6"),
        ("aturan-003:#1.b", "aturan-003:#1.b.2.d"),
        ("uu-6-2014:33.g", "uu-6-2014:33.g"),
    ],
)
def test_a_place_covers_what_stands_in_it(outer: str, inner: str) -> None:
    assert Article.parse(outer).covers(Article.parse(inner))


@pytest.mark.parametrize(
    ("outer", "other"),
    [
        ("pp-43-2014:41(2).a", "pp-43-2014:41(2)"),
        ("pp-43-2014:41(2)", "pp-43-2014:41(3).a"),
        ("pp-43-2014:4", "pp-43-2014:41"),
        ("pp-43-2014:41", "pp-47-2015:41"),
        ("pp-43-2014:41", "pp-43-2014:penj.41"),
        ("aturan-003:#1.b", "aturan-003:#1.ba"),
    ],
)
def test_a_place_covers_nothing_beside_or_above_it(outer: str, other: str) -> None:
    assert not Article.parse(outer).covers(Article.parse(other))


@given(_ARTICLED, _ARTICLED)
def test_two_places_that_cover_each_other_are_one(first: Article, second: Article) -> None:
    assert first.covers(first)
    if first.covers(second) and second.covers(first):
        assert first == second
