"""The kernel and the words for people measure names alike: one likeness, two forms."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pilkades.jobs.kernel import jaro_winkler
from pilkades.register.evidence import NAME_SIGNS
from pilkades.register.likeness import jaro_winkler as scalar

NAMES = st.text("ABDEIKMNRSUY ", max_size=NAME_SIGNS)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_the_kernel_gives_the_very_number_of_the_scalar_form(one: str, other: str) -> None:
    first, second = min(one, other), max(one, other)
    signs = np.frombuffer((first + second).encode("ascii"), dtype=np.uint8)
    assert jaro_winkler(signs, 0, len(first), len(first), len(second)) == scalar(one, other)
