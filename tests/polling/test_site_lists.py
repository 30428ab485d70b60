import pytest

from pilkades.base.errors import FaultyInput
from pilkades.polling.groups import Area
from pilkades.polling.places import Degrees, Grid, Site
from pilkades.polling.site_lists import read_points, read_sites


def test_sites_in_degrees_are_read_in_millionths() -> None:
    text = "TPS;Lintang;Bujur;Akses;Kapasitas\nBalai Desa;-6,1234567;109,5;ya;250\nSD 1;;;;\n"
    assert read_sites(text) == (
        Site("Balai Desa", Degrees(-6_123_457, 109_500_000), accessible=True, capacity=250),
        Site("SD 1"),
    )


def test_english_headings_and_metres_are_read_too() -> None:
    text = "name,east,north,accessible\nHall,120,-40,no\n"
    assert read_sites(text) == (Site("Hall", Grid(120, -40), accessible=False),)


def test_points_of_rt_are_found_under_the_numbers_of_the_list() -> None:
    assert read_points("dusun,rt,rw,timur,utara\nMelati,1,2,5,6\n") == {
        Area("Melati", "002", "001"): Grid(5, 6)
    }


def test_every_fault_of_every_row_is_named_at_once() -> None:
    text = "tps,lintang,bujur,akses,kapasitas\n,95,109,mungkin,0\nA,x,1,,\na,,,,\n"
    with pytest.raises(FaultyInput) as caught:
        read_sites(text, "tps.csv")
    assert [fault.key for fault in caught.value.faults] == [
        "2/tps",
        "2/akses",
        "2/kapasitas",
        "2/lintang",
        "3/lintang",
        "4/tps",
    ]


@pytest.mark.parametrize("text", ["", "lintang,bujur\n1,2\n"])
def test_a_file_without_names_is_refused(text: str) -> None:
    with pytest.raises(FaultyInput) as caught:
        read_sites(text)
    assert [fault.key for fault in caught.value.faults] == ["1/tps"]


def test_points_of_two_kinds_in_one_file_are_refused() -> None:
    with pytest.raises(FaultyInput) as caught:
        read_sites("tps,lintang,bujur,timur,utara\nA,1,1,,\nB,,,1,1\n")
    assert "derajat" in caught.value.faults[0].problem.id
