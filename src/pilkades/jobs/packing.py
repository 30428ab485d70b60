"""Columns into packed rows. Names are read by `register.names` alone, which is asked once for each word."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from pilkades.jobs.columns import Columns
from pilkades.jobs.kernel_packing import (
    NAME,
    PLACE,
    Bytes,
    Numbers,
    Places,
    Texts,
    Words,
    Written,
    distinct_words,
    hashed,
    pack,
)
from pilkades.register import names

RARITY_SHIFT = 8
_BEFORE = "A "
"""A word that is no title, so that `names.tokens` says of the next word alone whether it is one."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Packed:
    """Rows as the kernels read them; `ids` are the caller's numbers."""

    ids: Places
    fields: Numbers
    keys: Numbers
    letters: Bytes

    def __len__(self) -> int:
        return len(self.ids)


def packed(columns: Columns) -> Packed:
    """Pack every row."""
    frame = columns.frame
    written = Written(
        nik=texts_of(frame["nik"]),
        card=hashed(texts_of(frame["kk"])),
        village=hashed(texts_of(frame["village"])),
        sex=_sexes(frame["sex"]),
        birth=_births(frame),
    )
    fields, keys, letters, _ = pack(words_of(frame["name"]), written)
    return Packed(frame["id"].to_numpy(), fields, keys, letters)


def texts_of(column: pl.Series) -> Texts:
    """The column's strings back to back; null is the empty one."""
    whole = column.fill_null("")
    joined: str = whole.str.join("").item() if whole.len() else ""
    ends = whole.str.len_bytes().cast(pl.Int64).cum_sum().to_numpy()
    return Texts(np.frombuffer(joined.encode(), np.uint8), np.ascontiguousarray(ends))


def words_of(column: pl.Series) -> Words:
    """Each row's words with the search form of each; joined they are `names.tokens` of the whole name.

    What follows a comma is a degree; a name with nothing before it, or of titles alone, is asked for whole.
    """
    texts = texts_of(column)
    starts, of_row, firsts, lasts = distinct_words(texts)
    signs = texts.signs.tobytes()
    forms = [
        names.tokens(_BEFORE + signs[first:last].decode())[1:]
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)
    ]
    counts = np.fromiter(map(len, forms), np.int64, len(forms))
    running = np.concatenate(([0], np.cumsum(counts[of_row])))
    empty = np.flatnonzero(running[starts[1:]] == running[starts[:-1]])
    whole = {row: form for row in empty.tolist() if (form := names.tokens(column[row] or ""))}
    if whole:
        starts, of_row = _with_whole(starts, of_row, {row: len(forms) + at for at, row in enumerate(whole)})
        forms.extend(whole.values())
    return _words(starts, of_row, forms)


def _with_whole(starts: Places, of_row: Places, words: dict[int, int]) -> tuple[Places, Places]:
    rows = np.fromiter(words, np.int64)
    of_row = np.insert(of_row, starts[rows], np.fromiter(words.values(), np.int64))
    more = np.zeros(len(starts), np.int64)
    more[rows + 1] = 1
    return starts + np.cumsum(more), of_row


def _words(starts: Places, of_row: Places, forms: list[tuple[str, ...]]) -> Words:
    numbers: dict[str, int] = {}
    tokens = [numbers.setdefault(token, len(numbers)) for form in forms for token in form]
    lengths = np.fromiter(map(len, forms), np.int64, len(forms))
    return Words(
        starts=starts,
        of_row=of_row,
        tokens=np.array(tokens, np.int64),
        token_starts=np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths))),
        token_signs=np.frombuffer("".join(numbers).encode(), np.uint8),
        token_ends=np.cumsum(np.fromiter(map(len, numbers), np.int64, len(numbers))),
    )


def _sexes(column: pl.Series) -> Bytes:
    codes = column.replace_strict({"L": 1, "P": 2}, default=0, return_dtype=pl.UInt8)
    return np.ascontiguousarray(codes.fill_null(0).to_numpy())


def _births(frame: pl.DataFrame) -> Places:
    parts = [frame[name].fill_null(0).cast(pl.Int64) for name in ("year", "month", "day")]
    inside = [part.clip(0, most) for part, most in zip(parts, (9999, 99, 99), strict=True)]
    return np.ascontiguousarray((inside[0] * 10_000 + inside[1] * 100 + inside[2]).to_numpy())


def with_rarity(fields: Numbers, common: dict[int, int]) -> Numbers:
    """Write into every row how rare its name is: 3 unless `common` knows the name's number."""
    rarity = np.full(len(fields), 3, np.uint64)
    if common:
        known = np.array(sorted(common), np.uint64)
        levels = np.array([common[number] for number in sorted(common)], np.uint64)
        at = np.minimum(np.searchsorted(known, fields[:, NAME]), len(known) - 1)
        hit = known[at] == fields[:, NAME]
        rarity[hit] = levels[at[hit]]
    clear = np.uint64(0xFFFFFFFFFFFFFFFF ^ (3 << RARITY_SHIFT))
    fields[:, PLACE] = (fields[:, PLACE] & clear) | (rarity << np.uint64(RARITY_SHIFT))
    return fields
