"""A made-up voter register with its true pairs, in any size: nobody's names, an area (99) no province has.

3 % of the rows are copies of another (some people stand three times), spoiled as registers are: names in
other spellings, day and month swapped, a NIK with a digit wrong, missing or too many, no NIK, a new NIK; 45 %
of the copies stand in another village. Beside them live people who only look alike: twins, namesakes with one
birth date, sons called as their fathers, and birth dates heaped on the first of January.

`second_register` makes the errors in other ways and at other rates: what is tuned on one is tried on it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray

from pilkades.jobs.columns import Columns

Texts = NDArray[np.str_]
Whole = NDArray[np.int64]
Row = dict[str, Any]
Spoil = Callable[[np.random.Generator, Row, Row], Row]

COPIES = 0.03
PER_VILLAGE = 1500
ONSETS = (
    "B",
    "D",
    "G",
    "H",
    "J",
    "K",
    "L",
    "M",
    "N",
    "P",
    "R",
    "S",
    "T",
    "W",
    "Y",
    "KR",
    "PR",
    "TR",
    "SR",
    "NG",
)
VOWELS = ("A", "A", "A", "I", "I", "U", "U", "E", "O")
CODAS = ("", "", "", "", "N", "H", "R", "S", "NG", "M", "T")
USUAL = (
    *(
        "SITI",
        "MUHAMMAD",
        "AHMAD",
        "SRI",
        "ABDUL",
        "NUR",
        "DEWI",
        "EKA",
        "TRI",
        "DWI",
        "AGUS",
        "BUDI",
        "INDAH",
    ),
    *("RINA", "YANI", "WATI", "SUTRISNO", "SLAMET", "SUPARDI", "SURYANI", "HARTONO", "KARTINI", "RAHMAN"),
    *("HASAN", "HUSEN", "ALI", "FATIMAH", "AMINAH", "ROHANI", "JAMAL", "YUSUF", "SALEH", "WAHYU", "BAMBANG"),
)
SPELLINGS = (
    *(("U", "OE"), ("J", "DJ"), ("C", "TJ"), ("Y", "J"), ("MUHAMMAD", "MOH."), ("SITI", "ST."), ("I", "Y")),
    *(("ABDUL", "ABD"), ("F", "P"), ("Z", "J"), ("KH", "H"), ("SY", "S"), ("A", "O"), ("E", "I"), ("D", "T")),
)


@dataclass(frozen=True, slots=True, repr=False)
class Register:
    """The rows, and for each the person it tells of."""

    columns: Columns
    person: Whole

    def true_pairs(self) -> pl.DataFrame:
        """All pairs of rows of one person: `one`, `other`, the smaller first."""
        rows = pl.DataFrame({"id": self.columns.frame["id"], "person": self.person})
        rows = rows.filter(pl.col("person").is_duplicated())
        pairs = rows.join(rows, on="person").filter(pl.col("id") < pl.col("id_right"))
        return pairs.select(one="id", other="id_right").sort("one", "other")


def register(rows: int, seed: int) -> Register:
    """The first register."""
    draw = np.random.default_rng(seed)
    people = rows - round(rows * COPIES)
    frame = _people(draw, people, _words(draw, 3000), single=0.28)
    copies = _copied(draw, frame, rows - people, _spoiled_once)
    return _shuffled(draw, frame, copies)


def second_register(rows: int, seed: int) -> Register:
    """The held-out register: scenes of how a person comes to stand twice, instead of rates for each field."""
    draw = np.random.default_rng([seed, 2])
    people = rows - round(rows * COPIES)
    words = _words(draw, 1500)
    frame = _people(draw, people, words, single=0.4)
    copies = _copied(draw, frame, rows - people, _scene)
    return _shuffled(draw, frame, copies)


def _words(draw: np.random.Generator, many: int) -> Texts:
    """Made-up words of two to four syllables, after the usual ones."""
    made: dict[str, None] = dict.fromkeys(USUAL)
    while len(made) < many:
        syllables = [
            ONSETS[a] + VOWELS[b] + CODAS[c]
            for a, b, c in draw.integers(
                (len(ONSETS), len(VOWELS), len(CODAS)), size=(draw.integers(2, 5), 3)
            )
        ]
        made["".join(syllables)[:12]] = None
    return np.array(list(made))


def _people(draw: np.random.Generator, many: int, words: Texts, single: float) -> pl.DataFrame:
    shares = 1 / (np.arange(len(words)) + 12.0)
    picked = draw.choice(words, size=(3, many), p=shares / shares.sum())
    length = np.where(draw.random(many) < single, 1, np.where(draw.random(many) < 0.7, 2, 3))
    village = np.sort(draw.integers(0, max(1, many // PER_VILLAGE), many))
    family = np.cumsum((draw.random(many) < 0.3) | (np.diff(village, prepend=-1) > 0))
    age = np.clip(17 + draw.gamma(2.2, 13, many), 17, 98).astype(np.int64)
    year = 2026 - age - (age > 97) * draw.integers(0, 9, many)
    month, day = draw.integers(1, 13, many), draw.integers(1, 29, many)
    heaped = draw.random(many) < 0.08
    month = np.where(heaped, draw.choice([1, 1, 1, 7, 12], many), month)
    day = np.where(heaped, np.where(month == 12, 31, 1), day)
    sex = draw.integers(0, 2, many)
    area = (
        np.where(draw.random(many) < 0.85, village, draw.integers(0, max(1, many // PER_VILLAGE), many)) // 8
    )
    serial = np.minimum(draw.geometric(0.4, many), 9999)
    name = [picked[0], picked[1], picked[2]]
    twins = np.flatnonzero((draw.random(many - 1) < 0.012) & (family[1:] == family[:-1])) + 1
    for part in (year, month, day, area):
        part[twins] = part[twins - 1]
    serial[twins] = serial[twins - 1] + 1
    length[twins] = length[twins - 1]
    alike = twins[draw.random(len(twins)) < 0.6]
    name[0][alike] = _ending(draw, name[0][alike - 1])
    name[1][alike] = name[1][alike - 1]
    sons = np.flatnonzero((draw.random(many - 1) < 0.004) & (family[1:] == family[:-1])) + 1
    strangers = draw.choice(many, size=(2, many // 500), replace=False)
    for target, source in ((sons, sons - 1), (strangers[0], strangers[1])):
        length[target] = length[source]
        for part in name:
            part[target] = part[source]
    for part in (year, month, day, sex):
        part[strangers[0]] = part[strangers[1]]
    full = name[0].astype(object)
    for place in (1, 2):
        full = full + np.where(length > place, " " + name[place].astype(object), "")
    frame = pl.DataFrame(
        {"person": np.arange(many), "name": full.astype(str), "year": year, "month": month, "day": day}
        | {"sex": np.where(sex == 0, "L", "P"), "village": village, "family": family, "area": area}
        | {"serial": serial, "mark": draw.random(many)}
    )
    return _numbered(frame)


def _numbered(frame: pl.DataFrame) -> pl.DataFrame:
    """Give everybody a number of their own (a taken serial moves on), a card and a village code; not all."""
    day = pl.col("day") + 40 * (pl.col("sex") == "P")
    frame = frame.with_columns(date=day * 10_000 + pl.col("month") * 100 + pl.col("year") % 100)
    serial = pl.col("serial") + pl.int_range(pl.len()).over("area", "date", "serial") * 17
    area = pl.concat_str(
        pl.lit("99"), _digits(pl.col("area") // 20 % 100, 2), _digits(pl.col("area") % 20 + 1, 2)
    )
    village = pl.concat_str(
        pl.lit("99"),
        _digits(pl.col("village") // 160 % 100, 2),
        _digits(pl.col("village") // 8 % 20 + 1, 2),
        _digits(pl.col("village") % 8 + 2001, 4),
        separator=".",
    )
    nik = pl.concat_str(area, _digits(pl.col("date"), 6), _digits(serial, 4))
    kk = pl.concat_str(area, pl.lit("0101"), _digits(pl.col("family"), 6))
    return frame.select(
        *("person", "name", "sex", "year", "month", "day"),
        nik=pl.when(pl.col("mark") > 0.04).then(nik),
        kk=pl.when(pl.col("mark") < 0.97).then(kk),
        village=village,
    )


def _digits(number: pl.Expr, many: int) -> pl.Expr:
    return number.cast(pl.String).str.zfill(many)


def _ending(draw: np.random.Generator, names: Texts) -> Texts:
    endings = draw.choice(["I", "A", "O", "AH"], len(names))
    made = [
        name[:-1] + ending if name[:-1] + ending != name else name + "N"
        for name, ending in zip(names.tolist(), endings.tolist(), strict=True)
    ]
    return np.array(made)


def _copied(draw: np.random.Generator, frame: pl.DataFrame, many: int, spoil: Spoil) -> pl.DataFrame:
    """Copy some rows, one in twenty once more; `spoil` also sees the row of somebody else."""
    sources = draw.choice(frame.height, many, replace=False)
    again = draw.random(many) < 0.05
    sources[again] = sources[draw.integers(0, many, int(again.sum()))]
    others = draw.integers(0, frame.height, many)
    rows = zip(frame[sources].to_dicts(), frame[others].to_dicts(), strict=True)
    return pl.DataFrame([spoil(draw, dict(row), other) for row, other in rows], schema=frame.schema)


def _shuffled(draw: np.random.Generator, people: pl.DataFrame, copies: pl.DataFrame) -> Register:
    whole = pl.concat([people, copies])
    whole = whole[draw.permutation(whole.height)]
    return Register(Columns.of_frame(whole.drop("person")), whole["person"].to_numpy())


def _typo(draw: np.random.Generator, text: str, signs: str) -> str:
    at = int(draw.integers(0, len(text)))
    match int(draw.integers(0, 4)):
        case 0:
            return text[:at] + signs[int(draw.integers(0, len(signs)))] + text[at + 1 :]
        case 1 if len(text) > 3:
            return text[:at] + text[at + 1 :]
        case 2:
            return text[:at] + signs[int(draw.integers(0, len(signs)))] + text[at:]
        case _:
            return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


LETTERS, DIGITS = "ABDEGHIKLMNOPRSTUWY", "0123456789"


def _spoiled_once(draw: np.random.Generator, row: Row, other: Row) -> Row:
    """Each field is spoiled by chance, whatever happens to the others."""
    name: str = row["name"]
    words = name.split(" ")
    chance = draw.random()
    if chance < 0.18:
        old, new = SPELLINGS[int(draw.integers(0, len(SPELLINGS)))]
        name = name.replace(old, new, 1)
    elif chance < 0.30:
        name = _typo(draw, name, LETTERS)
    elif chance < 0.34 and len(words) > 1:
        name = " ".join(words[:-1])
    elif chance < 0.37 and len(words) > 1:
        name = " ".join([words[0][0] + ".", *words[1:]])
    elif chance < 0.40:
        name = "H. " + name if row["sex"] == "L" else "HJ. " + name
    elif chance < 0.42 and len(words) > 1:
        name = " ".join(reversed(words))
    row["name"] = name.strip() or words[0]
    chance = draw.random()
    if chance < 0.05 and row["day"] <= 12:
        row["day"], row["month"] = row["month"], row["day"]
    elif chance < 0.09:
        row["year"] += int(draw.choice([-10, -1, 1, 10]))
    elif chance < 0.12:
        row["day"] = int(draw.integers(1, 29))
    elif chance < 0.14:
        row["year"] = row["month"] = row["day"] = None
    if row["nik"]:
        chance = draw.random()
        if chance < 0.16:
            row["nik"] = _typo(draw, row["nik"], DIGITS)
        elif chance < 0.24:
            row["nik"] = None
        elif chance < 0.32 and other["nik"]:
            row["nik"] = other["nik"][:6] + row["nik"][6:12] + f"{int(draw.integers(1, 40)):04d}"
    if draw.random() < 0.45:
        row["village"], row["kk"] = other["village"], other["kk"]
    elif draw.random() < 0.1:
        row["kk"] = None
    if draw.random() < 0.01:
        row["sex"] = "P" if row["sex"] == "L" else "L"
    return row


_LOOKS = {"0": "8", "1": "7", "3": "8", "5": "6", "6": "5", "7": "1", "8": "3", "9": "4", "2": "7", "4": "9"}
_HEARD = [("AI", "E"), ("AU", "O"), ("NG", "N"), ("TH", "T"), ("DH", "D"), ("B", "P"), ("D", "T"), ("G", "K"),
          ("O", "U"), ("E", "I"), ("W", "U"), ("R", "L")]  # fmt: skip


def _scene(draw: np.random.Generator, row: Row, other: Row) -> Row:
    """One story for each copy; what it spoils hangs together."""
    scene = float(draw.random())
    if scene < 0.30:  # moved, entered anew from the card: all is the same but the place
        row["village"], row["kk"] = other["village"], other["kk"]
        if draw.random() < 0.3:
            row["name"] = _heard(draw, row["name"])
    elif scene < 0.42 and other["nik"] and row["nik"]:  # moved, and given a new number by mistake
        row["village"], row["kk"] = other["village"], other["kk"]
        row["nik"] = other["nik"][:6] + row["nik"][6:12] + f"{int(draw.integers(1, 9)):04d}"
    elif scene < 0.62:  # typed in a hurry: the number or the name slips, seldom both
        if row["nik"]:
            row["nik"] = _misread(draw, row["nik"])
        if draw.random() < 0.4:
            row["name"] = _typo(draw, row["name"], LETTERS)
    elif scene < 0.80:  # told at the door, without a card
        row["nik"] = None
        row["name"] = _heard(draw, row["name"])
        if draw.random() < 0.3:
            row["day"], row["month"] = 1, 1
        if draw.random() < 0.5:
            row["kk"] = None
    elif scene < 0.90:  # the name became longer or shorter: pilgrimage, marriage, a long form
        words = row["name"].split(" ")
        row["name"] = (
            " ".join(words[1:]) if len(words) > 2 else f"{row['name']} {other['name'].split(' ')[0]}"
        )
        row["kk"] = other["kk"]
        row["village"] = other["village"]
    elif row["day"] <= 12:  # another country's way to write a date
        row["day"], row["month"] = row["month"], row["day"]
    if draw.random() < 0.02:
        row["sex"] = None
    return row


def _heard(draw: np.random.Generator, name: str) -> str:
    old, new = _HEARD[int(draw.integers(0, len(_HEARD)))]
    return name.replace(old, new, 1)


def _misread(draw: np.random.Generator, number: str) -> str:
    at = int(draw.integers(0, len(number)))
    if draw.random() < 0.2:
        return number[:at] + number[at + 1 :]
    return number[:at] + _LOOKS[number[at]] + number[at + 1 :]
