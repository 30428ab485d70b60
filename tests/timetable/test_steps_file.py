from datetime import date

import pytest

from pilkades.base.errors import FaultyInput, PilkadesError
from pilkades.timetable.days import Unit
from pilkades.timetable.deadlines import Bound, Direction
from pilkades.timetable.steps import Length, Side, Weight
from pilkades.timetable.steps_file import read_steps, step_list_for, step_lists

HEAD = """
[[timetable]]
id = "uji"
label = { id = "Uji", en = "Test" }
decides = { id = "panitia", en = "committee" }
"""
STEP = """
[[timetable.step]]
id = "{id}"
stage = "{stage}"
label = {{ id = "{id}", en = "{id}" }}
who = {{ id = "panitia", en = "committee" }}
article = ["{article}"]
evidence = "primary"
{lines}
"""


def step(identity: str, lines: str, stage: str = "candidacy", article: str = "pp-16-2026:39(3).a") -> str:
    return STEP.format(id=identity, lines=lines, stage=stage, article=article)


def faults(text: str) -> dict[str, str]:
    with pytest.raises(FaultyInput) as refused:
        read_steps(text, "steps.toml")
    assert all(fault.problem.en and fault.remedy.id and fault.remedy.en for fault in refused.value.faults)
    return {fault.key: fault.problem.en for fault in refused.value.faults}


def test_an_edge_is_read_with_what_it_counts_from_and_whether_it_binds() -> None:
    text = (
        HEAD
        + step("notice", 'day = { before = "term_end", n = 6, unit = "month", bound = "exactly" }')
        + step(
            "committee",
            'start = { on = "notice" }\n'
            'end = { after = "notice", n = 10, unit = "working_day", bound = "at_latest" }',
        )
        + step("quiet", 'end = { before = "committee", n = 1, unit = "working_day" }')
    )
    notice, committee, quiet = read_steps(text, "steps.toml")[0].steps
    assert notice.end is not None
    assert notice.start == notice.end
    assert (notice.end.deadline.direction, notice.end.deadline.period.unit) == (Direction.BEFORE, Unit.MONTH)
    assert committee.end is not None
    assert (committee.end.binds, committee.end.deadline.bound) == (True, Bound.AT_LATEST)
    assert committee.end.reference.side is Side.END
    assert quiet.end is not None
    assert (quiet.end.binds, quiet.end.reference.side) == (False, Side.START)
    assert (committee.evidence, committee.number) == (Weight.PRIMARY, committee.end.deadline.period)


def test_a_list_based_on_another_takes_its_steps_and_replaces_those_of_the_same_name() -> None:
    first = HEAD + step("a", 'day = { on = "polling_day" }') + step("b", 'day = { on = "a" }')
    second = (
        HEAD.replace('"uji"', '"lain"').replace("label", 'based_on = "uji"\nlabel', 1)
        + step("a", 'day = { before = "polling_day", n = 2 }')
        + step("c", 'day = { on = "b" }')
    )
    base, other = read_steps(first + second, "steps.toml")
    assert [one.id for one in other.steps] == ["a", "b", "c"]
    assert other.step("a") != base.step("a")
    assert other.step("b") == base.step("b")


def test_every_fault_of_a_steps_file_is_named_with_its_key() -> None:
    text = (
        HEAD
        + step("a", 'day = { on = "nowhere" }')
        + step("a", 'day = { on = "polling_day.start" }')
        + step("b", 'start = { on = "c" }\nend = { on = "polling_day", after = "a" }')
        + step("c", 'end = { on = "b" }\nfollows = ["ghost"]')
        + step("d", 'day = { on = "polling_day" }', article="Ps. 39")
        + step("e", "")
        + step(
            "f",
            'start = { on = "polling_day" }\nend = { on = "polling_day" }\n'
            'length = { n = 3, unit = "month" }',
        )
        + step("g", 'day = { on = "polling_day" }\nstart = { on = "polling_day" }')
    )
    assert set(faults(text)) == {
        "uji.a",
        "uji.a.day nowhere",
        "uji.a.day polling_day.start",
        "uji.b",
        "uji.b.end",
        "uji.c",
        "uji.c.follows ghost",
        "uji.d.article Ps. 39",
        "uji.e",
        "uji.f.length",
        "uji.g.day",
    }


