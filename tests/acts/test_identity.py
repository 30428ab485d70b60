import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.acts.identity import is_uuid7, uuid7
from pilkades.base.errors import PilkadesError


def test_the_example_of_rfc_9562_comes_out() -> None:
    # Appendix A.6: unix_ts_ms 0x017F22E279B0, rand_a 0xCC3, rand_b 0b01 and 0x8C4DC0C0C07398F.
    chance = bytes.fromhex("0cc3" + "18c4dc0c0c07398f")
    assert uuid7(0x017F22E279B0, chance) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_version_and_variant_stand_whatever_the_chance(milliseconds: int, chance: bytes) -> None:
    name = uuid7(milliseconds, chance)
    assert is_uuid7(name)
    assert int(name.replace("-", "")[:12], 16) == milliseconds


@given(st.integers(0, 2**48 - 2), *[st.binary(min_size=10, max_size=10)] * 2)
def test_a_later_moment_sorts_after_an_earlier_one(milliseconds: int, one: bytes, other: bytes) -> None:
    assert uuid7(milliseconds, one) < uuid7(milliseconds + 1, other)


@pytest.mark.parametrize(
    ("milliseconds", "chance", "code"),
    [(-1, bytes(10), "uuid7-moment"), (2**48, bytes(10), "uuid7-moment"), (0, bytes(9), "uuid7-random")],
)
def test_what_does_not_fit_the_form_is_refused(milliseconds: int, chance: bytes, code: str) -> None:
    with pytest.raises(PilkadesError) as refused:
        uuid7(milliseconds, chance)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "name",
    [
        "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",  # capitals
        "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",  # version 4
        "017f22e2-79b0-7cc3-c8c4-dc0c0c07398f",  # another variant
        "017f22e279b07cc398c4dc0c0c07398f",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n",
        "1",
    ],
)
def test_another_writing_is_no_name_of_an_act(name: str) -> None:
    assert not is_uuid7(name)
