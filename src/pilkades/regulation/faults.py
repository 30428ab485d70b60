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
    "bool_type": (
        Text("ini bukan ya atau tidak.", "this is neither yes nor no."),
        Text("Tulis true atau false tanpa tanda kutip.", "Write true or false without quotes."),
    ),
    "list_type": (
        Text("ini bukan daftar.", "this is not a list."),
        Text("Tulis di antara kurung siku: [...].", "Write it between square brackets: [...]."),
    ),
    "words": (
        Text("kedua bahasa belum lengkap.", "the two languages are not both there."),
        Text('Tulis { id = "...", en = "..." }.', 'Write { id = "...", en = "..." }.'),
    ),
    "article_notation": (
        Text("ini bukan tempat pasal.", "this is no place of an article."),
        Text("Tulis seperti pp-43-2014:41(2).a.", "Write it like pp-43-2014:41(2).a."),
    ),
    "period": (
        Text("ini bukan jangka waktu.", "this is not a period."),
        Text(
            'Tulis { n = 7, unit = "working_day" }, atau beberapa satuan dalam [...].',
            'Write { n = 7, unit = "working_day" }, or several units in [...].',
        ),
    ),
    "string_pattern_mismatch": (
        Text("huruf yang dipakai tidak diizinkan di sini.", "letters are used that are not allowed here."),
        Text("Pakai huruf kecil, angka, dan tanda hubung.", "Use small letters, digits and hyphens."),
    ),
    "string_too_short": (
        Text("teks ini kosong.", "this text is empty."),
        Text("Isi teksnya.", "Fill in the text."),
    ),
    "too_short": (
        Text("daftar ini terlalu pendek.", "this list is too short."),
        Text("Tambahkan isinya.", "Add to it."),
    ),
    "greater_than_equal": (
        Text("bilangan ini terlalu kecil.", "this number is too small."),
        Text("Tulis bilangan yang lebih besar.", "Write a larger number."),
    ),
    "less_than_equal": (
        Text("bilangan ini terlalu besar.", "this number is too large."),
        Text("Tulis bilangan yang lebih kecil.", "Write a smaller number."),
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