def test_a_key_that_is_not_known_is_named_and_nothing_is_read() -> None:
    found = faults(HEAD + step("a", 'day = { on = "polling_day", until = 3 }\ncolour = "red"'))
    assert found == {
        "timetable.0.step.0.day.until": "This entry is not known.",
        "timetable.0.step.0.colour": "This entry is not known.",
    }
    assert set(faults("[[timetable")) == {""}
    assert faults('[[timetable]]\nid = "a"')["timetable.0.decides"] == "This entry is missing."


def test_a_ladder_needs_one_end_and_a_list_needs_steps() -> None:
    ladder = '[timetable.step.ladder]\nrung = [{ n = 15, unit = "working_day" }]\n'
    ladder += 'trigger = { id = "t", en = "t" }\nthen = { id = "u", en = "u" }'
    both = 'start = { on = "polling_day" }\nend = { on = "polling_day" }\n' + ladder
    assert set(faults(HEAD + step("x", both))) == {"uji.x.ladder"}
    assert set(faults(HEAD)) == {"uji.step"}
    assert set(faults(HEAD.replace("label", 'based_on = "uji"\nlabel', 1))) == {"uji.based_on"}


@pytest.mark.parametrize(
    ("polling_day", "county", "expected"),
    [
        (date(2014, 12, 31), None, "uu-6-2014"),
        (date(2024, 4, 24), None, "uu-6-2014"),
        (date(2024, 4, 25), None, "uu-3-2024"),
        (date(2026, 3, 26), "tegal", "uu-3-2024"),
        (date(2026, 3, 27), None, "pp-16-2026"),
        (date(2027, 2, 3), "tegal", "kepbup-tegal-713-2026"),
        (date(2028, 1, 1), "tegal", "pp-16-2026"),
        (date(2027, 2, 3), "a-county-without-a-file", "pp-16-2026"),
    ],
)
def test_the_list_of_the_polling_days_own_time_is_taken(
    polling_day: date, county: str | None, expected: str
) -> None:
    assert step_list_for(polling_day, county).id == expected


def test_no_list_is_made_up_for_a_time_that_has_none() -> None:
    with pytest.raises(PilkadesError, match="no-steps"):
        step_list_for(date(2007, 6, 7))
    assert step_lists("no-such-county") == ()


def test_every_text_of_the_lists_is_complete_in_both_languages() -> None:
    for steps in (*step_lists(), *step_lists("tegal")):
        for one in steps.steps:
            for text in (
                one.label,
                one.who,
                one.note,
                one.open,
                *(reading.label for reading in one.readings),
            ):
                assert bool(text.id) == bool(text.en)
            assert one.label.id
            assert one.articles


def test_what_rests_on_permendagri_112_alone_is_unverified_after_27_march_2026() -> None:
    steps = step_list_for(date(2026, 3, 27))
    resting = [
        one
        for one in steps.steps
        if {article.instrument for article in one.articles} == {"permendagri-112-2014"}
    ]
    assert {one.id for one in resting} == {
        "enumeration",
        "dps",
        "dps-posting",
        "dptb",
        "dptb-posting",
        "dpt-posting",
    }
    assert {one.evidence for one in resting} == {Weight.UNVERIFIED}
    lengths = [one for one in resting if one.length]
    assert all("PP 16/2026 neither keeps nor repeals it" in one.note.en for one in lengths)


def test_within_a_period_and_at_most_are_kept_apart() -> None:
    steps = step_list_for(date(2027, 2, 3))
    registration, verification = steps.step("registration").length, steps.step("verification").length
    assert registration is not None
    assert verification is not None
    assert (registration.bound, verification.bound) == (Length.WITHIN, Length.AT_MOST)
