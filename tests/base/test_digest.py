import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilkades.base.digest import canonical, digest

# RFC 8785, section 3.2.2 (input) and 3.2.4 (the bytes it must give).
_RFC_INPUT = r"""
{
  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
  "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
  "literals": [null, true, false]
}
"""
_RFC_BYTES = """
7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72
75 65 2c 66 61 6c 73 65 5d 2c 22 6e 75 6d 62 65 72 73 22 3a
5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31
65 2b 33 30 2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37
5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 5c 75 30 30
30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d
"""
# RFC 8785, section 3.2.3: keys in the order of their UTF-16 code units.
_RFC_KEYS = r"""
{
  "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
  "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
  "\u00f6": "Latin Small Letter O With Diaeresis"
}
"""
_RFC_ORDER = [
    "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
    "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
]  # fmt: skip


def test_the_example_of_rfc_8785_gives_its_printed_bytes() -> None:
    assert canonical(json.loads(_RFC_INPUT)) == bytes.fromhex(_RFC_BYTES.replace("\n", " "))


def test_keys_stand_in_the_order_of_rfc_8785() -> None:
    written = canonical(json.loads(_RFC_KEYS)).decode()
    assert list(json.loads(written).values()) == _RFC_ORDER


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ({}, "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"),  # SHA-256 of {}
        ([], "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"),  # SHA-256 of []
    ],
)
def test_a_digest_is_sha_256_of_the_canonical_form(value: Any, published: str) -> None:  # noqa: ANN401 -- any JSON
    assert digest(value) == published


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(_JSON)
def test_what_is_written_reads_back_as_the_same_value(value: Any) -> None:  # noqa: ANN401 -- any JSON
    assert json.loads(canonical(value)) == value


@given(st.dictionaries(st.text(), st.integers(0, 1000), min_size=2, max_size=8))
def test_the_order_in_which_facts_are_entered_leaves_the_digest_alone(facts: dict[str, int]) -> None:
    assert digest(facts) == digest(dict(reversed(facts.items())))


@given(st.dictionaries(st.text(), st.integers(0, 1000), min_size=1, max_size=6), st.data())
def test_one_changed_figure_changes_the_digest(facts: dict[str, int], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(facts)))
    assert digest(facts) != digest({**facts, key: facts[key] + 1})
