"""A voter list as the command line names it: its file, how it is read, and the law it is held against."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from pilkades.base.day import Day
from pilkades.base.errors import Fault, FaultyInput
from pilkades.base.language import Text
from pilkades.cli.options import a_county, a_day
from pilkades.exchange.long_csv import Table, tables
from pilkades.register.cells import cell_at, text_of
from pilkades.register.headers import Proposal, legend_in, propose
from pilkades.register.layouts import LAYOUTS, Column, Mapping
from pilkades.register.reasons import Poll, Stated
from pilkades.register.voter import Marital
from pilkades.regulation.loader import shipped_law
from pilkades.regulation.rulebook import Rulebook

STATED = tuple(Stated.__dataclass_fields__)
_ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What a person says of the file's form; nothing said is left to the program."""

    layout: str | None = None
    maps: Sequence[str] = ()
    header_row: int | None = None
    marital: str | None = None
    sheets: Sequence[str] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Source:
    """A file ready to be read: its sheets, and beside each the way it is read."""

    file: str
    tables: tuple[Table, ...]
    proposals: tuple[Proposal, ...]

    @property
    def lines(self) -> int:
        """About how many rows there are; a cell with several lines counts for several."""
        return sum(table.length for table in self.tables)


def poll_of(
    command: str, polling_day: str, county: str, dps_adopted: str | None, stated: Iterable[str]
) -> Poll:
    """The day, the law of that day and county, and what the committee states of all.

    Raises:
        FaultyInput: every date that is none and every fact that is not known.
        PilkadesError: `unknown-county`, `no-regime`.
    """
    faults: list[Fault] = []
    days: list[date | None] = []
    for words, key in ((polling_day, "--polling-day"), (dps_adopted, "--dps-adopted")):
        try:
            days.append(a_day(words, command, key) if words is not None else None)
        except FaultyInput as error:
            faults += error.faults
    named = [one.strip() for words in stated for one in words.split(",") if one.strip()]
    facts = {*STATED} if _ALL in named else {*named}
    faults += [
        Fault(command, "--stated", _NO_FACT.fill(words=words), _FACTS.fill(known=[_ALL, *STATED]))
        for words in named
        if words not in {_ALL, *STATED}
    ]
    if faults or days[0] is None:
        raise FaultyInput(faults)
    book = Rulebook.at(days[0], a_county(county))
    adopted = Day.exactly(days[1]) if days[1] else None
    return Poll(days[0], book, adopted, Stated(**{fact: fact in facts for fact in STATED}))


def county_code(poll: Poll) -> str | None:
    """The code that begins the NIK of people first registered in the county of the poll."""
    slug = poll.rulebook.county
    return shipped_law().counties[slug].code if slug else None


def source_of(file: str, command: str, how: How) -> Source:
    """Open a file and settle how each sheet is read.

    Raises:
        FaultyInput: the file cannot be used, or what was said of it does not fit it.
        OSError: the file cannot be read.
    """
    found = tables(Path(file))
    wanted = [name.casefold() for name in how.sheets]
    if wanted:
        names = {table.name.casefold() for table in found}
        unknown = [name for name in how.sheets if name.casefold() not in names]
        if unknown:
            listed = [table.name for table in found]
            faults = [
                Fault(file, "--sheet", _NO_SHEET.fill(name=name), _SHEETS.fill(known=listed))
                for name in unknown
            ]
            raise FaultyInput(faults)
        found = tuple(table for table in found if table.name.casefold() in wanted)
    changes = _Changes.read(how, command)
    by_name = {proposal.sheet: proposal for proposal in propose([table.head for table in found])}
    pairs = [
        (table, changes.to(_completed(by_name[table.name], table), table))
        for table in found
        if table.name in by_name
    ]
    return Source(file, tuple(table for table, _ in pairs), tuple(proposal for _, proposal in pairs))


def _completed(proposal: Proposal, table: Table) -> Proposal:
    """The legend of the marital status rests on every row, not on the first ones alone."""
    mapping = proposal.mapping
    at = mapping.columns.get(Column.MARITAL) if mapping else None
    if mapping is None or at is None or len(table.head.rows) >= table.length:
        return proposal
    if mapping.layout and mapping.layout.marital_codes:
        return proposal
    cells = (cell_at(row, at) for row in islice(table.rows(), mapping.first_row - 1, None))
    return replace(proposal, mapping=mapping.with_marital_codes(legend_in(cells)))


