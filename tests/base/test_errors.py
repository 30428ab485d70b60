import pytest

from pilkades.base.errors import Fault, FaultyInput, PilkadesError
from pilkades.base.language import Language, Text

_FAULT = Fault(
    "kasus.toml",
    "law_day",
    Text("ini bukan tanggal.", "this is not a date."),
    Text("Tulis tanggal.", "Write a date."),
)


def test_an_error_carries_its_code_and_fields() -> None:
    with pytest.raises(PilkadesError) as raised:
        raise PilkadesError("no-regime", day="1999-01-01")
    assert raised.value.code == "no-regime"
    assert raised.value.fields == {"day": "1999-01-01"}
    assert str(raised.value) == "no-regime (day=1999-01-01)"


def test_a_fault_is_one_line_with_file_key_problem_and_remedy_in_each_language() -> None:
    assert _FAULT.to(Language.ID) == "kasus.toml: law_day: ini bukan tanggal. Tulis tanggal."
    assert _FAULT.to(Language.EN) == "kasus.toml: law_day: this is not a date. Write a date."


def test_faulty_input_keeps_every_fault_in_order() -> None:
    other = Fault("kasus.toml", "act", Text("a", "b"), Text("c", "d"))
    error = FaultyInput(fault for fault in (_FAULT, other))
    assert error.faults == (_FAULT, other)
    assert error.code == "faulty-input"
    assert error.fields == {"faults": 2}
