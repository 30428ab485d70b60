import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pilkades.jobs.kernel_sorting import shared

keys = st.sampled_from([0, 1, 2, 2**63, 2**64 - 1, 2**42 + 1, 2**42, 2**53, 5 * 2**53 + 7]) | st.integers(
    0, 2**64 - 1
)


@given(st.lists(keys, max_size=200))
def test_rows_that_share_a_key_stand_together_and_no_others(column: list[int]) -> None:
    order, found = shared(np.array(column, np.uint64))
    expected = sorted((key, row) for row, key in enumerate(column) if key and column.count(key) > 1)
    assert list(zip(found.tolist(), order.tolist(), strict=True)) == expected