@dataclass(frozen=True, slots=True)
class _Changes:
    """What a person said of the mapping, read and found to be in order."""

    how: How
    columns: tuple[tuple[Column, int | None], ...]
    codes: dict[str, Marital] | None

    @classmethod
    def read(cls, how: How, command: str) -> "_Changes":
        faults: list[Fault] = []
        columns: list[tuple[Column, int | None]] = []
        for words in how.maps:
            name, _, letters = words.partition("=")
            column = next((one for one in Column if one.value == name.strip().casefold()), None)
            index = _index(letters.strip())
            if column is None or "=" not in words or index == _NO_LETTERS:
                known = [one.value for one in Column]
                faults.append(Fault(command, "--map", _NO_MAP.fill(words=words), _MAP.fill(known=known)))
            else:
                columns.append((column, index))
        if how.layout is not None and how.layout not in {layout.id for layout in LAYOUTS}:
            known = [layout.id for layout in LAYOUTS]
            faults.append(
                Fault(command, "--layout", _NO_LAYOUT.fill(words=how.layout), _LAYOUT.fill(known=known))
            )
        codes = _codes(how.marital) if how.marital is not None else None
        if codes == {}:
            faults.append(Fault(command, "--marital", _NO_CODES.fill(words=how.marital), _CODES))
        if faults:
            raise FaultyInput(faults)
        return cls(how, tuple(columns), codes)

    def to(self, proposal: Proposal, table: Table) -> Proposal:
        mapping = proposal.mapping
        if self.how.header_row is not None and (mapping is None or mapping.header_row != self.how.header_row):
            mapping = self._below(self.how.header_row, table)
        if mapping is None:
            return proposal
        layout = next((layout for layout in LAYOUTS if layout.id == self.how.layout), None)
        if layout is not None:
            mapping = replace(
                mapping, layout=layout, marital_codes=layout.marital_codes or mapping.marital_codes
            )
        for column, index in self.columns:
            mapping = mapping.with_column(column, index)
        if self.codes is not None:
            mapping = mapping.with_marital_codes(self.codes)
        named = {column for column, _ in self.columns}
        doubled = tuple((column, at) for column, at in proposal.doubled if column not in named)
        return Proposal(proposal.sheet, mapping, doubled)

    def _below(self, header_row: int, table: Table) -> Mapping:
        """A header that a person points at: what its words are known for, the rest by `--map`."""
        rows = table.head.rows[header_row - 1 : header_row]
        (found,) = propose([replace(table.head, rows=rows)]) or (Proposal(table.name, None),)
        columns = found.mapping.columns if found.mapping else {}
        headings = tuple(text_of(cell) for row in rows for cell in row)
        return Mapping(table.name, header_row, header_row + 1, columns, headings)


_NO_LETTERS = -1
_MOST_LETTERS = 3


def _index(letters: str) -> int | None:
    """The place of a column from its letters; None for no letters at all."""
    if not letters:
        return None
    if not (letters.isascii() and letters.isalpha() and len(letters) <= _MOST_LETTERS):
        return _NO_LETTERS
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _codes(words: str) -> dict[str, Marital]:
    """`0=B,1=S,2=P` as a legend; empty where it is none."""
    legend: dict[str, Marital] = {}
    for part in words.split(","):
        code, _, letter = (piece.strip() for piece in part.partition("="))
        if not code or letter.upper() not in {one.value for one in Marital}:
            return {}
        legend[code] = Marital(letter.upper())
    return legend


_NO_FACT = Text("{words} bukan hal yang dapat dinyatakan.", "{words} is nothing that can be stated.")
_FACTS = Text("Pakai: {known}.", "Use: {known}.")
_NO_SHEET = Text("tidak ada lembar {name}.", "there is no sheet {name}.")
_SHEETS = Text("Lembar yang ada: {known}.", "Sheets: {known}.")
_NO_MAP = Text("{words} tidak menunjuk kolom.", "{words} points at no column.")
_MAP = Text("Tulis seperti nik=C. Yang dikenal: {known}.", "Write it like nik=C. Known: {known}.")
_NO_LAYOUT = Text("tata letak {words} tidak dikenal.", "the layout {words} is not known.")
_LAYOUT = Text("Pakai salah satu: {known}.", "Use one of: {known}.")
_NO_CODES = Text("{words} bukan arti angka.", "{words} is no meaning of numbers.")
_CODES = Text("Tulis seperti 0=B,1=S,2=P.", "Write it like 0=B,1=S,2=P.")
