"""The sheets of a file that was brought, under names that hold no number of a person."""

from collections.abc import Iterator
from dataclasses import replace

from pilkades.exchange import spreadsheets
from pilkades.register.cells import Sheet
from pilkades.web.core.vault.covering import covered


def sheets_in(content: bytes, file_name: str) -> tuple[Sheet, ...]:
    """Every sheet; some villages give each family a sheet that is named by its KK number.

    Raises:
        FaultyInput: it is no spreadsheet.
    """
    return tuple(_named_plainly(spreadsheets.read(content, file_name)))


def _named_plainly(sheets: tuple[Sheet, ...]) -> Iterator[Sheet]:
    taken = {sheet.name for sheet in sheets}
    for sheet in sheets:
        plain = covered(sheet.name)
        if plain == sheet.name:
            yield sheet
            continue
        number, free = 2, plain
        while free in taken:
            number, free = number + 1, f"{plain} ({number})"
        taken.add(free)
        yield replace(sheet, name=free)
