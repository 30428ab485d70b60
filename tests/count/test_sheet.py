import pytest
from tests.count.published import BANDAR_AGUNG

from pilkades.base.errors import PilkadesError
from pilkades.count.sheet import Sheet, name_of


def test_a_blank_figure_stays_blank() -> None:
    sheet = Sheet("1", came=0)
    assert sheet.figure("came") == 0
    assert sheet.figure("absent") is None


def test_a_figure_below_zero_is_refused() -> None:
    with pytest.raises(PilkadesError) as refused:
        Sheet("1", votes={"A": -1})
    assert refused.value.code == "negative-figure"
    assert refused.value.fields["figure"] == "votes:A"


def test_other_figures_leave_the_printed_sheet_as_it_is() -> None:
    other = BANDAR_AGUNG.with_figures({"in_box": 553, "votes:Iwan": 1})
    assert (other.in_box, other.votes["Iwan"], other.votes["Markum"]) == (553, 1, 135)
    assert (BANDAR_AGUNG.in_box, BANDAR_AGUNG.votes["Iwan"]) == (960, 103)


@pytest.mark.parametrize("key", ["turnout", "votes:", "dusun:Setagi:A"])
def test_an_unknown_figure_is_refused(key: str) -> None:
    with pytest.raises(PilkadesError) as refused:
        BANDAR_AGUNG.with_figures({key: 1})
    assert refused.value.code == "unknown-figure"


def test_votes_of_a_sheet_cannot_be_changed_from_outside() -> None:
    votes: dict[str, int | None] = {"A": 1}
    sheet = Sheet("1", votes=votes)
    votes["A"] = 9
    assert sheet.votes["A"] == 1
    with pytest.raises(TypeError):
        sheet.votes["A"] = 2  # type: ignore[index]  # the point of the test


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("came", "pemilih yang datang"),
        ("votes:Iwan", "suara Iwan"),
        ("invalid_by_reason:rusak", "tidak sah: rusak"),
        ("dusun:Setagi:Iwan", "suara Iwan di Setagi"),
        ("votes", "suara tiap calon"),
    ],
)
def test_every_figure_has_a_name(key: str, name: str) -> None:
    assert name_of(key).id == name
    assert name_of(key).en
