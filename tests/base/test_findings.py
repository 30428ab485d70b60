import pytest

from pilkades.base.findings import STAGES, VERDICTS, Bound, Stage, Touch, Verdict


@pytest.mark.parametrize(
    ("bound", "count", "margin", "reaches"),
    [
        (Bound.EXACTLY, 18, 19, False),
        (Bound.EXACTLY, 19, 19, True),  # as many as the margin can make the votes equal
        (Bound.EXACTLY, 20, 19, True),
        (Bound.AT_MOST, 18, 19, False),
        (Bound.AT_MOST, 20, 19, True),
        (Bound.AT_LEAST, 20, 19, True),
        (Bound.AT_LEAST, 18, 19, None),  # there may be more
        (Bound.UNKNOWN, None, 19, None),
        (Bound.EXACTLY, 5, None, None),
        (Bound.EXACTLY, 0, 0, True),
    ],
)
def test_a_touch_is_held_against_the_margin(
    bound: Bound, count: int | None, margin: int | None, *, reaches: bool | None
) -> None:
    assert Touch("voters", bound, count, margin).reaches_margin is reaches


def test_every_verdict_and_stage_has_words() -> None:
    assert set(VERDICTS) == set(Verdict)
    assert set(STAGES) == set(Stage)
