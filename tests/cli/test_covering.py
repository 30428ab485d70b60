"""Numbers of sixteen digits are covered wherever they stand; what only looks long is left alone."""

import pytest

from pilkades.base.digest import Json
from pilkades.cli.covering import all_covered, covered


@pytest.mark.parametrize(
    "written",
    [
        "9901021205800003",
        "9901 0212 0580 0003",
        "9901.0212.0580.0003",
        "990102-120580-0003",
        "'9901021205800003a",
    ],
)
def test_a_number_is_covered_but_for_its_area_however_it_is_parted(written: str) -> None:
    assert "990102**********" in covered(f"RT tertulis “{written}”.")
    assert "5800003" not in covered(written).replace(" ", "")


@pytest.mark.parametrize(
    "words",
    [
        "Tulis hari-bulan-tahun, misalnya 12-05-1980.",
        "1.000.000 baris orang: 999.998 siap.",
        "Tiap TPS: 1 209; 2 350; 3 293; 4 127",
        "Lahir antara 2007-04-13..2007-04-17, diperiksa 2027-02-03.",
    ],
)
def test_dates_and_counts_are_left_alone(words: str) -> None:
    assert covered(words) == words


def test_a_digest_and_the_day_in_a_files_name_stay_and_a_number_in_it_does_not() -> None:
    digest = "1234567890123456" * 4
    kept: Json = {"digest": digest, "rulebook_digest": digest, "file": "dpt-20270203-101530-123.csv", "n": 9}
    assert all_covered(kept) == kept
    assert all_covered({"file": ["a/9901021205800003.csv"]}) == {"file": ["a/990102**********.csv"]}
