from collections.abc import Callable
from datetime import time
from types import NoneType
from typing import Annotated, Any, TypeAlias, get_args, get_origin

import pytest
from hypothesis import strategies as st

from pilkades.acts.act import KINDS, Act, Statement, read_fact
from pilkades.acts.identity import uuid7
from pilkades.acts.payload import Office, Row
from pilkades.acts.record import Record, append
from pilkades.base.day import Day

Draft: TypeAlias = Callable[..., Act]
Raw: TypeAlias = Callable[[str, str], st.SearchStrategy[object]]

# RFC 8032, section 7.1, tests 1 and 2: published secret keys.
CHAIR = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
SECRETARY = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")


def make_draft(number: int, kind: str = "dpt", corrects: str | None = None, **facts: object) -> Act:
    """An act of the given number; a tuple states several values, an empty one withdraws."""
    stated = {
        name: tuple(
            Statement(read_fact(kind, name, one)) for one in (raw if isinstance(raw, tuple) else (raw,))
        )
        for name, raw in facts.items()
    }
    return Act(
        id=act_id(number), kind=kind, facts=stated, recorded="2026-11-21T08:00:00+07:00", corrects=corrects
    )


def act_id(number: int) -> str:
    return uuid7(1_000_000 + number, bytes(10))


@pytest.fixture(scope="session")
def draft() -> Draft:
    return make_draft


@pytest.fixture(scope="session")
def act_of() -> Callable[[int], str]:
    return act_id


@pytest.fixture(scope="session")
def chair_key() -> bytes:
    return CHAIR


@pytest.fixture(scope="session")
def secretary_key() -> bytes:
    return SECRETARY


@pytest.fixture(scope="session")
def four() -> Record:
    """A record of four acts: DPT, its correction, the polling, the count."""
    record = Record("61.07.05.2003-2007")
    for act in (
        make_draft(1, "dpt", date="2007-05-30", voters=1213),
        make_draft(2, "dpt", corrects=act_id(1), voters=1214),
        make_draft(3, "polling", date="2007-06-07", opened_at="08:00", voted=841),
        make_draft(4, "tally", date="2007-06-07", valid=829, invalid=12),
    ):
        record = append(record, act, record.head)
    return record


@pytest.fixture(scope="session")
def raw_value() -> Raw:
    """How to draw a JSON value of a fact, from the type that its kind declares."""
    return lambda kind, fact: _raw(KINDS[kind].model_fields[fact].annotation)


def _raw(annotation: Any) -> st.SearchStrategy[object]:  # noqa: ANN401 -- typing forms have no common type
    origin, parts = get_origin(annotation), [part for part in get_args(annotation) if part is not NoneType]
    if origin is Annotated:
        return _raw(parts[0])
    if origin is list:
        return st.lists(_raw(parts[0]), max_size=3)
    if origin is dict:
        return st.dictionaries(TEXTS, _raw(parts[1]), max_size=3)
    if origin is not None:
        return _raw(parts[0])
    if isinstance(annotation, type) and issubclass(annotation, Row):
        fields = {name: _raw(info.annotation) for name, info in annotation.model_fields.items()}
        return st.fixed_dictionaries({}, optional=fields)
    return _PLAIN[annotation]


TEXTS = st.text(max_size=20)
_PLAIN: dict[type, st.SearchStrategy[object]] = {
    bool: st.booleans(),
    int: st.integers(0, 2**53 - 1),
    str: TEXTS,
    Office: st.sampled_from([str(office) for office in Office]),
    Day: st.dates().flatmap(
        lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
    ),
    time: st.times().map(lambda clock: f"{clock.hour:02d}:{clock.minute:02d}"),
}
