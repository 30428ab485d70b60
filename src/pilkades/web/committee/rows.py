"""Lists inside an act as numbered rows of boxes: a candidate's votes, a group's members."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from pydantic import ValidationError

from pilkades.acts.act import KINDS
from pilkades.acts.payload import Row
from pilkades.base.language import EMPTY, Text
from pilkades.web.committee.fields import (
    CLOCK_FAULT,
    Plain,
    can_show,
    capital,
    parts_of,
    plain_type,
    shown_in,
    typed_in,
)
from pilkades.web.core.messages import MESSAGES

# Django reads at most a thousand fields from one form; a day takes three of them.
_MOST_BOXES = 600
_FEW = 3

GROUP, NUMBER = "kelompok", "jumlah"
"""The two columns of a list that counts members by group."""

_ROW = Text("baris", "row")
_GROUP = Text("kelompok", "group")
_NUMBER = Text("jumlah orang", "number of people")
_NO_NUMBER = Text("Isi jumlahnya, atau kosongkan kelompoknya.", "Enter the number, or leave the group empty.")
_NO_GROUP = Text("Isi nama kelompoknya.", "Enter the group's name.")
_TWICE = Text("Kelompok ini sudah ada di baris lain.", "This group stands in another row already.")


@dataclass(frozen=True, slots=True)
class Column:
    """One box of a row."""

    name: str
    label: Text
    plain: Plain


@dataclass(frozen=True, slots=True)
class BoxFault:
    """What is wrong in one box of one row."""

    row: int
    column: str
    message: Text


@dataclass(frozen=True, slots=True)
class RowList:
    """How a list is asked: what a row is called, its columns; without `model` it counts by group."""

    fact: str
    label: Text
    called: Text
    columns: tuple[Column, ...]
    model: type[Row] | None

    @property
    def count_name(self) -> str:
        """The hidden field that says how many rows there are."""
        return f"{self.fact}-baris"

    @property
    def more(self) -> int:
        """How many empty rows a form begins with, and how many one press adds."""
        return _FEW if len(self.columns) <= _FEW else 1

    @property
    def most(self) -> int:
        """How many rows one form can hold."""
        return _MOST_BOXES // len(self.columns)

    def box(self, row: int, column: str) -> str:
        """The name of a box; rows count from 1."""
        return f"{self.fact}-{row}-{column}"

    def row_name(self, row: int) -> Text:
        """`Calon 2`."""
        return capital(self.called) + Text(f" {row}", f" {row}")

    def numbered(self, sent: str) -> int:
        """The number of rows that a form says it has, kept within reason."""
        wanted = int(sent) if sent.isascii() and sent.isdigit() and len(sent) < len("10000") else 0
        return min(max(wanted, 1), self.most)

    def shown(self, value: object) -> tuple[Mapping[str, object], ...] | None:
        """The rows of a value as the boxes show them; None when they cannot show it whole."""
        rows: list[Mapping[str, object]] = []
        if isinstance(value, Mapping):
            rows = [{GROUP: group, NUMBER: number} for group, number in value.items()]
        elif isinstance(value, Sequence):
            rows = [{one.name: getattr(row, one.name) for one in self.columns} for row in value]
        if not all(can_show(item) for row in rows for item in row.values()):
            return None
        return tuple({name: shown_in(item) for name, item in row.items()} for row in rows)

    def read(self, typed: Mapping[int, Mapping[str, object]]) -> tuple[Any, list[BoxFault]]:
        """The list's value from the boxes of each row, with every fault; None when all rows are empty."""
        filled = {
            row: given
            for row, boxes in typed.items()
            if any((given := self._given(boxes)).get(one.name) is not None for one in self.columns)
        }
        value: dict[str, object] | list[Row]
        if self.model is None:
            value, faults = _counted(filled)
        else:
            value, faults = self._modelled(self.model, filled)
        return value or None, faults

    def _given(self, boxes: Mapping[str, object]) -> dict[str, object]:
        return {one.name: typed_in(one.plain, boxes.get(one.name)) for one in self.columns}

    def _modelled(
        self, model: type[Row], filled: Mapping[int, Mapping[str, object]]
    ) -> tuple[list[Row], list[BoxFault]]:
        read: list[Row] = []
        faults: list[BoxFault] = []
        for number, given in filled.items():
            try:
                read.append(model.model_validate(given))
            except ValidationError as error:
                columns = dict.fromkeys(str(one["loc"][0]) for one in error.errors() if one["loc"])
                faults += [BoxFault(number, name, self._unfit(name)) for name in columns]
        return read, faults

    def _unfit(self, column: str) -> Text:
        plain = next(one.plain for one in self.columns if one.name == column)
        return CLOCK_FAULT if plain is time else MESSAGES["not-plain"]


def _counted(filled: Mapping[int, Mapping[str, object]]) -> tuple[dict[str, object], list[BoxFault]]:
    read: dict[str, object] = {}
    faults: list[BoxFault] = []
    for number, given in filled.items():
        group, count = given[GROUP], given[NUMBER]
        if count is None:
            faults.append(BoxFault(number, NUMBER, _NO_NUMBER))
        elif group is None:
            faults.append(BoxFault(number, GROUP, _NO_GROUP))
        elif str(group) in read:
            faults.append(BoxFault(number, GROUP, _TWICE))
        else:
            read[str(group)] = count
    return read, faults


def row_list(kind: str, fact: str) -> RowList | None:
    """How a list of rows, or a count by group, is asked; None for a fact of a plain type."""
    label = KINDS[kind].label_of(fact)
    parts = list(parts_of(KINDS[kind].model_fields[fact].annotation))
    if dict in parts:
        columns = (Column(GROUP, _GROUP, str), Column(NUMBER, _NUMBER, int))
        return RowList(fact, label, _ROW, columns, None)
    model = next((one for one in parts if isinstance(one, type) and issubclass(one, Row)), None)
    if model is None:
        return None
    return RowList(fact, label, model.label or EMPTY, tuple(_columns(model)), model)


def _columns(model: type[Row]) -> Iterator[Column]:
    for name in model.model_fields:
        plain = plain_type(model, name)
        if plain is not None:
            yield Column(name, model.label_of(name), plain)
