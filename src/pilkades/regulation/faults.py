"""What is wrong in a file of law, in words: from pydantic's and tomllib's reports to ours."""

import tomllib
from collections.abc import Iterator

from pydantic import ValidationError

from pilkades.base.errors import Fault
from pilkades.base.language import Text, same

_REMEDIES = {
    "extra_forbidden": (
        Text("kunci ini tidak dikenal.", "this key is not known."),
        Text("Hapus kunci itu, atau perbaiki ejaannya.", "Remove the key, or correct its spelling."),
    ),
    "missing": (
        Text("kunci ini belum ada.", "this key is missing."),
        Text("Tambahkan kunci itu.", "Add the key."),
    ),
    "union_tag_invalid": (
        Text("jenis aturan ini tidak dikenal.", "this kind of rule is not known."),
        Text(
            "Pakai salah satu jenis di docs/developers/law-as-data.md.",
            "Use one of the kinds in docs/developers/law-as-data.md.",
        ),
    ),
    "union_tag_not_found": (
        Text("aturan ini belum menyebut jenisnya.", "this rule does not state its kind."),
        Text('Tambahkan kind = "...".', 'Add kind = "...".'),
    ),
    "enum": (
        Text("nilai ini bukan salah satu pilihan.", "this value is not one of the choices."),
        Text("Pakai salah satu pilihan yang disebut di dokumen.", "Use one of the documented choices."),
    ),
    "literal_error": (
        Text("nilai ini bukan salah satu pilihan.", "this value is not one of the choices."),
        Text("Pakai salah satu pilihan yang disebut di dokumen.", "Use one of the documented choices."),
    ),
    "date_type": (
        Text("ini bukan tanggal.", "this is not a date."),
        Text(
            "Tulis tanggal TOML tanpa tanda kutip: 2014-05-30.",
            "Write a TOML date without quotes: 2014-05-30.",
        ),
    ),
    "int_type": (
        Text("ini bukan bilangan bulat.", "this is not a whole number."),
        Text("Tulis angka tanpa tanda kutip.", "Write digits without quotes."),
    ),
    "string_type": (
        Text("ini bukan teks.", "this is not text."),
        Text("Tulis di antara tanda kutip.", "Write it between quotes."),
    ),
}


def toml_fault(file: str, error: tomllib.TOMLDecodeError) -> Fault:
    """A file that is not TOML at all: where the reader stopped."""
    return Fault(
        file,
        "TOML",
        Text(f"berkas tidak terbaca sebagai TOML ({error}).", f"the file does not read as TOML ({error})."),
        Text("Perbaiki baris yang disebut.", "Correct the line named."),
    )


def faults_of(error: ValidationError, file: str, key: str = "") -> Iterator[Fault]:
    """One fault for each thing that a model found wrong."""
    for item in error.errors():
        place = ".".join(str(part) for part in (key, *item["loc"]) if part != "")
        problem, remedy = _REMEDIES.get(
            item["type"],
            (
                Text(
                    f"nilai tidak dapat dipakai ({item['msg']}).",
                    f"the value cannot be used ({item['msg']}).",
                ),
                Text("Perbaiki nilainya.", "Correct the value."),
            ),
        )
        if "expected" in item.get("ctx", {}):
            problem = problem + same(f" [{item['ctx']['expected']}]")
        yield Fault(file, place or "TOML", problem, remedy)
