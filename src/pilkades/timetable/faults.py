"""Faults of a timetable file in words that its author can act on."""

import tomllib
from collections.abc import Iterator

from pydantic import ValidationError

from pilkades.base.errors import Fault
from pilkades.base.language import Text, same

_CORRECT = Text("Perbaiki isinya.", "Correct the content.")
_PROBLEMS = {
    "missing": (Text("Isian ini tidak ada.", "This entry is missing."), Text("Tambahkan.", "Add it.")),
    "extra_forbidden": (
        Text("Isian ini tidak dikenal.", "This entry is not known."),
        Text("Periksa ejaannya atau hapus.", "Check its spelling or remove it."),
    ),
    "enum": (Text("Pilihan yang dikenal: {expected}.", "The known choices are: {expected}."), _CORRECT),
    "literal_error": (
        Text("Pilihan yang dikenal: {expected}.", "The known choices are: {expected}."),
        _CORRECT,
    ),
    "int_type": (Text("Isinya harus bilangan bulat.", "It must be a whole number."), _CORRECT),
    "int_parsing": (Text("Isinya harus bilangan bulat.", "It must be a whole number."), _CORRECT),
    "int_from_float": (Text("Isinya harus bilangan bulat.", "It must be a whole number."), _CORRECT),
    "greater_than_equal": (Text("Isinya paling kecil {ge}.", "It must be at least {ge}."), _CORRECT),
    "string_type": (Text("Isinya harus teks.", "It must be text."), _CORRECT),
    "string_too_short": (Text("Teksnya kosong.", "The text is empty."), Text("Isilah.", "Fill it in.")),
    "string_pattern_mismatch": (
        Text("Penulisannya tidak sesuai pola {pattern}.", "It does not fit the pattern {pattern}."),
        Text("Pakai huruf kecil, angka, dan tanda hubung.", "Use lower-case letters, digits and hyphens."),
    ),
    "date_type": (
        Text("Isinya harus tanggal.", "It must be a date."),
        Text("Tulis tahun-bulan-hari, misalnya 2027-02-03.", "Write year-month-day, such as 2027-02-03."),
    ),
    "too_short": (
        Text("Harus ada sedikitnya satu.", "At least one is needed."),
        Text("Tambahkan.", "Add it."),
    ),
}
_OTHER = (Text("Isinya tidak sesuai.", "Its content does not fit."), _CORRECT)


def faults_of(error: ValidationError, file: str) -> Iterator[Fault]:
    """Each fault that the model found, with its key and what to do.

    A fault of a list that only follows from a fault inside it is left out.
    """
    found = error.errors()
    places = [item["loc"] for item in found]
    for item in found:
        here = item["loc"]
        if any(len(place) > len(here) and place[: len(here)] == here for place in places):
            continue
        problem, remedy = _PROBLEMS.get(item["type"], _OTHER)
        yield Fault(file, ".".join(str(part) for part in here), problem.fill(**item.get("ctx", {})), remedy)


def not_toml(file: str, error: tomllib.TOMLDecodeError) -> Fault:
    """The file cannot be read as TOML at all."""
    return Fault(
        file,
        "",
        Text("Berkas ini bukan TOML yang benar: ", "This file is not valid TOML: ") + same(f"{error}."),
        Text("Perbaiki baris yang disebut.", "Correct the line it names."),
    )
