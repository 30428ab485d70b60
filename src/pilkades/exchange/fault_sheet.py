"""The sheet of faults that a marked spreadsheet begins with, and how a reader knows it."""

from pilkades.base.language import Text
from pilkades.register.cells import Cell

NAME = Text("Yang perlu diperbaiki", "What to repair")
# In its first cell: a sheet of a village that has the same name is read all the same.
TITLE = Text(
    "Daftar perbaikan (dibuat pilkades; lembar ini tidak dibaca sebagai daftar pemilih)",
    "List of repairs (made by pilkades; this sheet is not read as a voter list)",
)


def is_fault_sheet(first: Cell) -> bool:
    """Whether a sheet beginning with that cell is our own list of faults."""
    return first in {TITLE.id, TITLE.en}
