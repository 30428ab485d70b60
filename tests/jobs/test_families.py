"""Who is taken for one person and who is not: families made by hand, inside a village of made-up people."""

import polars as pl
import pytest
from benchmarks.invented_register import register
from tests.jobs.people_on_columns import OTHER_CARD, THERE, Person, columns, person

from pilkades.jobs.columns import Columns
from pilkades.jobs.linking import find_pairs, train
from pilkades.jobs.model import Model
from pilkades.jobs.pairs import Pair

RUDI = person("Rudi Hartawan Sangkuri")


@pytest.fixture(scope="module")
def village() -> Columns:
    return register(3000, seed=5).columns


@pytest.fixture(scope="module")
def model(village: Columns) -> Model:
    return train(village)


def verdict(model: Model, village: Columns, *people: Person) -> Pair | None:
    """What is said of two people who come to live among the villagers; None when nothing is."""
    newcomers = columns(*people).frame.with_columns(pl.col("id") + len(village))
    found = find_pairs(Columns.of_frame(pl.concat([village.frame, newcomers])), model=model)
    ours = [pair for pair in found if pair.one >= len(village)]
    assert len(ours) <= 1
    return ours[0] if ours else None


@pytest.mark.parametrize(
    "again",
    [
        {},
        {"name": "RUDI HARTAWAN SANGKURI, S.Pd."},
        {"name": "H. Roedi Hartawan Sangkuri"},
        {"name": "Rudi Hartawan"},
        {"name": "R. Hartawan Sangkuri"},
        {"name": "Sangkuri Rudi Hartawan"},
        {"nik": "9901011203800010"},
        {"nik": "9901011203800007", "kk": OTHER_CARD, "village": THERE, "name": "Rudi Hartawan Sangkuri"},
        {"nik": None},
        {"nik": None, "day": 3, "month": 12},
        {"nik": "990101120380001"},
        {"year": 1970},
        {"day": 3, "month": 12, "kk": OTHER_CARD, "village": THERE},
        {"kk": OTHER_CARD, "village": THERE, "name": "Rudy Hartawan Sangkori"},
    ],
)
def test_a_person_entered_twice_is_likely_one(model: Model, village: Columns, again: Person) -> None:
    pair = verdict(model, village, RUDI, RUDI | again)
    assert pair is not None
    assert pair.probability > 0.9


@pytest.mark.parametrize(
    "sibling",
    [
        {"name": "Rudi Hartawan Sangkura", "nik": "9901011203800002"},
        {"name": "Rodi Hartawan Sangkuri", "nik": "9901011203800002"},
        {"name": "Rini Hartawati Sangkuri", "nik": "9901015203800001", "sex": "P"},
        {"name": "Rudi Hartawan Sangkura", "nik": None},
        {"name": "Rado Hartawan Sangkuri", "nik": "9901011203800011"},
    ],
)
def test_twins_are_two_people(model: Model, village: Columns, sibling: Person) -> None:
    pair = verdict(model, village, RUDI, RUDI | sibling)
    assert pair is None or (pair.evidence.siblings and pair.probability < 0.3)


def test_a_father_and_his_son_of_one_name_are_two_people(model: Model, village: Columns) -> None:
    son = RUDI | {"nik": "9901010507040003", "year": 2004, "month": 7, "day": 5}
    pair = verdict(model, village, RUDI, son)
    assert pair is None or pair.probability < 0.5


def test_strangers_of_a_usual_name_and_one_birth_date_are_two_people(model: Model, village: Columns) -> None:
    usual_name = village.frame["name"].value_counts(sort=True)["name"][0]
    one = RUDI | {"name": usual_name}
    other = one | {"nik": "9907041203800042", "kk": OTHER_CARD, "village": THERE}
    pair = verdict(model, village, one, other)
    assert pair is None or pair.probability < 0.5


def test_two_people_with_one_number_are_always_shown(model: Model, village: Columns) -> None:
    other = {
        "name": "Wati",
        "sex": "P",
        "year": 1999,
        "month": 1,
        "day": 1,
        "kk": OTHER_CARD,
        "village": THERE,
    }
    pair = verdict(model, village, RUDI, RUDI | other)
    assert pair is not None
    assert pair.same_nik
    assert pair.probability < 0.5
