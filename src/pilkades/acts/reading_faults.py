"""What can be wrong in an act or a record written as JSON, in words, each with what to do."""

from collections.abc import Iterator
from datetime import time
from typing import Any, TypeAlias

from pilkades.acts.act import KINDS
from pilkades.acts.payload import Office, Row
from pilkades.base.day import Day
from pilkades.base.digest import Json, canonical
from pilkades.base.language import Text, same

Problem: TypeAlias = tuple[Text, Text]
"""What is wrong, and what to do."""

_COPY = Text(
    "Salin kembali berkas dari asalnya; jangan diubah dengan tangan.",
    "Copy the file again from where it came; do not change it by hand.",
)
NOT_JSON: Problem = (Text("baris ini bukan JSON.", "this line is not JSON."), _COPY)
TWICE: Problem = (Text("kunci ini tertulis dua kali.", "this key is written twice."), _COPY)
NO_HEADER: Problem = (
    Text(
        "baris pertama bukan kepala catatan (format, pemilihan, rantai).",
        "the first line is not the head of a record (format, election, chain).",
    ),
    _COPY,
)
NOT_CANONICAL: Problem = (
    Text(
        "ada angka terlalu besar atau huruf yang tidak utuh.",
        "a number is too large or a character is incomplete.",
    ),
    Text(
        "Tulis bilangan bulat paling besar 9007199254740991 dan teks UTF-8 yang utuh.",
        "Write whole numbers up to 9007199254740991 and complete UTF-8 text.",
    ),
)
BAD_ID: Problem = (
    Text("nomor tindakan ini bukan UUID versi 7.", "this act's id is not a UUID of version 7."),
    Text(
        "Tulis dengan huruf kecil: 017f22e2-79b0-7cc3-98c4-dc0c0c07398f.",
        "Write it in lower case: 017f22e2-79b0-7cc3-98c4-dc0c0c07398f.",
    ),
)
BAD_INSTANT: Problem = (
    Text("waktu pencatatan ini tidak terbaca.", "this moment of recording does not read as one."),
    Text(
        "Tulis dengan zona waktunya: 2026-11-21T08:00:00+07:00 (WIB), +08:00 (WITA), +09:00 (WIT).",
        "Write it with its zone: 2026-11-21T08:00:00+07:00 (WIB), +08:00 (WITA), +09:00 (WIT).",
    ),
)
BAD_PAPER: Problem = (
    Text("sidik dokumen ini bukan SHA-256.", "this document's digest is not a SHA-256."),
    Text("Tulis 64 digit heksadesimal huruf kecil.", "Write 64 lower-case hexadecimal digits."),
)
UNKNOWN_KIND: Problem = (
    Text("jenis tindakan ini tidak dikenal.", "this kind of act is not known."),
    Text(
        "Pakai salah satu jenis tindakan yang terdaftar.", "Use one of the kinds of acts that are declared."
    ),
)
UNKNOWN_FACT: Problem = (
    Text("jenis tindakan ini tidak mengenal fakta ini.", "this kind of act has no such fact."),
    Text("Hapus fakta itu, atau perbaiki ejaannya.", "Remove the fact, or correct its spelling."),
)
NO_VALUE: Problem = (
    Text("fakta ini tidak memuat nilai.", "this fact holds no value."),
    Text(
        "Hapus fakta yang tidak diketahui; menarik nilai lama hanya dapat dengan tindakan koreksi.",
        "Leave out a fact that is not known; only a correcting act can withdraw an earlier value.",
    ),
)
_FORM = {
    "missing": (
        Text("kunci ini belum ada.", "this key is missing."),
        Text("Tambahkan kunci itu.", "Add the key."),
    ),
    "extra_forbidden": (
        Text("kunci ini tidak dikenal.", "this key is not known."),
        Text("Hapus kunci itu, atau perbaiki ejaannya.", "Remove the key, or correct its spelling."),
    ),
    "enum": (
        Text("nilai ini bukan salah satu pilihan.", "this value is not one of the choices."),
        Text("Pakai salah satu pilihan yang disebut di dokumen.", "Use one of the documented choices."),
    ),
    "string_type": (
        Text("ini bukan teks.", "this is not text."),
        Text("Tulis di antara tanda kutip.", "Write it between quotes."),
    ),
}


def of_form(code: str, words: str) -> Problem:
    """What pydantic found in the outer form of an act."""
    unnamed = Text(f"bentuknya tidak cocok ({words}).", f"the form does not fit ({words}).")
    return _FORM.get(code, (unnamed, _COPY))


def unfit_value(kind: str, fact: str) -> Problem:
    """A value that is not of the type which the kind declares for the fact."""
    label = KINDS[kind].label_of(fact)
    return (
        Text("nilai ini tidak cocok untuk {fact}.", "this value does not fit {fact}.").fill(fact=label),
        Text("Tulis {form}.", "Write {form}.").fill(form=form_of(kind, fact)),
    )


def other_form(value: Json) -> Problem:
    """A value that reads, but is not written as the record writes it, so that its digest would differ."""
    return (
        Text(
            "nilai ini tidak ditulis dalam bentuk catatan.", "this value is not written in the record's form."
        ),
        Text("Tulis {form}.", "Write {form}.").fill(form=same(canonical(value).decode())),
    )


def form_of(kind: str, fact: str) -> Text:
    """How a value of this fact is written in JSON."""
    parts = list(_parts(KINDS[kind].model_fields[fact].annotation))
    for part, form in _FORMS:
        if any(isinstance(one, type) and issubclass(one, part) for one in parts):
            return form
    return Text("teks di antara tanda kutip", "text between quotes")


# The rows first: what stands inside a row says nothing of the fact's own form.
_FORMS: tuple[tuple[type, Text], ...] = (
    (Row, Text("daftar baris: [{...}]", "a list of rows: [{...}]")),
    (dict, Text('jumlah per nama: {"nama": 3}', 'a count per name: {"name": 3}')),
    (Office, same(", ".join(f'"{office}"' for office in Office))),
    (
        Day,
        Text(
            '"2007-06-07", "2007-06", "2007" atau "2007-04-13..2007-04-17"',
            '"2007-06-07", "2007-06", "2007" or "2007-04-13..2007-04-17"',
        ),
    ),
    (time, same('"08:00"')),
    (bool, Text("true atau false", "true or false")),
    (int, Text("bilangan bulat 0 atau lebih, tanpa tanda kutip", "a whole number from 0, without quotes")),
)


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 -- typing forms have no common type
    yield annotation
    origin = getattr(annotation, "__origin__", None)
    if origin is not None:
        yield origin
    for argument in getattr(annotation, "__args__", ()):
        yield from _parts(argument)
