"""Faults of a timetable file in words that its author can act on."""

import tomllib
from collections.abc import Iterator

from pydantic import ValidationError

from pilkades.base.errors import Fault
from pilkades.base.language import Text, same

_KNOWN = {
    "missing": (
        Text("Isian ini tidak ada.", "This entry is missing."),
        Text("Tambahkan isian ini.", "Add it."),
    ),
    "extra_forbidden": (
        Text("Isian ini tidak dikenal.", "This entry is not known."),
        Text("Periksa ejaannya atau hapus.", "Check its spelling or remove it."),
    ),
}


def faults_of(error: ValidationError, file: str) -> Iterator[Fault]:
    """Each fault that the model found, with its key and what to do."""
    for item in error.errors():
        key = ".".join(str(part) for part in item["loc"])
        problem, remedy = _KNOWN.get(
            item["type"],
            (
                Text("Isinya tidak sesuai: ", "Its content does not fit: ") + same(f"{item['msg']}."),
                Text("Perbaiki isinya.", "Correct the content."),
            ),
        )
        yield Fault(file, key, problem, remedy)


def not_toml(file: str, error: tomllib.TOMLDecodeError) -> Fault:
    """The file cannot be read as TOML at all."""
    return Fault(
        file,
        "",
        Text("Berkas ini bukan TOML yang benar: ", "This file is not valid TOML: ") + same(f"{error}."),
        Text("Perbaiki baris yang disebut.", "Correct the line it names."),
    )
