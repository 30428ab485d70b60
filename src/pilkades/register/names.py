"""Names as they are written, and beside them a form to search by."""

import re
import unicodedata

# People write the same name in many ways. The search form brings those together; it decides nothing and is
# never shown as the name.
_TITLES = frozenset(
    [
        *("H", "HJ", "HJH", "HAJI", "HAJAH", "KH", "KIAI", "KYAI", "UST", "USTAD", "USTADZ", "USTADZAH"),
        *("DR", "DRA", "DRS", "DRG", "DRH", "IR", "PROF", "TN", "NY", "NN", "SDR", "SDRI", "BPK"),
        *("ALM", "ALMH", "ALMARHUM", "ALMARHUMAH"),
    ]
)
_LATE = frozenset({"ALM", "ALMH", "ALMARHUM", "ALMARHUMAH"})
# Long forms stand as `_spelled` leaves them: with single letters for double ones.
_LONG_FORMS = {
    "MUHAMAD": "MOH MOCH MUH MUCH MHD MHMD MOHD MUHD MOHAMAD MOHAMED MUHAMED MOCHAMAD MUCHAMAD MUKHAMAD",
    "ABDUL": "ABD ABDL ABDOL",
    "SITI": "ST STI SITY",
    "AHMAD": "AHM AHMD AKHMAD",
}
_SHORT = {short: full for full, shorts in _LONG_FORMS.items() for short in shorts.split()}
# In the old spelling j was dj, c was tj and y was j: where one of the first two stands, a lone j is a y.
_OLD_SIGNS = re.compile("DJ|TJ")
_H_BEFORE_CONSONANT = re.compile("CH(?=[BCDFGJKLMNPQRSTVWXZ])")
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_CLOSED_UP = re.compile("[-'`]")
_NO_LETTER = re.compile(r"[^A-Z]+")
_DOUBLE = re.compile(r"(.)\1+")


def as_written(cell: str) -> str:
    """The name as the paper has it, with runs of spaces made one."""
    return " ".join(cell.split())


def tokens(name: str) -> tuple[str, ...]:
    """The words of the search form, in their order.

    Titles and degrees go (what follows a comma is a degree); apostrophes and hyphens close up; old spelling
    becomes new (oe to u, tj to c, dj to j, ch before a consonant to h); doubled letters become one; usual
    abbreviations are written out.
    A name of titles alone keeps them.
    """
    own, _, _ = name.partition(",")
    words = _words(own) or _words(name)
    kept = [word for word in words if word not in _TITLES] or words
    return tuple(_SHORT.get(spelled, spelled) for spelled in map(_spelled, kept))


def search_form(name: str) -> str:
    """The words of `tokens`, with one space between them."""
    return " ".join(tokens(name))


def search_key(name: str) -> str:
    """The search form without spaces, for names that are written apart here and together there."""
    return "".join(tokens(name))


def says_late(name: str) -> bool:
    """Whether the cell calls the person late (alm., almarhumah): a thing to ask, not a fact of death."""
    if name.isascii() and "ALM" not in name.upper() and not _CLOSED_UP.search(name):
        return False
    return any(word in _LATE for word in _words(name))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).upper()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NO_LETTER.sub(" ", _APOSTROPHES.sub("", letters).replace("-", "")).split()


def _spelled(word: str) -> str:
    before = ""
    while before != word:
        before = word
        word = _new_spelling(_DOUBLE.sub(r"\1", word))
    return word


def _new_spelling(word: str) -> str:
    if _OLD_SIGNS.search(word):
        word = word.replace("DJ", "?").replace("TJ", "C").replace("J", "Y").replace("?", "J")
    for old, new in (("NJ", "NY"), ("SJ", "SY")):
        word = new + word[2:] if word.startswith(old) else word
    return _H_BEFORE_CONSONANT.sub("H", word.replace("OE", "U"))
