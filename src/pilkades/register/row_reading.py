"""One row being read: a voter, and every trouble of its cells."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from pilkades.base.day import Day
from pilkades.register import values
from pilkades.register.cells import Cell, Row, cell_at, is_blank, text_of
from pilkades.register.layouts import Column, Mapping
from pilkades.register.names import says_late
from pilkades.register.nik import remarks
from pilkades.register.troubles import CellFault, Kind, Trouble, fault_of
from pilkades.register.voter import Source, Voter

_Value = TypeVar("_Value")

# Where one of these is filled, a row is meant as a person; a name alone may be a heading or a signature.
_OF_A_PERSON = (
    Column.NIK,
    Column.KK,
    Column.SEX,
    Column.BIRTH,
    Column.BIRTH_YEAR,
    Column.PLACE_AND_BIRTH,
    Column.MARITAL,
)
_CELL_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"})
_MOVED = frozenset({"PINDAH", "PINDAH DOMISILI", "SUDAH PINDAH"})


def _is_error(cell: Cell) -> bool:
    return text_of(cell).upper() in _CELL_ERRORS


@dataclass(slots=True)
class RowReading:
    """A row, the mapping it is read by, and the troubles found so far."""

    mapping: Mapping
    row: Row
    number: int
    on: date
    county_code: str | None = None
    troubles: list[Trouble] = field(default_factory=list)

    def person(self) -> tuple[Voter | None, list[CellFault]]:
        """The voter of this row, or None where it is no person's row; with all faults."""
        if any(isinstance(cell, str) and "#" in cell for cell in self.row):
            read = sorted(set(self.mapping.columns.values()))
            errors = [at for at in read if _is_error(cell_at(self.row, at))]
            if errors:
                return None, [self._placed(Trouble.of(Kind.CELL_ERROR), at) for at in errors]
        if all(is_blank(self._cell(column)) for column in _OF_A_PERSON):
            return None, [self._placed(Trouble.of(Kind.NOT_A_VOTER), None)]
        voter = self._voter()
        return voter, [
            self._placed(trouble, self.mapping.columns.get(trouble.column) if trouble.column else None)
            for trouble in self.troubles
        ]

    def _voter(self) -> Voter:
        sex = self._note(values.read_sex(self._cell(Column.SEX), self.mapping.sex_codes))
        place, birth = self._birth()
        rt, rw = self._areas()
        dead, moved = self._reports()
        name = self._name()
        nik = self._note(values.read_nik(self._cell(Column.NIK))) if self._has(Column.NIK) else None
        if nik is not None:
            self.troubles += [
                Trouble.of(Kind.NIK_REMARK, Column.NIK, message=found.message, remedy=found.remedy)
                for found in remarks(nik, sex=sex, birth=birth, county_code=self.county_code)
            ]
        codes = self.mapping.marital_codes
        return Voter(
            name=name,
            nik=nik,
            kk=self._note(values.read_kk(self._cell(Column.KK))),
            sex=sex,
            birth_place=place,
            birth=birth,
            marital=self._note(values.read_marital(self._cell(Column.MARITAL), codes)),
            address=self._words(Column.ADDRESS),
            rt=rt,
            rw=rw,
            dusun=self._words(Column.DUSUN),
            tps=self._words(Column.TPS),
            disabilities=self._note(values.read_disabilities(self._cell(Column.DISABILITY))),
            resident_since=self._since(Column.RESIDENT_SINCE),
            registered_since=self._since(Column.REGISTERED_SINCE),
            citizen=self._note(values.read_citizenship(self._cell(Column.CITIZENSHIP))),
            military_or_police=values.in_the_forces(self._cell(Column.OCCUPATION)),
            dead=dead,
            moved=moved,
            remark=self._words(Column.REMARK),
            source=Source(self.mapping.sheet, self.number),
        )

    def _has(self, column: Column) -> bool:
        return column in self.mapping.columns

    def _cell(self, column: Column) -> Cell:
        at = self.mapping.columns.get(column)
        return self.row[at] if at is not None and at < len(self.row) else None

    def _words(self, column: Column) -> str:
        cell = self._cell(column)
        return "" if is_blank(cell) else text_of(cell)

    def _note(self, found: tuple[_Value, list[Trouble]]) -> _Value:
        value, troubles = found
        self.troubles += troubles
        return value

    def _placed(self, trouble: Trouble, index: int | None) -> CellFault:
        return fault_of(self.mapping.sheet, self.number, index, trouble)

    def _name(self) -> str:
        name = self._words(Column.NAME)
        if not name:
            self.troubles.append(Trouble.of(Kind.NAME_MISSING, Column.NAME))
        if not name.replace(" ", "").isalpha() and any(sign.isdigit() for sign in name):
            self.troubles.append(Trouble.of(Kind.NAME_DIGITS, Column.NAME))
        if says_late(name):
            self.troubles.append(Trouble.of(Kind.NAME_LATE, Column.NAME))
        return name

    def _birth(self) -> tuple[str, Day | None]:
        """Place and date, from one cell each, one cell together, or three cells for the date."""
        place = self._words(Column.BIRTH_PLACE)
        if self._has(Column.BIRTH):
            return place, self._note(values.read_birth(self._cell(Column.BIRTH), self.on))
        if self._has(Column.BIRTH_YEAR):
            day, month, year = (
                self._cell(column) for column in (Column.BIRTH_DAY, Column.BIRTH_MONTH, Column.BIRTH_YEAR)
            )
            return place, self._note(values.read_birth_parts((day, month, year), self.on))
        if self._has(Column.PLACE_AND_BIRTH):
            own, written = values.split_place_and_birth(self._cell(Column.PLACE_AND_BIRTH))
            return own, self._note(values.read_birth(written, self.on, Column.PLACE_AND_BIRTH))
        return place, None

    def _areas(self) -> tuple[str, str]:
        if self._has(Column.RT_RW):
            rt, rw, troubles = values.read_rt_rw(self._cell(Column.RT_RW))
            self.troubles += troubles
            return rt, rw
        return (
            self._note(values.read_area(self._cell(Column.RT), Column.RT)),
            self._note(values.read_area(self._cell(Column.RW), Column.RW)),
        )

    def _since(self, column: Column) -> Day | None:
        return self._note(values.read_since(self._cell(column), self.on, column))

    def _reports(self) -> tuple[bool, bool]:
        """Whether the remark reports a death or a removal; both are shown to be made sure of."""
        remark = self._words(Column.REMARK).upper()
        dead, moved = remark.startswith("MENINGGAL"), remark in _MOVED or remark.startswith("PINDAH KE")
        if dead or moved:
            self.troubles.append(
                Trouble.of(Kind.REMARK_REPORT, Column.REMARK, value=values.shown(remark.lower()))
            )
        return dead, moved
